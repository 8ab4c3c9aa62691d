/** @module The names that a mark shields: before it, behind it or in it, word by word, without titles and the words around. */
import { MASK_CHARACTER } from './mask-character.js'
import { isArticle, isLink, isTitle, leadsToOffice, mayBeCalled } from './name-words.js'
import { beforeBrackets, CALLED, hasInitials } from './before-brackets.js'
import type { Mark } from './marks.js'
import { listedBefore, listFrom, type Names, ofAll } from './name-lists.js'
import {
  belongsToOffice,
  isPerson,
  isShortened,
  ownWords,
  type Run,
  runBefore,
  REACH,
  runBehind,
  wordsBefore,
} from './name-runs.js'
import { subjectOfSaying, subjectsBefore } from './sentence-people.js'
import { hasCapital, isInCapitals, lettersOf, type Span, type Word, wordsOf } from './words.js'

/** Words between a name and the mark behind what is said of it: `Linus Grady, who runs the port (protect)`. */
const APPOSITION_WORDS_MAX = 24
/** How far before a mark the full name is looked for that its family name stands for (characters). */
const FULL_NAME_REACH = 2_000

/** Asks to protect what was said, which only shields somebody who is named directly before. */
const OF_WORDS =
  /\b(?:this|these)\b|\b(?:information|reference|statement|comments?|conversation|account|report|message|material)\b/iu

/** Behind it a mark can only be for who follows: `2.  (C)  (protect) Jane Roe said …`. */
const PARAGRAPH_BEGINS = /(?:^|\n\s*\n\s*)(?:¶?\d{1,3}\.\s*)?(?:\([A-Z/]{1,8}\)\s*)?$/u

/** A name as its words are printed. */
export type Name = readonly string[]

/** Linear in the length of the text for a bounded number of marks. */
export function namesOf(text: string, mark: Mark): Name[] {
  if (mark.kind === 'names') return printed(listFrom(text, mark.namesFrom))
  if (isMaskedBehind(text, mark.end)) return []
  const { end, aliases } = beforeBrackets(text, mark.start)
  const behind = namesBehind(text, mark)
  const isForWhoFollows =
    PARAGRAPH_BEGINS.test(text.slice(Math.max(0, mark.start - 60), mark.start)) ||
    (isSentenceEnd(text, mark.start) && !/[.!]/u.test(text.slice(mark.start, mark.end + 1)))
  if (behind.length > 0 && isForWhoFollows) return printed(behind)
  if (mark.kind === 'sentence' || isSentenceEnd(text, end)) {
    const asterisked = /\*\s*$/u.test(text.slice(Math.max(0, mark.start - 3), mark.start))
      ? withAsterisk(text, mark)
      : []
    const inside = inRemark(text, mark, false)
    if (inside.length > 0) return printed(inside)
    const subjects = asterisked.length > 0 ? asterisked : subjectsBefore(text, end, mark.isForSeveral)
    return printed([...subjects, ...behind])
  }
  if (isRedacted(text, end) || (mark.remark !== null && isRedacted(text, mark.remark.end))) return []
  const isOfWords = OF_WORDS.test(text.slice(mark.start, mark.end))
  const near = isOfWords ? nameDirectlyBefore(text, end) : namesBefore(text, end, mark.isForSeveral)
  if (isOfWords) return printed(near)
  if (near.length > 0) {
    const list = /^\s*:/u.test(text.slice(mark.end, mark.end + 4)) ? behind : []
    const also = aliases.filter(
      ({ word, isCalled }) => isCalled || near.some((name) => hasInitials(name, word.text)),
    )
    return printed([
      ...near,
      ...also.map(({ word }) => [word]),
      ...list,
      ...inRemark(text, mark, true),
      ...ofAll(text, end, mark, near.length),
    ])
  }
  if (isMaskedBefore(text, end)) return []
  const inMark = mark.namesFrom < mark.end ? [runBehind(text, mark.namesFrom, /^\s*,\s*$/u)] : []
  const others = [...inRemark(text, mark, false), ...inMark, ...behind].filter((name) => name.length > 0)
  return printed(others.length > 0 || titleAt(text, end).length > 0 ? others : subjectOfSaying(text, end))
}

