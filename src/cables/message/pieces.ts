/**
 * @module Lines cut where a paragraph may begin inside them. Messages that lost their line ends have whole pages on one line.
 * Every cut is only a possibility: which of them begins a paragraph is weighed elsewhere, and the rest is joined again.
 */
import { headingAtEnd, isHeading, isTitleInCapitals } from './heading-at-end.js'
import { MARKING } from './marking.js'
import { splitPageBreak } from './page-breaks.js'
import { startsInside } from './starts-inside.js'

/** With or without a space between. */
export type MidLine = 'spaced' | 'glued' | null

/** One line of a message, or a part of one. */
export interface Piece {
  readonly text: string
  /** How the piece goes on in the line of the one before it; `null` at the start of a line. */
  readonly midLine: MidLine
}

/** Longest line that is searched for starts inside it (characters); no paragraph of a cable comes near. */
const LONGEST_LINE = 100_000

/** @param lines of a message, without their ends */
export function toPieces(lines: readonly string[]): Piece[] {
  const whole = withWholeNumbers(lines)
  const pieces: Piece[][] = []
  let below: Below = ['', '']
  // From the end, so that the next lines that are not blank are known.
  for (const line of whole.toReversed()) {
    pieces.push(cutLine(line, below))
    const page = splitPageBreak(line)
    const isPageOnly = page !== null && page.before === '' && page.after === ''
    if (line.trim() !== '' && !isPageOnly) below = [line, below[0]]
  }
  return pieces.reverse().flat()
}

/** The foot of a page was run into its last line; the head of the next stands below. */
const FOOT = /\s(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)$/
const HEAD = /^ *PAGE \d{1,3} /

