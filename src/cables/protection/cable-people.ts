/** @module The people of one cable: full names of those who are marked, and who of the same family name is somebody else. */
import { isCountry } from '../vocabulary/countries.js'
import type { Name } from './marked-names.js'
import { isLink, isParticle, isSuffix, isTitle, mayBeCalled } from './name-words.js'
import { People } from './people.js'
import {
  hasCapital,
  isInCapitals,
  isInitial,
  lettersOf,
  possessiveLength,
  type Word,
  wordsOf,
} from './words.js'

const RELATIVE =
  /\b(?:wife|husband|spouse|widow|widower|son|sons|daughter|daughters|brother|brothers|sister|sisters|father|mother|parents|uncle|aunt|cousin|nephew|niece|grandson|granddaughter|grandfather|grandmother|son-in-law|brother-in-law|sister-in-law|father-in-law|twin|fianc[eé]e?|relative)\b[^.!?]*$/iu
const RELATIVE_REACH = 40
/** Given names that are looked for before a family name. */
const GIVEN_NAMES_MAX = 3

/** What is known of a cable's words as a whole: needed to tell a given name from other words with a capital. */
interface Usage {
  /** Words that are somewhere written small. */
  readonly small: ReadonlySet<string>
  /** Words in capitals -> the words that follow them; `''` for the end of a sentence. */
  readonly followers: ReadonlyMap<string, ReadonlySet<string>>
  readonly texts: readonly { readonly text: string; readonly words: readonly Word[] }[]
}

/** @returns the names, those of one word with the given name that the cable writes before them, and who is somebody else */
export function peopleOf(
  marked: readonly Name[],
  texts: readonly string[],
): { names: Name[]; others: Set<string> } {
  const usage = usageOf(texts)
  const known = distinct(marked)
  const names = distinct([
    ...known,
    ...fullNames(known, usage),
    ...known.flatMap((name) => spelledOut(name, usage)),
  ])
  return { names, others: othersIn(new People(names, new Set()), usage) }
}

function usageOf(texts: readonly string[]): Usage {
  const read = texts.map((text) => ({ text, words: wordsOf(text) }))
  const small = read.flatMap(({ words }) =>
    words.flatMap(({ text }) => (/^\p{Ll}/u.test(text) && !hasCapital(text) ? [lettersOf(text)] : [])),
  )
  const followers = new Map<string, Set<string>>()
  for (const { text, words } of read) {
    words.forEach((word, at) => {
      if (!isInCapitals(word.text)) return
      const next = words[at + 1]
      const isNext = next !== undefined && /^\s+$/u.test(text.slice(word.end, next.start))
      const known = followers.get(lettersOf(word.text)) ?? new Set()
      followers.set(lettersOf(word.text), known.add(isNext ? lettersOf(next.text) : ''))
    })
  }
  return { small: new Set(small), followers, texts: read }
}

