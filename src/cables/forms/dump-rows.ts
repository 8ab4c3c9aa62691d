/**
 * @module Rows of a database dump that stand inside a message file: fields parted by tabs, line ends marked by backslashes.
 * Such a file holds more than one cable, and only the rows tell them apart.
 */
import { canonicalId } from '../ids.js'
import { readPageDate } from '../message/dates.js'
import type { Hints } from '../message/header-lines.js'

export interface DumpRow {
  /** Line on which the row begins, counted from 1. */
  readonly line: number
  readonly hints: Hints
  readonly message: string
}

/** Number of the row (not always), created, number, origin, classification, references, header, body. */
const ROW_START =
  /^(?:\d{1,9}\t)?(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\t(\d\d[A-Z]{3,32}\d{1,8})\t([^\t\n]{0,80})\t([^\t\n]{0,80})\t([^\t\n]{0,2000})\t/gm

/**
 * @param text of a file, line ends as `\n`
 * @returns the rows in order; empty when the text holds none. What stands above the first row repeats its header.
 */
export function readDumpRows(text: string): DumpRow[] {
  const starts = [...text.matchAll(ROW_START)]
  let line = 1
  let counted = 0
  return starts.map((start, index) => {
    line += countLines(text, counted, start.index)
    counted = start.index
    const [whole, created = '', number = '', origin = '', classification = '', references = ''] = start
    const end = starts[index + 1]?.index ?? text.length
    const [header = '', ...body] = text.slice(start.index + whole.length, end).split('\t')
    return {
      line,
      hints: {
        id: canonicalId(number),
        date: readPageDate(created),
        origin: origin === '' ? null : origin,
        classification: classification === '' ? null : classification,
        references: references.split('|').flatMap((reference) => canonicalId(reference) ?? []),
      },
      message: unescaped(body.length === 0 ? header : `${header}\n\n${body.join(' ')}`),
    }
  })
}

function unescaped(message: string): string {
  return message.replace(/\\$/gm, '').trimEnd()
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
