/** The best of many, best first. */
export class Best {
  readonly #limit: number
  readonly labels: number[] = []
  readonly #similarities: number[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(label: number, similarity: number): void {
    if (this.labels.length === this.#limit && similarity <= (this.#similarities.at(-1) ?? 0)) return
    let at = this.labels.length
    while (at > 0 && (this.#similarities[at - 1] ?? 0) < similarity) at--
    this.labels.splice(at, 0, label)
    this.#similarities.splice(at, 0, similarity)
    this.labels.length = Math.min(this.labels.length, this.#limit)
    this.#similarities.length = this.labels.length
  }
}
