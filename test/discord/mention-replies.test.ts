/** Mentions as people write them: in reply to something, without rights, over and over. */
import { PermissionFlagsBits } from 'discord.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/answer.js'
import { Permission } from '../../src/playground/world.js'
import type { User } from '../../src/playground/user.js'
import type { Query } from '../../src/retrieval/query.js'
import { answerOf, HARBOUR, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const asked: Query[] = []
let answerAfter: Promise<void> = Promise.resolve()

const services = servicesOf(async (query): Promise<Answer> => {
  asked.push(query)
  await answerAfter
  return answerOf([HARBOUR, 3, 'The ferry will run twice a day.'])
})

let running: RunningBot
let ada: User
let bob: User

beforeAll(async () => {
  running = await runBot(services)
})

beforeEach(() => {
  // New people each time: nobody runs into the limit of how often one may ask.
  ada = running.standIn.user({ name: 'Ada' })
  bob = running.standIn.user({ name: 'Bob' })
  asked.length = 0
})

afterAll(() => running.stop())

/** How many requests the bot has made to post, or to type. */
function sent(route: 'messages' | 'typing'): number {
  const path = `/channels/{channel_id}/${route}`
  return running.standIn.requests.filter((each) => each.method === 'POST' && each.route === path).length
}

describe('a reply to an answer', () => {
  it('that does not name the bot is talk among people, whatever it says', async () => {
    const { message } = await ada.mention('When does the ferry run?')
    const before = sent('messages')
    for (const words of ['thanks!', 'Bob, is that right?']) bob.say(words, { to: message })
    await ada.mention('Who pays?')
    expect(asked.map(({ text }) => text)).toEqual(['When does the ferry run?', 'Who pays?'])
    expect(sent('messages')).toBe(before + 1)
  })

  it('that names the bot goes on from its question', async () => {
    const { message } = await ada.mention('When does the ferry run?')
    await bob.mention('And who pays?', { to: message })
    expect(asked.at(-1)).toMatchObject({ text: 'And who pays?', history: ['When does the ferry run?'] })
  })
})

describe('a mention in reply to a person', () => {
  it('takes what that person wrote for what was said before', async () => {
    const said = bob.say(`The ministers met in Tarsund, <@${ada.id}>`)
    await ada.mention('Who was there?', { to: said })
    expect(asked.at(-1)).toMatchObject({
      text: 'Who was there?',
      history: ['The ministers met in Tarsund,'],
    })
  })

  it('asks what that person wrote where it says nothing itself, without keeping it as its own', async () => {
    const kept: string[] = []
    const { records } = services
    const keep = records.keepQuestion.bind(records)
    records.keepQuestion = (question) => {
      kept.push(question.question)
      keep(question)
    }
    const reply = await ada.mention('', { to: bob.say('When does the ferry run?') })
    expect(asked.at(-1)?.text).toBe('When does the ferry run?')
    expect(reply.text).toContain('The ferry will run twice a day.')
    await ada.mention('Who pays?')
    records.keepQuestion = keep
    expect(kept).toEqual(['Who pays?'])
  })

  it('in a thread has the thread’s questions before it', async () => {
    const channel = running.standIn.thread('Ferries')
    await ada.mention('When does the ferry run?', { channel })
    await ada.mention('Who says so?', { to: bob.say('The minister says it will be late.', { channel }) })
    expect(asked.at(-1)?.history).toEqual(['When does the ferry run?', 'The minister says it will be late.'])
  })

  it('asks no more than a question may have', async () => {
    await ada.mention('', { to: bob.say(`${'harbour '.repeat(240)}end`) })
    expect(asked.at(-1)?.text).toMatch(/^(?:harbour ){120,}harbour$/u)
  })
})

describe('a mention in reply to a message that is gone', () => {
  it('is answered like any other', async () => {
    const { message } = await ada.mention('When does the ferry run?')
    running.standIn.delete(message)
    const reply = await bob.mention('And who pays?', { to: message })
    expect(reply.text).toContain('The ferry will run twice a day.')
    expect(asked.at(-1)).toMatchObject({ text: 'And who pays?', history: [] })
  })
})

describe('where the bot may not read the history', () => {
  const without = () =>
    running.standIn.channel('new', running.standIn.home, { denied: Permission.ReadMessageHistory })

  it('it answers in a plain message', async () => {
    const reply = await ada.mention('When does the ferry run?', { channel: without() })
    expect(reply.text).toContain('The ferry will run twice a day.')
    expect(reply.message.message_reference).toBeUndefined()
  })

  it('it goes on all the same from the message that is replied to', async () => {
    const channel = without()
    const { message } = await ada.mention('When does the ferry run?', { channel })
    await bob.mention('And who pays?', { to: message })
    expect(asked.at(-1)?.history).toEqual(['When does the ferry run?'])
  })

  it('it answers in a thread, and when Discord fails to give the history', async () => {
    const { standIn } = running
    const channel = standIn.thread('Quiet', standIn.home, without())
    expect((await ada.mention('When does the ferry run?', { channel })).text).toContain('twice a day')
    // The client tries typing and history four times each.
    standIn.limits.failNext({ status: 500, times: 8 })
    expect((await ada.mention('And?', { channel: standIn.thread('Busy') })).text).toContain('twice a day')
  })
})

describe('where the bot may not write', () => {
  it.each([
    ['a channel', Permission.SendMessages, false],
    ['a channel that it cannot see', PermissionFlagsBits.ViewChannel, false],
    ['a thread', Permission.SendMessagesInThreads, true],
  ])('it does no work: %s', async (_, denied, isThread) => {
    const { standIn } = running
    const parent = standIn.channel('read only', standIn.home, { denied })
    const channel = isThread ? standIn.thread('read only', standIn.home, parent) : parent
    const before = [sent('messages'), sent('typing')]
    ada.say(`<@${standIn.applicationId}> When does the ferry run?`, { channel })
    await ada.command('help')
    expect(asked).toEqual([])
    expect([sent('messages'), sent('typing')]).toEqual(before)
  })
})

describe('while it works', () => {
  it('it is seen to type', async () => {
    let finish: () => void = () => undefined
    answerAfter = new Promise((resolve) => {
      finish = resolve
    })
    const before = sent('typing')
    const reply = ada.mention('When does the ferry run?')
    await expect.poll(() => sent('typing')).toBe(before + 1)
    finish()
    expect((await reply).text).toContain('twice a day')
    answerAfter = Promise.resolve()
  })
})

describe('who asks too often', () => {
  it('is told so once a minute', async () => {
    const { standIn } = running
    const guild = standIn.guild({ name: 'Busy' })
    await standIn.owner.command('settings change', { limit: 1 }, { guild })
    await ada.mention('When?', { guild })
    expect((await ada.mention('And when else?', { guild })).text).toContain('asked a lot')
    const before = sent('messages')
    for (let time = 0; time < 5; time++) ada.say(`<@${standIn.applicationId}> When ${time}?`, { guild })
    await bob.mention('When?', { guild })
    expect(sent('messages')).toBe(before + 1)
  })
})

describe('people, channels, pictures and times in a question', () => {
  it('are not searched as numbers', async () => {
    const words =
      'What <@123456789012345678> did <@!1> <@&12> the <#1234> minister <:eel:4567> <a:wave:89> say <t:1136073600:R> of <id:customize> it </ask:99>?'
    await ada.mention(words)
    await ada.command('ask', { question: words })
    expect(asked.map(({ text }) => text)).toEqual(
      Array.from({ length: 2 }, () => 'What did the minister say of it /ask?'),
    )
    expect((await ada.command('ask', { question: '<@123456789012345678>' })).text).toContain('empty')
  })

  it('are left alone where they only look so', async () => {
    await ada.command('ask', { question: 'Is 3 <@ 5 or <3:4> and <t> right?' })
    expect(asked.at(-1)?.text).toBe('Is 3 <@ 5 or <3:4> and <t> right?')
  })
})
