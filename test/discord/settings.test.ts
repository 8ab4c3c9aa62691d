import { PermissionFlagsBits } from 'discord.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settings } from '../../commands/settings.js'
import type { Answer } from '../../src/answers/answer.js'
import { ORDINARY_PERMISSIONS } from '../../src/playground/world.js'
import type { User } from '../../src/playground/user.js'
import { READINGS_PER_MINUTE } from '../../src/discord/gate.js'
import { NotOffered } from '../../src/playground/stand-in.js'
import type { Guild } from '../../src/playground/world.js'
import { abstention, answerOf, HARBOUR, servicesOf } from '../support/archive.js'
import { runBot, runRouter, type RunningBot } from '../support/bot.js'

const services = servicesOf((query): Promise<Answer> =>
  Promise.resolve(
    /nobody/u.test(query.text) ? abstention() : answerOf([HARBOUR, 3, 'The ferry will run twice a day.']),
  ),
)

let running: RunningBot
let ada: User
let manager: User
let guild: Guild

beforeAll(async () => {
  running = await runBot(services)
  ada = running.standIn.user({ name: 'Ada' })
  manager = running.standIn.user({
    name: 'Grace',
    permissions: ORDINARY_PERMISSIONS | PermissionFlagsBits.ManageGuild,
  })
})

afterAll(() => running.stop())

// A server of its own for each test, so that none sees the settings of another.
beforeEach(() => {
  guild = running.standIn.guild({ name: 'Archive' })
})

