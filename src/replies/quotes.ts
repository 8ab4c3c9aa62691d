/** @module Quotes inside a paragraph: where they stand, and how a button carries them without carrying their words. */
import { createHash } from 'node:crypto'
import { MARKED_QUOTES_MAX } from './limits.js'
import type { Field } from './routes.js'

/** Half-open range of UTF-16 code units. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A range with a digest of the words that stood there: a renewed text must not get other words set in bold. */
export interface QuoteMark extends Range {
  /** First characters of a SHA-256 of the words, base64url. */
  readonly digest: string
}

const DIGEST_LENGTH = 5

/** Where `quote` stands in `text`, white space apart, or `null`. */
export function findQuote(text: string, quote: string): Range | null {
  const words = quote.trim().split(/\s+/u)
  if (words[0] === '') return null
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('\\s+')
  const found = new RegExp(pattern, 'u').exec(text)
  return found === null ? null : { start: found.index, end: found.index + found[0].length }
}

/** Marks of the quotes that stand in the text, in reading order, without overlaps, as many as a button carries. */
export function markQuotes(text: string, quotes: readonly string[]): QuoteMark[] {
  const ranges = quotes
    .map((quote) => findQuote(text, quote))
    .filter((range) => range !== null)
    .sort((a, b) => a.start - b.start)
  return ranges
    .filter((range, at) => at === 0 || range.start >= (ranges[at - 1]?.end ?? 0))
    .slice(0, MARKED_QUOTES_MAX)
    .map((range) => ({ ...range, digest: digestOf(text, range) }))
}

/** The marks whose words still stand where they stood. */
export function standingMarks(text: string, marks: readonly QuoteMark[]): readonly QuoteMark[] {
  return marks.filter((mark) => digestOf(text, mark) === mark.digest)
}

function digestOf(text: string, { start, end }: Range): string {
  return createHash('sha256').update(text.slice(start, end)).digest('base64url').slice(0, DIGEST_LENGTH)
}

const MARK = /^([0-9a-z]{1,5})\.([0-9a-z]{1,4})\.([\w-]{5})$/u

/** Marks as `start.length.digest`, numbers in base 36, joined by `~`; ascending, so that a forged id cannot nest them. */
export const quotesField: Field<readonly QuoteMark[]> = {
  encode: (marks) =>
    marks
      .map(({ start, end, digest }) => `${start.toString(36)}.${(end - start).toString(36)}.${digest}`)
      .join('~'),
  decode: (text) => {
    if (text === '') return []
    const marks = text.split('~').map(decodeMark)
    if (marks.length > MARKED_QUOTES_MAX) return undefined
    let last = 0
    for (const mark of marks) {
      if (mark === undefined || mark.start < last || mark.end <= mark.start) return undefined
      last = mark.end
    }
    return marks.filter((mark) => mark !== undefined)
  },
}

function decodeMark(text: string): QuoteMark | undefined {
  const [, start = '', length = '', digest = ''] = MARK.exec(text) ?? []
  if (digest === '') return undefined
  return { start: parseInt(start, 36), end: parseInt(start, 36) + parseInt(length, 36), digest }
}
