/**
 * @module Who still waits for an acknowledgement goes first: in a burst, the work for those who have theirs would otherwise
 * take the time of those who have none, and Discord gives up on an interaction after three seconds.
 */

/** The longest that work is held back (ms): under a load without end, it must go on all the same. */
const HELD_BACK_MS = 1_000

export class AcksFirst {
  #pending = 0
  #waiting: (() => void)[] = []

  /** Does the acknowledgement, which nothing holds back. */
  async acknowledge<T>(send: () => Promise<T>): Promise<T> {
    this.#pending += 1
    try {
      return await send()
    } finally {
      this.#pending -= 1
      if (this.#pending === 0) this.#release()
    }
  }

  /** Settles when nobody waits for an acknowledgement, or after a second. */
  async turn(): Promise<void> {
    if (this.#pending === 0) return
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve)
      timer = setTimeout(resolve, HELD_BACK_MS)
    })
    clearTimeout(timer)
  }

  #release(): void {
    const released = this.#waiting
    this.#waiting = []
    for (const go of released) go()
  }
}
