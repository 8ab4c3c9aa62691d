import { PermissionFlagsBits } from 'discord.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/answer.js'
import { ORDINARY_PERMISSIONS } from '../../src/playground/world.js'
import type { User } from '../../src/playground/user.js'
import type { Query } from '../../src/retrieval/query.js'
import { abstention, answerOf, HARBOUR, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const asked: Query[] = []

const services = servicesOf((query): Promise<Answer> => {
  asked.push(query)
  if (/broken/u.test(query.text)) return Promise.reject(new Error('the index is on fire'))
  return Promise.resolve(
    /nobody/u.test(query.text) ? abstention() : answerOf([HARBOUR, 3, 'The ferry will run twice a day.']),
  )
})

let running: RunningBot
let ada: User

beforeAll(async () => {
  running = await runBot(services)
  ada = running.standIn.user({ name: 'Ada' })
})

afterAll(() => running.stop())

describe('a mention', () => {
  it('is answered in reply, for all, with the buttons of an answer', async () => {
    const reply = await ada.mention('When does the ferry run?')
    expect(reply.text).toMatchInlineSnapshot(`
      "│ > When does the ferry run?
      │ The ferry will run twice a day. [1]
      │ -# Sure: the cited paragraphs say so.
      │ ---
      │ [1] 05LINDGARD212 ¶2 (C) · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ [[1] ¶2]
      │ <Cite a source in a footnote: [1] 05LINDGARD212 ¶2>
      │ ---
      │ [More passages] [Ask a follow-up] [👍] [👎]"
    `)
    expect(reply.message.message_reference?.message_id).toBeDefined()
    expect(asked.at(-1)).toMatchObject({ text: 'When does the ferry run?', history: [] })
    expect((await reply.click('[1] ¶2')).text).toContain('### 05LINDGARD212 ¶2 (C)')
  })

  it('in a thread follows up on what was asked there, by anybody, in any way', async () => {
    const { standIn } = running
    const channel = standIn.thread('Ferries')
    const bob = standIn.user({ name: 'Bob' })
    await ada.command('ask', { question: 'When does the ferry run?' }, { channel })
    await bob.mention('And who *pays* for it?', { channel })
    expect(asked.at(-1)).toMatchObject({
      text: 'And who *pays* for it?',
      history: ['When does the ferry run?'],
    })
    bob.say('Something that is not for the bot.', { channel })
    const third = await ada.mention('And then?', { channel })
    expect(asked.at(-1)?.history).toEqual(['When does the ferry run?', 'And who *pays* for it?'])
    expect(third.text).toContain('↳ When does the ferry run?')
  })

  it('of a channel knows nothing of the other talks there', async () => {
    await ada.mention('When does the ferry run?')
    await ada.mention('And then?')
    expect(asked.at(-1)?.history).toEqual([])
  })

  it('without a question, or with trouble, is answered with a sentence', async () => {
    expect((await ada.mention('')).text).toContain('The question is empty.')
    const broken = await ada.mention('What is broken?')
    expect(broken.text).toMatch(/error number [0-9a-f]{8}/u)
  })

  it('pings nobody, whatever it says', async () => {
    const reply = await ada.mention('@everyone <@&1> [click](https://example.org) who **won**?')
    expect(reply.message.mention_everyone).toBe(false)
    expect(reply.message.mentions).toEqual([])
    expect(reply.text).toContain('\\[click\\](https\\://example.org)')
    const sent = running.standIn.requests.filter(({ route }) => route === '/channels/{channel_id}/messages')
    for (const { method, body } of sent) {
      if (method === 'POST') expect(body).toMatchObject({ allowed_mentions: { parse: [] } })
    }
  })

  it('keeps to the settings of the server', async () => {
    const { standIn } = running
    const guild = standIn.guild({ name: 'Quiet', locale: 'de' })
    const manager = standIn.user({
      name: 'Grace',
      permissions: ORDINARY_PERMISSIONS | PermissionFlagsBits.ManageGuild,
    })
    // A message does not tell its author's language; the server's stands in.
    expect((await ada.mention('Who saw nobody?', { guild })).text).toContain(
      'Ich habe in diesem Archiv keinen',
    )
    await manager.command('settings change', { private: true }, { guild })
    expect((await ada.mention('When?', { guild })).text).toMatch(/Bitte frage mit <\/ask:\d+>, damit/u)
    await manager.command('settings change', { private: false, limit: 1 }, { guild })
    const lea = standIn.user({ name: 'Léa' })
    await lea.mention('When?', { guild })
    expect((await lea.mention('And when else?', { guild })).text).toContain('viel gefragt')
  })

  it('is counted, without what was said', () => {
    const { usage } = services.records.stats()
    expect(usage).toContainEqual(expect.objectContaining({ what: 'mention', outcome: 'answered' }))
    expect(usage).toContainEqual(expect.objectContaining({ what: 'mention', outcome: 'failed' }))
    expect(JSON.stringify(running.log)).not.toContain('ferry')
  })
})

describe('a direct message', () => {
  it('needs no mention, and goes on from the questions before', async () => {
    const { standIn } = running
    const bob = standIn.user({ name: 'Bob' })
    await bob.mention('When does the ferry run?', { dm: true })
    const before = asked.length
    bob.say('And who pays?', { dm: true })
    await expect.poll(() => asked.length).toBe(before + 1)
    expect(asked.at(-1)).toMatchObject({ text: 'And who pays?', history: ['When does the ferry run?'] })
  })
})

describe('what is not for the bot', () => {
  it('is passed over: talk of others, and a mention of everyone', async () => {
    const before = asked.length
    ada.say('When does the ferry run?')
    ada.say('@everyone when does the ferry run?')
    await ada.mention('Who saw nobody?')
    expect(asked.slice(before).map(({ text }) => text)).toEqual(['Who saw nobody?'])
  })
})
