/**
 * @module Residue of page and section breaks inside a message: `MEXICO 00001889  002 OF 002`, `Mexico 00001889 001.2 of 002`,
 * `PAGE 02 RUEHFRA2440 C O N F …`, repeated SIPDIS lines, repeated classification lines. The paragraph goes on behind them.
 */
import { isPostOrCut } from '../vocabulary/posts.js'
import { classificationLine, isCaptionLine } from './kinds.js'

/** A line taken apart: what belongs to the page break, and the words that go on behind or before it on the same line. */
export interface BreakSplit {
  readonly before: string
  readonly residue: string
  readonly after: string
}

/** `00005135  002 OF 008`: serial, page (with its part), number of pages. */
const PAGE_MARK = /(?<!\d)(\d{5,8}) {1,4}\d{3}(?:\.\d{1,2})? {1,3}of {1,3}(?:\d{3}(?!\d)|\d{0,2}\.{3}$)/i

/** Up to four words before the mark, the last of which may be the post. */
const WORDS_BEFORE = /(?:(?<![A-Za-z])[A-Za-z][A-Za-z.'’-]{0,20} {1,4}){1,4}$/

/** A serial that is padded to eight digits is none of the writer's numbers. */
const PADDED = /^0\d{7}$/

const LEVEL_BEFORE = '(?:(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE) {1,12})?'

/** `PAGE 02 RUEHFRA2440 C O N F I D E N T I A L`, `PAGE 02        STATE  150591`, `PAGE 02 ROME 01196 01 OF 02 082030Z` */
const PAGE_LINE =
  /^ *(?:(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE) +)?PAGE +\d{1,3} +(?:R[A-Z]{4,} ?#?\d{2,6}|[A-Z][A-Z .]{1,30}? +\d{2,7}(?: +\d\d +OF +\d\d)?(?: +\d{6}Z)?)(?: +(?:C O N F|S E C R|U N C L|T O P S|L I M|UNCLAS|CONF|SECRET)[A-Z ]*(?:\d{4,7} *$)?)?/

/** The same inside a line, where the time is needed to be sure. */
const PAGE_INSIDE = new RegExp(
  `PAGE {1,12}\\d\\d {1,12}R[A-Z]{4,8} ?#?\\d{4} {1,4}(?:C O N F I D E N T I A L|S E C R E T|UNCLAS)(?![A-Za-z])|` +
    `${LEVEL_BEFORE}PAGE {1,12}\\d\\d {1,12}[A-Z][A-Z .]{1,30}? {1,4}\\d{2,7}(?: {1,4}\\d\\d {1,2}OF {1,2}\\d\\d)? {1,4}\\d{6}Z`,
)

/** Longest line that is searched for a break inside it (characters). */
const LONGEST_SEARCHED = 20_000

/** Takes the residue of a page break out of a line. @returns `null` when the line holds none */
export function splitPageBreak(line: string): BreakSplit | null {
  const page = PAGE_LINE.exec(line)
  if (page) return splitAt(line, 0, page[0].length)
  if (line.length > LONGEST_SEARCHED) return null
  const inside = line.includes('PAGE ') ? PAGE_INSIDE.exec(line) : null
  if (inside) return splitAt(line, inside.index, inside.index + inside[0].length)
  const mark = / of /i.test(line) ? PAGE_MARK.exec(line) : null
  if (!mark) return null
  const from = startOfPost(line.slice(0, mark.index), mark[1] ?? '')
  return from === null ? null : splitAt(line, from, mark.index + mark[0].length)
}

function splitAt(line: string, from: number, to: number): BreakSplit {
  return {
    before: line.slice(0, from).trimEnd(),
    residue: line.slice(from, to).trim(),
    after: line.slice(to).trim(),
  }
}

/** @returns where the post before the mark begins, or `null` when the mark is none */
function startOfPost(before: string, serial: string): number | null {
  const words = WORDS_BEFORE.exec(before.slice(-100))?.[0] ?? ''
  const parts = words.split(/(?<= )(?=\S)/).filter((part) => part !== '')
  for (let from = 0; from < parts.length; from++) {
    const post = parts.slice(from).join('')
    if (isPostOrCut(post)) return before.length - post.length
  }
  // At the start of a line anything in capitals may be the post; inside a line only a padded serial is sure.
  const isLineStart = before.trim() === words.trim()
  if (isLineStart && words !== '' && words === words.toUpperCase()) return 0
  if (!PADDED.test(serial)) return null
  const last = parts.at(-1) ?? ''
  const glued = /[.,;!?"”)]([A-Z][A-Za-z]{2,}) *$/.exec(before)
  if (glued?.[1] !== undefined && isPostOrCut(glued[1])) return glued.index + 1
  return /^[A-Z]/.test(last) ? before.length - last.length : before.length
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

/** The caption of a break that was run into the line; not where the writer speaks of it. */
const CAPTION_INSIDE =
  /(?<![\p{L}\p{N}"“”'’(/-])(?<!\b(?:includ(?:e|ing)|captions?|captioned|slug|slugged|us(?:e|ing)|add(?:ing)?|mark(?:ed)?) {1,2})S(?:IPDIS|ipdis)(?![\p{L}\p{N}"“”'’)/-])(?! {1,2}(?:captions?|channels?|distribution|handling|cables?|telegrams?|messages?|databases?|systems?|traffic|restrictions?)\b)/u

/** Takes the first residue of any break out of a line of the body. @returns `null` when the line holds none */
export function splitBreak(line: string): BreakSplit | null {
  const [page, caption] = [splitPageBreak(line), splitCaption(line)]
  if (page === null || caption === null) return page ?? caption
  return page.before.length < caption.before.length ? page : caption
}

/** `told us that SIPDIS the tide rose` -> the parts around the caption. @returns `null` when there is none */
function splitCaption(line: string): BreakSplit | null {
  if (line.length > LONGEST_SEARCHED || !/sipdis/i.test(line)) return null
  const found = CAPTION_INSIDE.exec(line)
  return found && splitAt(line, found.index, found.index + found[0].length)
}
