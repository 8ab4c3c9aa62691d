/** @module Words of a text with their places, and the form that spellings of one name have in common. */
import { MASK_CHARACTER } from './mask-character.js'

/** Offsets in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Word extends Span {
  readonly text: string
}

/** A hyphen as typed, the two of typesetting, and the soft one. */
export const HYPHEN = '\\-\u2010\u2011\u00AD'
export const APOSTROPHE = "'’‘`´"

const WORD = new RegExp(
  `[\\p{L}\\p{N}${MASK_CHARACTER}](?:[\\p{L}\\p{M}\\p{N}\u200B${APOSTROPHE}${MASK_CHARACTER}]|[.${HYPHEN}](?=[\\p{Ll}\\p{N}${MASK_CHARACTER}])|(?:(?<!\\p{Ll})\\.|[${HYPHEN}])(?=\\p{L}))*`,
  'gu',
)
const TRAILING = new RegExp(`[.${APOSTROPHE}${HYPHEN}]+$`, 'u')
const POSSESSIVE = new RegExp(`[${APOSTROPHE}][sS]?$`, 'u')
/** Digits too: a quotation mark that was damaged in transmission is an 8. */
const PART = new RegExp(`[^.${APOSTROPHE}${HYPHEN}${MASK_CHARACTER}\\d]+`, 'gu')
/** `O'MERRIN` of `O'MERRIN-LED`. */
const COMPOUND = new RegExp(`[^.${HYPHEN}${MASK_CHARACTER}]+`, 'gu')
/** `LinusGrady`, `SenatorGrady`, `AGrady`: words whose space was lost. */
const CAMEL =
  /\p{Lu}(?=\p{Lu}\p{Ll})|(?:Mc|Mac)\p{Lu}\p{Ll}+|\p{Lu}?\p{Ll}[\p{Ll}\p{M}]*(?=\p{Lu})|\p{Lu}[\p{L}\p{M}]*$/gu

/** Letters that Unicode does not take apart. */
const WITHOUT_ACCENT: Readonly<Record<string, string>> = {
  ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th',
} // prettier-ignore

/** Linear in the length of the text. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  return Array.from(text.slice(from, to).matchAll(WORD), ({ 0: raw, index }) => {
    const word = raw.replace(TRAILING, '')
    return { text: word, start: from + index, end: from + index + word.length }
  })
}

/**
 * The letters and digits of a word: lower case, without accents, hyphens, stops, apostrophes and the possessive's `s`.
 * @example lettersOf('al-Máruns’s') // 'almaruns'
 */
export function lettersOf(word: string): string {
  return word
    .replace(POSSESSIVE, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[łøđıßæœðþ]/gu, (letter) => WITHOUT_ACCENT[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
}

export function hasCapital(word: string): boolean {
  return /^(?:[a-z]{1,5}['’‘`-]){0,3}\p{Lu}/u.test(word)
}

/** Two capitals or more, and no small letter. */
export function isInCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word)
}

export function isInitial(word: string): boolean {
  return (
    /^\p{Lu}(?:\.?\p{Lu}){0,2}$/u.test(word) &&
    word.replace(/\./gu, '').length <= (word.includes('.') ? 3 : 1)
  )
}

export function possessiveLength(word: string): number {
  return POSSESSIVE.exec(word)?.[0].length ?? 0
}

/** Parts of a compound (`Grady-led`), and words whose space was lost (`said.Grady`, `LinusGrady`); empty for a plain word. */
export function partsOf(word: Word): Word[] {
  const parts = Array.from(word.text.matchAll(PART), ({ 0: text, index }) => ({
    text,
    start: word.start + index,
    end: word.start + index + text.length,
  }))
  const split = parts.flatMap((part) =>
    Array.from(part.text.matchAll(CAMEL), ({ 0: text, index }) => ({
      text,
      start: part.start + index,
      end: part.start + index + text.length,
    })),
  )
  const compounds = Array.from(word.text.matchAll(COMPOUND), ({ 0: text, index }) => ({
    text,
    start: word.start + index,
    end: word.start + index + text.length,
  }))
  const all = [...compounds, ...parts, ...split].filter(({ text }) => text !== word.text)
  return all.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Whether one letter changed, added, dropped or swapped with its neighbour turns one word into the other. */
export function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || a === b) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  )
}
