/** @module The error boundary: what people are told of an error, and what the log keeps of it. */
import { randomBytes } from 'node:crypto'
import { DiscordAPIError, HTTPError } from 'discord.js'
import type { Logger } from 'pino'
import { UserError } from '../errors.js'
import type { Reply } from '../replies/components.js'
import { faultReply, noticeReply } from '../replies/notice.js'
import { toldIn } from '../replies/texts/refusal.js'
import type { Say } from '../replies/texts/texts.js'

/** A `UserError` is told as it is; anything else is a fault: logged with an id, and only the id is told. */
export function replyTo(error: unknown, say: Say, logger: Logger): Reply {
  if (error instanceof UserError) {
    logger.info({ told: error.message }, 'refused')
    return noticeReply(toldIn(say.locale, error))
  }
  const errorId = randomBytes(4).toString('hex')
  logger.error({ err: loggable(error), errorId }, 'a handler failed')
  return faultReply(say, errorId)
}

/** discord.js's errors carry what was sent and the interaction's token; neither belongs into a log. */
export function loggable(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError) && !(error instanceof HTTPError)) return error
  const { name, message, stack, status, method } = error
  const code = error instanceof DiscordAPIError ? error.code : undefined
  return { type: name, message, stack, status, method, code }
}