/** An earlier hand has blacked the name out. */
function isRedacted(text: string, end: number): boolean {
  return /(?:x{5,}[\s,;:–—-]*|█[\s,;:"“”'‘’*_/\\|<>~=+#&–—-]*)$/iu.test(
    text.slice(Math.max(0, end - 40), end),
  )
}

/** The name before the mark, of which something is said between (`█protected█, a welder (protect)`), was masked before. */
function isMaskedBefore(text: string, end: number): boolean {
  return /█[^.!?]*$/u.test(text.slice(Math.max(0, end - REACH), end))
}

/** The name behind the mark was masked before. */
function isMaskedBehind(text: string, end: number): boolean {
  return /^[\s,:"“”()\][*_/–—-]*█/u.test(text.slice(end, end + 8))
}

/** Whom a request in a sentence is made for: the first person of the sentence, or of the one before. */
export function requesterOf(text: string, request: Span): Name[] {
  return printed(subjectsBefore(text, request.start, false))
}

/** The full name that is nearest before a mark of the family name alone: `Linus Grady … Grady (protect)`. */
export function nearestFullName(text: string, mark: Span, name: Name): Name | null {
  const family = name.at(-1) ?? ''
  const words = wordsOf(text, Math.max(0, mark.start - FULL_NAME_REACH), mark.start)
  for (let at = words.length - 2; at > 0; at--) {
    const word = words[at]
    if (word === undefined || lettersOf(word.text) !== lettersOf(family)) continue
    const run = runBefore(text, words.slice(0, at + 1), word.end)
    const given = run?.name.slice(0, -1) ?? []
    if (given.length === 0 || !given.every(({ text: each }) => mayBeCalled(each))) continue
    return [...given.map(({ text: each }) => each), ...name, ...namesDirectlyBehind(text, words, at)]
  }
  return null
}

/** Whom `should be strictly protected` is said of: who is named directly before. */
export function subjectOf(text: string, request: Span): Name[] {
  const words = wordsBefore(text, request.start)
  const run = runBefore(text, words, request.start)
  return run === null || !isPerson(run) ? [] : printed([run.name, ...listedBefore(text, words, run, true)])
}

/** `Gómez Ñáñez`: a second family name. */
function namesDirectlyBehind(text: string, words: readonly Word[], at: number): string[] {
  const word = words[at]
  const next = words[at + 1]
  if (word === undefined || next === undefined || !/^\s+$/u.test(text.slice(word.end, next.start))) return []
  return mayBeCalled(next.text) && /^\p{Lu}/u.test(next.text) ? [next.text.replace(/['’‘`]s?$/u, '')] : []
}

/** The title that a mark is behind when no name is there: `the Italian Ambassador (protect)`; else empty. */
export function titleBefore(text: string, mark: Mark): readonly Word[] {
  return mark.kind === 'beside' ? titleAt(text, beforeBrackets(text, mark.start).end) : []
}

function titleAt(text: string, end: number): readonly Word[] {
  const run = runBefore(text, wordsBefore(text, end), end)
  return run?.name.length === 0 ? run.titles : []
}

function printed(names: Names): Name[] {
  return names.filter((name) => name.length > 0).map((name) => name.map(({ text }) => text))
}

function nameDirectlyBefore(text: string, end: number): Names {
  const run = runBefore(text, wordsBefore(text, end), end)
  return run === null || belongsToOffice(run) ? [] : [run.name]
}

/** The names that end at `end`, those before them in the same list, and the one that an apposition is about. */
function namesBefore(text: string, end: number, isForSeveral: boolean): Names {
  const words = wordsBefore(text, end)
  const run = runBefore(text, words, end)
  const listed = (from: Run): Names => listedBefore(text, words, from, isForSeveral)
  if (run === null || run.name.length === 0) {
    const apposed = apposedRun(text, words, run?.start ?? end)
    return apposed === null ? [] : [apposed.name, ...listed(apposed)]
  }
  const isOffice = belongsToOffice(run)
  const isOfSomebody = run.before !== undefined && /^(?:of|for|to)$/iu.test(run.before.text)
  const apposed = isOffice || isOfSomebody ? apposedRun(text, words, run.start) : null
  const isPlace =
    isOffice && ownWords(run) === 1 && /^(?:in|at|near|outside|inside)$/iu.test(run.before?.text ?? '')
  if (apposed !== null) return [apposed.name, ...listed(apposed), ...(isPlace ? [] : [run.name])]
  if (isOffice && run.before !== undefined && isArticle(run.before.text) && isOfPlace(words, run.before))
    return []
  if (isPlace) return []
  return [...otherName(text, words, run), [...run.name, ...invertedName(text, words, run)], ...listed(run)]
}

/** `in the Chancellery`, `of the Port Board`. */
function isOfPlace(words: readonly Word[], article: Word): boolean {
  const before = words[words.findIndex(({ start }) => start === article.start) - 1]
  return before !== undefined && leadsToOffice(before.text)
}

/** `Linus Grady, a.k.a. Kalle Moor (protect)` */
function otherName(text: string, words: readonly Word[], run: Run): Names {
  const called = CALLED.exec(text.slice(Math.max(0, run.start - 30), run.start))
  if (called === null || /^["“'‘]/u.test(called[0])) return []
  const start = run.start - called[0].length
  const first = runBefore(text, words, beforeBrackets(text, start).end)
  return first === null ? [] : [first.name]
}

/** `Grady, Linus (protect)`: the family name comes first. */
function invertedName(text: string, words: readonly Word[], run: Run): readonly Word[] {
  const { before } = run
  if (run.name.length !== 1 || run.titles.length > 0 || before === undefined) return []
  const isBehindComma = /^,\s+$/u.test(text.slice(before.end, run.start))
  const isName =
    mayBeCalled(before.text) || (isInCapitals(before.text) && !isTitle(before.text) && !isLink(before.text))
  if (!isBehindComma || !isName) return []
  const beforeIt = words[words.indexOf(before) - 1]
  const isFullName =
    beforeIt !== undefined &&
    hasCapital(beforeIt.text) &&
    !isTitle(beforeIt.text) &&
    !isLink(beforeIt.text) &&
    /^\s+$/u.test(text.slice(beforeIt.end, before.start))
  if (isFullName) return []
  const isPlace =
    beforeIt !== undefined && (/^(?:in|at|near)$/iu.test(beforeIt.text) || isArticle(beforeIt.text))
  return isPlace ? [] : [before]
}

/** `Linus Grady, a welder (protect)`, `Linus Grady of the Port Board (protect)`: the name is before a comma or "of". */
function apposedRun(text: string, words: readonly Word[], end: number): Run | null {
  let next = end
  let passed = 0
  // `of the Port Board`: nothing but the name of an office so far.
  let isChain = true
  for (let at = words.length - 1; at >= 0 && passed < APPOSITION_WORDS_MAX; at--) {
    const word = words[at]
    if (word === undefined || word.end > end) continue
    const gap = text.slice(word.end, next)
    if (/[.!?]["”’)]*\s/u.test(gap) && !(isShortened(word.text) && /^\.\s/u.test(gap))) return null
    if (passed > 0 && /^["”)]*\s*(?:,|-{1,2}|[–—])\s*/u.test(gap) && isApposition(words[at + 1])) {
      const before = beforeBrackets(text, word.end + gap.length).end
      const run = runBefore(text, words.slice(0, at + 1), Math.min(before, word.end))
      if (run !== null && isPerson(run)) return run
    }
    if (isChain && /^(?:of|from|at|in|for|OF)$/u.test(word.text)) {
      const run = runBefore(text, words.slice(0, at), beforeBrackets(text, word.start).end)
      const isName =
        run !== null &&
        isPerson(run) &&
        (ownWords(run) >= 2 || run.titles.length > 0 || run.name.every(({ text: each }) => mayBeCalled(each)))
      if (isName && /^\s*$/u.test(text.slice(words[at - 1]?.end ?? 0, word.start).replace(/^["”)]/u, '')))
        return run
    }
    isChain &&= hasCapital(word.text) || /^(?:the|of|and|for|in|at|from|our|its)$/u.test(word.text)
    next = word.start
    passed++
  }
  return null
}

/** Something is said of a person, not a person named. */
function isApposition(word: Word | undefined): boolean {
  // `Grady,s house`: an apostrophe that was damaged in transmission.
  return word !== undefined && !word.text.includes(MASK_CHARACTER) && word.text !== 's'
}

/**
 * Names inside the mark: `a pilot (Linus Grady, protect)`; behind a name only another name of the same person.
 * @param hasName whether a name is before the mark: `Linus Grady (Port Party; protect)`
 */
function inRemark(text: string, { remark }: Mark, hasName: boolean): Names {
  if (remark === null) return []
  const words = wordsOf(text, remark.start, remark.end)
  const run = runBefore(text, words, remark.end)
  if (run === null || run.name.length === 0) return []
  const isCalled = CALLED.test(text.slice(remark.start, run.start))
  return hasName && !isCalled ? [] : [run.name, ...listedBefore(text, words, run, true)]
}

/** `Source (strictly protect) Jane Roe`, `a contact (protect), Jane Roe,`, `Contacts (all protect): Jane Roe, Ib Soll`. */
function namesBehind(text: string, mark: Mark): Names {
  const behind = text.slice(mark.end, mark.end + 4)
  if (/^\s*:/u.test(behind)) return listFrom(text, mark.end)
  const direct = runBehind(text, mark.end, /^\s*(?:-{1,2}|[–—/*_"“”'’,])?\s*$/u)
  const isFar = /^\s*,/u.test(behind)
  const isEnded = /^\s*,/u.test(text.slice(direct.at(-1)?.end, (direct.at(-1)?.end ?? 0) + 3))
  return direct.length === 0 || (isFar && direct.length < 2 && !isEnded) ? [] : [direct]
}

/** `Linus Grady* … * Strictly protect.` */
function withAsterisk(text: string, mark: Mark): Names {
  return Array.from(text.slice(0, mark.start - 1).matchAll(/(?<=[\p{L}"”])\*/gu)).flatMap(({ index }) => {
    const run = runBefore(text, wordsBefore(text, index), index)
    return run === null || !isPerson(run) ? [] : [run.name]
  })
}

function isSentenceEnd(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - 30), end)
  if (before.trim() === '') return true
  const stop = /(\S+?)([.!?]+)["”’)\]]*\s*$/u.exec(before)
  if (stop === null || /\.{2,}\s*$/u.test(before)) return /\n\s*\n\s*$/u.test(before)
  return stop[2] !== '.' || !isShortened((stop[1] ?? '').replace(/^.*[\s("“]/u, ''))
}
