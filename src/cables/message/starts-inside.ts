/**
 * @module Where a paragraph may begin inside a line: behind a sentence, a dashed line, a heading, an abbreviation, or a
 * redaction. Every place is only a possibility; which of them is true is weighed elsewhere.
 */
import { isHeading, LONGEST_HEADING } from './heading-at-end.js'
import { MARKING } from './marking.js'

/** `… said.  12. (U) This`, `XXXXXX10. (C) Below`, `GEORGIA 8. (C)`, `(3) (C) The`, `2 (C) The`: a number with its marking. */
const MARKED = new RegExp(
  `(?<!\\d[.,]?)(?<![a-wyz0-9])(?:\\(\\d{1,3}\\)|[¶\\uFFFD]{0,2} ?\\d{1,3} ?[.,)]{0,2}) {0,3}${MARKING}(?=\\s|[A-Z][a-z])`,
  'gi',
)

/** `… of the bridge. (SBU) 2. The river`: the marking stands before the number. */
const TURNED = new RegExp(`(?<=[.!?)"”] {1,3})${MARKING} ?\\d{1,3}\\. {1,3}(?=["“‘]?[A-Z])`, 'g')

/** `… to the visit. 8. At the bridge, the mayor`: without a marking only what stands on either side tells. */
const UNMARKED =
  /(?:(?<=[.!?)\]"”] {1,3})|(?<=[a-z][.!?)"”])|(?<=[a-z]{3})|(?<=[-‐-―−]{2} {1,3}))\d{1,2}\. {1,3}(?=["“‘]?[A-Z])/g

/** A ¶ inside a line before a number and a dot; the mirrors set it only at the start of what was a line. */
const PILCROW = /(?<=\S)\s+(?=¶ ?\d{1,3}\. )/g

/** A heading at the start of a line, and the number behind it. */
const HEADED = /^[A-Z][^.!?]{2,98} (?=\d{1,2}\. {1,3}["“‘]?[A-Z])/

/** A cheap test that most lines fail, before the dear ones. */
const MAYBE_MARKED = /\d ?[.,)]{0,2} {0,3}[([]|[)\]] ?\d/

/** Lines without markings are only cut where nobody wrapped them (characters). */
const UNWRAPPED = 120

/** Characters before a number that are looked at. */
const LOOKED_AT = 160

/** @returns indexes, in no order */
export function startsInside(line: string): number[] {
  const places: number[] = []
  if (MAYBE_MARKED.test(line)) {
    for (const { index, 0: number } of line.matchAll(MARKED)) {
      if (mayStart(line, index, number)) places.push(index)
    }
    for (const { index } of line.matchAll(TURNED)) places.push(index)
  }
  if (line.length > UNWRAPPED || /[-‐-―−]{3} {1,3}\d/.test(line)) {
    for (const { index } of line.matchAll(UNMARKED)) {
      if (!ENUMERATES.test(line.slice(Math.max(0, index - LOOKED_AT), index))) places.push(index)
    }
  }
  const headed = HEADED.exec(line)?.[0] ?? ''
  if (headed !== '' && headed === headed.toUpperCase() && isHeading(headed.trim(), false))
    places.push(headed.length)
  if (line.indexOf('¶', 1) > 0) {
    for (const found of line.matchAll(PILCROW)) places.push(found.index + found[0].length)
  }
  return places
}

/** Words before a number that make it a reference to a paragraph. */
const REFERS =
  /\b(?:para(?:graph)?s?|paras?\.|refs?|reftels?|tel|no|number|item|point|and|or|to|see)\s*$|\b(?:paras?|no)\.\s*$|class?ified by ?:?\s*$/i
/** The number is an abbreviation's: `No. 8.`, `Art. 8. `. */
const ENUMERATES = /\b(?:no|art|para|sec|vol|fig|op|res)\.\s*$/i
/** A sentence, a redaction or a dashed line ends, or a parenthesis opens around the number. */
const ENDS_SENTENCE = /(?:[.!?:;)\]"'”’…‐-―−-]|XX|\()\s*$/i
/** `¶1. 1. (SBU)`: the number is only printed twice. */
const BARE_NUMBER = /(?:^|[\s¶\uFFFD])(\d{1,3})\.?\s*$/
/** Behind so many characters a line without an end may be a paragraph that ends in a heading. */
const LONG_ENOUGH = 25

function mayStart(line: string, index: number, number: string): boolean {
  const before = line.slice(Math.max(0, index - LOOKED_AT), index)
  if (before.trim() === '' || REFERS.test(before)) return false
  const twin = BARE_NUMBER.exec(before)?.[1]
  if (twin !== undefined && twin === /\d+/.exec(number)?.[0]) return false
  return (
    ENDS_SENTENCE.test(before) ||
    (index <= LONGEST_HEADING && /\d[.)]/.test(number) && isHeading(before.trim(), false)) ||
    (index >= LONG_ENOUGH && /^[¶\uFFFD ]*\d+\./.test(number))
  )
}
