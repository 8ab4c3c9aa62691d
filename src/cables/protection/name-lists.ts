/** @module Several names that one mark is for. */
import { beforeBrackets } from './before-brackets.js'
import type { Mark } from './marks.js'
import { mayBeCalled } from './name-words.js'
import { isPerson, ownWords, type Run, runBefore, runBehind } from './name-runs.js'
import { isListedPerson, peopleIn, sentenceStart } from './sentence-people.js'
import { hasCapital, type Word } from './words.js'

/** Characters of a list behind a mark. */
const LIST_MAX = 900

export type Names = (readonly Word[])[]

/**
 * `Jane Roe, Linus Grady and Ada Moor (protect)`: a mark behind a list is for all of it, because nobody can tell which one is
 * meant. Whoever speaks for the embassy is not.
 */
export function listedBefore(text: string, words: readonly Word[], after: Run, isForSeveral: boolean): Names {
  const names: Names = []
  let { start } = after
  // `With Ada Moor, Jane Roe (protect)` is no list: one ends with "and".
  let isList = isForSeveral
  for (;;) {
    const inside = words.filter((word) => word.end <= start)
    const last = inside.at(-1)
    if (last === undefined) return names
    const gap = text.slice(last.end, start)
    const isAnd = /^(?:and|y|e|et|und|or)$/iu.test(last.text) && /^\s*$/u.test(gap)
    const isComma = isList && /^["”)]*\s*[,;]\s*["“]?$/u.test(gap)
    if (!isAnd && !isComma && !/^["”)]*\s*[&/]\s*$/u.test(gap)) return names
    isList = true
    const rest = isAnd ? inside.slice(0, -1) : inside
    const run = runBefore(text, rest, beforeBrackets(text, isAnd ? last.start : start).end)
    if (run === null) return names
    const isOneName =
      ownWords(run) === 1 && run.titles.length === 0 && mayBeCalled(run.name.at(-1)?.text ?? '')
    const isGivenName = isAnd && isOneName && names.length === 0
    if (!(isForSeveral && run.name.length > 0) && !isListedPerson(run) && !(isOneName && isPerson(run)))
      return names
    // `Jane and Linus Grady (protect both)`: one family name for both.
    const family = isGivenName ? after.name.slice(1) : []
    names.push([...run.name, ...family])
    start = run.start
  }
}

/** `lawyer Jane Roe, clerk Ib Soll, and pilot Ada Moor (protect all)`: the people of the sentence. */
export function ofAll(text: string, end: number, mark: Mark, found: number): Names {
  const isBoth = /\b(?:both|two)\b/iu.test(text.slice(mark.start, mark.end))
  if (!mark.isForSeveral || found >= (isBoth ? 2 : 3)) return []
  const people = peopleIn(text, sentenceStart(text, end), end)
  return isBoth ? people.slice(-2) : people
}

/** `Jane Roe, Ib Soll and Ada Moor`, or lines of them with what is said of each. */
export function listFrom(text: string, at: number): Names {
  const from = at + (/^\s*:?\s*/u.exec(text.slice(at, at + 20))?.[0].length ?? 0)
  const list =
    /^[\s\S]*?(?=\n\s*\n(?!\s*-)|(?<!(?<!\p{L})(?:\p{Lu}|Dr|Mr|Mrs|Ms|Gen|Col|Capt|Lt|Sgt|Maj|Adm|Prof|St|Sen|Rep|Gov|Amb|Rev|Hon|Fr|Jr|Sr))[.!?]\s+(?=\p{Lu}\p{Ll})|$)/u.exec(
      text.slice(from, from + LIST_MAX),
    )?.[0] ?? ''
  const isOfLines = /\n\s*[-–—•*\d]/u.test(list)
  const begins = isOfLines ? /(?:^|\n)[\s\-–—•*\d.)"“]*/gu : /(?:^|[,;&]|\band\b)[\s\-–—•*"“]*(?:and\s+)?/gu
  const items = Array.from(list.matchAll(begins), ({ index, 0: lead }) => from + index + lead.length)
  const names: Names = []
  for (const item of items) {
    const name = runBehind(text, item)
    const own = name.filter(({ text: word }) => hasCapital(word))
    const isEnded = /^\s*(?:[,;.)\n]|and\b|$)/u.test(
      text.slice(name.at(-1)?.end, (name.at(-1)?.end ?? 0) + 8),
    )
    if (name.length > 0 && (names.length === 0 || own.length >= 2 || isEnded)) names.push(name)
    else if (names.length === 0) break
  }
  return names
}
