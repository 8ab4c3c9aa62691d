/** @module The number of a cable, from what the page or dump says, from the message, or from the file's name. */
import { canonicalId, formatNumber } from '../ids.js'
import { isPost, postKey } from '../vocabulary/posts.js'
import { readDateTimeGroup, yearOfDateTimeGroup } from './dates.js'
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
  const { classification } = head
  const name = hints.nameId ?? null
  const sent = head.dateTimeGroup === null ? null : readDateTimeGroup(head.dateTimeGroup)
  if (classification && classification.post !== null && classification.serial !== null) {
    return printedNumber(classification.post, classification.serial, head, sent?.date ?? null, name)
  }
  const isCable = PROPER.some((field) => head.fields.has(field)) || classification !== null || sent !== null
  if (name !== null && isCable) return found(name)
  if (isCable) return missing('the cable has no number: neither the message nor the file name gives one')
  return missing('no cable in it: it has no classification line, TAGS, subject or other line of a cable')
}

/** The number of the classification line, which has no year. */
function printedNumber(
  writtenPost: string,
  serial: number,
  head: Head,
  sent: string | null,
  name: string | null,
): { id: string | null; reason: string } {
  const fromHead = postKey(head.fields.get('from')?.[0] ?? '')
  const printed = postKey(writtenPost)
  // A cut name in the classification line gives way to the FM line.
  const post = !isPost(printed) && isPost(fromHead) ? fromHead : printed
  const year = sent?.slice(2, 4) ?? null
  if (year === null) {
    if (name !== null) return found(name)
    return missing(
      `the cable has no date, so its number (${writtenPost} ${serial}) has no year`,
    )
  }
  const id = formatNumber({ year, post, serial })
  // The file's name may know the year of the number better: cables of December were sent in January.
  if (name !== null && id !== null && name.slice(2) === id.slice(2)) return found(name)
  return { id: canonicalId(id ?? ''), reason: '' }
}

function found(id: string): { id: string; reason: string } {
  return { id, reason: '' }
}

function missing(reason: string): { id: null; reason: string } {
  return { id: null, reason }
}
