/** @module Sender, recipient and date of a cable as a citation writes them. */
import type { CableHeader } from '../cable.js'
import { findPost } from '../vocabulary/posts.js'

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

export interface CableDay {
  readonly year: string
  /** `April`; `null` where only the year is known. */
  readonly month: string | null
  /** `10` */
  readonly day: string | null
  /** `1922Z`, or `null`. */
  readonly time: string | null
}

export function dayOfCable(date: string | null): CableDay | null {
  const [, year, month, day, hour, minute] =
    /^(\d{4})(?:-(\d{2})-(\d{2}))?(?:T(\d{2}):(\d{2}))?/u.exec(date ?? '') ?? []
  if (year === undefined) return null
  return {
    year,
    month: MONTHS[Number(month) - 1] ?? null,
    day: day === undefined ? null : String(Number(day)),
    time: hour === undefined || minute === undefined ? null : `${hour}${minute}Z`,
  }
}

/** `April 10, 2006` */
export function writtenDay(date: string | null): string | null {
  const parts = dayOfCable(date)
  if (parts === null) return null
  return parts.month === null || parts.day === null
    ? parts.year
    : `${parts.month} ${parts.day}, ${parts.year}`
}

/** `US Embassy Mexico City`: as the cable's origin says, with whose it is. */
export function senderOf({ origin }: CableHeader): string | null {
  if (origin === null) return null
  return /^(?:Embassy|Consulate|Mission|Interests|US\b)/u.test(origin)
    ? `US ${origin.replace(/^US\s+/u, '')}`
    : origin
}

/** `the Embassy in Mexico City`, `the Department of State`: as FRUS names a place in a sentence. */
export function placeOf(name: string): string {
  const [, kind, city] =
    /^(Embassy|Consulate General|Consulate|Mission|Interests Section)\s+(.+)$/u.exec(name) ?? []
  const post = findPost(name)
  if (kind !== undefined && city !== undefined) return `the ${kind} in ${post?.city ?? city}`
  if (/^(?:Secretary of State|Department of State)$/iu.test(name) || post?.key === 'STATE') {
    return 'the Department of State'
  }
  return post === null ? name : placeOfPost(post.display)
}

function placeOfPost(display: string): string {
  const [, kind, city] = /^(Embassy|Consulate General|Consulate|Mission)\s+(.+)$/u.exec(display) ?? []
  return kind === undefined || city === undefined ? `the ${display}` : `the ${kind} in ${city}`
}

/**
 * To whom it was sent: the Department where it is among the addressees, because cables to it name it first or last by
 * chance; otherwise the first, with `and others` where there are more.
 */
export function recipientOf({ recipients }: CableHeader): string | null {
  const [first] = recipients
  if (first === undefined) return null
  if (recipients.some((each) => /^(?:RUEHC\/?\s*)?SECSTATE\b/iu.test(each))) return 'the Department of State'
  const name = placeOf(first)
  return recipients.length === 1 ? name : `${name} and others`
}
