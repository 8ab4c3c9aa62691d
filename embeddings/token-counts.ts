/** Counts the tokens of words, somewhere else: each answer costs a message. */
export type CountWords = (words: readonly string[], signal: AbortSignal | undefined) => Promise<number[]>

/** Words that one message carries: about 5 ms of work. */
const WORDS_AT_ONCE = 256
/** About 10 MB. More distinct words than a language has are numbers and names, which seldom come again. */
const WORDS_KEPT = 100_000

/** Token counts of words, remembered: the words of a language come again and again, so nearly all answers are at hand. */
export class TokenCounts {
  readonly #count: CountWords
  readonly #known = new Map<string, number>()

  constructor(count: CountWords) {
    this.#count = count
  }

  /** One count for each word, in their order. */
  async of(words: readonly string[], signal: AbortSignal | undefined): Promise<number[]> {
    const counts = new Map(words.map((word) => [word, this.#known.get(word)]))
    const unknown = [...counts.keys()].filter((word) => counts.get(word) === undefined)
    const parts: string[][] = []
    for (let at = 0; at < unknown.length; at += WORDS_AT_ONCE)
      parts.push(unknown.slice(at, at + WORDS_AT_ONCE))
    const counted = (await Promise.all(parts.map((part) => this.#count(part, signal)))).flat()
    if (this.#known.size + unknown.length > WORDS_KEPT) this.#known.clear()
    unknown.forEach((word, at) => {
      const count = counted[at] ?? 0
      counts.set(word, count)
      this.#known.set(word, count)
    })
    return words.map((word) => counts.get(word) ?? 0)
  }
}
