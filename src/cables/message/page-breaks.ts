/**
 * @module Residue of page and section breaks inside a message: `MEXICO 00001889  002 OF 002`, `001.2 OF 002`,
 * `PAGE 02 RUEHFRA2440 C O N F …`, repeated SIPDIS lines, repeated classification lines. The paragraph goes on behind them.
 */
import { classificationLine, isCaptionLine } from './kinds.js'

/** A line taken apart: what belongs to the page break, and the words that go on behind or before it on the same line. */
export interface BreakSplit {
  readonly before: string
  readonly residue: string
  readonly after: string
}

/** `NEW DELHI 00005135  002 OF 008`, with cut names; at the start of a line anything in capitals may be the post. */
const PAGE_NUMBER = /^ *([A-Z][A-Z .'’-]{1,40}?) +(\d{5,8}) +(\d{3}(?:\.\d)?) +OF +(\d{3})(?!\d)/

/** The same behind other words of the line; there the serial must be padded to eight digits to be sure. */
const PAGE_NUMBER_INSIDE =
  /(?:(?<![A-Za-z])[A-Z][A-Z.'’-]{1,20} {1,4}){1,4}0\d{7} +\d{3}(?:\.\d)? +OF +\d{3}(?!\d)/

/** `PAGE 02 RUEHFRA2440 C O N F I D E N T I A L`, `PAGE 02        STATE  150591`, `PAGE 02 ROME 01196 01 OF 02 082030Z` */
const PAGE_LINE =
  /^ *PAGE +\d{1,3} +(?:R[A-Z]{4,}\d{2,6}|[A-Z][A-Z .]{1,30}? +\d{2,7}(?: +\d\d +OF +\d\d)?(?: +\d{6}Z)?)(?: +(?:C O N F|S E C R|U N C L|T O P S|L I M|UNCLAS|CONF|SECRET)[A-Z ]*)?/

/** Longest line that is searched for a break inside it (characters). */
const LONGEST_SEARCHED = 20_000

/** Takes the residue of a page break out of a line. @returns `null` when the line holds none */
export function splitPageBreak(line: string): BreakSplit | null {
  const start = PAGE_NUMBER.exec(line) ?? PAGE_LINE.exec(line)
  if (start) return { before: '', residue: start[0].trim(), after: line.slice(start[0].length).trim() }
  if (line.length > LONGEST_SEARCHED || !line.includes(' OF ')) return null
  const inside = PAGE_NUMBER_INSIDE.exec(line)
  if (!inside) return null
  return {
    before: line.slice(0, inside.index).trimEnd(),
    residue: inside[0],
    after: line.slice(inside.index + inside[0].length).trim(),
  }
}

/** What a teletype set between the sections of a message. */
const TRANSMISSION_MARK = /^(?:BT|#\d{3,5}|NNNN|ZCZC\S*|(?:FINAL )?SECTION \d+ OF \d+)$/

/**
 * Lines that stand alone at a break inside the body: captions, or the classification line of the next section. Prose in capitals
 * may begin with a level, too (`SECRET BALLOT OF 1974`), so the line must name a section or the cable's own serial.
 * @param serial of the cable, as its first classification line says it
 */
export function isBreakLine(line: string, serial: number | null): boolean {
  const text = line.trim()
  if (isCaptionLine(text) || TRANSMISSION_MARK.test(text)) return true
  const classification = classificationLine(text)
  if (classification === null) return false
  return (
    /SECTION +\d+ +OF +\d+/.test(classification.rest) || (serial !== null && classification.serial === serial)
  )
}

/** `SIPDIS had experienced …`: the caption of a break that was run into the line behind it. */
export function leadingCaption(line: string): string | null {
  return /^ *SIPDIS +(?=[a-z])/.exec(line)?.[0] ?? null
}
