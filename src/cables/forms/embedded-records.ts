/**
 * @module Records of a dump that stand inside a message, as copies of single cables were saved: what stands above the first
 * repeats its header or is an extract of it, and only the records tell one cable from the next.
 */
import { canonicalId } from '../ids.js'
import { readPageDate } from '../message/dates.js'
import type { Hints } from '../message/header-lines.js'

export interface EmbeddedRecord {
  /** Line on which the record begins, counted from 1. */
  readonly line: number
  readonly hints: Hints
  readonly header: string
  readonly body: string
}

type HeaderAndBody = Pick<EmbeddedRecord, 'header' | 'body'>

/** A form in which a record stands in a text. */
interface RecordForm {
  /** A cheap test that most texts fail. */
  readonly hint: RegExp
  /** All up to the header; groups `date`, `id`, `origin`, `level` and `refs`. One pass over the text. */
  readonly start: RegExp
  /** @param rest header, body, and what else stands before the next record */
  readonly split: (rest: string) => HeaderAndBody
}

/** Number of the row (not always), created, number, origin, classification, references, header, body, parted by tabs. */
const TABS: RecordForm = {
  hint: /\t/,
  start:
    /^(?:\d{1,9}\t)?(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\t(?:\d{1,9}\t)?)?(?<date>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\t(?<id>\d\d[A-Z]{3,32}\d{1,8})\t(?<origin>[^\t\n]{0,80})\t(?<level>[^\t\n]{0,80})\t(?<refs>[^\t\n]{0,2000})\t/gm,
  split: (rest) => {
    // Line ends of the record are marked by backslashes.
    const [header = '', ...body] = rest.replace(/\\$/gm, '').split('\t')
    return { header, body: body.join(' ') }
  },
}

/** `62779,5/4/2006 9:46,06NAIROBI101,"Embassy Nairobi",SECRET,06STATE12,"header","body"`, lines wrapped anywhere; its first fields may be cut off. */
const COMMAS: RecordForm = {
  hint: /:\d\d,"?\d\d[A-Z]/,
  start:
    /(?:^|(?<=[",]))(?:\d{1,9},(?<date>\d{1,4}[/-]\d{1,2}[/-]\d{1,4} \d{1,2}:\d\d(?::\d\d)?)|\d{1,2}:\d\d),"?(?<id>\d\d[A-Z]{3,32}\d{1,8})"?,\s{0,2}"?(?<origin>[^",]{0,80})"?,\s{0,2}"?(?<level>[^",]{0,80})"?,\s{0,2}"?(?<refs>[^",]{0,2000})"?,"?/gm,
  split: (rest) => {
    const parts = rest
      .replace(/"\s{0,3},?\s{0,3}$/, '')
      .replace(/\\"|""/g, '"')
      .split(/"\s{0,2},\s{0,2}"/)
    const [header = '', ...body] = parts.length > 1 ? parts : ['', ...parts]
    return { header, body: body.join('","') }
  },
}

/** Each field behind its label, on a line of its own or not: `id: 1`, `date: …`, `refid: …`, up to `header:`. */
const LABELS: RecordForm = {
  hint: /refid:/,
  start:
    /^id: ?\d{1,9}\b[^\n]{0,60}?\s{1,3}date: ?(?<date>\d{1,4}[/-]\d{1,2}[/-]\d{1,4} \d{1,2}:\d\d(?::\d\d)?)\s{1,3}refid: ?(?<id>\d\d[A-Z]{3,32}\d{1,8})\s{1,3}origin: ?(?<origin>[^\n]{0,80}?)\s{1,3}classification: ?(?<level>[^\n]{0,80}?)\s{1,3}destination: ?(?<refs>[\dA-Z|]{0,2000})\s{0,3}header:\s?/gm,
  split: (rest) => {
    const [record = ''] = rest.split(/^=+ ?CABLE ENDS ?=+/m)
    const [header = '', ...body] = record.split(/^-{3,} ?header ends ?-{3,}/m)
    return { header, body: body.join('\n') }
  },
}

/** The mirrors' note that stands in place of a header, wrapped. */
const EXTRACT_NOTE =
  /This record is a partial extract of the\s{1,3}original\s{1,3}cable\.\s{1,3}The full text of the\s{1,3}original\s{1,3}cable is not\s{1,3}available/

const FORMS: readonly RecordForm[] = [TABS, COMMAS, LABELS]

/**
 * @param text of a message, line ends as `\n`
 * @returns the records in order, one for each cable; empty when the text holds none
 */
export function readEmbeddedRecords(text: string): EmbeddedRecord[] {
  const starts = FORMS.flatMap((form) =>
    (form.hint.test(text) ? [...text.matchAll(form.start)] : []).map((found) => ({ form, found })),
  ).sort((a, b) => a.found.index - b.found.index)
  const records: EmbeddedRecord[] = []
  let line = 1
  let counted = 0
  for (const [index, { form, found }] of starts.entries()) {
    line += countLines(text, counted, found.index)
    counted = found.index
    const end = starts[index + 1]?.found.index ?? text.length
    const { header, body } = form.split(text.slice(found.index + found[0].length, end).trimEnd())
    const unwrapped = header.replace(EXTRACT_NOTE, (note) => note.replace(/\s+/g, ' '))
    records.push({ line, hints: hintsOf(found.groups ?? {}), header: unwrapped, body })
  }
  return records
}

function hintsOf(fields: Readonly<Record<string, string | undefined>>): Hints {
  const field = (name: string): string => (fields[name] ?? '').replace(/\s+/g, ' ').trim()
  return {
    id: canonicalId(field('id')),
    date: readPageDate(field('date')),
    origin: field('origin') || null,
    classification: field('level') || null,
    references: field('refs')
      .split('|')
      .flatMap((reference) => canonicalId(reference) ?? []),
  }
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
