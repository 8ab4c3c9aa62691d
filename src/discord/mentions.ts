/** @module Questions that are written to the bot in a message: a mention, or anything in a direct message. */
import { DiscordAPIError, RESTJSONErrorCodes, type Message } from 'discord.js'
import type { Logger } from 'pino'
import { answerTo } from '../../commands/answering.js'
import type { Caller, CommandContext } from '../../commands/context.js'
import type { Outcome } from '../records/records.js'
import type { Reply } from '../replies/components.js'
import { refusal } from '../replies/texts/refusal.js'
import { contextFor, placesOf, type Surroundings } from './caller.js'
import { loggable, troubleOf } from './errors.js'
import { OtherChannelError, type Gate } from './gate.js'
import type { Handled, RoutedUse } from './handled.js'
import { mayWriteWhere } from './may-write.js'
import { isForUs, repliedTo, textOf } from './mention-text.js'
import { channelMessageOf, plainMessageOf } from './message.js'
import { OnceAMinute } from './once-a-minute.js'
import { whileTyping } from './typing.js'
import { withTimeLimit } from '../time-limit.js'

/** How long an answer may take (ms). */
const ANSWER_TIME_MS = 120_000

/** Where a bot may write, but not reply: that takes the right to read what was said before. */
const MAY_NOT_REPLY = RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory

/** What Discord says to whoever may not write in a channel, or not see it, or of one that is deleted. */
const SHUT_OUT: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.UnknownChannel,
])

export interface MentionParts {
  readonly surroundings: Surroundings
  readonly gate: Gate
  readonly onUse: (use: RoutedUse) => void
}

export class Mentions {
  readonly #parts: MentionParts
  readonly #inFlight = new Set<Promise<void>>()
  readonly #onceAMinute = new OnceAMinute()
  #isClosing = false

  constructor(parts: MentionParts) {
    this.#parts = parts
  }

  /** Never rejects. Messages that are not for the bot are passed over. */
  async handle(message: Message): Promise<void> {
    if (this.#isClosing || !isForUs(message)) return
    if (this.#parts.surroundings.allows?.(message.guildId) === false) return
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
    const answered = repliedTo(message)
    if (!mayWriteWhere(message)) {
      logger.info('mentioned where the bot may not write')
      return { outcome: 'refused', acknowledgedMs: undefined }
    }
    const context = contextFor(callerOf(message), this.#parts.surroundings)
    try {
      const { caller, settings, goneChannels } = context
      this.#parts.gate.pass(caller, settings, 'asking', goneChannels)
      // A message cannot be answered privately.
      if (settings.isPrivate) throw refusal('common.askPrivately')
      const reply = await whileTyping(message, logger, () => replyTo(message, answered, context, logger))
      await deliver(message, reply)
      return { outcome: 'answered', acknowledgedMs: undefined }
    } catch (error) {
      if (isShutOut(error)) {
        // Nor could it be told that: the right to write, or the channel, was taken away meanwhile.
        logger.warn({ err: loggable(error) }, 'the bot may no longer write where it was mentioned')
        return { outcome: 'refused', acknowledgedMs: undefined }
      }
      const { reply, outcome } = troubleOf(error, context, logger)
      if (this.#isToBeTold(error, outcome, message)) await deliver(message, reply)
      return { outcome, acknowledgedMs: undefined }
    }
  }

  /** Who goes on all the same after such a refusal has read it already. */
  #isToBeTold(error: unknown, outcome: Outcome, { author, channelId }: Message): boolean {
    if (outcome === 'limited') return this.#onceAMinute.isDue(`limit ${author.id}`)
    return (
      !(error instanceof OtherChannelError) || this.#onceAMinute.isDue(`channel ${channelId} ${author.id}`)
    )
  }
}

async function replyTo(
  message: Message,
  answered: Message | undefined,
  context: CommandContext,
  logger: Logger,
): Promise<Reply> {
  const { question, history, isAnothers } = await textOf(message, answered, logger)
  const asked = { question, filters: {}, history, isQuoted: isAnothers }
  const work = answerTo(asked, { ...context, isPrivate: false })
  const onTimeout = (): Error => refusal('common.tooLong')
  return withTimeLimit(work, ANSWER_TIME_MS, onTimeout, (error) => {
    logger.error({ err: loggable(error) }, 'an answer failed after it took too long')
  })
}

function isShutOut(error: unknown): boolean {
  return error instanceof DiscordAPIError && SHUT_OUT.has(error.code)
}

async function deliver(message: Message, reply: Reply): Promise<void> {
  try {
    await message.reply(channelMessageOf(reply, message.id))
  } catch (error) {
    const isPlainAllowed = error instanceof DiscordAPIError && error.code === MAY_NOT_REPLY
    if (!isPlainAllowed || !message.channel.isSendable()) throw error
    await message.channel.send(plainMessageOf(reply, message.id))
  }
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
