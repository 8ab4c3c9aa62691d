/**
 * @module What a message asks the bot, and what was said before it: the questions answered in the thread or talk, and the message
 * that this one replies to. Nothing of it is kept; what is needed is in the event or read from Discord.
 */
import type { Message } from 'discord.js'
import type { Logger } from 'pino'
import { beginningOf, withoutMentions } from '../../commands/question.js'
import { readAsked } from '../replies/asked.js'
import { EARLIER_QUESTIONS_MAX } from '../replies/limits.js'
import { componentsOf, targetOf } from './caller.js'
import { withTimeLimit } from '../time-limit.js'
import { loggable } from './errors.js'

/** Messages that are looked through for earlier questions. */
const LOOKED_THROUGH = 50

/** How long they are waited for (ms): a question is better answered alone than late. */
const HISTORY_TIME_MS = 5_000

export interface MentionText {
  readonly question: string
  /** Oldest first. */
  readonly history: readonly string[]
  /** Whether the question is what another person wrote, and this message only points to it. */
  readonly isAnothers: boolean
}

/**
 * Written by a person, and to the bot itself: not to everyone, and not to a role that it has. A reply to one of its messages pings it
 * without naming it, and is talk among people ("thanks!").
 */
export function isForUs({ author, system, webhookId, client, guildId, content }: Message): boolean {
  if (author.bot || system || webhookId !== null) return false
  return guildId === null || new RegExp(`<@!?${client.user.id}>`, 'u').test(content)
}

/**
 * The message that this one replies to, as the event brought it: it is asked of nobody, so no right is needed to read it. It must be
 * taken at once, because the next events push it out.
 */
export function repliedTo({ reference, channel }: Message): Message | undefined {
  return reference?.messageId === undefined ? undefined : channel.messages.cache.get(reference.messageId)
}

export async function textOf(
  message: Message,
  answered: Message | undefined,
  logger: Logger,
): Promise<MentionText> {
  const own = withoutMentions(message.content).trim()
  const isOurs = answered?.author.id === message.client.user.id
  const theirs =
    answered === undefined || isOurs ? '' : beginningOf(withoutMentions(targetOf(answered).text).trim())
  const earlier = await historyOf(message, isOurs ? answered : undefined, logger)
  if (own === '' && theirs !== '') return { question: theirs, history: earlier, isAnothers: true }
  const history = theirs === '' ? earlier : [...earlier, theirs]
  return { question: own, history: history.slice(-EARLIER_QUESTIONS_MAX), isAnothers: false }
}

/** Of the thread or talk; elsewhere of the answer that is replied to. A history that cannot be had is no reason not to answer. */
async function historyOf(
  message: Message,
  answer: Message | undefined,
  logger: Logger,
): Promise<readonly string[]> {
  const { channel, client } = message
  if (channel.isThread() || channel.isDMBased()) {
    try {
      const fetched = channel.messages.fetch({ before: message.id, limit: LOOKED_THROUGH, cache: false })
      const onTimeout = (): Error => new Error(`no history within ${HISTORY_TIME_MS} ms`)
      const earlier = await withTimeLimit(fetched, HISTORY_TIME_MS, onTimeout, (error) => {
        logger.warn({ err: loggable(error) }, 'the earlier questions came to nothing after their time was up')
      })
      return [...earlier.values()]
        .filter(({ author }) => author.id === client.user.id)
        .sort((a, b) => a.createdTimestamp - b.createdTimestamp)
        .flatMap((each) => readAsked(componentsOf(each))?.question ?? [])
        .slice(-EARLIER_QUESTIONS_MAX)
    } catch (error) {
      logger.warn({ err: loggable(error) }, 'the earlier questions cannot be read; answering without them')
    }
  }
  const read = answer === undefined ? null : readAsked(componentsOf(answer))
  return read === null ? [] : [...read.history, read.question].slice(-EARLIER_QUESTIONS_MAX)
}
