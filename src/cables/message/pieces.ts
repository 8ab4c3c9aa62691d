/**
 * @module Lines cut where a paragraph may begin inside them. Messages that lost their line ends have whole pages on one line.
 * Every cut is only a possibility: which of them begins a paragraph is weighed elsewhere, and the rest is joined again.
 */
import { headingAtEnd, isHeading, LONGEST_HEADING } from './heading-at-end.js'
import { isRule } from './kinds.js'
import { MARKING } from './marking.js'

/** With or without a space between. */
export type MidLine = 'spaced' | 'glued' | null

/** One line of a message, or a part of one. */
export interface Piece {
  readonly text: string
  /** How the piece goes on in the line of the one before it; `null` at the start of a line. */
  readonly midLine: MidLine
}

/** `… said.  12. (U) This cable …`, `XXXXXXXXXXXX10. (C) Below`, `GEORGIA 8. (C)`, `(11. (C) Comment`: a number with its marking. */
const MARKED_INSIDE = new RegExp(
  `(?<!\\d[.,]?)(?<![a-wyz0-9])[¶\\uFFFD]? ?\\d{1,3}\\.{1,2} {0,3}${MARKING}(?=\\s{0,4}\\S)`,
  'gi',
)

/** Words before a number that make it a reference to a paragraph. */
const REFERS = /\b(?:para(?:graph)?s?|paras?\.|refs?|reftels?|tel|no|number|item|point|and|or|to|see)\.?\s*$/i

/** A ¶ inside a line before a number and a dot; the mirrors set it only at the start of what was a line. */
const PILCROW_INSIDE = /(?<=\S)\s+(?=¶ ?\d{1,3}\. )/g

/** Longest line that is searched for starts inside it (characters); no paragraph of a cable comes near. */
const LONGEST_LINE = 100_000

