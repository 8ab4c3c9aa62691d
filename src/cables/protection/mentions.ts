/** @module Where a text names people who are shielded: later and earlier mentions, parts of the name, other spellings. */
import { isParticle, isSuffix } from './name-words.js'
import { shieldedParts, type People } from './people.js'
import { hasCapital, isInitial, lettersOf, possessiveLength, type Span, type Word, wordsOf } from './words.js'

/** Words of the longest name. */
const NAME_WORDS_MAX = 6
const INITIALS_MAX = 3
const NAME_SUFFIX = /^(?:neto|filho|junior|sobrinho|segundo)(?:['’]s?)?$/iu
/** Characters. */
const LONGEST_HEADING = 150
/** No initials of a person: `U.S. Grady`. */
const OF_A_COUNTRY = /^U\.[SKN]$/u

interface Mention extends Span {
  /** Index of its last word. */
  readonly lastWord: number
}

/** Words of names, joined to one span where they are together, with initials and particles between them. In reading order. */
export function mentionsIn(text: string, people: People): Span[] {
  if (people.isEmpty) return []
  const words = wordsOf(text)
  const spans: { start: number; end: number; lastWord: number }[] = []
  for (let at = 0; at < words.length; at++) {
    for (const mention of mentionsAt(text, words, at, people)) {
      const last = spans.at(-1)
      if (last !== undefined && last.lastWord < at && isJoined(text, words, last, at, mention.start)) {
        last.end = Math.max(last.end, mention.end)
        last.lastWord = mention.lastWord
      } else if (last === undefined || mention.end > last.end) spans.push({ ...mention })
    }
    at = Math.max(at, spans.at(-1)?.lastWord ?? at)
  }
  return spans
}

function mentionsAt(text: string, words: readonly Word[], at: number, people: People): Mention[] {
  const word = words[at]
  if (word === undefined) return []
  const family = familyAt(text, words, at, people)
  if (family !== null)
    return isSomebodyElse(text, words, at, people)
      ? []
      : [withSuffix(text, words, withInitials(text, words, at, family))]
  // Behind a damaged quotation mark, or a word that ran into it, the capital is not the first letter: ``8`Grady``.
  if (!/\p{Lu}/u.test(word.text)) return []
  if (people.isNearlyFamily(word.text) && !isSomebodyElse(text, words, at, people)) return [whole(word, at)]
  if (people.isGivenName(lettersOf(word.text)))
    return isGivenNameOf(text, words, at, people) ? [whole(word, at)] : []
  const parts = shieldedParts(word, people)
  return parts.map(({ start, end }) => ({ start, end, lastWord: at }))
}

/** A family name in one word or, with hyphens and spaces changed or broken over a line, in several. */
function familyAt(text: string, words: readonly Word[], at: number, people: People): Mention | null {
  let letters = ''
  let found: Mention | null = null
  for (let last = at; last < Math.min(words.length, at + people.formWords); last++) {
    const word = words[last]
    const before = words[last - 1]
    const first = words[at]
    if (word === undefined || first === undefined || /\d/u.test(word.text)) break
    if (last > at && !/^[\s\-\u2010\u2011\u00AD'’‘]{1,9}$/u.test(text.slice(before?.end, word.start))) break
    letters += lettersOf(word.text)
    const capital = hasCapital(first.text) || (isParticle(first.text) && hasCapital(word.text))
    if (capital && people.isFamily(letters))
      found = { start: first.start, end: whole(word, last).end, lastWord: last }
    // The possessive ends a name.
    if (possessiveLength(word.text) > 1) break
  }
  return found
}

/** `L. T. Grady`: the initials are his, too. */
function withInitials(text: string, words: readonly Word[], at: number, mention: Mention): Mention {
  let { start } = mention
  for (let back = at - 1; back >= Math.max(0, at - INITIALS_MAX); back--) {
    const word = words[back]
    if (word === undefined || !/^\p{Lu}(?:\.\p{Lu})?$/u.test(word.text) || OF_A_COUNTRY.test(word.text)) break
    if (!/^\.\s?$/u.test(text.slice(word.end, start))) break
    start = word.start
  }
  return { ...mention, start }
}

/** `Magalhaes Neto`: a suffix that is like a name. */
function withSuffix(text: string, words: readonly Word[], mention: Mention): Mention {
  const next = words[mention.lastWord + 1]
  if (
    next === undefined ||
    !NAME_SUFFIX.test(next.text) ||
    !/^\s+$/u.test(text.slice(mention.end, next.start))
  )
    return mention
  return { start: mention.start, end: whole(next, 0).end, lastWord: mention.lastWord + 1 }
}

/** Without the possessive. */
function whole(word: Word, at: number): Mention {
  return { start: word.start, end: word.end - possessiveLength(word.text), lastWord: at }
}

function isSomebodyElse(text: string, words: readonly Word[], at: number, people: People): boolean {
  const word = words[at]
  const before = words[at - 1]
  if (word === undefined || before === undefined) return false
  return /^\s+$/u.test(text.slice(before.end, word.start)) && people.isOther(before.text, word.text)
}

/** A given name alone, or on the way to a family name; before another capital it is somebody else's. */
function isGivenNameOf(text: string, words: readonly Word[], at: number, people: People): boolean {
  const word = words[at]
  if (word === undefined || !people.isGivenName(lettersOf(word.text))) return false
  if (isSomebodyElse(text, words, at, people)) return false
  for (let next = at + 1; next <= at + NAME_WORDS_MAX; next++) {
    const follower = words[next]
    const behind = words[next - 1]
    if (follower === undefined || behind === undefined) return true
    if (possessiveLength(behind.text) > 0 || !/^[.\s"“”]*$/u.test(text.slice(behind.end, follower.start)))
      return true
    if (text.slice(behind.end, follower.start).includes('.') && !isInitial(behind.text)) return true
    if (familyAt(text, words, next, people) !== null)
      return !isSomebodyElse(text, words, next, people) || next > at + 1
    if (people.isNearlyFamily(follower.text) || shieldedParts(follower, people).length > 0) return true
    const passes =
      people.isGivenName(lettersOf(follower.text)) || isInitial(follower.text) || isSuffix(follower.text)
    if (!passes && !isParticle(follower.text))
      return !hasCapital(follower.text) || everyWordHasCapital(lineAround(text, word))
  }
  return true
}

function lineAround(text: string, { start, end }: Span): string {
  const from = text.lastIndexOf('\n', start) + 1
  const to = text.indexOf('\n', end)
  return text.slice(
    Math.max(from, start - LONGEST_HEADING),
    to === -1 ? end + LONGEST_HEADING : Math.min(to, end + LONGEST_HEADING),
  )
}

/** In capitals, or a heading: there a capital says nothing of the next word. */
function everyWordHasCapital(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? []
  if (!/\p{Ll}/u.test(words.join(''))) return true
  return (
    text.length < LONGEST_HEADING && !/[.!?]\s/u.test(text) && words.every((word) => /^\p{Lu}/u.test(word))
  )
}

function isJoined(text: string, words: readonly Word[], last: Mention, at: number, start: number): boolean {
  const between = words.slice(last.lastWord + 1, at)
  if (between.length > 3 || !between.every(({ text: word }) => isInitial(word) || isParticle(word)))
    return false
  return (
    /^[\p{L}\s.“”"'’-]*$/u.test(text.slice(last.end, start)) &&
    !/[.'’]\s*$/u.test(text.slice(last.end, start).replace(/\p{Lu}\.\s*$/u, ''))
  )
}
