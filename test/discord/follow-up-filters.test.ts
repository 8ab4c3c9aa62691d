import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { filterMenus, filtersChosen } from '../../commands/filter-menus.js'
import { texts } from '../../src/replies/texts/texts.js'
import type { Reply } from '../../src/playground/reply.js'
import type { User } from '../../src/playground/user.js'
import type { Query } from '../../src/retrieval/query.js'
import { answerOf, HARBOUR } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'
import { StoredArchive } from '../support/stored-archive.js'

const asked: Query[] = []

const archive = new StoredArchive((query) => {
  asked.push(query)
  return Promise.resolve(answerOf([HARBOUR, 5, 'Ordinary people want the ferry more than the school.']))
})

let running: RunningBot
let ada: User

beforeAll(async () => {
  running = await runBot(archive.services)
})

// Somebody new for each test: how much one person may ask in a minute is limited.
beforeEach(() => {
  ada = running.standIn.user({ name: 'Ada' })
  asked.length = 0
})

afterAll(async () => {
  await running.stop()
  archive.close()
})

const opened = async (filters: object = {}): Promise<Reply> => {
  const first = await ada.command('ask', { question: 'What do people want?', ...filters })
  return first.click('Ask a follow-up')
}

const question = 'And then?'

describe('the menus of a follow-up', () => {
  it('offer posts, classifications and years, and show what holds', async () => {
    const modal = await opened({
      post: 'Lindgard',
      classification: 'CONFIDENTIAL',
      after: '2005',
      before: '2005',
    })
    expect(modal.text.split('\n').slice(3)).toEqual([
      expect.stringMatching(
        /^Only cables from this post: <No filter: \*Embassy Lindgard \| Embassy Tarsund \| /u,
      ),
      'Only this classification: <No filter: Unclassified | *Confidential | Secret>',
      'Only these years: <No filter: *2005 | 2004 | 1987 | 1975>',
      'All from the first to the last that you choose.',
    ])
  })

  it('that are left alone keep the filters as they were typed', async () => {
    const modal = await opened({ post: 'Lindgard', after: '2005-09', tag: 'PREL' })
    const second = await modal.submitModal({ question })
    expect(asked.at(-1)?.filters).toEqual({ origin: 'Lindgard', after: '2005-09-01', tag: 'PREL' })
    expect(second.text).toContain('Filters: Lindgard · from 1 Sep 2005 · PREL')
  })

  it('set filters, and take them away', async () => {
    const filters = { post: 'Embassy Lindgard', classification: 'CONFIDENTIAL' }
    const set = { question, post: 'Embassy Tarsund', classification: [], years: ['1987', '2004'] }
    const second = await (await opened(filters)).submitModal(set)
    expect(asked.at(-1)?.filters).toEqual({
      ...{ origin: 'Embassy Tarsund', after: '1987-01-01', before: '2004-12-31' },
    })
    // They stay for the question after that.
    const third = await (await second.click('Ask a follow-up')).submitModal({ question, years: ['2004'] })
    expect(asked.at(-1)?.filters).toEqual({ origin: 'Embassy Tarsund', year: 2004 })
    await (await third.click('Ask a follow-up')).submitModal({ question, years: [], post: [] })
    expect(asked.at(-1)?.filters).toEqual({})
  })

  it('that together let no cable pass are told to the asker alone, with a way on', async () => {
    const modal = await opened({ post: 'Embassy Lindgard' })
    const told = await modal.submitModal({ question, years: ['1975'] })
    expect(told.isPrivate).toBe(true)
    expect(asked).toHaveLength(1)
    expect(told.text).toContain('> And then?')
    await told.click(told.buttons.find((label) => label.includes('without')) ?? told.buttons[0] ?? '')
    expect(asked).toHaveLength(2)
    expect(asked.at(-1)?.history).toEqual(['What do people want?'])
  })

  it('are in the reader’s language', async () => {
    const words = { 'es-ES': 'Solo estos años', fr: 'Seulement ces années', de: 'Nur diese Jahre' }
    for (const [locale, label] of Object.entries(words)) {
      const reader = running.standIn.user({ name: `Reader ${locale}`, locale })
      const first = await reader.command('ask', { question: 'What do people want?' })
      const follow = first.buttons.find((each) => /seguimiento|question de suivi|Weiterfragen/iu.test(each))
      expect((await first.click(follow ?? '')).text).toContain(label)
    }
  })
})

describe('what comes of a menu', () => {
  const { services } = archive
  const context = { services, say: texts('en') }

  it('is refused where no menu of ours could have said it', () => {
    const choose = (menu: string, value: string) => () =>
      filtersChosen({}, new Map([[menu, [value]]]), context)
    expect(choose('years', '20x4')).toThrow('damaged or not mine')
    expect(choose('classification', 'TOP SECRET')).toThrow('damaged or not mine')
    expect(choose('post', 'P'.repeat(61))).toThrow('damaged or not mine')
    expect(choose('post', 'Embassy Gone')()).toEqual({ origin: 'Embassy Gone' })
  })

  it('changes nothing where the menu was not shown', () => {
    const filters = { origin: 'Paris', year: 2004, cable: '04PARIS1' }
    expect(filtersChosen(filters, new Map(), context)).toEqual(filters)
    const empty = { ...services, origins: () => [], tally: () => [] }
    expect(Object.keys(filterMenus({}, { ...context, services: empty }))).toEqual(['classification'])
  })

  it('holds 25 posts and years, the largest and the one that holds among them', () => {
    const origins = () => Array.from({ length: 60 }, (_, at) => ({ value: `Embassy ${at}`, cables: 60 - at }))
    const tally = () => Array.from({ length: 60 }, (_, at) => ({ value: String(1960 + at), cables: at }))
    const many = { ...context, services: { ...services, origins, tally } }
    const { post, years } = filterMenus({ origin: 'Embassy 59', after: '2018-03-05' }, many)
    expect(post?.options).toHaveLength(25)
    expect(post?.chosen).toEqual(['Embassy 59'])
    expect(years?.options.map(({ value }) => value)).toEqual(
      Array.from({ length: 25 }, (_, at) => String(2019 - at)),
    )
    expect(years?.chosen).toEqual(['2019', '2018'])
  })
})
