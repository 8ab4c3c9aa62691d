/** @module Running text told from fields of a head: titles, names and numbers have few small words, sentences have many. */

/** Words of a sentence that are looked at, and how many of them must be small (`of`, `told`). */
const LOOKED_AT = 12
const SMALL_WORDS = 6

/** Behind a portion marking less is enough: a title or a list has no marking. */
export function beginsSentence(text: string): boolean {
  const words = text.trim().slice(0, 300).split(/\s+/).slice(1, 40)
  const small = (upTo: number): number => words.slice(0, upTo).filter((word) => SMALL.test(word)).length
  return small(7) >= 2 || small(13) >= 4 || small(39) >= 12
}

const SMALL = /^[a-z][a-z'’-]+[,.;:]?$/

/** A capital letter, perhaps behind a quotation mark, at the start of a word. */
const CAPITAL = /(?<![^\s])["“'‘]?[A-Z]/g

/** Longest text that is looked at (characters). */
const LONGEST = 6_000

/** @returns index of the first sentence of running text, or -1 when there is none */
export function proseStart(text: string): number {
  for (const { index } of text.slice(0, LONGEST).matchAll(CAPITAL)) {
    const words = text
      .slice(index, index + 200)
      .trim()
      .split(/\s+/)
      .slice(0, LOOKED_AT)
    const next = words[1] ?? ''
    const small = words.filter((word) => SMALL.test(word)).length
    // A sentence has a small word soon; a title (`Deputy Chief of Mission`) has few of them in all.
    if (words.length >= SMALL_WORDS && small >= Math.min(SMALL_WORDS, words.length - 3) && /[a-z]/.test(next))
      return index
  }
  return -1
}
