/**
 * A thousand uses of random kinds, while Discord stumbles: each is answered with a sentence or reported in the log, none is lost.
 * The seed decides what is used and which fault it meets; how they fall together is decided by the moment.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { messageCommands } from '../../commands/index.js'
import { NoAnswer } from '../../src/playground/stand-in.js'
import { eachComponent, isSelect } from '../../src/playground/components.js'
import type { Reply } from '../../src/playground/reply.js'
import type { User } from '../../src/playground/user.js'
import { Permission, type Channel } from '../../src/playground/world.js'
import { abstention, answerOf, HARBOUR, LONG, passageOf } from '../support/archive.js'
import { runBot, type LogLine, type RunningBot } from '../support/bot.js'
import { Dice } from '../support/dice.js'
import { FERRY, StoredArchive } from '../support/stored-archive.js'

const USES = 1_000
const PEOPLE = 80
/** Uses that go on at a time. */
const AT_A_TIME = 32
const SEED = 17
/** Share of the uses that meet a fault. */
const FAULTY = 0.35
/** Share of the uses that may be lost: those whose fault lasts longer than the bot may try again. */
const LOST_MAX = 0.1
/** How long a person waits after the acknowledgement (ms): twice what the slowest answer took that was tried again and again (5.4 s). */
const PATIENCE_MS = 10_000
/** Requests that fail one after the other: most are single, some make an outage. */
const TIMES = [1, 1, 2, 3, 5, 40]
const TIME_MS = 60_000

const OFFERS = answerOf(
  [HARBOUR, 2, 'The second is a shared\ncoast guard.'],
  [HARBOUR, 3, 'The ferry will run twice a day.'],
)

const archive = new StoredArchive(({ text }) =>
  text.includes('break')
    ? Promise.reject(new Error('a fault of a test'))
    : Promise.resolve(text.includes('regatta') ? abstention(passageOf(LONG, 2)) : OFFERS),
)

let running: RunningBot
let people: User[]
const dice = new Dice(SEED)

beforeAll(async () => {
  running = await runBot(archive.services, { limits: { patienceMs: PATIENCE_MS } })
  archive.services.records.changeSettings(running.standIn.home.id, { usesPerMinute: 0 })
  people = Array.from({ length: PEOPLE }, (_, n) => {
    const locale = dice.pick(['en-US', 'es-ES', 'fr', 'de'])
    return running.standIn.user({ name: `Reader ${n}`, locale })
  })
})

afterAll(async () => {
  await running.stop()
  archive.close()
})

const COMMANDS: readonly (readonly [string, Record<string, string>])[] = [
  ['ask', { question: 'What did Olavsen offer?' }],
  ['ask', { question: 'Who won the regatta?' }],
  ['ask', { question: 'Will it break?' }],
  ['ask', { question: 'thanks!' }],
  ['search', { words: 'ferry' }],
  ['search', { words: '"coast guard" -school' }],
  ['cable', { id: LONG.id }],
  ['cable', { id: HARBOUR.id, paragraph: '2' }],
  ['cable', { id: 'none at all' }],
  ['browse', {}],
  ['similar', { id: FERRY.id }],
  ['cite', { id: HARBOUR.id }],
  ['glossary', { term: 'ewwt' }],
  ['help', {}],
  ['about', {}],
  ['corpus status', {}],
  ['privacy show', {}],
]

/** What came of one use, as its person sees it. */
interface Seen {
  /** Ids of the interactions whose answer was seen. */
  readonly answered: string[]
  unanswered: number
  suggestions: number
}
const seen: Seen = { answered: [], unanswered: 0, suggestions: 0 }
const mentioned: string[] = []
/** Replies with something to press, the newest last. */
const open: Reply[] = []

async function look(use: Promise<Reply>): Promise<void> {
  try {
    const reply = await use
    if (reply.interaction === undefined) throw new Error('an answer to nothing')
    seen.answered.push(reply.interaction.id)
    expect(reply.text.trim()).not.toBe('')
    open.push(reply)
    if (open.length > 60) open.shift()
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    seen.unanswered += 1
  }
}

async function complete(person: User): Promise<void> {
  try {
    await person.autocomplete('cable', { focused: 'id', value: dice.pick(['05', '06t', 'zz']) })
    seen.suggestions += 1
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    seen.unanswered += 1
  }
}

/** Something that the person of a reply can press, choose or fill in; undefined where there is nothing. */
function onReply(): Promise<Reply> | undefined {
  const usable = open.filter((reply) => reply.isModal || !reply.isDeleted)
  if (usable.length === 0) return undefined
  const reply = dice.pick(usable)
  if (reply.isModal) {
    const isJump = reply.modal.custom_id.startsWith('jump')
    return reply.submitModal(
      isJump ? { paragraph: dice.pick(['30', '99', 'x']) } : { question: 'And the ferry?' },
    )
  }
  const parts = [...eachComponent(reply.message.components)].filter(
    ({ custom_id: id, disabled }) => id !== null && id !== undefined && disabled !== true,
  )
  if (parts.length === 0) return undefined
  const { custom_id: id = '', ...part } = dice.pick(parts)
  if (!isSelect(part)) return reply.click(id ?? '')
  return reply.select(dice.pick(part.options ?? []).value, id ?? '')
}

