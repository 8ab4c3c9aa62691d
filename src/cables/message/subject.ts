/** @module The subject line, and the E.O. line with its declassification date. */
import { readDay } from './dates.js'
import { withoutMarking } from './marking.js'
import { subjectEnd } from './subject-end.js'

/** A form of the Department that prints number, precedence, level and date before the subject, and its own number behind. */
const FORM = /^[A-Z][A-Z .'-]{2,30} \d{8} [A-Z] [A-Z]{1,2} \d\d-[A-Z]{3}-\d\d /
const FORM_END = / \[\d{5,9}\]$/

/** @param lines of the field, label taken off @returns one line without portion marking; empty when there is none */
export function readSubject(lines: readonly string[]): string {
  const printed = lines.join(' ').replace(/\s+/g, ' ').trim()
  const line = FORM.test(printed) ? printed.replace(FORM, '').replace(FORM_END, '') : printed
  const title = withoutMarking(line)
    .replace(/^(?:SUBJECT|SUBJ)?\s*:\s*/i, '')
    .trim()
  const end = subjectEnd(title)
  if (end === null) return title
  return withoutMarking(title.slice(0, end.at).replace(/[\s,;:([–—-]+$/, ''))
}

/**
 * @param lines of the E.O. field, from the number of the order on (`12958: DECL: 04/06/2016`)
 * @param cableYear dates with two digits lie after it
 * @returns ISO day, or the words in its place (`GDS`, `25X1-human`, `UPON CLOSURE OF MISSION`), or `null` (`N/A`)
 */
export function readDeclassifyOn(lines: readonly string[], cableYear: number): string | null {
  const text = lines
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/^\d{5}(?:,? as amended)?[\s:;,.]*/i, '')
    .replace(/^AS AMENDED[\s:;,]*/i, '')
    .trim()
  const words = text.replace(/^DECL(?:ASSIFY)?(?: ON)?\s*[:.]?\s*/i, '').trim()
  if (words === '' || /^(?:N\s?[/.]?\s?A\.?|NONE|NOT APPLICABLE)$/i.test(words)) return null
  return readDay(words, cableYear) ?? words
}
