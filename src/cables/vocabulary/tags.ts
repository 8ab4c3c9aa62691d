/** @module TAGS (Traffic Analysis by Geography and Subject), the State Department's index codes. */
import { readTable } from './table.js'

export interface Tag {
  /** `PREL`, `MX`, `UNGA` */
  readonly code: string
  readonly kind: 'subject' | 'program' | 'place' | 'organization'
  /** `External Political Relations`, or empty where only the meaning is known. */
  readonly name: string
  /** One sentence, or empty. */
  readonly meaning: string
  /** When the code was in use (`1970s`, `1980s-2010`), or empty. */
  readonly era: string
}

const KINDS: Readonly<Record<string, Tag['kind']>> = {
  subject: 'subject',
  program: 'program',
  place: 'place',
  organization: 'organization',
}

const TAGS: ReadonlyMap<string, Tag> = new Map(
  readTable('tags').map(([code = '', kind = '', name = '', meaning = '', era = '']) => [
    code,
    { code, kind: KINDS[kind] ?? 'subject', name, meaning, era },
  ]),
)

export function findTag(code: string): Tag | null {
  return TAGS.get(code.toUpperCase()) ?? null
}

export function tags(): readonly Tag[] {
  return [...TAGS.values()]
}

/** Words that are printed in the field like a code: `HUMAN RIGHTS`, `COUNTRY CLEARANCE`. */
const PHRASES: readonly string[] = readTable('tag-phrases').map(([phrase = '']) => phrase)
const PHRASE_SET: ReadonlySet<string> = new Set(PHRASES)

/** Longest phrase of the table, in words. */
export const LONGEST_PHRASE = Math.max(...PHRASES.map((phrase) => phrase.split(' ').length))

/** @param words in capitals, one space between them */
export function isTagPhrase(words: string): boolean {
  return PHRASE_SET.has(words)
}

/** Last words of phrases, to which the next code may be glued: `ECONOMIC AFFAIRSPOL`. */
const LAST_WORDS: ReadonlySet<string> = new Set(
  PHRASES.map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)),
)

/** @returns the last word of a phrase and the codes glued to it (`AFFAIRSPOL` -> `AFFAIRS`, `POL`), or `null` */
export function splitGluedPhrase(word: string): readonly string[] | null {
  for (const last of LAST_WORDS) {
    if (!word.startsWith(last) || word === last) continue
    const rest = word.slice(last.length)
    const codes = TAGS.has(rest) ? [rest] : splitGluedTags(rest)
    if (codes !== null && rest.length > 2) return [last, ...codes]
  }
  return null
}

/** A K and three letters are a program code, also one that the table lacks: offices made and dropped them freely. */
export function hasProgramForm(word: string): boolean {
  return /^K[A-Z]{3}$/.test(word)
}

/** Words that codes happen to spell: `SOCI` and `AL`. */
const PLAIN_WORDS = /^(?:BEAMED|BLAMED|ELECTS|FRAMED|MASSES|PLANET|PREFER|PROPER|SOCIAL|THEMES)/

/**
 * Codes that were printed without a space (`PRELPGOVMX` -> `PREL`, `PGOV`, `MX`), or `null` when the word is not made of known codes.
 * The core are subjects and programs of four letters; a place or organization may stand before it, and one or two behind. So a
 * word that merely looks like codes stays whole.
 */
export function splitGluedTags(word: string): readonly string[] | null {
  if (word.length < 6 || TAGS.has(word) || PLAIN_WORDS.test(word)) return null
  for (const length of [0, 2, 3, 4]) {
    const first = word.slice(0, length)
    if (length > 0 && !isPlaceOrOrganization(first)) continue
    const parts = length === 0 ? [] : [first]
    let at = length
    while (isSubjectOfFour(word.slice(at, at + 4))) {
      parts.push(word.slice(at, at + 4))
      at += 4
    }
    const last = splitEnd(word.slice(at))
    const subjects = (at - length) / 4
    if (subjects === 0 || last === null) continue
    const others = parts.length - subjects + last.length
    // One subject between two places may be a common word.
    if (subjects > 1 || others === 1) return [...parts, ...last]
  }
  return null
}

/** What may stand behind the last subject: nothing, a place or organization, or two places. */
function splitEnd(rest: string): readonly string[] | null {
  if (rest === '') return []
  if (isPlaceOrOrganization(rest)) return [rest]
  const places = [rest.slice(0, 2), rest.slice(2)]
  return places.every((code) => TAGS.get(code)?.kind === 'place') ? places : null
}

/** Organizations of two letters are too often a part of a word. */
function isPlaceOrOrganization(code: string): boolean {
  const kind = TAGS.get(code)?.kind
  return kind === 'place' || (kind === 'organization' && code.length >= 3)
}

/** A subject or program of four letters, the core of every list: `PREL`, `KDEM`. */
export function isSubjectOfFour(code: string): boolean {
  const kind = TAGS.get(code)?.kind
  return code.length === 4 && (kind === 'subject' || kind === 'program')
}

const NEAR: readonly string[] = [...TAGS.keys()].filter(isSubjectOfFour)

/**
 * The code that was meant where one letter is wrong, missing, doubled or too many, or two are exchanged: `PGOVV` -> `PGOV`. Slips of
 * the fingers (doubled, exchanged) are likelier than a wrong letter.
 * @param word in capitals
 * @returns `null` when no code is that near, or several are
 */
export function nearestTag(word: string): string | null {
  if (!/^[A-Z]{3,5}$/.test(word) || TAGS.has(word) || hasProgramForm(word)) return null
  return (
    onlyOne(NEAR.filter((code) => isSlip(word, code))) ??
    onlyOne(NEAR.filter((code) => isOneLetterOff(word, code)))
  )
}

function onlyOne(codes: readonly string[]): string | null {
  const [only = null] = codes
  return codes.length === 1 ? only : null
}

/** @returns how many letters are the same from the start on */
function sameStart(one: string, other: string): number {
  let same = 0
  while (same < other.length && one[same] === other[same]) same++
  return same
}

function isSlip(word: string, code: string): boolean {
  const same = sameStart(word, code)
  const [printed, meant] = [word.slice(same), code.slice(same)]
  const isDoubled = printed.slice(1) === meant && printed[0] === word[same - 1]
  const isExchanged =
    printed[0] === meant[1] &&
    printed[1] === meant[0] &&
    printed.slice(2) === meant.slice(2) &&
    printed.length > 1
  return isDoubled || isExchanged
}

function isOneLetterOff(word: string, code: string): boolean {
  const same = sameStart(word, code)
  const [printed, meant] = [word.slice(same), code.slice(same)]
  // Three letters are often a code of their own; the first one must be right there.
  const isMissing = printed === meant.slice(1) && same > 0
  return isMissing || printed.slice(1) === meant || printed.slice(1) === meant.slice(1)
}
