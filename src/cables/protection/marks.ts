/**
 * @module Marks by which writers asked to shield a source: `(protect)`, `[STRICTLY PROTECT]`, `-- please protect --`,
 * `(driver; please protect both)`, `Please protect Jane Roe`. docs/protection.md lists the forms with their counts.
 */
import { isParticle, isTitle } from './name-words.js'
import { GOES_ON, isBeside, isExactly, isProtect, OF_A_NAME, SEVERAL } from './request-words.js'
import { DETERMINES, isNamesIdentity, isVerb, type Phrase, phraseAround } from './request-phrase.js'
import { hasCapital, isInCapitals, type Span, type Word, wordsOf } from './words.js'

export interface Mark extends Span {
  /** Where its names are: directly before it (or behind, when nobody is there), in it, or in the sentences around it. */
  readonly kind: 'beside' | 'names' | 'sentence'
  /** `protect both`: more than one name is meant. */
  readonly isForSeveral: boolean
  /** The words inside the brackets before the request: `a.k.a. Brasken` of `(a.k.a. Brasken; protect)`. */
  readonly remark: Span | null
  /** Where the names begin; of the other kinds, where words behind the request may. */
  readonly namesFrom: number
}

/** Texts without such letters have no mark. */
const MAY_HOLD_MARK = /prot|tect|proect|proetct/iu

