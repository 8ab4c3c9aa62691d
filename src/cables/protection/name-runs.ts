/** @module Runs of words that may be a name, before or behind a place in a text, with what belongs to a title taken off. */
import { isCountry } from '../vocabulary/countries.js'
import { MASK_CHARACTER } from './mask-character.js'
import {
  isArticle,
  isLink,
  isNameToo,
  isOfCountry,
  isOfOrganisation,
  isParticle,
  isSuffix,
  isTitle,
  leadsToOffice,
} from './name-words.js'
import { hasCapital, isInitial, possessiveLength, type Word, wordsOf } from './words.js'

/** How far a name is looked for (characters). */
export const REACH = 260
/** Words of the longest name; in texts of capitals, where names do not stand out, fewer. */
const NAME_WORDS_MAX = 6
const CAPITALS_WORDS_MAX = 5
/** Characters before a name that tell whether all is in capitals: the head of a cable often is not. */
const CAPITALS_REACH = 80
/** Characters of a bracket inside a name. */
const ALIAS_MAX = 40

/** `General (ret.) Linus Grady` */
const RETIRED = /^(?:ret|retd|fmr)$/iu

/** A run of words that may be a name. */
export interface Run {
  /** Empty when nothing but titles is there. */
  readonly name: readonly Word[]
  readonly titles: readonly Word[]
  /** The word before the run. */
  readonly before: Word | undefined
  /** Where the run begins, its titles included. */
  readonly start: number
}

/** Words of the text up to `end`, as far as a name is looked for. */
export function wordsBefore(text: string, end: number): Word[] {
  return wordsOf(text, Math.max(0, end - REACH), end)
}

/** The words with capitals that end at `end`. `null` when the nearest word has none. */
export function runBefore(text: string, words: readonly Word[], end: number): Run | null {
  const inside = words.filter((word) => word.end <= end)
  const capitals = !/\p{Ll}{2}/u.test(text.slice(Math.max(inside[0]?.start ?? 0, end - CAPITALS_REACH), end))
  const run: Word[] = []
  let next = end
  let at = inside.length - 1
  for (; at >= 0 && run.length < (capitals ? CAPITALS_WORDS_MAX : NAME_WORDS_MAX); at--) {
    const word = inside[at]
    if (word === undefined || word.text.includes(MASK_CHARACTER)) break
    const open = run.length === 0 ? -1 : bracketBefore(text, word, next)
    if (open >= 0) {
      // `Khalid (aka Ruslan) Moor`: both names are his.
      run.unshift(
        ...inside.filter(({ text: alias, start }) => start > open && start < next && hasCapital(alias)),
      )
      while ((inside[at - 1]?.start ?? -1) > open) at--
      next = open
      continue
    }
    if (!joins(text, word, next, run[0])) break
    if (run.length > 0 && possessiveLength(word.text) > 0) break
    const isStopped = /^\p{Lu}$/u.test(word.text) && text[word.end] === '.'
    if (capitals ? isLink(word.text) && !isParticle(word.text) && !isStopped : !mayBeOfName(word.text)) break
    run.unshift(word)
    next = word.start
  }
  if (run.length === 0) return null
  const isAccording =
    /^to$/iu.test(inside[at]?.text ?? '') && /^according$/iu.test(inside[at - 1]?.text ?? '')
  return { ...withoutTitles(run), before: inside[isAccording ? at - 1 : at], start: run[0]?.start ?? end }
}

