/**
 * @module `cables.csv` as a stream of records. Records are told apart by how they begin (number of the row, date, number of
 * the cable), so that one with a damaged quote cannot swallow those behind it.
 */
import { decodeText } from '../decode.js'
import { canonicalId } from '../ids.js'
import { readPageDate } from '../message/dates.js'
import type { Hints } from '../message/header-lines.js'

/** A record of the dump: 8 columns, no header row. */
export type CsvRecord =
  | { readonly line: number; readonly hints: Hints; readonly message: string }
  | { readonly line: number; readonly reason: string }

/** Columns: row, created (`M/D/YYYY H:MM`), number, origin, classification, references (by `|`), header, body. */
const COLUMNS = 8

/** Longest record that is read (bytes); the longest of the archive has under half a million. */
export const LONGEST_RECORD = 8_000_000

const RECORD_START =
  /^\uFEFF?(?:"\d{1,9}"|\d{1,9}),"?\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[^",\n]{0,12}"?,"?\d{2,4}[A-Z][A-Z0-9_ ]{2,40}"?,/i

/** Bytes of a line that can decide whether a record begins with it. */
const START_BYTES = 96

export function isRecordStart(line: string): boolean {
  return RECORD_START.test(line.slice(0, START_BYTES))
}

const NEWLINE = 0x0a

/** @param chunks of the file; memory stays within one record and one chunk */
export async function* readCsv(chunks: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord> {
  const splitter = new RecordSplitter()
  for await (const chunk of chunks) yield* splitter.take(chunk, false)
  yield* splitter.take(Buffer.alloc(0), true)
}

/** Cuts a stream of bytes at the lines that begin a record. What stands above the first is a row of column names. */
class RecordSplitter {
  /** What is not yet handed on: from the start of the current record, or of the current line. */
  #buffer: Buffer = Buffer.alloc(0)
  /** Offset of the current record in the buffer, or -1 above the first. */
  #record = -1
  #recordLine = 0
  /** The current record has grown beyond what is kept. */
  #tooLarge = false
  /** Offset of the current line, its number, and whether it was looked at. */
  #line = 0
  #lineNumber = 1
  #seen = false

  /** @returns the records that end in this chunk, or with it when it is the last */
  take(chunk: Buffer, last: boolean): CsvRecord[] {
    const records: CsvRecord[] = []
    // Of a line that was looked at, its end was looked for up to here.
    let searchFrom = this.#seen ? this.#buffer.length : 0
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk])
    for (;;) {
      if (!this.#seen) {
        // The first bytes of a line tell; they may still be on their way.
        if (this.#buffer.length - this.#line < START_BYTES && !last) break
        if (beginsRecord(this.#buffer, this.#line)) this.#begin(records)
        this.#seen = true
      }
      const end = this.#buffer.indexOf(NEWLINE, Math.max(this.#line, searchFrom))
      if (end < 0) break
      this.#line = end + 1
      this.#lineNumber++
      this.#seen = false
      searchFrom = this.#line
    }
    if (last) this.#finish(this.#buffer.length, records)
    else this.#drop()
    return records
  }

  #begin(records: CsvRecord[]): void {
    this.#finish(this.#line, records)
    this.#record = this.#line
    this.#recordLine = this.#lineNumber
    this.#tooLarge = false
  }

  #finish(end: number, records: CsvRecord[]): void {
    if (this.#recordLine === 0) return
    if (this.#tooLarge || end - this.#record > LONGEST_RECORD) records.push(tooLarge(this.#recordLine))
    else records.push(toRecord(decodeText(this.#buffer.subarray(this.#record, end)), this.#recordLine))
  }

  /** Lets go of what is no longer needed. */
  #drop(): void {
    const isLarge = this.#record >= 0 && this.#buffer.length - this.#record > LONGEST_RECORD
    this.#tooLarge ||= isLarge
    const keep =
      this.#tooLarge || this.#record < 0 ? (this.#seen ? this.#buffer.length : this.#line) : this.#record
    this.#buffer = Buffer.from(this.#buffer.subarray(keep))
    this.#line = Math.max(0, this.#line - keep)
    this.#record = this.#record < 0 || this.#tooLarge ? Math.min(this.#record, 0) : 0
  }
}

function beginsRecord(buffer: Buffer, at: number): boolean {
  const first = buffer[at]
  // A quote, a digit, or the first byte of a byte order mark.
  if (first !== 0x22 && first !== 0xef && (first === undefined || first < 0x30 || first > 0x39)) return false
  return isRecordStart(buffer.toString('latin1', at, at + START_BYTES).replace(/^ï»¿/, ''))
}

function tooLarge(line: number): CsvRecord {
  return { line, reason: `the record is larger than any cable (over ${LONGEST_RECORD / 1_000_000} MB)` }
}

function toRecord(text: string, line: number): CsvRecord {
  const fields = readFields(text.replace(/^\uFEFF/, '').trimEnd())
  if (typeof fields === 'string') return { line, reason: fields }
  const [
    ,
    created = '',
    number = '',
    origin = '',
    classification = '',
    references = '',
    header = '',
    body = '',
  ] = fields
  const id = canonicalId(number)
  if (id === null)
    return { line, reason: `its third field is no cable number (${JSON.stringify(number.slice(0, 40))})` }
  return {
    line,
    hints: {
      id,
      date: readPageDate(created),
      origin: origin === '' ? null : origin,
      classification: classification === '' ? null : classification,
      references: references.split('|').flatMap((reference) => canonicalId(reference) ?? []),
    },
    message: header === '' ? body : `${header}\n\n${body}`,
  }
}

/**
 * Fields of one record. Quotes inside a field are escaped by a backslash in the dump and doubled in copies that other programs
 * wrote; a stray one is taken as it stands. Our own reader, because csv-parse took as long as all the rest of the reading.
 * @returns the fields, or what was wrong
 */
function readFields(record: string): readonly string[] | string {
  const fields: string[] = []
  let at = 0
  while (at <= record.length) {
    const quoted = record[at] === '"'
    const end = quoted ? closingQuote(record, at + 1) : record.indexOf(',', at)
    if (quoted && end < 0) return 'its quotes do not close'
    const to = end < 0 ? record.length : end
    fields.push(quoted ? unescaped(record.slice(at + 1, to)) : record.slice(at, to))
    at = quoted ? to + 2 : to + 1
  }
  return fields.length === COLUMNS
    ? fields
    : `it has ${fields.length} fields (a record of the dump has ${COLUMNS})`
}

/**
 * @returns offset of the quote that ends a field: one before a comma or the end, neither doubled nor behind a backslash; a
 * backslash that is the last character of its field counts where no other quote closes it; -1 without one
 */
function closingQuote(record: string, from: number): number {
  let behindBackslash = -1
  for (let quote = record.indexOf('"', from); quote >= 0; quote = record.indexOf('"', quote + 1)) {
    const next = record[quote + 1]
    const ends = next === undefined || next === ','
    if (isEscaped(record, quote, from)) {
      if (ends && behindBackslash < 0) behindBackslash = quote
    } else if (next === '"') quote++
    else if (ends) return quote
  }
  return behindBackslash
}

function isEscaped(record: string, quote: number, from: number): boolean {
  let backslashes = 0
  while (quote - 1 - backslashes >= from && record[quote - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}

function unescaped(field: string): string {
  return field.replace(/\\(["\\])|"(")/g, '$1$2')
}