/** How far brackets may be apart (characters). A bracket that never closes costs no more. */
const REACH = 240
/** Signs that set a request off without brackets. */
const SIGN_BEFORE = /(?:-{1,3}|[–—,;:/*_|"'“”‘’<>~=+#]|\.{2,}|…)\s*$/u
const SIGN_BEHIND = /^\s*(?:-{1,3}|[–—,;:/*_|"'“”‘’<>~=+#.!)\]}]|…|$)/u
const SENTENCE_BEGINS =
  /(?:^|[.!?:]["”)]*\s+|[("“]\s*|\n\s*(?:[-*•#]+\s*)?)(?:\(?(?:begin\s+)?(?:note|comment)[:.]\s*)?$/iu

/** Whether it is worth a closer look. */
export function mayHoldMark(text: string): boolean {
  return MAY_HOLD_MARK.test(text)
}

/** In reading order. Linear in the length of the text. */
export function findMarks(text: string): Mark[] {
  if (!mayHoldMark(text)) return []
  const words = wordsOf(text)
  const marks: Mark[] = []
  words.forEach((word, at) => {
    if (!isProtect(word.text) || (marks.at(-1)?.end ?? 0) > word.start) return
    const mark = markAt(text, words, at)
    if (mark !== null) marks.push(mark)
  })
  return marks
}

function markAt(text: string, words: readonly Word[], at: number): Mark | null {
  const phrase = phraseAround(text, words, at)
  if (isUnclosed(text, words, at, phrase)) return plainMark(text, phrase.start - 1, phrase.end)
  if (isShouted(text, words, at, phrase)) return plainMark(text, phrase.start, phrase.end)
  if (isVerb(text, words, at, phrase)) return null
  if (isHandling(text, phrase)) return null
  const open = bracketBefore(text, phrase.start)
  const close = bracketBehind(text, phrase.end)
  if (open >= 0 && close >= 0) return inBrackets(text, words, at, phrase, open, close)
  const names = namesBehind(text, words, at, phrase)
  if (names !== null) return names
  if (open >= 0 && (phrase.isStrong || open + 1 === phrase.start)) return plainMark(text, open, phrase.end)
  if (close >= 0 && close <= phrase.end + 2 && !isTitle(words[at - 1]?.text ?? ''))
    return plainMark(text, phrase.start, close + 1)
  return withoutBrackets(text, words, at, phrase)
}

/** `Sensitive but unclassified - please protect accordingly`: how to handle the cable, not a source. */
function isHandling(text: string, { start, end }: Phrase): boolean {
  if (!/accordingly/iu.test(text.slice(start, end + 20))) return false
  return /classified|sensitive|\bsbu\b|\bunclas\b|message|cable/iu.test(
    text.slice(Math.max(0, start - 90), start),
  )
}

/** `Jane Roe (strictly protect said …` */
function isUnclosed(text: string, words: readonly Word[], at: number, phrase: Phrase): boolean {
  const isOpen = /[([{<]/u.test(text[phrase.start - 1] ?? '') && bracketBehind(text, phrase.end) === -1
  return (
    isOpen && (phrase.isStrong || !DETERMINES.test(text.slice(words[at]?.end, (words[at]?.end ?? 0) + 40)))
  )
}

function inBrackets(
  text: string,
  words: readonly Word[],
  at: number,
  phrase: Phrase,
  open: number,
  close: number,
): Mark | null {
  const protect = words[at]
  const before = words[phrase.first - 1]
  const remark = before === undefined || before.start < open ? null : { start: open + 1, end: before.end }
  const isSetOff = remark === null || /[,;:–—./-]/u.test(text.slice(remark.end, phrase.start))
  if (protect === undefined || !(isSetOff || phrase.isStrong || isBeside(before?.text ?? ''))) return null
  const inside = text.slice(open + 1, close)
  if (!isExactly(protect.text) && !phrase.isStrong && wordsOf(inside).length > 2) return null
  const names = namesBehind(text, words, at, phrase)
  if (names !== null && names.namesFrom < close) return { ...names, start: open, end: close + 1 }
  return {
    ...plainMark(text, open, close + 1),
    isForSeveral: SEVERAL.test(inside),
    remark,
    namesFrom: phrase.end,
  }
}

/** With the further brackets around it: `((protect))`. */
function plainMark(text: string, from: number, to: number): Mark {
  let start = from
  let end = to
  while (/[([{<]/u.test(text[start - 1] ?? '')) start--
  while (/[)\]}>]/u.test(text[end] ?? '')) end++
  const isForSeveral = SEVERAL.test(text.slice(start, end))
  return { start, end, kind: 'beside', isForSeveral, remark: null, namesFrom: end }
}

function withoutBrackets(text: string, words: readonly Word[], at: number, phrase: Phrase): Mark | null {
  const before = text.slice(Math.max(0, phrase.start - 40), phrase.start)
  const behind = text.slice(phrase.end, phrase.end + 40)
  const mark = plainMark(text, phrase.start, phrase.end)
  const word = words[at]?.text ?? ''
  const isAlone = SIGN_BEHIND.test(behind)
  const hasRequest = phrase.isStrong || OF_A_NAME.test(text.slice(words[at]?.end, phrase.end + 1))
  if (
    SENTENCE_BEGINS.test(before) &&
    isAlone &&
    /^\s*[.!)]/u.test(behind) &&
    !/accordingly/iu.test(text.slice(phrase.start, phrase.end))
  )
    return hasRequest || phrase.end - phrase.start < 12 ? { ...mark, kind: 'sentence' } : null
  if (SIGN_BEFORE.test(before) && isAlone) {
    if (phrase.isStrong) return mark
    const nearest = wordsOf(before).at(-1)?.text ?? ''
    const isQuoted = /["“]\s*$/u.test(before)
    if (isQuoted && hasCapital(word) && !isInCapitals(word)) return null
    const isPair = !/[,;:"“”'‘’]\s*$/u.test(before) || (hasCapital(nearest) && !isTitle(nearest))
    return isPair && (!hasCapital(word) || isInCapitals(word) || !/[,;:]\s*$/u.test(before)) ? mark : null
  }
  return null
}

/** `Jane Roe STRICTLY PROTECT said`, in a text that is not all in capitals. */
function isShouted(text: string, words: readonly Word[], at: number, phrase: Phrase): boolean {
  const nearest = words[phrase.first - 1]
  if (nearest === undefined || !phrase.isStrong || !isInCapitals(words[at]?.text ?? '')) return false
  const isMixed = /\p{Ll}{3}/u.test(text.slice(Math.max(0, phrase.start - 60), phrase.end + 60))
  return isMixed && hasCapital(nearest.text) && /^\s+$/u.test(text.slice(nearest.end, phrase.start))
}

/** `Please protect Jane Roe`, `Protected source: Jane Roe`, `protect the identities of Jane Roe and Ib Soll`. */
function namesBehind(text: string, words: readonly Word[], at: number, phrase: Phrase): Mark | null {
  const protect = words[at]
  if (protect === undefined) return null
  const behind = text.slice(protect.end, protect.end + 90)
  const lead =
    /^(?:\s+(?:[Ss]trictly|[Pp]lease))?(?:\s+(?:the\s+|THE\s+)?(?:(?:identit(?:y|ies)|names?|IDENTIT(?:Y|IES)|NAMES?)\s+(?:of|OF)|[Ss]ources?|[Cc]ontacts?|SOURCES?|CONTACTS?))?(\s*:\s*|\s+)["“]?(?=(?:\p{Ll}{1,4}[\s'’-]){0,2}\p{Lu})/u.exec(
      behind,
    )
  if (lead === null) return null
  const from = protect.end + lead[0].length
  const first = words.find(
    ({ start, text: word }) => start >= from && !(isParticle(word) && !hasCapital(word)),
  )
  if (first === undefined || isBeside(first.text) || GOES_ON.test(behind)) return null
  const before = text.slice(Math.max(0, phrase.start - 40), phrase.start)
  const isColon = lead[1]?.includes(':') === true
  const isOfName =
    /\bof\s*$|sources?|contacts?|identit|names?/iu.test(lead[0]) ||
    isNamesIdentity(text.slice(protect.end, from + 80))
  if (!(
    phrase.isStrong ||
    isOfName ||
    (isColon && SENTENCE_BEGINS.test(before)) ||
    /[([{<]\s*$/u.test(before)
  ))
    return null
  if (!hasCapital(first.text) || (!isOfName && !isColon && isThing(text, first))) return null
  return {
    start: phrase.start,
    end: from,
    kind: 'names',
    isForSeveral: true,
    remark: null,
    namesFrom: from,
  }
}

/** `protect MEA's overreaction`, `protect Embassy property`. */
function isThing(text: string, first: Word): boolean {
  const behind = text.slice(first.end, first.end + 30)
  return isInCapitals(first.text) && !/^\s+\p{Lu}/u.test(behind) && /\p{Ll}{3}/u.test(text)
    ? true
    : /^(?:['’]s)?\s+\p{Ll}/u.test(behind) && (isTitle(first.text) || /['’]s$/u.test(first.text))
}

/** Where a bracket opens that is not closed before `from`; -1 when none does. */
function bracketBefore(text: string, from: number): number {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    const sign = text[at] ?? ''
    if (/[)\]}>]/u.test(sign) || (sign === '\n' && text[at - 1] === '\n')) return -1
    if (/[([{<]/u.test(sign)) return at
  }
  return -1
}

function bracketBehind(text: string, from: number): number {
  for (let at = from; at < Math.min(text.length, from + REACH); at++) {
    const sign = text[at] ?? ''
    if (/[([{<]/u.test(sign) || (sign === '\n' && text[at + 1] === '\n')) return -1
    if (/[)\]}>]/u.test(sign)) return at
  }
  return -1
}
