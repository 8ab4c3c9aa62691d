/** @module "Pilcrow is typing …" while a message is being answered: a message has no other sign that it was heard. */
import type { Message } from 'discord.js'
import type { Logger } from 'pino'
import { loggable } from './errors.js'

/** Discord shows it for ten seconds (ms). */
const RENEWED_AFTER_MS = 8_000

export async function whileTyping<T>(
  { channel }: Message,
  logger: Logger,
  work: () => Promise<T>,
): Promise<T> {
  const show = (): void => {
    if (!channel.isSendable()) return
    // A sign that does not come is no reason to give no answer.
    channel.sendTyping().catch((error: unknown) => {
      logger.warn({ err: loggable(error) }, 'typing could not be shown')
    })
  }
  show()
  const timer = setInterval(show, RENEWED_AFTER_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
