/** @module What people type -> clean text and days that a query takes. */
import { withNumbersForUrls } from '../src/cables/address.js'
import type { UserError } from '../src/errors.js'
import { cleanLine } from '../src/replies/clean.js'
import { MAX_QUESTION_LENGTH } from '../src/retrieval/query.js'
import { refusal } from '../src/replies/texts/refusal.js'

/** The question on one line, composed, without invisible characters or mentions, each cable named by its number; its bounds are the query's own. */
export function cleanQuestion(typed: string): string {
  return cleanLine(withNumbersForUrls(withoutMentions(typed)).normalize('NFC'))
}

/** Users, roles, channels, custom emoji, time stamps and pages of the server, as Discord's client sends them: numbers to a search. */
const MENTION = /<(?:(?:@[!&]?|#|a?:\w{1,32}:)\d{1,20}|t:-?\d{1,16}(?::[a-zA-Z])?|id:\w{1,20})>/gu

/** The command is kept by its name. */
const COMMAND_MENTION = /<\/([-_\p{L}\p{N} ]{1,100}):\d{1,20}>/gu

/** What was typed without what Discord puts in for people, places and pictures: none of it is in an archive. */
export function withoutMentions(typed: string): string {
  return typed.replace(COMMAND_MENTION, '/$1').replace(MENTION, ' ')
}

/** As much of a text as a question may have, cut at a word. */
export function beginningOf(text: string): string {
  if (text.length <= MAX_QUESTION_LENGTH) return text
  return text.slice(0, MAX_QUESTION_LENGTH).replace(/\s+\S*$/u, '')
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
