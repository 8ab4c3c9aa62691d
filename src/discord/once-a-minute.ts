/** @module What one person is told once a minute: whoever writes too often must not make the bot do the same. */

const MINUTE_MS = 60_000

/** People that are remembered; beyond, those told longest ago are let go. */
const REMEMBERED_MAX = 10_000

export class OnceAMinute {
  readonly #toldAt = new Map<string, number>()
  readonly #now: () => number

  /** @param now ms; for tests */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** @returns whether it is time to tell; then it counts as told */
  isDue(what: string): boolean {
    const now = this.#now()
    for (const [known, at] of this.#toldAt) {
      if (now - at < MINUTE_MS && this.#toldAt.size <= REMEMBERED_MAX) break
      this.#toldAt.delete(known)
    }
    if (this.#toldAt.has(what)) return false
    this.#toldAt.set(what, now)
    return true
  }
}
