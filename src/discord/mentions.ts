/**
 * @module Questions that are written to the bot in a message: a mention, or anything in a direct message. In a thread or a
 * direct talk the questions answered there before are its history; nothing of it is kept, it is read from Discord each time.
 */
import type { Message } from 'discord.js'
import type { Logger } from 'pino'
import { answerTo } from '../../commands/answering.js'
import type { Caller } from '../../commands/context.js'
import { readAsked } from '../replies/asked.js'
import { EARLIER_QUESTIONS_MAX } from '../replies/limits.js'
import { refusal } from '../replies/texts/refusal.js'
import { componentsOf, contextFor, placesOf, type Surroundings } from './caller.js'
import { loggable, troubleOf } from './errors.js'
import type { Gate } from './gate.js'
import type { Handled, RoutedUse } from './handled.js'
import { channelMessageOf } from './message.js'
import { withTimeLimit } from '../time-limit.js'

/** How long an answer may take (ms). */
const ANSWER_TIME_MS = 120_000

/** Messages that are looked through for earlier questions. */
const LOOKED_THROUGH = 50

export interface MentionParts {
  readonly surroundings: Surroundings
  readonly gate: Gate
  readonly onUse: (use: RoutedUse) => void
}

export class Mentions {
  readonly #parts: MentionParts
  readonly #inFlight = new Set<Promise<void>>()
  #isClosing = false

  constructor(parts: MentionParts) {
    this.#parts = parts
  }

  /** Never rejects. Messages that are not for the bot are passed over. */
  async handle(message: Message): Promise<void> {
    if (this.#isClosing || !isForUs(message)) return
    const startedAt = performance.now()
    const what = 'mention'
    const logger = this.#parts.surroundings.logger.child({ message: message.id, what })
    const work = this.#answer(message, logger)
      .catch((error: unknown): Handled => {
        logger.error({ err: loggable(error) }, 'the answer could not be delivered')
        return { outcome: 'lost', acknowledgedMs: undefined }
      })
      .then((handled) => {
        const ms = performance.now() - startedAt
        logger.info({ ms: Math.round(ms), outcome: handled.outcome }, 'done')
        this.#parts.onUse({ what, ms, ...handled })
      })
      .catch((error: unknown) => {
        logger.error({ err: loggable(error) }, 'a use could not be counted')
      })
    this.#inFlight.add(work)
    await work
    this.#inFlight.delete(work)
  }

  /** From now on messages are passed over; settles when all that is in flight is answered. */
  async close(): Promise<void> {
    this.#isClosing = true
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight)
  }

  async #answer(message: Message, logger: Logger): Promise<Handled> {
    const { surroundings, gate } = this.#parts
    const context = contextFor(callerOf(message), surroundings)
    const { caller, settings, goneChannels, say } = context
    try {
      gate.pass(caller, settings, 'asking', goneChannels)
      // A message cannot be answered privately.
      if (settings.isPrivate) throw refusal('common.askPrivately')
      const asked = { question: questionOf(message), filters: {}, history: await historyOf(message) }
      const onTimeout = (): Error => refusal('common.tooLong')
      const work = answerTo(asked, { ...context, isPrivate: false })
      const reply = await withTimeLimit(work, ANSWER_TIME_MS, onTimeout, (error) => {
        logger.error({ err: loggable(error) }, 'an answer failed after it took too long')
      })
      await message.reply(channelMessageOf(reply))
      return { outcome: 'answered', acknowledgedMs: undefined }
    } catch (error) {
      const { reply, outcome } = troubleOf(error, say, logger)
      await message.reply(channelMessageOf(reply))
      return { outcome, acknowledgedMs: undefined }
    }
  }
}

/** Written by a person, and to the bot itself: not to everyone, and not to a role that it has. */
function isForUs({ author, system, webhookId, client, guildId, mentions }: Message): boolean {
  if (author.bot || system || webhookId !== null) return false
  return guildId === null || mentions.users.has(client.user.id)
}

function callerOf({ author, member, guild, guildId, channel, channelId }: Message): Caller {
  return {
    userId: author.id,
    name: author.displayName,
    // A message does not tell its author's language.
    locale: guild?.preferredLocale ?? 'en-US',
    guildId,
    channelId,
    channelIds: placesOf(channelId, channel),
    permissions: 0n,
    roles: [...(member?.roles.cache.keys() ?? [])],
  }
}

/** The words without the mention. */
function questionOf({ content, client }: Message): string {
  return content.replaceAll(new RegExp(`<@!?${client.user.id}>`, 'gu'), ' ').trim()
}

/** Questions that were answered before in the thread or talk, or in the message that this one replies to; oldest first. */
async function historyOf(message: Message): Promise<string[]> {
  const { channel, client, reference } = message
  const isOurs = ({ author }: Message): boolean => author.id === client.user.id
  if (channel.isThread() || channel.isDMBased()) {
    const earlier = await channel.messages.fetch({ before: message.id, limit: LOOKED_THROUGH, cache: false })
    return [...earlier.values()]
      .filter(isOurs)
      .sort((a, b) => a.createdTimestamp - b.createdTimestamp)
      .flatMap((each) => readAsked(componentsOf(each))?.question ?? [])
      .slice(-EARLIER_QUESTIONS_MAX)
  }
  if (reference?.messageId === undefined) return []
  const answered = await message.fetchReference()
  const read = isOurs(answered) ? readAsked(componentsOf(answered)) : null
  return read === null ? [] : [...read.history, read.question].slice(-EARLIER_QUESTIONS_MAX)
}
