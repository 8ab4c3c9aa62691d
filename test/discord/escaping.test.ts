// A cable, a question, names and typed values full of what means something to Discord: shown as text, whatever shows it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/answer.js'
import { eachComponent, Type } from '../../src/playground/components.js'
import type { Reply } from '../../src/playground/reply.js'
import type { User } from '../../src/playground/user.js'
import type { Component } from '../../src/playground/wire.js'
import { abstention, answerOf, cable, passageOf, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const HOSTILE_TEXT = [
  '@everyone @here @EVERYONE <@123456789012345678> <@!123456789012345678> <@&1> <#123456789012345678>',
  '**bold** __line__ ~~gone~~ ||spoiler|| `code` ```block``` ***all*** _slant_',
  '# heading',
  '> quote',
  '- list',
  '1. first',
  '-# small',
  '[words](https://example.org/a_b) <https://example.org> https://example.org discord://x',
  'zero\u200Bwidth \u202Eturned\u202C \u2066isolated\u2069 \uFEFFmark soft\u00ADhyphen',
  'שלום **עולם** سلام',
  '<:seal:1> </ask:1> <t:0:R> <id:customize>',
].join('\n')

const CABLE = cable(
  {
    id: '07OSTRAVIK67',
    origin: 'Embassy **Ostravik** <@&1>',
    subject: `@everyone ${HOSTILE_TEXT.replaceAll('\n', ' ')}`,
    captions: ['||SIPDIS||'],
    tags: ['__PREL__', '<#1>'],
    references: ['06<@&1>12', '05LINDGARD212'],
    recipients: ['`SECSTATE` @here'],
    infoRecipients: ['[x](https://example.org)'],
    signer: '**GRIMSEL**',
  },
  [
    { heading: '# **Heading** @everyone', text: HOSTILE_TEXT },
    { marking: '||C||', text: HOSTILE_TEXT.repeat(12) },
  ],
)

/** On one line, as it is typed; Discord takes 1,000 characters. */
const QUESTION = `Who ${HOSTILE_TEXT.replaceAll('\n', ' ')}?`

let running: RunningBot
let ada: User
const seen: Reply[] = []

beforeAll(async () => {
  running = await runBot(
    servicesOf(
      ({ text }): Promise<Answer> =>
        Promise.resolve(
          text.includes('nobody')
            ? abstention(passageOf(CABLE, 1), passageOf(CABLE, 2))
            : answerOf([CABLE, 1, HOSTILE_TEXT.slice(0, 400)], [CABLE, 2, HOSTILE_TEXT.slice(100, 300)]),
        ),
      [CABLE],
    ),
  )
  // As others see who asks.
  ada = running.standIn.user({ name: '@everyone **Ada** <@&1>' })
})

afterAll(() => running.stop())

/** Keeps what came, and everything that its buttons open. */
async function walk(reply: Reply): Promise<void> {
  seen.push(reply)
  for (const component of eachComponent(reply.message.components)) {
    if (component.type !== Type.Button || !component.custom_id) continue
    // By its id, because an earlier one may have turned the page.
    const opened = await reply.forge(component.custom_id)
    if (!opened.isModal) seen.push(opened)
  }
}

/** Texts without the blocks of code of ours, in which Discord reads nothing: only their end must not come early. */
function textsOf(components: readonly Component[]): string[] {
  return [...eachComponent(components)].flatMap(({ content }) =>
    (content ?? '').replace(/^```bibtex\n[^`]*\n```$/mu, ''),
  )
}

describe('whatever a cable, a question, a name or an option says', () => {
  it('is shown by every command, button and message', async () => {
    await walk(await ada.command('ask', { question: QUESTION }))
    await walk(await ada.command('ask', { question: QUESTION, private: true }))
    await walk(await ada.command('ask', { question: `nobody ${QUESTION.slice(0, 900)}` }))
    await walk(await ada.command('search', { words: QUESTION }))
    await walk(await ada.command('cable', { id: CABLE.id }))
    await walk(await ada.command('cable', { id: CABLE.id, paragraph: '2' }))
    for (const typed of ['@everyone', '**06X**', '`1`', '[a](https://example.org)', '<@&1>']) {
      seen.push(await ada.command('cable', { id: typed }))
      seen.push(await ada.command('cable', { id: CABLE.id, paragraph: typed }))
      seen.push(await ada.command('ask', { question: 'When?', after: typed.slice(0, 10) }))
    }
    seen.push(await ada.mention(QUESTION))
    const said = ada.say(`${CABLE.id} ${HOSTILE_TEXT}`)
    seen.push(await ada.messageCommand('Find cables mentioned', said))
    seen.push(await ada.messageCommand('Ask about this', said))
    expect(seen.length).toBeGreaterThan(50)
  })

  it('pings nobody', () => {
    for (const { message } of seen) {
      expect(message.mention_everyone).toBe(false)
      expect(message.mentions).toEqual([])
      for (const text of textsOf(message.components)) {
        expect(text).not.toMatch(/@(?:everyone|here)/iu)
        expect(text).not.toMatch(/<(?:@[!&]?|#)\d/u)
      }
    }
    for (const { route, body } of running.standIn.requests) {
      if (route.startsWith('/webhooks/') || route === '/channels/{channel_id}/messages') {
        if (body !== undefined) expect(body).toMatchObject({ allowed_mentions: { parse: [] } })
      }
    }
  })

  it('is no format, no link and no custom emoji: what is left without the escaped characters is the bot’s own', () => {
    for (const { message } of seen) {
      for (const text of textsOf(message.components)) {
        // What is typed is escaped, so that a mention of a command is the bot's own.
        const bare = text.replace(/\\./gsu, 'x').replace(/<\/[a-z][a-z -]*:\d+>/gu, 'x')
        expect(bare).not.toMatch(/`|~~|\|\||__|\]\(|<[:/t@#a-z]/u)
        expect(bare).not.toMatch(/(?:https?|discord):\/\//u)
        // Bold and italics come in pairs, and only from us.
        expect((bare.match(/\*\*/gu) ?? []).length % 2).toBe(0)
        expect(bare.replaceAll('**', '').split('*').length % 2).toBe(1)
        // Lists of ours are numbered, and begin with a cable.
        for (const line of bare.split('\n')) {
          expect(line).not.toMatch(/^ *(?:# |- |\d+\. (?!(?:\*\*)?\d\d[A-Z]))/u)
        }
      }
    }
  })

  it('turns no line around and hides nothing in it', () => {
    for (const { message } of seen) {
      for (const text of textsOf(message.components)) {
        // A zero-width space breaks mentions, isolates hold right-to-left script: these are ours.
        expect(text).not.toMatch(/[\u200C-\u200F\u202A-\u202E\u2060-\u2067\u00AD\uFEFF]/u)
        const isolates = [...text.matchAll(/[\u2068\u2069]/gu)].map(([mark]) => mark).join('')
        expect(isolates).toMatch(/^(?:\u2068\u2069)*$/u)
      }
    }
  })

  it('stands there whole: words of every line of it', () => {
    const all = seen.flatMap(({ message }) => textsOf(message.components)).join('\n')
    for (const word of ['everyone', 'spoiler', 'heading', 'example', 'zerowidth', 'turned', 'עולם', 'seal']) {
      expect(all).toContain(word)
    }
  })
})
