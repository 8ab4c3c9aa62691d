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
const CAPITAL = /^["“'‘]?[A-Z]/

/** Longest text that is looked at, and longest stretch behind a capital (characters). */
const LONGEST = 6_000
const STRETCH = 200

/** Running text has this, and most lines of a head have not. */
const MAYBE_PROSE = /\s[a-z][a-z'’-]+[,.;:]?\s[^]*\s[a-z][a-z'’-]+[,.;:]?(?!\S)/

/** @returns index of the first sentence of running text, or -1 when there is none */
export function proseStart(text: string): number {
  const searched = text.slice(0, LONGEST)
  if (!MAYBE_PROSE.test(searched)) return -1
  const words = [...searched.matchAll(/\S+/g)]
  for (const [at, { index, 0: first }] of words.entries()) {
    if (!CAPITAL.test(first)) continue
    const next = words.slice(at, at + LOOKED_AT).filter((word) => word.index < index + STRETCH)
    const small = next.filter(([word]) => SMALL.test(word)).length
    // A sentence has a small word soon; a title (`Deputy Chief of Mission`) has few of them in all.
    const isEnough = next.length >= SMALL_WORDS && small >= Math.min(SMALL_WORDS, next.length - 3)
    if (isEnough && /[a-z]/.test(next[1]?.[0] ?? '')) return index
  }
  return -1
}
