/**
 * Everything that people can type, press, choose and fill in, once in each language; what they then read stands in
 * `golden/every-reply.*.txt`. Whoever changes a reply renews those files (`vitest run FILE --update`) and reads the difference.
 */
import { PermissionFlagsBits } from 'discord.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands, components, messageCommands } from '../../commands/index.js'
import type { Services } from '../../commands/services.js'
import { ORDINARY_PERMISSIONS, type Guild, type Role } from '../../src/playground/world.js'
import { eachComponent } from '../../src/playground/components.js'
import type { Reply } from '../../src/playground/reply.js'
import type { User } from '../../src/playground/user.js'
import { Records } from '../../src/records/records.js'
import type { Found } from '../../src/retrieval/found.js'
import { abstention, answerOf, HARBOUR, LONG, passageOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'
import { FERRY, StoredArchive } from '../support/stored-archive.js'

const QUESTION = 'What did Olavsen offer?'

const OFFERS = answerOf(
  [HARBOUR, 2, 'The second is a shared\ncoast guard.'],
  [HARBOUR, 5, 'Ordinary people want the ferry more than the school.'],
)

const archive = new StoredArchive(({ text }) =>
  Promise.resolve(
    /regatta/u.test(text)
      ? abstention(passageOf(HARBOUR, 3), passageOf(LONG, 2))
      : /coast guard/u.test(text)
        ? { ...OFFERS, confidence: 0.5, writtenBy: 'language model' }
        : OFFERS,
  ),
)

const ADDED = { read: 3, added: 1, renewed: 1, unchanged: 0, refused: 1, embedded: 2, ms: 9, stopped: false }

const SIGNS = '"coast guard" tariff OR negotiat* -school -2009 regatta'

/** What such a search finds where nothing keeps to it. */
const NOTHING_HELD: Found = {
  passages: [],
  text: 'coast guard tariff negotiat regatta',
  filter: {},
  rule: {
    all: [
      [{ words: 'coast guard', prefix: null }],
      [
        { words: 'tariff', prefix: null },
        { words: '', prefix: 'negotiat' },
      ],
    ],
    none: [{ words: 'school', prefix: null }],
  },
  withoutYears: [2009],
  corrections: [{ typed: 'tarrif', found: 'tariff' }],
  nowhere: ['regatta'],
  withAll: { count: 0, isMore: false },
}

let running: RunningBot
let records: Records
let librarians: Role
let guild: Guild

beforeAll(async () => {
  records = Records.inMemory()
  const roles: string[] = []
  const services: Services = {
    ...archive.services,
    find: (query, limit) =>
      query.text.includes('"') ? Promise.resolve(NOTHING_HELD) : archive.services.find(query, limit),
    records,
    corpus: {
      roles,
      add: () => Promise.resolve({ ...ADDED, reasons: ['It has no cable number.'] }),
      remove: (id) => Promise.resolve(id === FERRY.id),
      status: () => ({ pending: 2, isBusy: true }),
    },
  }
  running = await runBot(services)
  librarians = running.standIn.role('Librarians')
  roles.push(librarians.id)
  guild = running.standIn.home
})

afterAll(async () => {
  await running.stop()
  archive.close()
})

/** Named by the id's beginning, because the label is in the reader's language. */
function idOn(reply: Reply, route: string): string {
  const found = [...eachComponent(reply.message.components)].find(({ custom_id: id }) =>
    id?.startsWith(`${route}.`),
  )
  if (!found?.custom_id) throw new Error(`there is no ${route} on:\n${reply.text}`)
  return found.custom_id
}

const press = (reply: Reply, route: string): Promise<Reply> => reply.click(idOn(reply, route))
const choose = (reply: Reply, route: string, value: string): Promise<Reply> =>
  reply.select(value, idOn(reply, route))

class Reading {
  readonly #parts: string[] = []

  /** @param what the same in every language, so that the files can be laid side by side */
  see(what: string, reply: Reply): Reply {
    // Ids of commands are others in every run.
    const text = reply.text.replace(/(?<=<\/[\w ]{1,40}:)\d+(?=>)/gu, 'id')
    this.#parts.push(`## ${what}\n${text}\n`)
    return reply
  }

  get text(): string {
    return this.#parts.join('\n')
  }
}

describe.each(['en-US', 'es-ES', 'fr', 'de'])('a reader in %s', (locale) => {
  let reader: User
  let manager: User

  beforeAll(() => {
    const { standIn } = running
    const name = `Reader ${locale}`
    reader = standIn.user({ name, locale, roles: [librarians] })
    const permissions = ORDINARY_PERMISSIONS | PermissionFlagsBits.ManageGuild
    manager = standIn.user({ name: `Manager ${locale}`, locale, permissions })
    // Nothing of this is about limits.
    records.changeSettings(guild.id, { usesPerMinute: 0 })
  })

  it('can read every reply', async () => {
    const reading = new Reading()
    const see = async (what: string, reply: Promise<Reply>): Promise<Reply> => reading.see(what, await reply)
    await asking(see)
    await cables(see)
    await lists(see)
    await about(see)
    await mistakes(see)
    await expect(reading.text).toMatchFileSnapshot(`golden/every-reply.${locale.slice(0, 2)}.txt`)
  })

  type See = (what: string, reply: Promise<Reply>) => Promise<Reply>

  async function asking(see: See): Promise<void> {
    const answer = await see('/ask', reader.command('ask', { question: QUESTION }))
    const paragraph = await see('button para', press(answer, 'para'))
    await see('button turn', press(paragraph, 'turn'))
    const more = await see('button more', press(answer, 'more'))
    await see('button para, on a passage', press(more, 'para'))
    const source = eachComponent(answer.message.components)
    const [first] = [...source].flatMap(({ options }) => options ?? [])
    await see('menu citesource', choose(answer, 'citesource', first?.value ?? ''))
    await see('button feedback up', answer.click('👍'))
    await see('button feedback down', answer.click('👎'))
    const filters = {
      question: QUESTION,
      post: 'Embassy Lindgard',
      after: '2005',
      tag: 'PREL',
      private: true,
    }
    const secret = await see('/ask, filtered and private', reader.command('ask', filters))
    const modal = await see('button follow', press(secret, 'follow'))
    const next = modal.submitModal({ question: 'And the coast guard?' })
    const second = await see('modal followup, written by a language model and not sure', next)
    await press(second, 'share')
    await second.until(() => second.buttons.length === 6)
    const [shared] = running.standIn.messages(reader).slice(-1)
    if (shared !== undefined) await see('button share: what all see', Promise.resolve(shared))
    await see('button share: what is left', Promise.resolve(second))
    await see('/ask, not answered', reader.command('ask', { question: 'Who won the regatta?' }))
    const said = reader.say(`See ${HARBOUR.id}, 06 Tarsund 1407 and 99NOWHERE1.`)
    await see('message command: find', reader.messageCommand('Find cables mentioned', said))
    await see('message command: ask', reader.messageCommand('Ask about this', reader.say(QUESTION)))
    // A message does not tell its author's language: the server's, English, stands in.
    await see('mention', reader.mention(QUESTION))
  }

  async function cables(see: See): Promise<void> {
    const harbour = await see('/cable', reader.command('cable', { id: HARBOUR.id }))
    // Offered only where a menu does not hold them all.
    const links = `${HARBOUR.id}:references:1`
    const list = await see('button links', harbour.forge(`links.1:${links}`))
    await see('button linkspage', list.forge(`linkspage.1:${links}`))
    const ferry = await see('menu linked', choose(harbour, 'linked', FERRY.id))
    await see('button file', press(ferry, 'file'))
    await see('button cite', press(ferry, 'cite'))
    await see('button similar', press(ferry, 'similar'))
    const paragraph = reader.command('cable', { id: HARBOUR.id, paragraph: '2' })
    await see('button cable', press(await see('/cable, a paragraph', paragraph), 'cable'))
    const long = await reader.command('cable', { id: LONG.id })
    const jump = await see('button jump', press(long, 'jump'))
    await see('modal jumpto', jump.submitModal({ paragraph: '30' }))
    await see('button page', press(long, 'page'))
    await see('/cable without a text', reader.command('cable', { id: '75TARSUND3' }))
    await see('/cite', reader.command('cite', { id: HARBOUR.id, paragraph: '1' }))
    await see('/similar', reader.command('similar', { id: FERRY.id }))
  }

  async function lists(see: See): Promise<void> {
    const found = await see('/search', reader.command('search', { words: 'ferry' }))
    expect(found.buttons).toHaveLength(3)
    const order = await reader.command('search', { words: 'chair order', after: '1987', before: '1987-06' })
    await see('button found', press(order, 'found'))
    const held = await see('/search with signs', reader.command('search', { words: SIGNS }))
    await see('button loosen', press(held, 'loosen'))
    const list = await see('/browse', reader.command('browse'))
    await see('menu narrow', choose(list, 'narrow', 'Embassy Tarsund'))
    await see('button list', press(list, 'list'))
    const tag = await see('/glossary', reader.command('glossary', { term: 'ewwt' }))
    await see('button browse', press(tag, 'browse'))
    await see('/glossary of a caption', reader.command('glossary', { term: 'noforn' }))
  }

  async function about(see: See): Promise<void> {
    await see('/about', reader.command('about'))
    await see('/help', reader.command('help'))
    await see('/privacy show', reader.command('privacy show'))
    await see('/privacy forget', reader.command('privacy forget'))
    await see('/settings show', manager.command('settings show'))
    const changes = { private: true, limit: 30, sources: 'masked', language: 'readers' }
    await see('/settings change', manager.command('settings change', changes))
    await see('/settings channels', manager.command('settings channels', { all: true }))
    records.changeSettings(guild.id, { isPrivate: false, usesPerMinute: 0, protectsSources: null })
    const file = { name: 'cables.zip', content: 'PK' }
    const added = await reader.command('corpus add', { file })
    await see(
      '/corpus add',
      added.until((text) => text.includes('1, ')),
    )
    await see('/corpus remove', reader.command('corpus remove', { cable: FERRY.id }))
    await see('/corpus status', reader.command('corpus status'))
  }

  /** What is refused, and what is not found. */
  async function mistakes(see: See): Promise<void> {
    await see('a cable that is near', reader.command('cable', { id: '05LINDGARD213' }))
    await see('a number that is none', reader.command('cable', { id: 'the harbour one' }))
    await see('a paragraph too many', reader.command('cable', { id: HARBOUR.id, paragraph: '9' }))
    await see('an empty question', reader.command('ask', { question: '?' }))
    await see('a day that is none', reader.command('ask', { question: QUESTION, after: 'May' }))
    await see('words that are nowhere', reader.command('search', { words: 'zeppelin' }))
    const nothing = await see('a list of nothing', reader.command('browse', { year: 1999 }))
    await see('button again', press(nothing, 'again'))
    const mistaken = { question: QUESTION, post: 'Lindgart', tag: 'EWTT', classification: 'SECRET' }
    await see('filters of nothing', reader.command('ask', mistaken))
    await see(
      'days the wrong way round',
      reader.command('ask', { question: QUESTION, after: '2006', before: '2004' }),
    )
    const apart = { post: 'Embassy Tarsund', year: 2005 }
    await see('filters that do not go together', reader.command('browse', apart))
    await see('a word that is not known', reader.command('glossary', { term: 'xyzzyplugh' }))
    await see('nothing similar', reader.command('similar', { id: HARBOUR.id }))
    await see('not comparable yet', reader.command('similar', { id: '75TARSUND3' }))
    await see('a message without numbers', reader.messageCommand('Find cables mentioned', reader.say('No.')))
    const cable = await reader.command('cable', { id: HARBOUR.id })
    await see('a button of nobody', cable.forge('hello'))
    await see('a button of another version', cable.forge('page.9:x'))
    await see('a page that is gone', cable.forge(`page.1:${HARBOUR.id}:7`))
    await see('a removal in vain', reader.command('corpus remove', { cable: '06LINDGARD1' }))
    await see('not allowed', manager.command('corpus status'))
  }
})

it('everything that can be used was used, and answered', () => {
  const answered = new Set(
    records.stats().usage.flatMap(({ what, outcome }) => (outcome === 'answered' ? [what] : [])),
  )
  const all = [
    ...commands.map(({ name }) => `/${name}`),
    ...messageCommands.map(({ name }) => name),
    ...components.map(({ kind, name }) => `${kind} ${name}`),
    'mention',
  ]
  expect(all.filter((what) => !answered.has(what))).toEqual([])
})
