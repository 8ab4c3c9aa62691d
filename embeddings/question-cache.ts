/** Keeps the vectors of the questions that were asked last, the least recently asked of which go first. */
export class QuestionCache {
  readonly #vectors = new Map<string, Float32Array>()
  readonly #limit: number

  /** `limit`: how many vectors are kept; one of 384 dimensions takes 1.5 kB. */
  constructor(limit: number) {
    this.#limit = limit
  }

  get(question: string): Float32Array | undefined {
    const vector = this.#vectors.get(question)
    if (!vector) return undefined
    // A Map keeps the order of insertion: put in anew, it is the last to go.
    this.#vectors.delete(question)
    this.#vectors.set(question, vector)
    return vector
  }

  set(question: string, vector: Float32Array): void {
    this.#vectors.delete(question)
    this.#vectors.set(question, vector)
    for (const oldest of this.#vectors.keys()) {
      if (this.#vectors.size <= this.#limit) return
      this.#vectors.delete(oldest)
    }
  }
}
