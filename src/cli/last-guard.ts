/** @module The last guard of a process that is to run for months: what nothing else has caught ends it in order, with one sentence. */
import type { Logger } from 'pino'
import { loggable } from '../discord/errors.js'
import { UserError } from '../errors.js'

/**
 * @param onFault told of the first fault; the process should then be brought to its end
 * @returns takes the guard off
 */
export function lastGuard(logger: Logger, onFault: (reason: UserError) => void): () => void {
  const told = (error: unknown): void => {
    logger.fatal({ err: loggable(error) }, 'a fault that nothing caught')
    onFault(
      new UserError(
        'Pilcrow has stopped because of a fault of its own; the log has the details. Start it again, and please report it if it happens again.',
      ),
    )
  }
  process.on('uncaughtException', told)
  process.on('unhandledRejection', told)
  return () => {
    process.off('uncaughtException', told)
    process.off('unhandledRejection', told)
  }
}
