import { NoAnswer } from './interaction.js'
import type { StoredMessage, World } from './world.js'

/**
 * Waits for a message that fits.
 * @param withinMs milliseconds; then {@link NoAnswer} with what `missing` says
 */
export function waitFor(
  world: World,
  event: 'created' | 'edited',
  isWanted: (stored: StoredMessage) => boolean,
  withinMs: number,
  missing: () => string,
): Promise<StoredMessage> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      world.off(event, look)
      reject(new NoAnswer(missing()))
    }, withinMs)
    const look = (stored: StoredMessage): void => {
      if (!isWanted(stored)) return
      clearTimeout(timer)
      world.off(event, look)
      resolve(stored)
    }
    world.on(event, look)
  })
}
