/**
 * @module Cables that follow one another in a text: the second begins with a transmission header or a classification line of
 * another number. The sections of a long cable, a second copy of it, and cables that are quoted in it begin none.
 */
import { classificationLine, DATE_TIME_GROUP, isRouting } from '../message/kinds.js'
import { toLines, withPlainLineEnds } from '../message/lines.js'
import type { MessageHints } from '../message/message.js'
import { isPost } from '../vocabulary/posts.js'
import type { FoundMessage } from './messages.js'
import {
  classifiedNumber,
  firstNumber,
  hasTransmissionHeader,
  isHeadField,
  isSameNumber,
  type PrintedNumber,
} from './printed-number.js'
import { quotedLines } from './quoted-lines.js'

/** Lines from a classification line to the first field of its head, at most. */
const LONGEST_HEAD = 25

/** Lines above a transmission header on which a copy put the number of the cable, at most. */
const LONGEST_TITLE = 8

/** Numbers of quoted cables that are kept in mind, at most. */
const MOST_QUOTED = 50

/** The last line before a cable that is quoted announces it. */
const ANNOUNCES =
  /[:;,]$|\b(?:QUOTE|TRANSMIT\w*|RETRANSMIT\w*|REPEAT(?:ED|ING|S)?|RPTD?|FOLLOWS|TEXT OF|SENT (?:TO|ACTION))\b/i

/** What stands last in a cable: the signature, marks of the transmission, a rule. */
const ENDS = /^(?:[A-Z][A-Z.'’ -]{2,40}|NNNN|BT|#\d{3,5}|[-=*_# ]{3,80}.{0,20}[-=*_# ]{0,80})$/

/**
 * @param outer what is known of the text: its number belongs to the cable that prints it, else to the first
 * @returns one message for each cable; the text itself where it holds one
 */
export function splitTransmissions(text: string, outer: MessageHints): FoundMessage[] {
  const starts = cableStarts(toLines(text))
  if (starts.length === 0) return [{ hints: outer, message: text }]
  const lines = withPlainLineEnds(text).split('\n')
  const parts = [0, ...starts].map((from, index) => ({
    line: from + 1,
    message: lines.slice(from, starts[index]).join('\n').trimEnd(),
  }))
  const id = outer.id ?? outer.nameId ?? null
  const printed = parts.findIndex(({ message }) => id !== null && prints(message, id))
  return parts.map((part, index) => ({
    ...part,
    hints: index === Math.max(0, printed) ? outer : { source: outer.source },
  }))
}

function prints(message: string, id: string): boolean {
  const number = firstNumber(toLines(message), 0)
  return number !== null && id.slice(2) === `${number.post}${Number(number.digits)}`
}

/** @returns indexes of the lines with which the second cable and those behind it begin */
function cableStarts(lines: readonly string[]): number[] {
  const starts: number[] = []
  const first = firstNumber(lines, 0)
  if (first === null) return []
  // The number of the current cable, and of those that it quotes.
  let known = [first]
  let hasHead = false
  let quoted: boolean[] | null = null
  for (const [at, line] of lines.entries()) {
    hasHead ||= isHeadField(line)
    // A head that has begun is over before the next cable begins.
    if (!hasHead || !mayBegin(line.trim())) continue
    const number = beginsCable(lines, at)
    if (number === null || known.some((other) => isSameNumber(number, other))) continue
    if (!isPost(number.post) && number.post !== known[0]?.post) continue
    quoted ??= quotedLines(lines)
    if (quoted[at] === true || ANNOUNCES.test(lineBefore(lines, at))) {
      if (known.length < MOST_QUOTED) known.push(number)
      continue
    }
    starts.push(titleStart(lines, at))
    known = [number]
    hasHead = false
  }
  return starts
}

/** A cheap test that most lines fail. */
function mayBegin(line: string): boolean {
  return isRouting(line) || DATE_TIME_GROUP.test(line) || (classificationLine(line)?.serial ?? null) !== null
}

/** @returns the number of the cable whose header or head begins on this line, or `null` */
function beginsCable(lines: readonly string[], at: number): PrintedNumber | null {
  const classified = classifiedNumber(lines[at] ?? '')
  if (classified === null) return hasTransmissionHeader(lines, at) ? firstNumber(lines, at) : null
  const hasHead = lines.slice(at + 1, at + LONGEST_HEAD).some(isHeadField)
  return hasHead && ENDS.test(lineBefore(lines, at)) ? classified : null
}

/** Lines that are looked at for one that is not blank. */
const BLANK_LINES = 60

function lineBefore(lines: readonly string[], at: number): string {
  const before = lines.slice(Math.max(0, at - BLANK_LINES), at).findLast((line) => line.trim() !== '')
  return before?.trim() ?? ''
}

/** Where a copy put number, subject and date on lines of their own, the cable begins with them. */
function titleStart(lines: readonly string[], at: number): number {
  for (let above = at - 1; above >= Math.max(1, at - LONGEST_TITLE); above--)
    if (/^\s*(?:19|20)?\d\d[A-Z]{3,32}\d{1,8}\s*$/.test(lines[above] ?? '')) return above
  return at
}
