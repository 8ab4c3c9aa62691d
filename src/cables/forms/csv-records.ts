/**
 * @module `cables.csv` as a stream of records. Records are told apart by how they begin (number of the row, date, number of
 * the cable), so that one with a damaged quote cannot swallow those behind it; each is then read by csv-parse.
 */
import { parse } from 'csv-parse/sync'
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
    return { line, reason: `the record is too large for a cable (${Math.ceil(buffer.size / 1_000_000)} MB)` }
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

/** Quotes inside a field are escaped by a backslash in the dump, and doubled in copies that other programs wrote. */
function readFields(record: string): readonly string[] | string {
  const backslash = /\\"/.test(record)
  let reason = ''
  for (const escape of backslash ? ['\\', '"'] : ['"', '\\']) {
    for (const relaxed of [false, true]) {
      try {
        const rows = parse(record, {
          escape,
          relax_quotes: relaxed,
          relax_column_count: true,
          max_record_size: 0,
        })
        const [fields] = rows
        if (rows.length === 1 && fields?.length === COLUMNS) return fields
        reason = `it has ${fields?.length ?? 0} fields (a record of the dump has ${COLUMNS})`
      } catch (error) {
        if (!(error instanceof Error)) throw error
        reason = `its quotes do not close (${error.message.split('\n')[0] ?? ''})`
      }
    }
  }
  return reason
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  return Buffer.concat([first, second])
}
