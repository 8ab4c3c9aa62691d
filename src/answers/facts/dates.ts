/** @module Dates in any usual form, as day, month and year. */
import { fullYear } from '../../cables/ids.js'

export interface DateFact {
  readonly day: number | null
  readonly month: number
  readonly year: number | null
  readonly start: number
  readonly end: number
}

const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
] // prettier-ignore
const FULL = 'January|February|March|April|May|June|July|August|September|October|November|December'
const NAME = `(?:${FULL}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)`
/** In capitals or with one; in lower case "may" and "march" are other words. */
const MONTH = `(${NAME}|${NAME.toUpperCase().replaceAll('(?:', '(?:')})\\b\\.?`
const DAY = '(\\d{1,2})(?!\\d)(?:st|nd|rd|th)?'
const SECOND_DAY = `(?:\\s*(?:-|/|to|and|or|through|until)\\s*(?:the )?${DAY}(?![,.]?\\d|\\s*(?:%|percent|million|billion)))?`
const YEAR = "(?:(?:,| of|,? in)? ((?:1[5-9]|20)\\d\\d)(?![\\d,]|\\.\\d)| '(\\d\\d)(?!\\d))?"

const DAY_FIRST = new RegExp(`(?<![\\d.,:/])${DAY}${SECOND_DAY} ?(?:of )?${MONTH}${YEAR}`, 'g')
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})${MONTH} (?:the )?${DAY}(?![,.]\\d\\d\\d(?!\\d)|\\.\\d)${SECOND_DAY}${YEAR}`,
  'gu',
)
const MONTH_AND_YEAR = new RegExp(
  `(?<!\\p{L})${MONTH},?(?: of)? ((?:1[5-9]|20)\\d\\d)(?![\\d,]|\\.\\d)`,
  'gu',
)
const MONTH_ALONE = new RegExp(`(?<!\\p{L})(${FULL}|${FULL.toUpperCase()})(?!\\p{L}|'s \\p{L}+ing)`, 'gu')
const ISO = /(?<!\d)((?:1[5-9]|20)\d\d)-(\d\d)-(\d\d)(?!\d)/g
const NUMERIC = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.]((?:1[5-9]|20)?\d\d)(?![\d/])/g

/** "May" and "March" are also a name, a verb and a walk: alone they are months only behind such words, or beside a year. */
const BEFORE_A_MONTH =
  /\b(?:in|since|of|early|late|mid|until|till|by|during|last|next|this|from|to|and|before|after|through|between|for|every|each)[ -]$/i

/** In reading order. @param text as `plain` gives it */
export function readDates(text: string): DateFact[] {
  const dates: DateFact[] = []
  const taken: { start: number; end: number }[] = []
  const add = (
    match: RegExpMatchArray,
    days: readonly (string | undefined)[],
    month: string | number,
    year?: string,
  ): void => {
    const start = match.index ?? 0
    const end = start + match[0].length
    if (taken.some((other) => start < other.end && end > other.start)) return
    const number = typeof month === 'number' ? month : monthNumber(month)
    const known = days.filter((day) => day !== undefined).map(Number)
    if (number < 1 || number > 12 || known.some((day) => day < 1 || day > 31)) return
    taken.push({ start, end })
    for (const day of known.length === 0 ? [null] : known)
      dates.push({ day, month: number, year: yearNumber(year), start, end })
  }
  for (const match of text.matchAll(ISO)) add(match, [match[3]], Number(match[2]), match[1])
  for (const match of text.matchAll(NUMERIC)) {
    // The month comes first in American dates, unless it cannot be one.
    const [, first = '', second = '', year] = match
    if (Number(first) > 12) add(match, [first], Number(second), year)
    else add(match, [second], Number(first), year)
  }
  for (const match of text.matchAll(MONTH_FIRST))
    add(match, [match[2], match[3]], match[1] ?? '', match[4] ?? match[5])
  for (const match of text.matchAll(DAY_FIRST))
    add(match, [match[1], match[2]], match[3] ?? '', match[4] ?? match[5])
  for (const match of text.matchAll(MONTH_AND_YEAR)) add(match, [], match[1] ?? '', match[2])
  for (const match of text.matchAll(MONTH_ALONE)) {
    const month = match[1] ?? ''
    const ambiguous = /^(?:may|march|august)$/i.test(month)
    if (!ambiguous || BEFORE_A_MONTH.test(text.slice(Math.max(0, match.index - 12), match.index)))
      add(match, [], month)
  }
  return dates.sort((a, b) => a.start - b.start)
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1
}

function yearNumber(year: string | undefined): number | null {
  if (year === undefined) return null
  return year.length > 2 ? Number(year) : fullYear(Number(year))
}