/** `(Protect) Linus Grady said`: the name that begins at `from`. @param lead what may be between */
export function runBehind(text: string, from: number, lead = /^\s*[:"“]?\s*$/u): readonly Word[] {
  const run: Word[] = []
  let next = from
  for (const word of wordsOf(text, from, from + REACH)) {
    if (word.text.includes(MASK_CHARACTER)) break
    if (RETIRED.test(word.text) && text[word.start - 1] === '(') continue
    const gap = text.slice(next, word.start)
    const last = run.at(-1)
    const isJoined =
      last === undefined
        ? lead.test(gap)
        : /^[\s"“”]*(?:\((?:ret|retd|fmr)\.?\)\s*)?$/iu.test(gap) ||
          (/^\.\s*$/u.test(gap) && isShortened(last.text))
    if (!isJoined || !mayBeOfName(word.text) || isLink(word.text) || run.length === NAME_WORDS_MAX) break
    run.push(word)
    next = word.end
    if (possessiveLength(word.text) > 0) break
  }
  const { name } = withoutTitles(run)
  return name.some(({ text: word }) => hasCapital(word)) ? name : []
}

/** Where a short bracket begins that ends between this word and the next; -1 when there is none. */
function bracketBefore(text: string, word: Word, next: number): number {
  if (!/^["”’.]*\)\s*$/u.test(text.slice(word.end, next))) return -1
  const before = text.slice(Math.max(0, word.end - ALIAS_MAX), word.end)
  const open = before.lastIndexOf('(')
  const isInName = open > 0 && /\p{Lu}[\p{L}'’-]*\s$/u.test(before.slice(0, open))
  return !isInName || before.includes(')', open) ? -1 : word.end - before.length + open
}

function joins(text: string, word: Word, next: number, first: Word | undefined): boolean {
  const gap = text.slice(word.end, next)
  if (first === undefined) return /^[\s"“”'‘’.,;:*_/\\|<>~=+#&…–—-]*$/u.test(gap)
  if (/^,\s*$/u.test(gap)) return isSuffix(first.text)
  // A stop is one of an initial or of a shortened title, not the end of a sentence.
  if (gap.startsWith('.')) return isShortened(word.text) && /^\.\s*$/u.test(gap)
  return /^[\s"“”'‘’]*$/u.test(gap)
}

function mayBeOfName(word: string): boolean {
  return hasCapital(word) || isParticle(word) || isIdentifier(word)
}

/** A number that is not a year: papers are marked, too. */
function isIdentifier(word: string): boolean {
  return /\d{4}/u.test(word) && !/^(?:19|20)\d\d$/u.test(word)
}

/** `Finance Minister Joachim Vell` -> `Joachim Vell`: what is before the last title belongs to the title. */
function withoutTitles(run: readonly Word[]): Pick<Run, 'name' | 'titles'> {
  const isBare = (word: Word): boolean => isTitle(word.text) && !isNameToo(word.text)
  const title = run.slice(0, -1).findLastIndex(isBare)
  const rest = withoutCountry(run.slice(title + 1))
  const first = rest.findIndex(
    (word, at) =>
      !isTitle(word.text) &&
      (hasCapital(word.text) || isIdentifier(word.text)) &&
      (!isLink(word.text) || isInitialOf(rest, at)),
  )
  const [only] = rest
  // `Bishop (protect)`: a name when nothing but it is there.
  if (first === -1 && run.length === 1 && only !== undefined && isNameToo(only.text))
    return { name: rest, titles: [] }
  const last = run.at(-1)
  // `Energy Minister`, `Political Officer`: an office alone.
  const isOffice = run.length > 1 && last !== undefined && isBare(last)
  const name = first === -1 || isOffice ? [] : withoutOrganisation(withoutTrailingLinks(rest.slice(first)))
  return { name, titles: run.filter((word) => !name.includes(word)) }
}

/** `The Costa Rican Linus Grady` -> `Linus Grady`: the two words together say a country, neither of them alone. */
function withoutCountry(run: readonly Word[]): readonly Word[] {
  const country = run.findLastIndex((word, at) => {
    const next = run[at + 1]
    return next !== undefined && isCountry(`${word.text} ${next.text}`)
  })
  return country === -1 ? run : run.slice(country + 2)
}

/** `A. T. Grady`: no article. */
function isInitialOf(run: readonly Word[], at: number): boolean {
  const next = run[at + 1]
  return (
    isInitial(run[at]?.text ?? '') &&
    next !== undefined &&
    (isInitial(next.text) || next.start - (run[at]?.end ?? 0) > 1)
  )
}

/** A particle at the end belongs to a name only with a capital; a link never does. */
function withoutTrailingLinks(name: readonly Word[]): readonly Word[] {
  const last = name.findLastIndex(({ text }) => !isLink(text) && !(isParticle(text) && !hasCapital(text)))
  return name.slice(0, last + 1)
}

/** `Security Council` is no person. */
function withoutOrganisation(name: readonly Word[]): readonly Word[] {
  const last = name.at(-1)
  const isOrganisation =
    name.length > 1 && last !== undefined && isOfOrganisation(last.text) && !isNameToo(last.text)
  return isOrganisation || name.every(({ text }) => text.length < 2) ? [] : name
}

/** `Director of the Port Authority`: an office or a place, not a person. */
export function belongsToOffice({ before, titles }: Run): boolean {
  const isPlain =
    titles.every(({ text }) => isOfOrganisation(text)) && !isOfCountry(titles.at(-1)?.text ?? '')
  return before !== undefined && isPlain && (leadsToOffice(before.text) || isArticle(before.text))
}

/** Not behind `in` or `of`, and of one word only without an article. */
export function isPerson({ name, titles, before }: Run): boolean {
  if (name.length === 0) return false
  if (before === undefined || titles.some(({ text }) => !isOfOrganisation(text))) return true
  const isBeforePeople = ownWords({ name }) >= 2 ? /^(?:with|from|to|by|of|for)$/iu : /^(?:with|from|by)$/iu
  const isPlace = leadsToOffice(before.text) && !isBeforePeople.test(before.text)
  return !isPlace && !(isArticle(before.text) && name.length === 1)
}

/** Words of the name that are not particles. */
export function ownWords({ name }: Pick<Run, 'name'>): number {
  return name.filter(({ text }) => !isParticle(text)).length
}

/** A stop behind it ends no sentence. */
export function isShortened(word: string): boolean {
  return (
    isInitial(word) ||
    isSuffix(word) ||
    (isTitle(word) && word.length <= 5) ||
    /^(?:St|Wm|Chas|Geo|Jos|Th|a\.k\.a)$/u.test(word)
  )
}