describe('/settings', () => {
  it('shows how things are to who manages the server, and to nobody else', async () => {
    const reply = await manager.command('settings show', {}, { guild })
    expect(reply.text).toMatchInlineSnapshot(`
      "(private)
      │ ### Settings of this server
      │ **Channels** all
      │ **Answers** public by default
      │ **Limit per person** 30 questions and commands per minute
      │ **Protected sources** as set by the owner of this bot
      │ **Language** each reader’s own"
    `)
    await expect(ada.command('settings show', {}, { guild })).rejects.toThrow(NotOffered)
    await expect(manager.command('settings show', {}, { dm: true })).rejects.toThrow(NotOffered)
  })

  it('checks by itself who manages the server, whatever Discord was told when the command was registered', async () => {
    const router = await runRouter([settings], [], services)
    await router.offer([{ ...settings, data: { ...settings.data, default_member_permissions: null } }])
    const bob = router.standIn.user({ name: 'Bob' })
    for (const [command, options] of [
      ['settings show', {}],
      ['settings change', { limit: 0 }],
      ['settings channels', { all: true }],
    ] as const) {
      expect((await bob.command(command, options)).text).toContain('Only members who may manage this server')
    }
    await router.stop()
  })

  it('makes answers private by default, which who asks can override', async () => {
    const before = await ada.command('ask', { question: 'When does the ferry run?' }, { guild })
    expect(before.isPrivate).toBe(false)
    await manager.command('settings change', { private: true }, { guild })
    const after = await ada.command('ask', { question: 'When does the ferry run?' }, { guild })
    expect(after.isPrivate).toBe(true)
    const open = await ada.command('ask', { question: 'When does the ferry run?', private: false }, { guild })
    expect(open.isPrivate).toBe(false)
  })

  it('makes every reply private that is not asked for openly', async () => {
    const open = await ada.command('ask', { question: 'When does the ferry run?' }, { guild })
    await manager.command('settings change', { private: true }, { guild })
    const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      ask: { question: 'When does the ferry run?' },
      search: { words: 'ferry' },
      cable: { id: '05LINDGARD212' },
      similar: { id: '05LINDGARD212' },
      cite: { id: '05LINDGARD212' },
      glossary: { term: 'PREL' },
    }
    const single = running.standIn.commands.filter(
      ({ type, options: parts }) =>
        type === 1 && !(parts as { type: number }[]).some((each) => each.type === 1),
    )
    const bea = running.standIn.user({ name: 'Bea' })
    for (const { name } of single) {
      const reply = await bea.command(name, options[name] ?? {}, { guild })
      expect([name, reply.isPrivate]).toEqual([name, true])
    }
    expect(single.length).toBeGreaterThan(7)
    expect((await bea.command('browse', { private: false }, { guild })).isPrivate).toBe(false)
    // Of an answer from before, and of one that was asked for openly.
    const openly = await bea.command('ask', { question: 'When?', private: false }, { guild })
    for (const answer of [open.as(bea), openly]) {
      const modal = await answer.click('Ask a follow-up')
      expect(modal.text).not.toContain('Everyone in this channel')
      expect((await modal.submitModal({ question: 'And when else?' })).isPrivate).toBe(true)
    }
  })

  it('limits how often one person may ask, and tells so politely', async () => {
    await manager.command('settings change', { limit: 2 }, { guild })
    const ada = running.standIn.user({ name: 'Ada' })
    for (const question of ['When does the ferry run?', 'And when else?']) {
      expect((await ada.command('ask', { question }, { guild })).text).toContain('twice a day')
    }
    const refused = await ada.command('ask', { question: 'And again?' }, { guild })
    expect(refused.isPrivate).toBe(true)
    expect(refused.text).toMatch(
      /^\(private\)\n│ You have asked a lot in the last minute\. Please wait \d+ seconds/u,
    )
    // Others go on, and so does what tells about the bot; a second server is no second minute (limits.test.ts).
    const bob = running.standIn.user({ name: 'Bob' })
    expect((await bob.command('ask', { question: 'When?' }, { guild })).text).toContain('twice a day')
    expect((await ada.command('help', {}, { guild })).text).toContain('/ask')
  })

  it('lets people read on when they have asked all that they may', async () => {
    await manager.command('settings change', { limit: 3 }, { guild })
    const cleo = running.standIn.user({ name: 'Cleo' })
    const cable = await cleo.command('cable', { id: '06TARSUND1407' }, { guild })
    const answer = await cleo.command('ask', { question: 'When does the ferry run?' }, { guild })
    for (let turn = 0; turn < 10; turn++) {
      await cable.click('Page 2 of 6 ▶')
      await cable.click('◀ Page 1 of 6')
    }
    expect((await answer.click('[1] ¶2')).text).toContain('### 05LINDGARD212 ¶2 (C)')
    expect((await answer.click('More passages')).text).toContain('Passages 1 to')
    // More passages were a search, and a follow-up is a question.
    const modal = await answer.click('Ask a follow-up')
    const refused = await modal.submitModal({ question: 'And when else?' })
    expect(refused.text).toContain('You have asked a lot in the last minute.')
  })

  it('tells who presses buttons without end to wait, and leaves the message as it is', async () => {
    const dan = running.standIn.user({ name: 'Dan' })
    const cable = await dan.command('cable', { id: '06TARSUND1407' }, { guild })
    let pressed = 0
    let told = cable
    while (pressed < 2 * READINGS_PER_MINUTE && !told.text.includes('pressed a lot of buttons')) {
      told = await cable.click(cable.buttons[0] ?? '')
      pressed++
    }
    expect(pressed).toBeGreaterThan(READINGS_PER_MINUTE)
    expect(told.isPrivate).toBe(true)
    expect(told.text).toMatch(/Please wait \d second/u)
    expect(cable.text).toContain('MINUTES OF THE FISHERIES CONFERENCE')
    expect((await dan.command('ask', { question: 'When?' }, { guild })).text).toContain('twice a day')
    const { usage } = services.records.stats()
    expect(usage).toContainEqual(expect.objectContaining({ what: 'button page', outcome: 'limited' }))
  })

  it('keeps the bot to channels, their threads included, and says where to go', async () => {
    const { standIn } = running
    const reading = standIn.channel('reading', guild)
    await manager.command('settings channels', { add: reading.id }, { guild })
    const refused = await ada.command('ask', { question: 'When?' }, { guild })
    expect(refused.isPrivate).toBe(true)
    expect(refused.text).toContain('In this server I answer in these channels:')
    expect(refused.text).toContain(`<#${reading.id}>`)
    const answered = await ada.command('ask', { question: 'When?' }, { channel: reading })
    expect(answered.text).toContain('twice a day')
    // Settings and privacy work anywhere.
    const all = await manager.command('settings channels', { all: true }, { guild })
    expect(all.text).toContain('**Channels** all')
    expect((await ada.command('ask', { question: 'When?' }, { guild })).text).toContain('twice a day')
  })

  it('speaks one language to all, above that of each reader', async () => {
    const changed = await manager.command('settings change', { language: 'de' }, { guild })
    expect(changed.text).toMatchInlineSnapshot(`
      "(private)
      │ ### Einstellungen dieses Servers
      │ **Kanäle** alle
      │ **Antworten** standardmäßig öffentlich
      │ **Grenze pro Person** 30 Fragen und Befehle pro Minute
      │ **Geschützte Quellen** wie vom Betreiber dieses Bots eingestellt
      │ **Sprache** Deutsch"
    `)
    const reply = await ada.command('ask', { question: 'Who saw nobody?' }, { guild })
    expect(reply.text).toContain('Ich habe in diesem Archiv keinen Absatz gefunden')
    await manager.command('settings change', { language: 'readers' }, { guild })
    const again = await ada.command('ask', { question: 'Who saw nobody?' }, { guild })
    expect(again.text).toContain('I found no paragraph in this archive')
  })

  it('lets only the owner of the bot have protected sources shown', async () => {
    const refused = await manager.command('settings change', { sources: 'shown' }, { guild })
    expect(refused.text).toContain('Only the owner of this bot can turn off source protection.')
    const masked = await manager.command('settings change', { sources: 'masked' }, { guild })
    expect(masked.text).toContain('**Protected sources** masked')
  })
})

