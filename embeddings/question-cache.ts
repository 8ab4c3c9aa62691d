/** Keeps what was made of the questions that were asked last, the least recently asked of which go first. */
export class QuestionCache<T> {
  readonly #kept = new Map<string, T>()
  readonly #limit: number

  /** `limit`: how many are kept; a vector of 384 dimensions takes 1.5 kB, and so does each token. */
  constructor(limit: number) {
    this.#limit = limit
  }

  get(question: string): T | undefined {
    const made = this.#kept.get(question)
    if (made === undefined) return undefined
    // A Map keeps the order of insertion: put in anew, it is the last to go.
    this.#kept.delete(question)
    this.#kept.set(question, made)
    return made
  }

  set(question: string, made: T): void {
    this.#kept.delete(question)
    this.#kept.set(question, made)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#limit) return
      this.#kept.delete(oldest)
    }
  }
}