/** The full names, as they are written elsewhere in the cable: `Grady (protect)`, `Linus Grady`. One pass over the words. */
function fullNames(names: readonly Name[], usage: Usage): Name[] {
  const { small, texts } = usage
  const byFirst = new Map<string, SoughtName[]>()
  for (const name of names) {
    const letters = name.filter((word) => !isSuffix(word) && !isInitial(word)).map(lettersOf)
    const [first] = letters
    if (first === undefined) continue
    byFirst.set(first, [
      ...(byFirst.get(first) ?? []),
      { letters, initial: lettersOf(name.find(isInitial) ?? '') },
    ])
  }
  const found = texts.flatMap(({ text, words }) =>
    words.flatMap((word, at) =>
      (byFirst.get(lettersOf(word.text)) ?? []).flatMap(({ letters, initial }) => {
        const run = words.slice(at, at + letters.length)
        if (
          run.length < letters.length ||
          !run.every((each, place) => lettersOf(each.text) === letters[place])
        )
          return []
        if (!run.some((each) => hasCapital(each.text))) return []
        const given = givenNamesBefore(text, words, at, usage)
        const isOwn = lettersOf(given[0] ?? '').startsWith(initial)
        const behind = letters.length === 1 ? namesBehind(text, words, at, small) : []
        const full = [...given, ...run.map((each) => each.text.replace(/['’‘`]s?$/u, '')), ...behind]
        return full.length === run.length || !isOwn ? [] : [full]
      }),
    ),
  )
  // Two people of one family name: nobody can tell which is meant, so both are hidden.
  return distinct(found)
}

/** `Pak (protect)`, `Pak Chul-sung`: the family name comes first; or a second one follows. */
function namesBehind(text: string, words: readonly Word[], at: number, small: ReadonlySet<string>): string[] {
  const names: string[] = []
  for (let next = at + 1; next <= at + 2; next++) {
    const word = words[next]
    const before = words[next - 1]
    if (word === undefined || before === undefined || possessiveLength(before.text) > 0) break
    if (!/^\s+$/u.test(text.slice(before.end, word.start))) break
    if (!/^\p{Lu}/u.test(word.text) || !mayBeCalled(word.text) || small.has(lettersOf(word.text))) break
    names.push(word.text.replace(/['’‘`]s?$/u, ''))
  }
  return names
}

interface SoughtName {
  readonly letters: readonly string[]
  /** The letter that the given name begins with; empty when it is not known. */
  readonly initial: string
}

function givenNamesBefore(
  text: string,
  words: readonly Word[],
  at: number,
  { small, followers }: Usage,
): string[] {
  // In capitals a given name is a word that the cable has before this name only.
  const isOnlyThere = (word: string, next: string): boolean => {
    const letters = lettersOf(word)
    const known = followers.get(letters)
    return (
      known?.size === 1 && known.has(lettersOf(next)) && letters.length > 2 && !isTitle(word) && !isLink(word)
    )
  }

  const given: string[] = []
  for (let back = at - 1; back >= at - GIVEN_NAMES_MAX; back--) {
    const before = words[back]
    const next = words[back + 1]
    if (before === undefined || next === undefined || !isDirectly(text.slice(before.end, next.start), before))
      break
    const isOwn =
      (mayBeCalled(before.text) &&
        !small.has(lettersOf(before.text)) &&
        possessiveLength(before.text) === 0) ||
      (isInCapitals(before.text) && isOnlyThere(before.text, next.text))
    if (!isOwn && !(isInitial(before.text) && given.length > 0) && !isParticle(before.text)) break
    if (isOwn) given.unshift(before.text)
  }
  return given
}

/** `ACM Neto`: Antonio Carlos Magalhaes Neto, where the cable writes it out. */
function spelledOut(name: Name, { texts }: Usage): Name[] {
  const letters = name.find((word) => /^\p{Lu}{2,4}$/u.test(word))
  if (letters === undefined) return []
  const initials = letters.split('')
  return texts.flatMap(({ words }) =>
    words.flatMap((word, at) => {
      const run = words.slice(at, at + initials.length).map(({ text }) => text)
      const next = words[at + initials.length]?.text ?? ''
      const fits =
        run.length === initials.length &&
        run.every((each, place) => /\p{Ll}/u.test(each) && each.startsWith(initials[place] ?? ' '))
      return fits && word.text.length > 1 ? [name.includes(next) ? [...run, next] : run] : []
    }),
  )
}

/** A stop between is one of an initial. */
function isDirectly(gap: string, before: Word): boolean {
  return /^[\s"“”]*$/u.test(gap) || (isInitial(before.text) && /^\.\s*$/u.test(gap))
}

/** `petra grady` where the shielded one is Linus Grady and the cable gives Petra Grady a given name of her own. */
function othersIn(people: People, { small, texts }: Usage): Set<string> {
  const others = new Set<string>()
  for (const { text, words } of texts) {
    words.forEach((word, at) => {
      const before = words[at - 1]
      const letters = lettersOf(word.text)
      if (before === undefined || possessiveLength(before.text) > 0) return
      if (!(people.isFamily(letters) || people.isGivenName(letters))) return
      if (isInCapitals(word.text) || !/^\s+$/u.test(text.slice(before.end, word.start))) return
      const isName =
        /^\p{Lu}/u.test(before.text) &&
        mayBeCalled(before.text) &&
        before.text.length > 2 &&
        !small.has(lettersOf(before.text))
      const isOfCountry = isCountry(`${words[at - 2]?.text ?? ''} ${before.text}`)
      if (!isName || isOfCountry || beginsSentence(text, words, at - 1) || isRelative(text, before)) return
      // The shielded family name twice (`Grady Grady`) is nobody else's.
      const isOurs =
        people.isFamily(lettersOf(before.text)) ||
        (people.isFamily(letters)
          ? people.mayBelong(before.text, letters)
          : people.isGivenName(lettersOf(before.text)))
      // Indonesian, Thai and Burmese forms of "Mr." and "Mrs.", which are names elsewhere.
      if (!isOurs && !/^(?:pak|bapak|ibu|bu|khun|daw|ko|ma|u)$/iu.test(before.text))
        others.add(`${lettersOf(before.text)} ${letters}`)
    })
  }
  return others
}

/** `his wife, Petra Grady`: the family name would tell whose wife she is. */
function isRelative(text: string, { start }: Word): boolean {
  return RELATIVE.test(text.slice(Math.max(0, start - RELATIVE_REACH), start))
}

/** There every word has a capital; behind a title it does not matter. */
function beginsSentence(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at]
  const before = words[at - 1]
  if (word === undefined) return true
  if (before === undefined) return true
  const gap = text.slice(before.end, word.start)
  return /[.!?:]/u.test(gap)
    ? !/^\.\s$/u.test(gap) || !isTitle(before.text) || before.text.length > 4
    : !/^[\s,"“”(]*$/u.test(gap)
}

function distinct(names: readonly Name[]): Name[] {
  return [...new Map(names.map((name) => [name.join(' '), name])).values()]
}