const ENDS_IN_DIGIT = /(?:^|\s)([1-9])$/
/** Over a blank line only behind a sentence: a heading may end in a number. */
const ENDS_IN_LONE_DIGIT = /(?<=[a-z]{2}[.!?)"”] {1,3})(?<!\b(?:para|paras|ref|refs|no)\. {1,3})([1-9])\s*$/i
const REST_OF_NUMBER = new RegExp(`^\\d\\. {0,2}${MARKING}`)

/** `------- 17.`: the marking stands on the next line. */
const BEHIND_DASHES = /(?<=[-‐-―−]{3} {1,3})\d{1,3}\.$/
const MARKED = new RegExp(`^\\s*${MARKING}`)

/** `… by the government. 1` / `2. (U) Since then`: the number was broken at the end of the line. */
function withWholeNumbers(lines: readonly string[]): string[] {
  const whole = [...lines]
  for (let at = 0; at + 1 < whole.length; at++) {
    const [line = '', next = ''] = [whole[at], whole[at + 1]]
    const foot = HEAD.test(next) ? FOOT.exec(line) : null
    if (foot) {
      whole[at] = line.slice(0, foot.index)
      whole[at + 1] = `${foot[0].trim()} ${next.trimStart()}`
    }
    const dashed = BEHIND_DASHES.exec(line)
    const words = next.trim() === '' ? at + 2 : at + 1
    if (dashed && MARKED.test(whole[words] ?? '')) {
      whole[at] = line.slice(0, dashed.index)
      whole[words] = `${dashed[0]} ${(whole[words] ?? '').trimStart()}`
      continue
    }
    const digit = (words === at + 1 ? ENDS_IN_DIGIT : ENDS_IN_LONE_DIGIT).exec(line)
    if (!digit || !REST_OF_NUMBER.test(whole[words] ?? '')) continue
    whole[at] = line.slice(0, digit.index)
    whole[words] = `${digit[1] ?? ''}${whole[words] ?? ''}`
  }
  return whole
}

/** The next two lines that are not blank. */
type Below = readonly [string, string]

function cutLine(line: string, below: Below): Piece[] {
  if (line.length > LONGEST_LINE || line.length < 12) return [{ text: line, midLine: null }]
  const starts = startsInside(line)
  const headings = starts.flatMap((at) => headingBefore(line, at) ?? [])
  const last = headingAtLineEnd(line, below) ?? []
  const cuts = new Set([...starts, ...headings, ...[last].flat()])
  return cuts.size === 0 ? [{ text: line, midLine: null }] : cutAt(line, [...cuts])
}

/** Characters before a place that are looked at. */
const LOOKED_AT = 160

/** @returns index of a heading, or of the dashes before it, that ends at `at` */
function headingBefore(line: string, at: number): number | null {
  const from = Math.max(0, at - LOOKED_AT)
  const heading = headingAtEnd(line.slice(from, at))
  return heading === null ? null : withWholeRule(line, from + heading)
}

/** A heading at the end of a line, if the paragraph that it heads, or its underline, stands below. */
function headingAtLineEnd(printed: string, [below, next]: Below): number | null {
  const isOverParagraph = BEGINS_PARAGRAPH.test(below)
  const isOverHeading = RULE_AT_START.test(below) || (below.length <= LOOKED_AT && DASHES_AT_END.test(below))
  const isOverRest = printed.length > UNWRAPPED && isRestOfHeading(below, next)
  const page = isOverParagraph || isOverHeading || isOverRest ? splitPageBreak(printed) : null
  const line = page?.after === '' ? page.before : printed
  const end = line.slice(-LOOKED_AT)
  const label = isOverParagraph ? LABEL_AT_END.exec(end) : null
  if (label) return line.length - label[0].length
  if (isOverParagraph || isOverHeading || isOverRest) {
    const isDashed = DASHES_AT_END.test(end)
    const heading = headingBefore(line, line.length)
    // In a wrapped line, and over an underline, words in small letters are the end of the sentence.
    const isBoxed = heading !== null && RULE_AT_START.test(line.slice(heading))
    const isSure = isBoxed || isOverRest || ((line.length > UNWRAPPED || isDashed) && !isOverHeading)
    if (heading !== null && (isSure || isTitleBehindText(line, heading))) return heading
  }
  return RULE_AT_END.test(end) && /^\s*[^-‐-―−\s].*[a-z]{2}/.test(line)
    ? withWholeRule(line, line.length)
    : null
}

/** A short line over a paragraph, or over its underline, with capitals as a title has them. */
function isRestOfHeading(line: string, next: string): boolean {
  const words = line.trim().replace(DASHES_AT_END, '').trim()
  if (words.length > LONGEST_REST || !/^["“'‘]?[A-Z].*[^.:;,]$/.test(words) || BEGINS_PARAGRAPH.test(words))
    return false
  return (
    (DASHES_AT_END.test(line) || BEGINS_PARAGRAPH.test(next) || RULE_AT_START.test(next)) &&
    isHeading(words, false)
  )
}

/** The words before the title are those of a sentence: a title may have two sentences itself. */
function isTitleBehindText(line: string, title: number): boolean {
  const isText = /^\s*[a-z]|(?: [a-z]{3,}.*){2}/.test(line.slice(0, title))
  return isText && isTitleInCapitals(line.slice(title).trim())
}

/** Longest last line of a heading that was cut (characters). */
const LONGEST_REST = 60

/** Only lines that nobody wrapped end in a heading without a sign (characters). */
const UNWRAPPED = 120

const DASHES_AT_END = / [-‐-―−](?: ?[-‐-―−]){2}[-‐-―− ]*$/

/** An underline, behind which the paragraph may begin on the same line. */
const RULE_AT_START = /^\s*[-=_*‐-―−](?: ?[-=_*‐-―−]){2}/

/** A sentence with a row of dashes behind it: the row belongs to the heading below. */
const RULE_AT_END = /[.!?)"”’] {1,4}[-‐-―−](?: ?[-‐-―−]){2}[-‐-―− ]*$/

/** `See paragraph 12. Summary:` */
const LABEL_AT_END = /(?<=[.!?]["”)]? {1,4})(?:Summary|Comment|Background): *$/i

/** A row of dashes may be longer than what was looked at. */
function withWholeRule(line: string, at: number): number {
  let from = at
  while (from > 0 && /[-‐-―− ]/.test(line[from - 1] ?? '')) from--
  return /^ *[-‐-―−](?: ?[-‐-―−]){2}/.test(line.slice(from, from + 20))
    ? from + (line[from] === ' ' ? 1 : 0)
    : at
}

/** `3. (SBU) The tide`, `3. The tide`: a heading may stand at the end of the line above. */
const BEGINS_PARAGRAPH = new RegExp(`^\\s*[¶\\uFFFD]? ?\\d{1,3}[.,)]{1,2} {0,3}(?:${MARKING}|["“‘]?[A-Z])`)

function cutAt(line: string, cuts: readonly number[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    if (line.slice(from, cut).trim() === '') continue
    pieces.push({ text: line.slice(from, cut), midLine: joint(line, from) })
    from = cut
  }
  pieces.push({ text: line.slice(from), midLine: joint(line, from) })
  return pieces
}

function joint(line: string, at: number): MidLine {
  if (at === 0) return null
  return /\s/.test(line.slice(at - 1, at + 1)) ? 'spaced' : 'glued'
}
