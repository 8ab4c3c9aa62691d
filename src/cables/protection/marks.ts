/** @module Marks by which writers asked to shield a source: `(protect)`, `[STRICTLY PROTECT]`, `(driver, please protect both)`. */

export interface Mark {
  readonly start: number
  readonly end: number
  /** `protect both`: every name of the list before the mark is meant. */
  readonly several: boolean
  /** Offsets of a name that stands in the mark itself (`(please protect Smith)`), or `null`. */
  readonly named: { readonly start: number; readonly end: number } | null
}

/** Brackets around a few words that hold "protect". Bounded, so that a bracket that never closes costs nothing. */
const BRACKETED = /[([{<*/]([^()[\]{}<>*/]{0,70}?\bprotect(?:ed)?\b[^()[\]{}<>*/]{0,60})[)\]}>*/]/giu

/** Without brackets only with a word that makes it a request: `Joachim Vell - strictly protect - said`. */
const BETWEEN_STOPS =
  /[,;–—-]\s*(?:(?:please|pls|strictly)\s+){1,2}protect(?:\s+(?:source|identity|name|both|all|throughout))?(?=\s*(?:[,;:.–—-]|$))/giu

/** The part of a bracket that asks, after a comma or dash when something else stands before it. */
const REQUEST = /(?:^|[,;:–—-])\s*((?:[\p{L}'’]+\s+){0,4}?)protect(?:ed)?\b(.*)$/isu

/** Words that may stand beside "protect" in a request; any other word makes the bracket an ordinary remark (`(to protect the border)`). */
const BESIDE = new Set(
  `absolutely accordingly all also and as at both bio by cable contact contacts embassy fully fullest her his identities
  identity in info information kindly name names note of pls please s source sources strictly strict strickly stricly
  strictest the their them this throughout times`.split(/\s+/),
)
const SEVERAL = /\b(?:both|all|them|names|sources|identities|contacts)\b/iu
const WORD = /[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu

/** In reading order. Linear in the length of the text. */
export function findMarks(text: string): Mark[] {
  if (!/protect/i.test(text)) return []
  const marks: Mark[] = []
  for (const bracket of text.matchAll(BRACKETED)) {
    const mark = readBracket(bracket[1] ?? '', bracket.index, bracket.index + bracket[0].length)
    if (mark !== null) marks.push(mark)
  }
  for (const { index, 0: words } of text.matchAll(BETWEEN_STOPS))
    marks.push({ start: index, end: index + words.length, several: SEVERAL.test(words), named: null })
  return marks.sort((a, b) => a.start - b.start)
}

function readBracket(inside: string, start: number, end: number): Mark | null {
  const request = REQUEST.exec(inside)
  if (request === null) return null
  const [, before = '', after = ''] = request
  if (!wordsOf(before).every(({ word }) => BESIDE.has(word.toLowerCase()))) return null
  const rest = wordsOf(after)
  const foreign = rest.filter(({ word }) => !BESIDE.has(word.toLowerCase()))
  const several = SEVERAL.test(`${before} ${after}`)
  const [first] = foreign
  if (first === undefined) return { start, end, several, named: null }
  // A name in mixed case is told from a remark by its capitals.
  if (!foreign.every(({ word }) => /^\p{Lu}/u.test(word)) || !/\p{Ll}/u.test(inside)) return null
  const offset = start + 1 + inside.length - after.length
  return {
    start,
    end,
    several,
    named: { start: offset + first.at, end: offset + (rest.at(-1)?.end ?? first.end) },
  }
}

function wordsOf(text: string): { word: string; at: number; end: number }[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word,
    at: index,
    end: index + word.length,
  }))
}
