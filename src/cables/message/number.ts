/** @module The number of a cable, from what the page or dump says, from the message, or from the file's name. */
import { canonicalId, findCableIds, formatNumber, yearOf } from '../ids.js'
import { isPost, postKey } from '../vocabulary/posts.js'
import { readDay, yearOfDateTimeGroup } from './dates.js'
import type { FieldName } from './fields.js'
import type { Head } from './head.js'
import type { Hints } from './header-lines.js'

/** What is known of a number besides the message. */
export interface NumberHints extends Hints {
  /** A number that is only a guess, such as the file's name: it counts where the text has none. */
  readonly nameId?: string | null
}

/** Fields that only a cable's head has. */
const PROPER: readonly FieldName[] = ['tags', 'subject', 'eo', 'classifiedBy', 'ref']

/** @returns the canonical number, or `null` with the reason, a clause for people */
export function numberOf(head: Head, hints: NumberHints): { id: string | null; reason: string } {
  const given = hints.id ?? null
  if (given !== null) return found(given)
  const { classification, dateTimeGroup } = head
  const name = hints.nameId ?? null
  if (classification && classification.post !== null && classification.serial !== null) {
    return printedNumber(classification.post, classification.serial, head, hints)
  }
  const isCable =
    PROPER.some((field) => head.fields.has(field)) || classification !== null || dateTimeGroup !== null
  if (name !== null && isCable) return found(name)
  if (isCable) return missing('the cable has no number: neither the message nor the file name gives one')
  return missing('no cable in it: it has no classification line, TAGS, subject or other line of a cable')
}

/** The number of the classification line, which has no year. */
function printedNumber(
  writtenPost: string,
  serial: number,
  head: Head,
  hints: NumberHints,
): { id: string | null; reason: string } {
  const fromHead = postKey(head.fields.get('from')?.[0] ?? '')
  const printed = postKey(writtenPost)
  // A cut name in the classification line gives way to the FM line.
  const post = !isPost(printed) && isPost(fromHead) ? fromHead : printed
  const name = hints.nameId ?? null
  const year = yearSent(head, hints)
  if (year === null && name !== null) return found(name)
  const id = formatNumber({ year: year ?? yearByDeclassification(head), post, serial })
  if (id === null)
    return missing(`the cable has no date, so its number (${writtenPost} ${serial}) has no year`)
  // The file's name may know the year of the number better: cables of December were sent in January.
  return name !== null && name.slice(2) === id.slice(2) ? found(name) : { id: canonicalId(id), reason: '' }
}

/** @returns two digits: the year of the date-time group, else of the page, else of a date above the message */
function yearSent(head: Head, hints: NumberHints): string | null {
  const group = head.dateTimeGroup === null ? null : yearOfDateTimeGroup(head.dateTimeGroup)
  return group ?? (hints.date ?? head.writtenDate)?.slice(2, 4) ?? null
}

/** Years from the order that first set a term of ten years to the last cables of the archive. */
const FIRST_TERM_YEAR = 1995
const LAST_TERM_YEAR = 2010
const USUAL_TERM = 10

/**
 * Where no date is left, the E.O. line tells the year: a cable is classified for ten years unless its writer says otherwise
 * (93 of 100 cables), and the year is right if nothing in the references is later.
 * @returns two digits, or `null`
 */
function yearByDeclassification(head: Head): string | null {
  const day = readDay((head.fields.get('eo') ?? []).join(' ').slice(0, LONGEST_ORDER), FIRST_TERM_YEAR)
  const year = day === null ? NaN : Number(day.slice(0, 4)) - USUAL_TERM
  if (!(year >= FIRST_TERM_YEAR && year <= LAST_TERM_YEAR)) return null
  const references = findCableIds((head.fields.get('ref') ?? []).join(' ').slice(0, LONGEST_LIST))
  return references.some((id) => yearOf(id) > year) ? null : String(year).slice(2)
}

/** What lies beyond the length of these fields is not looked at (characters). */
const LONGEST_ORDER = 200
const LONGEST_LIST = 20_000

function found(id: string): { id: string; reason: string } {
  return { id, reason: '' }
}

function missing(reason: string): { id: null; reason: string } {
  return { id: null, reason }
}