describe('the language of a reader', () => {
  it.each([
    ['es-ES', 'No he encontrado'],
    ['es-419', 'No he encontrado'],
    ['fr', 'Je n’ai trouvé'],
    ['de', 'Ich habe'],
    ['ja', 'I found no'],
  ])('%s is that of the replies', async (locale, words) => {
    const reader = running.standIn.user({ name: 'Reader', locale })
    expect((await reader.command('ask', { question: 'Who saw nobody?' }, { guild })).text).toContain(words)
  })

  it('is that of refusals, too', async () => {
    const lea = running.standIn.user({ name: 'Léa', locale: 'fr' })
    const reply = await lea.command('ask', { question: 'Who?', after: 'hier' }, { guild })
    expect(reply.text).toContain('Je ne peux pas lire « hier » comme une date.')
  })
})

describe('/privacy', () => {
  it('says what is kept, and of whom how much', async () => {
    const reply = await ada.command('privacy show', {}, { guild })
    expect(reply.isPrivate).toBe(true)
    expect(reply.text.replace(/(?<=forget:)\d+/u, 'id')).toMatchInlineSnapshot(`
      "(private)
      │ ### What is kept
      │ - How often each command is used each day and how long it takes; not who used it or what they typed.
      │ - Your 👍 and 👎 ratings, stored under a pseudonym derived from your Discord id (0 kept).
      │ - Questions are not kept. A follow-up reads the earlier questions from the message it follows.
      │ - Questions are answered on the bot’s own machine; nothing is sent elsewhere.
      │ ---
      │ </privacy forget:id> deletes everything that is kept about you."
    `)
  })

  it('forgets who asks to be forgotten, and nobody else', async () => {
    const { records } = services
    for (const { id: userId } of [ada, manager]) {
      records.keepFeedback({ userId, answerId: 'an answer', verdict: 'up', question: null })
    }
    expect((await ada.command('privacy forget', {}, { dm: true })).text).toContain('Ratings: 1,')
    expect(records.keptOf(ada.id)).toEqual({ feedback: 0, questions: 0 })
    expect(records.keptOf(manager.id)).toEqual({ feedback: 1, questions: 0 })
    expect((await ada.command('privacy forget', {}, { dm: true })).text).toContain('Ratings: 0,')
  })
})

describe('/about and /help', () => {
  it('say what there is', async () => {
    expect((await ada.command('about')).text).toMatchInlineSnapshot(`
      "(private)
      │ ### Pilcrow answers questions about diplomatic cables and cites the paragraph.
      │ **Archive** 4 cables, 47 paragraphs, from 3 posts
      │ **Largest posts** Embassy \\<@&​1> Ostravik (1), Embassy Lindgard (1), Embassy Tarsund (1)
      │ **Source** archive.example
      │ **Search** BM25, a model of a test
      │ **Answers** sentences quoted from the cables, no language model
      │ **Sources** Names that a cable marks “protect”, and private numbers and addresses, are masked and cannot be searched for. A name that no mark protects, or a person described without a name, can still be recognized.
      │ **Version** 1.2.3
      │ **Privacy** Questions are answered on the bot’s own machine; nothing is sent elsewhere. /privacy forget deletes everything that is kept about you."
    `)
  })

  it('list what a reader may use, by what they want, as links with examples', async () => {
    const lea = running.standIn.user({ name: 'Léa', locale: 'fr' })
    const { text } = await lea.command('help', {}, { group: true })
    const ids = new Map(running.standIn.commands.map(({ name, id }) => [name, id]))
    for (const name of ['ask', 'search', 'cable', 'similar', 'browse', 'cite', 'glossary', 'about', 'help'])
      expect(text).toContain(`</${name}:${ids.get(name) ?? ''}>`)
    expect(text).toContain('**Trouver des câbles et des passages**')
    expect(text).toContain(`</ask:${ids.get('ask') ?? ''}> Interroger l’archive`)
    expect(text).toContain('-# "coast guard" -school')
    // It is run by its subcommands only, which a link to the command itself does not open.
    expect(text).toContain('**/confidentialité**')
  })

  it('name the commands of those who run the bot to them alone', async () => {
    const reader = running.standIn.user({ name: 'Reader' })
    const member = await reader.command('help', {})
    expect(member.text).not.toMatch(/settings|corpus/u)
    const permissions = ORDINARY_PERMISSIONS | PermissionFlagsBits.ManageGuild
    const manager = running.standIn.user({ name: 'Manager of help', permissions })
    expect((await manager.command('help', {})).text).toContain('**/settings**')
  })
})

describe('use', () => {
  it('is counted by command and outcome, without who and what', () => {
    const { usage } = services.records.stats()
    expect(usage).toContainEqual(expect.objectContaining({ what: '/ask', outcome: 'answered' }))
    expect(usage).toContainEqual(expect.objectContaining({ what: '/ask', outcome: 'limited' }))
    expect(usage).toContainEqual(expect.objectContaining({ what: '/ask', outcome: 'refused' }))
    expect(JSON.stringify(usage)).not.toContain('ferry')
  })
})