/** A cheap test that most lines fail, before the dear one. */
const MAYBE_MARKED_INSIDE = /\d ?[.,)]{0,2} {0,3}[([]/

/** `… to the visit. 8. At the bridge, the mayor`: without a marking only a sentence on either side tells. */
const UNMARKED_INSIDE =
  /(?:(?<=[.!?)"”] {1,3})|(?<=[a-z][.!?)"”])|(?<=[a-z]{3}))\d{1,2}\. {1,3}(?=["“‘]?[A-Z])/g

/** Only lines that nobody wrapped have such starts inside (characters). */
const UNWRAPPED = 120

/** @param lines of a message, without their ends */
export function toPieces(lines: readonly string[]): Piece[] {
  const whole = withWholeNumbers(lines)
  const pieces: Piece[][] = []
  let below = ''
  // From the end, so that the next line that is not blank is known.
  for (const line of whole.toReversed()) {
    pieces.push(cutLine(line, below))
    if (line.trim() !== '') below = line
  }
  return pieces.reverse().flat()
}

const ENDS_IN_DIGIT = /(?:^|\s)(\d)$/
const REST_OF_NUMBER = new RegExp(`^\\d\\. {0,2}${MARKING}`)

/** `… by the government. 1` / `2. (U) Since then`: the number was broken at the end of the line. */
function withWholeNumbers(lines: readonly string[]): string[] {
  const whole = [...lines]
  for (let at = 0; at + 1 < whole.length; at++) {
    const [line = '', next = ''] = [whole[at], whole[at + 1]]
    const digit = ENDS_IN_DIGIT.exec(line)
    if (!digit || !REST_OF_NUMBER.test(next)) continue
    whole[at] = line.slice(0, digit.index)
    whole[at + 1] = `${digit[1] ?? ''}${next}`
  }
  return whole
}

/** @param below the next line that is not blank */
function cutLine(line: string, below: string): Piece[] {
  if (line.length > LONGEST_LINE || line.length < 12) return [{ text: line, midLine: null }]
  const cuts = new Set<number>()
  if (MAYBE_MARKED_INSIDE.test(line)) {
    for (const { index, 0: number } of line.matchAll(MARKED_INSIDE)) {
      const before = line.slice(Math.max(0, index - BEFORE_LOOKED_AT), index)
      if (before.trim() === '' || REFERS.test(before) || BARE_NUMBER.test(before)) continue
      const heading = headingAtEnd(before)
      if (heading !== null) cuts.add(withWholeRule(line, index - before.length + heading))
      if (
        heading !== null ||
        (index <= LONGEST_HEADING && isHeading(before.trim(), false)) ||
        ENDS_SENTENCE.test(before) ||
        (index >= LONG_ENOUGH && /^[¶\uFFFD ]*\d+\./.test(number))
      )
        cuts.add(index)
    }
  }
  // Its underline stands on the next line.
  const underlined = isRule(below) ? headingAtEnd(line.slice(-BEFORE_LOOKED_AT)) : null
  if (underlined !== null && !/[a-z]/.test(line.slice(-BEFORE_LOOKED_AT).slice(underlined)))
    cuts.add(Math.max(0, line.length - BEFORE_LOOKED_AT) + underlined)
  if (line.length > UNWRAPPED || DASHES_AT_END.test(line.slice(-BEFORE_LOOKED_AT))) {
    const heading = BEGINS_PARAGRAPH.test(below) ? headingAtEnd(line.slice(-BEFORE_LOOKED_AT)) : null
    if (heading !== null) cuts.add(withWholeRule(line, Math.max(0, line.length - BEFORE_LOOKED_AT) + heading))
    else if (RULE_AT_END.test(line.slice(-BEFORE_LOOKED_AT))) cuts.add(withWholeRule(line, line.length))
  }
  if (line.length > UNWRAPPED) {
    for (const { index } of line.matchAll(UNMARKED_INSIDE)) {
      if (!ENUMERATES.test(line.slice(Math.max(0, index - BEFORE_LOOKED_AT), index))) cuts.add(index)
    }
  }
  if (line.indexOf('¶', 1) > 0) {
    for (const found of line.matchAll(PILCROW_INSIDE)) cuts.add(found.index + found[0].length)
  }
  return cuts.size === 0 ? [{ text: line, midLine: null }] : cutAt(line, [...cuts])
}

const DASHES_AT_END = / -{3}[- ]*$/

/** A sentence with a row of dashes behind it: the row belongs to the heading below. */
const RULE_AT_END = /[.!?)"”’] {1,4}-{3}[- ]*$/

/** A row of dashes is longer than what was looked at. */
function withWholeRule(line: string, at: number): number {
  let from = at
  while (from > 0 && /[- ]/.test(line[from - 1] ?? '')) from--
  return /^ *-{3}/.test(line.slice(from, from + 20)) ? from + (line[from] === ' ' ? 1 : 0) : at
}

/** `3. (SBU) The tide`, `3. The tide`: a heading may stand at the end of the line above. */
const BEGINS_PARAGRAPH = new RegExp(`^\\s*[¶\\uFFFD]? ?\\d{1,3}[.,)]{1,2} {0,3}(?:${MARKING}|["“‘]?[A-Z])`)

/** The number is an abbreviation's: `No. 8.`, `Art. 8. `. */
const ENUMERATES = /\b(?:no|art|para|sec|vol|fig|op|res)\.\s*$/i

/** Characters before a number that are looked at. */
const BEFORE_LOOKED_AT = 160

/** Behind so many characters a line without an end may be a paragraph that ends in a heading. */
const LONG_ENOUGH = 25

/** A sentence, a redaction or a dashed line ends, or a parenthesis opens around the number. */
const ENDS_SENTENCE = /(?:[.!?:;)\]"'”’…-]|XX|\()\s*$/i

/** `¶1. 1. (SBU)`: the number is only printed twice. */
const BARE_NUMBER = /^\s*[¶\uFFFD]? ?\d{1,3}\.?\s*$/

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
