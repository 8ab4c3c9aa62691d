/** @module A text as words with their capitals: what names are read from and looked for in. */
import { folded } from './text.js'

export interface Token {
  /** As printed, without possessive. */
  readonly text: string
  /** Compared by this. */
  readonly key: string
  readonly start: number
  readonly end: number
  /** Begins with a capital, holds one, or is of a script without capitals: may be a name. */
  readonly capital: boolean
  /** First of a sentence, of a quotation, of a bracket or of an item. */
  readonly begins: boolean
  /** What stands between the word before and this one. */
  readonly gap: string
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}']*/gu
const POSSESSIVE = /(?:'s|')$/iu
const BEGINS = /(?:^|[.!?:;]["')\]]*\s+|["(]\s*|(?:^|\s)(?:-+|•|\*|\d{1,2}[.)]|[a-z][.)])\s+)$/u

/** Two names of one state or body, written as one word each before words are read. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bunited\s+states(?:\s+of\s+america)?\b/giu, 'US'],
  [/\b(?:united\s+kingdom|great\s+britain)\b/giu, 'UK'],
  [/\bunited\s+nations\b/giu, 'UN'],
  [/\beuropean\s+union\b/giu, 'EU'],
  [/\bsoviet\s+union\b/giu, 'USSR'],
]

/** @param text as `plain` gives it */
export function tokens(text: string): Token[] {
  const joined = PHRASES.reduce(
    (changed, [phrase, short]) => changed.replace(phrase, short),
    // U.S. -> US
    text.replace(/(?<![\p{L}\p{N}])(?:\p{Lu}\.){2,}(?:\p{Lu}(?!\p{L}))?/gu, (dotted) =>
      dotted.replace(/\./g, ''),
    ),
  )
  let before = 0
  return Array.from(joined.matchAll(WORD), ({ 0: raw, index }) => {
    const word = raw.replace(POSSESSIVE, '')
    const gap = joined.slice(before, index)
    const lead = joined.slice(Math.max(0, index - 12), index)
    before = index + word.length
    return {
      text: word,
      key: folded(word),
      start: index,
      end: index + word.length,
      capital: /\p{Lu}|\p{Lt}|\p{Lo}/u.test(word),
      begins: (index <= 12 && joined.slice(0, index).trim() === '') || BEGINS.test(lead),
      gap,
    }
  })
}
