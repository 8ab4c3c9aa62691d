/** A cable or a paragraph that is named and nothing else is opened, wherever one may type. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { User } from '../../src/playground/user.js'
import { abstention, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const asked: string[] = []
let running: RunningBot
let ada: User

beforeAll(async () => {
  running = await runBot(
    servicesOf(({ text }) => {
      asked.push(text)
      return Promise.resolve(abstention())
    }),
  )
})

beforeEach(() => {
  ada = running.standIn.user({ name: 'Ada' })
  asked.length = 0
})

afterAll(() => running.stop())

const CABLES = [
  '05LINDGARD212',
  '(05LINDGARD212)',
  'lindgard 212',
  'https://mirror.example/2005/09/05LINDGARD212.html',
  'https://archive.example/cable/05LINDGARD212',
]
const PARAGRAPHS = [
  '05LINDGARD212 ¶1',
  '05LINDGARD212 ¶1 (C) · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS',
  'lindgard 212 para 1',
  '¶1 of 05LINDGARD212',
]
const CABLE_HEAD = '05LINDGARD212 · Embassy Lindgard · 14 Sep 2005, 08:30 UTC'
const PARAGRAPH_HEAD = '### 05LINDGARD212 ¶1 (C)'

describe.each([
  ['/ask', (words: string) => ada.command('ask', { question: words })],
  ['/cable', (words: string) => ada.command('cable', { id: words })],
  ['a mention', (words: string) => ada.mention(words)],
  ['a direct message', (words: string) => ada.mention(words, { dm: true })],
])('%s', (_, type) => {
  it.each(CABLES)('opens the cable: %s', async (words) => {
    const { text } = await type(words)
    expect(text).toContain(CABLE_HEAD)
    expect(text).toContain('[Go to ¶]')
    expect(asked).toEqual([])
  })

  it.each(PARAGRAPHS)('opens the paragraph: %s', async (words) => {
    const { text } = await type(words)
    expect(text).toContain(PARAGRAPH_HEAD)
    expect(text).toContain('Minister Olavsen made three offers.')
    expect(asked).toEqual([])
  })

  it('says that there is no such cable, and offers the near ones', async () => {
    const reply = await type('05LINDGARD213 ¶4')
    expect(reply.text).toContain('There is no cable 05LINDGARD213 in this archive.')
    expect((await reply.click('05LINDGARD212')).text).toContain(CABLE_HEAD)
    expect(asked).toEqual([])
  })

  it('says that the cable has no such paragraph', async () => {
    expect((await type('05LINDGARD212 ¶9')).text).toContain('05LINDGARD212 has no paragraph 9')
  })
})

describe('a position in brackets', () => {
  it('opens the paragraph that has no number', async () => {
    expect((await ada.command('ask', { question: '05LINDGARD212 [1]' })).text).toContain(
      'Summary: Lindgard will reopen',
    )
  })
})

describe('/cite and /similar', () => {
  it('take a label as well', async () => {
    expect((await ada.command('cite', { id: '05LINDGARD212 ¶1' })).text).toContain('05LINDGARD212')
    expect((await ada.command('similar', { id: '05LINDGARD212 ¶9' })).text).toContain('has no paragraph 9')
  })
})

describe('what is completed while one types', () => {
  it('is what a pasted label or address means', async () => {
    const suggest = (value: string) => ada.autocomplete('cable', { focused: 'id', value })
    expect(await suggest('05LINDGARD212 ¶1')).toEqual([
      {
        name: '05LINDGARD212 ¶1 · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY',
        value: '05LINDGARD212 ¶1',
      },
    ])
    expect(await suggest('https://archive.example/cable/05LINDGARD212')).toMatchObject([
      { value: '05LINDGARD212' },
    ])
    expect(await suggest('05LIND')).toMatchObject([{ value: '05LINDGARD212' }])
  })
})

describe('a question', () => {
  it.each([
    'What does 05LINDGARD212 say about eels?',
    'Lindgard 2005',
    'the harbour talks of 2005',
    '10 offers 3',
  ])('stays one: %s', async (question) => {
    await ada.command('ask', { question })
    expect(asked).toEqual([question])
  })

  it('names a cable by its number where it had an address', async () => {
    await ada.command('ask', { question: 'What does https://mirror.example/05LINDGARD212.html say of eels?' })
    expect(asked).toEqual(['What does 05LINDGARD212 say of eels?'])
  })
})
