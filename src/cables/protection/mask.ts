/**
 * @module Source protection: hides what writers asked to shield, and numbers of identity papers. Every view of a cable's
 * words passes through here when the setting is on; the store and the citation check see the words as they are.
 */
import type { Cable } from '../cable.js'
import { identityNumbers, type Span } from './identity-numbers.js'
import { MASK, MASK_CHARACTER } from './mask-character.js'
import {
  folded,
  hasCapital,
  isParticle,
  NAME_WORDS_MAX,
  type Shielded,
  shieldedIn,
  type Word,
  wordsOf,
} from './names.js'

export type { Shielded } from './names.js'

/** What is to be hidden in every text of one cable: a name is marked once and mentioned again later. */
export function shieldedInCable(cable: Pick<Cable, 'subject' | 'summary' | 'paragraphs'>): Shielded {
  const texts = [
    cable.subject,
    cable.summary ?? '',
    ...cable.paragraphs.flatMap(({ heading, text }) => [heading ?? '', text]),
  ]
  const shielded = shieldedIn(texts)
  for (const text of texts)
    for (const { start, end } of identityNumbers(text)) shielded.numbers.add(text.slice(start, end))
  return shielded
}

/**
 * The text with shielded names and numbers hidden; a text without any is returned as it is. Never throws; linear.
 * @param shielded what the whole cable shields; by default what this text alone does
 * @example maskText('The welder, Linus Grady (protect), sang. Grady owed the rest.')
 * // 'The welder, █████ (protect), sang. █████ owed the rest.'
 */
export function maskText(text: string, shielded: Shielded = shieldedIn([text])): string {
  const spans = [
    ...nameSpans(text, shielded),
    ...identityNumbers(text),
    ...numberSpans(text, shielded.numbers),
  ]
  if (spans.length === 0) return text
  spans.sort((a, b) => a.start - b.start)
  let masked = ''
  let from = 0
  for (const { start, end } of spans) {
    if (start >= from) masked += text.slice(from, start) + MASK
    from = Math.max(from, end)
  }
  return masked + text.slice(from)
}

/** The cable as a reader may see it: subject, summary, headings and paragraphs masked. */
export function maskCable<C extends Cable>(cable: C): C {
  const shielded = shieldedInCable(cable)
  const mask = (text: string) => maskText(text, shielded)
  return {
    ...cable,
    subject: mask(cable.subject),
    summary: cable.summary === null ? null : mask(cable.summary),
    paragraphs: cable.paragraphs.map((paragraph) => ({
      ...paragraph,
      heading: paragraph.heading === null ? null : mask(paragraph.heading),
      text: mask(paragraph.text),
    })),
  }
}

/** Words of names, joined to one span where they stand together, with initials and particles between them. */
function nameSpans(text: string, { surnames, givenNames }: Shielded): Span[] {
  if (surnames.size === 0) return []
  const words = wordsOf(text)
  const spans: { start: number; end: number; lastWord: number }[] = []
  words.forEach((word, at) => {
    if (!isShielded(text, words, at, surnames, givenNames)) return
    for (const own of spansIn(word, surnames, givenNames)) {
      const last = spans.at(-1)
      if (last !== undefined && last.lastWord < at && joins(text, words, last, at, own.start)) {
        last.end = own.end
        last.lastWord = at
      } else spans.push({ ...own, lastWord: at })
    }
  })
  return spans
}

/** Without the possessive; a compound (`Grady-led`) loses only the name. */
function spansIn(word: Word, surnames: ReadonlySet<string>, givenNames: ReadonlySet<string>): Span[] {
  const whole = folded(word.text)
  if (surnames.has(whole) || givenNames.has(whole)) {
    const possessive = /['’][sS]?$/u.exec(word.text)?.[0].length ?? 0
    return [{ start: word.start, end: word.end - possessive }]
  }
  return partsOf(word.text)
    .filter(({ text }) => surnames.has(folded(text)))
    .map(({ start, end }) => ({ start: word.start + start, end: word.start + end }))
}

function isShielded(
  text: string,
  words: readonly Word[],
  at: number,
  surnames: ReadonlySet<string>,
  givenNames: ReadonlySet<string>,
): boolean {
  const word = words[at]
  // A name may stand directly beside what is masked already.
  if (word === undefined || !word.text.split(MASK_CHARACTER).some(hasCapital)) return false
  if (isSurname(word.text, surnames)) return true
  if (!givenNames.has(folded(word.text))) return false
  // A given name alone, or on the way to a surname; beside another capital it is somebody else's.
  for (let next = at + 1; next <= at + NAME_WORDS_MAX; next++) {
    const follower = words[next]
    const behind = words[next - 1]
    if (follower === undefined || behind === undefined) return true
    if (!/^[.\s"“”]*$/u.test(text.slice(behind.end, follower.start))) return true
    if (isSurname(follower.text, surnames)) return true
    const passes = givenNames.has(folded(follower.text)) || isInitial(follower.text)
    if (!passes && !isParticle(follower.text)) return !hasCapital(follower.text)
  }
  return true
}

function isSurname(word: string, surnames: ReadonlySet<string>): boolean {
  return (
    surnames.has(folded(word)) ||
    partsOf(word).some(({ text }) => hasCapital(text) && surnames.has(folded(text)))
  )
}

const PART = new RegExp(`[^.'’${MASK_CHARACTER}-]+`, 'gu')

/** Parts of a compound, words whose space was lost, and what stands beside a mask. */
function partsOf(word: string): Word[] {
  return Array.from(word.matchAll(PART), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }))
}

function joins(
  text: string,
  words: readonly Word[],
  last: Span & { lastWord: number },
  at: number,
  start: number,
): boolean {
  const between = words.slice(last.lastWord + 1, at)
  if (between.length > 3 || !between.every(({ text: word }) => isInitial(word) || isParticle(word)))
    return false
  return /^[\p{L}\s.“”"-]*$/u.test(text.slice(last.end, start))
}

function isInitial(word: string): boolean {
  return /^\p{Lu}$/u.test(word)
}

/** Every place of the numbers, whole; found by their first words, so that many numbers cost no more than few. */
function numberSpans(text: string, numbers: ReadonlySet<string>): Span[] {
  if (numbers.size === 0) return []
  const byFirstWord = new Map<string, string[]>()
  for (const number of numbers) {
    const first = wordsOf(number)[0]?.text ?? number
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), number])
  }
  return wordsOf(text).flatMap(({ text: word, start }) =>
    (byFirstWord.get(word) ?? [])
      .filter(
        (number) =>
          text.startsWith(number, start) &&
          !/^[\p{L}\p{N}]/u.test(text.slice(start + number.length, start + number.length + 2)),
      )
      .map((number) => ({ start, end: start + number.length })),
  )
}
