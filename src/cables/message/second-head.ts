/**
 * @module A page or record may show the first lines of the message, cut with dots, before the message itself. What stands
 * above the second head is only a preview, and the message begins with that head.
 */
import type { Piece } from './pieces.js'

export interface SecondHead {
  /** Index of the piece in which the head begins. */
  readonly at: number
  /** What stands before it in that piece. */
  readonly before: string
  readonly rest: string
}

/** Most characters from the first line of the preview to the second head; a list of addressees may stand between. */
const SEARCHED = 12_000
/** Longest line that is searched inside (characters). */
const LONGEST_LINE = 4_000

/** A classification line with a serial of six digits, that of a whole message or of its first section. */
const FIRST_LINE =
  /(?<![A-Za-z])(?:C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|UNCLAS(?:SIFIED)?)(?: [A-Z/,]{2,14}){0,4}? (?:SECTION 0?1 OF \d\d )?[A-Z][A-Z .'-]{1,28} (\d{6})(?!\d)/i

/** A preview ends with dots; a date may follow them at once. */
const CUT_OFF = /\.{3}\s*$|\.{2,3} ?\d{1,2}[:/]\d/

/**
 * @param pieces from the one with which the body would begin
 * @param above the last line of the head
 * @param serial of the cable
 */
export function findSecondHead(pieces: readonly Piece[], above: string, serial: number): SecondHead | null {
  let isCutOff = CUT_OFF.test(above)
  let seen = 0
  for (let at = 0; at < pieces.length && seen < SEARCHED; at++) {
    const text = pieces[at]?.text ?? ''
    seen += text.length
    const found = FIRST_LINE.exec(text.slice(0, LONGEST_LINE))
    const before = text.slice(0, found?.index ?? text.length).trim()
    isCutOff ||= CUT_OFF.test(before)
    if (found && isCutOff && Number(found[1]) === serial) return { at, before, rest: text.slice(found.index) }
  }
  return null
}
