/** @module "protect" with the words of a request around it, and whether they are a request or use it as an ordinary verb. */
import { isParticle } from './name-words.js'
import { GOES_ON, isBeside, isDuty, isStrong, leadsToVerb, OF_A_NAME } from './request-words.js'
import { hasCapital, isInCapitals, type Span, type Word } from './words.js'

/** Words of a request on each side of "protect". */
const BESIDE_MAX = 8

/** "protect" with the words of a request around it. */
export interface Phrase extends Span {
  /** Index of its first word. */
  readonly first: number
  readonly last: number
  readonly isStrong: boolean
}

export function phraseAround(text: string, words: readonly Word[], at: number): Phrase {
  let first = at
  while (
    at - first < BESIDE_MAX &&
    isJoined(text, words, first - 1) &&
    isBeside(words[first - 1]?.text ?? '')
  )
    first--
  let last = at
  while (last - at < BESIDE_MAX && isJoined(text, words, last) && isBeside(words[last + 1]?.text ?? ''))
    last++
  // Small words that lead to what comes before belong to it: `the source whom we must protect`.
  while (
    first < at &&
    /^(?:the|and|of|in|on|by|that|who|a|contact|contacts|source|sources|embassy|is)$/iu.test(
      words[first]?.text ?? '',
    )
  )
    first++
  while (
    last > at &&
    ARTICLES.test(words[last]?.text ?? '') &&
    /^\s+\p{L}/u.test(text.slice(words[last]?.end, (words[last]?.end ?? 0) + 9))
  )
    last--
  const inside = words.slice(first, last + 1)
  return {
    start: words[first]?.start ?? 0,
    end: words[last]?.end ?? 0,
    first,
    last,
    isStrong: inside.some(({ text: word }) => isStrong(word)),
  }
}

const ARTICLES = /^(?:a|the|their|his|her|our|this|that|and|of|is|who|in|on|by|with)$/iu

/** Nothing but white space and the slash or comma of `protect/strictly` between a word and the next. */
function isJoined(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at]
  const next = words[at + 1]
  if (word === undefined || next === undefined) return false
  const gap = text.slice(word.end, next.start)
  return /^\.?\s+$/u.test(gap)
    ? !gap.startsWith('.') || isStrong(word.text)
    : /^(?:\/|,\s*)$/u.test(gap) && isStrong(word.text)
}

/** `to protect the border`, `(protected since 1994)`, `Responsibility to Protect`. */
export function isVerb(text: string, words: readonly Word[], at: number, phrase: Phrase): boolean {
  const protect = words[at]
  const next = words[at + 1]
  if (protect === undefined) return true
  const behind = text.slice(protect.end, protect.end + 90)
  const isDirect = next !== undefined && /^\s+$/u.test(text.slice(protect.end, next.start))
  if (!isDirect) return /^to$/iu.test(words[at - 1]?.text ?? '') && isDuty(words[at - 2]?.text ?? '')
  if (OF_A_NAME.test(behind) || isNamesIdentity(behind)) return false
  if (/^protected$/iu.test(protect.text) && !isBeside(next.text)) return true
  if (GOES_ON.test(behind)) return isLedToVerb(words, at) || /^protected$/iu.test(protect.text)
  if (isBeside(next.text)) return DETERMINES.test(behind) && !isStrong(next.text)
  // `protect van der Holt`
  const name = words.slice(at + 1, at + 4).find(({ text: word }) => !isParticle(word) || hasCapital(word))
  if (!hasCapital(name?.text ?? '')) return !(phrase.isStrong && isInCapitals(protect.text))
  return isLedToVerb(words, at) && !phrase.isStrong
}

/** `protect both foreign and local staff`: a thing follows. */
export const DETERMINES =
  /^\s+(?:the|their|his|her|its|our|these|those|this|that|all|both|a|an|two|three)\s+(?!(?:of|three|two|four)\b)\p{L}{2,}/iu

/** `to strictly protect`, `will protect`. */
function isLedToVerb(words: readonly Word[], at: number): boolean {
  const skipped = isStrong(words[at - 1]?.text ?? '') ? 2 : 1
  return leadsToVerb(words[at - skipped]?.text ?? '')
}

/** `protect Jane Roe's identity` */
export function isNamesIdentity(behind: string): boolean {
  return /^\s+(?:(?:(?:\p{Ll}{1,3}['’-])?\p{Lu}[\p{L}.'’-]*|\p{Ll}{1,4}|\(ret\.\))\s+){0,5}(?:\p{Ll}{1,3}['’-])?\p{Lu}[\p{L}.'’-]*['’][sS]?\s+(?:names?|identit|NAMES?|IDENTIT)/u.test(
    behind,
  )
}