async function use(): Promise<void> {
  const { standIn } = running
  const person = dice.pick(people)
  const place = dice.chance(0.2) ? { dm: true } : {}
  const kind = dice.pick(['command', 'component', 'component', 'complete', 'mention', 'message'] as const)
  if (kind === 'complete') return complete(person)
  if (kind === 'mention') {
    const words = `<@${standIn.applicationId}> What did Olavsen offer?`
    const said = person.say(words, dice.chance(0.2) ? { dm: true } : { channel: dice.pick(channels()) })
    mentioned.push(said.id)
    if (dice.chance(0.1)) standIn.delete(said)
    return
  }
  if (kind === 'message') {
    const words = dice.pick(['See 05LINDGARD212.', 'What did Olavsen offer?', '…'])
    const target = person.say(words, { channel: dice.pick(channels()) })
    return look(person.messageCommand(dice.pick(messageCommands).name, target))
  }
  const pressed = kind === 'component' ? onReply() : undefined
  if (pressed !== undefined) return look(pressed)
  const [name, options] = dice.pick(COMMANDS)
  return look(person.command(name, options, place))
}

let places: Channel[] | undefined
function channels(): readonly Channel[] {
  places ??= ['hall', 'reading', 'maps'].map((name) => running.standIn.channel(name))
  return places
}

function disturb(): void {
  const { standIn } = running
  const { limits, gateway } = standIn
  const faults: (() => void)[] = [
    () => {
      gateway.dropConnections()
    },
    () => {
      gateway.askToReconnect()
    },
    () => {
      limits.failNext({ status: 429, retryAfterMs: dice.below(400), global: dice.chance(0.2) })
    },
    () => {
      limits.failNext({ status: dice.pick([500, 502, 503]), times: dice.pick(TIMES) })
    },
    () => {
      const status = dice.pick(['unheard', 'unanswered'] as const)
      limits.failNext({ status, times: dice.pick(TIMES) })
    },
    () => {
      deletions += 1
    },
    () => {
      const rights = [0n, Permission.SendMessages, Permission.ReadMessageHistory]
      standIn.deny(dice.pick(channels()), dice.pick(rights))
    },
  ]
  dice.pick(faults)()
}

/** Messages that are deleted as soon as the bot has written or changed them. */
let deletions = 0

/** A person or a moderator deletes what the bot is at work on. */
function deleteNow(): () => void {
  return running.standIn.onMessage((event, message) => {
    if (event === 'deleted' || deletions === 0 || message.author.id !== running.standIn.applicationId) return
    deletions -= 1
    running.standIn.delete(message)
  })
}

const ofMention = (line: LogLine): boolean => line['what'] === 'mention'
const idOf = (line: LogLine): string => String(line['interaction'] ?? line['message'])

/** One line for each use that the bot has ended. */
function ended(): LogLine[] {
  return running.log.filter(({ msg }) => msg === 'done')
}

it(
  'a thousand uses and as many faults as come: each is answered or reported, none is lost',
  async () => {
    const end = deleteNow()
    let left = USES
    const oneAfterTheOther = async (): Promise<void> => {
      while (left > 0) {
        left -= 1
        if (dice.chance(FAULTY)) disturb()
        await use()
      }
    }
    await Promise.all(Array.from({ length: AT_A_TIME }, oneAfterTheOther))
    end()
    running.standIn.limits.clear()
    await expect.poll(() => ended().length, { timeout: 15_000 }).toBe(USES)

    const lines = ended()
    // Nothing was answered twice, and nothing else was.
    expect(new Set(lines.map(idOf)).size).toBe(USES)
    expect(
      lines
        .filter(ofMention)
        .map(idOf)
        .sort((a, b) => a.localeCompare(b)),
    ).toEqual([...mentioned].sort((a, b) => a.localeCompare(b)))

    const lost = new Set(lines.filter(({ outcome }) => outcome === 'lost').map(idOf))
    const reported = new Set(running.log.filter(({ level }) => level >= 50).map(idOf))
    expect([...lost].filter((id) => !reported.has(id))).toEqual([])
    expect(lost.size).toBeLessThan(USES * LOST_MAX)

    // What the bot takes for answered, its reader has seen.
    const answered = new Set(seen.answered)
    const told = lines.filter((line) => !ofMention(line) && !lost.has(idOf(line)))
    const unseen = told.filter((line) => !String(line['what']).startsWith('suggestions'))
    expect(unseen.filter((line) => !answered.has(idOf(line)))).toEqual([])
    expect(told.length - unseen.length).toBe(seen.suggestions)

    // And it goes on as if nothing had been.
    const reply = await people[0]?.command('cable', { id: HARBOUR.id })
    expect(reply?.text).toContain('HARBOUR TALKS')
    process.stdout.write(`of ${USES} uses ${lost.size} were lost, and all of these are reported\n`)
  },
  TIME_MS,
)
