/** @module The day of a cable as a citation writes it. */
import type { CableHeader } from '../cable.js'
import { yearOf } from '../ids.js'

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

/** As much as is known: the year is in the cable's number. */
export function dayOfCable({ id, date }: Pick<CableHeader, 'id' | 'date'>): CableDay {
  const [, year = String(yearOf(id)), month, day, hour, minute] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}):(\d{2}))?/u.exec(date ?? '') ?? []
  return {
    year,
    month: MONTHS[Number(month) - 1] ?? null,
    day: day === undefined ? null : String(Number(day)),
    time: hour === undefined || minute === undefined ? null : `${hour}${minute}Z`,
  }
}

/** `April 10, 2006`, `April 2006`, `2006` */
export function writtenDay({ year, month, day }: CableDay): string {
  if (month === null) return year
  return day === null ? `${month} ${year}` : `${month} ${day}, ${year}`
}

/** `2006-04-10`, as far as it is known. */
export function isoDay({ year, month, day }: CableDay): string {
  if (month === null) return year
  const parts = [year, String(MONTHS.indexOf(month) + 1).padStart(2, '0')]
  return (day === null ? parts : [...parts, day.padStart(2, '0')]).join('-')
}
