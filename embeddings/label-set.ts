/** What a search may be restricted to: a `Set<number>` or a `LabelSet`. */
export interface Labels extends Iterable<number> {
  readonly size: number
  has(label: number): boolean
}

/** A set of labels (whole numbers from 0) as a bitmap: one bit for each label up to the largest, so a million cost 125 KB. */
export class LabelSet implements Labels {
  #words = new Uint32Array(32)
  #size = 0

  static of(labels: Iterable<number>): LabelSet {
    const set = new LabelSet()
    for (const label of labels) set.add(label)
    return set
  }

  get size(): number {
    return this.#size
  }

  has(label: number): boolean {
    return ((this.#words[label >>> 5] ?? 0) & (1 << (label & 31))) !== 0
  }

  add(label: number): void {
    const at = label >>> 5
    if (at >= this.#words.length) this.#grow(at + 1)
    const word = this.#words[at] ?? 0
    const bit = 1 << (label & 31)
    if ((word & bit) !== 0) return
    this.#words[at] = word | bit
    this.#size += 1
  }

  delete(label: number): boolean {
    if (!this.has(label)) return false
    const at = label >>> 5
    this.#words[at] = (this.#words[at] ?? 0) & ~(1 << (label & 31))
    this.#size -= 1
    return true
  }

  /** Ascending. */
  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.#words.length; at += 1) {
      let word = this.#words[at] ?? 0
      while (word !== 0) {
        const bit = 31 - Math.clz32(word & -word)
        yield at * 32 + bit
        word &= word - 1
      }
    }
  }

  #grow(words: number): void {
    const larger = new Uint32Array(Math.max(words, this.#words.length * 2))
    larger.set(this.#words)
    this.#words = larger
  }
}
