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
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRecord> {
  const record = new RecordBuffer()
  let line = 1
  let recordLine = 0
  let pending: Uint8Array = new Uint8Array(0)
  const take = (bytes: Uint8Array): CsvRecord | null => {
    let finished: CsvRecord | null = null
    if (beginsRecord(bytes)) {
      finished = recordLine > 0 ? toRecord(record, recordLine) : null
      record.clear()
      recordLine = line
    }
    // Lines above the first record are a row of column names.
    if (recordLine > 0) record.add(bytes)
    line++
    return finished
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      const part = chunk.subarray(from, at + 1)
      const finished = take(pending.length === 0 ? part : joined(pending, part))
      pending = new Uint8Array(0)
      from = at + 1
      if (finished) yield finished
    }
    const rest = chunk.subarray(from)
    // An endless line is not kept beyond what a record may have; the record is refused when it ends.
    if (pending.length <= LONGEST_RECORD)
      pending = pending.length === 0 ? rest.slice() : joined(pending, rest)
  }
  if (pending.length > 0) {
    const finished = take(pending)
    if (finished) yield finished
  }
  if (recordLine > 0) yield toRecord(record, recordLine)
}

/** The lines of one record; beyond the limit only their size is kept. */
class RecordBuffer {
  readonly #parts: Uint8Array[] = []
  #size = 0

  add(bytes: Uint8Array): void {
    this.#size += bytes.length
    // A copy, because the chunk that the line lies in must not be held.
    if (this.#size <= LONGEST_RECORD) this.#parts.push(bytes.slice())
  }

  clear(): void {
    this.#parts.length = 0
    this.#size = 0
  }

  get size(): number {
    return this.#size
  }

  text(): string {
    return decodeText(Buffer.concat(this.#parts))
  }
}

function beginsRecord(line: Uint8Array): boolean {
  const first = line[0]
  // A quote, a digit, or the first byte of a byte order mark.
  if (first !== 0x22 && first !== 0xef && (first === undefined || first < 0x30 || first > 0x39)) return false
  return isRecordStart(
    Buffer.from(line.buffer, line.byteOffset, Math.min(line.length, START_BYTES))
      .toString('latin1')
      .replace(/^ï»¿/, ''),
  )
}

function toRecord(buffer: RecordBuffer, line: number): CsvRecord {
  if (buffer.size > LONGEST_RECORD) {
    return { line, reason: `the record is larger than any cable (over ${LONGEST_RECORD / 1_000_000} MB)` }
  }
  const fields = readFields(
    buffer
      .text()
      .replace(/^\uFEFF/, '')
      .trimEnd(),
  )
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

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  return Buffer.concat([first, second])
}
