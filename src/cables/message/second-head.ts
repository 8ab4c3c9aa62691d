/**
 * @module A page or record may show the first lines of the message, cut with dots, before the message itself. What stands
 * above the second head is only a preview, and the message begins with that head.
 */
import { DATE_TIME_GROUP } from './kinds.js'
import type { Piece } from './pieces.js'

export interface SecondHead {
  /** Indexes of the first and last piece that `before` and `rest` replace. */
  readonly from: number
  readonly to: number
  /** What stands before the head in its line. */
  readonly before: string
  readonly rest: string
}

/** Most characters from the first line of the preview to the second head; a list of addressees may stand between. */
const SEARCHED = 12_000
/** Longest line that is searched inside (characters). */
const LONGEST_LINE = 4_000

/** A classification line with a serial of six digits, that of a whole message or of its first section. */
const FIRST_LINE =
  /(?<![A-Za-z])(?:C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|UNCLAS(?:SIFIED)?)(?: [A-Z/,]{2,14}){0,4}? (?:SECTION 0?1 OF \d\d )?(?!E\. ?O\.)[A-Z][A-Z .'-]{1,28} (\d{5,6})(?!\d)/i

/** Most lines have no number that is long enough, which is found much faster. */
const MAYBE_SERIAL = /\d{5}/

/** A preview ends with dots; a date may follow them at once. */
const CUT_OFF = /\.{3}\s*$|\.{2,3} ?\d{1,2}[:/]\d/

/**
 * @param pieces from the one with which the body would begin
 * @param above the last lines of the head
 * @param serial of the cable, or `null` where no head has begun yet: then the first classification line begins it
 */
export function findSecondHead(
  pieces: readonly Piece[],
  above: readonly string[],
  serial: number | null,
): SecondHead | null {
  let isCutOff = serial === null || above.some((line) => CUT_OFF.test(line))
  let seen = 0
  for (let at = 0; at < pieces.length && seen < SEARCHED; at++) {
    const text = (pieces[at]?.text ?? '').slice(0, LONGEST_LINE)
    seen += text.length
    if (serial === null && DATE_TIME_GROUP.test(text.trim()))
      return { from: at, to: at, before: '', rest: text }
    // The line itself may be broken before the serial.
    const two = `${text} ${pieces[at + 1]?.text ?? ''}`
    const mayBe = MAYBE_SERIAL.test(text.length < SHORT_LINE ? two : text)
    const found = mayBe
      ? (FIRST_LINE.exec(text) ?? (text.length < SHORT_LINE ? FIRST_LINE.exec(two) : null))
      : null
    const starts = found !== null && found.index < text.length
    const before = starts ? text.slice(0, found.index).trim() : text
    isCutOff ||= CUT_OFF.test(before)
    if (!starts || !isCutOff || (serial !== null && !isSerial(found[1] ?? '', serial))) continue
    const isBroken = found.index + found[0].length > text.length
    return {
      from: at,
      to: isBroken ? at + 1 : at,
      before,
      rest: (isBroken ? two : (pieces[at]?.text ?? '')).slice(found.index),
    }
  }
  return null
}

/** The last figure may have been cut off. */
function isSerial(digits: string, serial: number): boolean {
  return String(serial).padStart(6, '0').startsWith(digits)
}

/** Longest line that may have been broken (characters). */
const SHORT_LINE = 120
