/** @module What people type -> clean text and days that a query takes. */
import type { UserError } from '../src/errors.js'
import { cleanLine } from '../src/replies/clean.js'
import { refusal } from '../src/replies/texts/refusal.js'

/** The question on one line, composed, without invisible characters; its bounds are the query's own. */
export function cleanQuestion(typed: string): string {
  return cleanLine(typed.normalize('NFC'))
}

const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u

/**
 * A year, a month or a day as ISO day, inclusive.
 * @param side the first day of what was typed (`after`), or its last (`before`)
 * @throws UserError when it is no date
 */
export function readDay(typed: string, side: 'after' | 'before'): string {
  const [, year, month, day] = DATE.exec(typed.trim()) ?? []
  if (year === undefined) throw noDate(typed)
  const first = side === 'after'
  const m = month === undefined ? (first ? 1 : 12) : Number(month)
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(Number(year), m, 0)).getUTCDate()
  const d = day === undefined ? (first ? 1 : last) : Number(day)
  if (m < 1 || m > 12 || d < 1 || d > last) throw noDate(typed)
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

function noDate(typed: string): UserError {
  return refusal('input.noDate', { typed: cleanLine(typed) })
}
