/** @module The error boundary: what people are told of an error, and what the log keeps of it. */
import { randomBytes } from 'node:crypto'
import { DiscordAPIError, HTTPError } from 'discord.js'
import type { Logger } from 'pino'
import type { CommandContext } from '../../commands/context.js'
import { UserError } from '../errors.js'
import { withMentions } from '../replies/command-mentions.js'
import type { Reply } from '../replies/components.js'
import { channelsReply, faultReply, noticeReply } from '../replies/notice.js'
import { toldIn } from '../replies/texts/refusal.js'
import { isTooOften, OtherChannelError } from './gate.js'

/** What a person is told of an error, and how it counts. */
export interface Trouble {
  readonly reply: Reply
  readonly outcome: 'refused' | 'limited' | 'failed'
}

/** A `UserError` is told as it is; anything else is a fault: logged with an id, and only the id is told. */
export function troubleOf(
  error: unknown,
  { say, commandIds }: Pick<CommandContext, 'say' | 'commandIds'>,
  logger: Logger,
): Trouble {
  if (error instanceof UserError) {
    // The name of a sentence with a key: in the sentence itself may stand what somebody typed.
    logger.info({ told: error.key ?? error.message }, 'refused')
    const reply =
      error instanceof OtherChannelError
        ? channelsReply(toldIn(say.locale, error), error.channels)
        : noticeReply(toldIn(say.locale, error), (escaped) =>
            withMentions(error.key, escaped, say.locale, commandIds),
          )
    return { reply, outcome: isTooOften(error.key) ? 'limited' : 'refused' }
  }
  const errorId = randomBytes(4).toString('hex')
  logger.error({ err: loggable(error), errorId }, 'a handler failed')
  return { reply: faultReply(say, errorId), outcome: 'failed' }
}

/** discord.js's errors carry what was sent and the interaction's token; neither belongs into a log. */
export function loggable(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError) && !(error instanceof HTTPError)) return error
  const { name, message, stack, status, method } = error
  const code = error instanceof DiscordAPIError ? error.code : undefined
  return { type: name, message, stack, status, method, code }
}
