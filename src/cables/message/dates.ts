/** @module Dates of a message: date-time groups, declassification dates, dates of pages and dumps. */
import { fullYear } from '../ids.js'
import { DATE_TIME_GROUP } from './kinds.js'

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const

const PRECEDENCE: Readonly<Record<string, string>> = {
  Z: 'FLASH',
  O: 'IMMEDIATE',
  P: 'PRIORITY',
  R: 'ROUTINE',
  Y: 'EMERGENCY COMMAND PRECEDENCE',
}

export interface DateTimeGroup {
  /** `2006-04-10T19:22:00Z`, or the day alone. */
  readonly date: string
  /** Of the action addressees, the first letter of the group, or `null`. */
  readonly precedence: string | null
}

/**
 * @param line as `R 101922Z APR 06`; of a time that no day has (`102460Z`) the day counts
 * @returns `null` when it is no group or names no real day
 */
export function readDateTimeGroup(line: string): DateTimeGroup | null {
  const found = DATE_TIME_GROUP.exec(line)
  if (!found) return null
  const [, letters, day, hour, minute, month, year] = found
  const month0 = MONTHS.findIndex((name) => name === month?.toUpperCase())
  const date = withTime(isoDay(fourDigits(Number(year)), month0 + 1, Number(day)), hour, minute)
  if (date === null) return null
  return {
    date,
    precedence: PRECEDENCE[letters?.trim()[0]?.toUpperCase() ?? ''] ?? null,
  }
}

/** @returns the year of a group in two digits, also where its day is damaged (`R 311200Z APR 08`); `null` when it is no group */
export function yearOfDateTimeGroup(line: string): string | null {
  return DATE_TIME_GROUP.exec(line)?.[6]?.slice(-2) ?? null
}

/** A date of a page or dump: `2006-04-10 19:22:00`, `2006-04-10 19:22`, `4/10/2006 19:22`, `Mon Apr 10 00:00:00 +0200 2006`. */
export function readPageDate(text: string): string | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d{1,2}):(\d\d)(?::(\d\d))?)?/.exec(text.trim())
  if (iso) return withTime(isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3])), iso[4], iso[5], iso[6])
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: +(\d{1,2}):(\d\d)(?::(\d\d))?)?$/.exec(text.trim())
  if (american) {
    const day = isoDay(Number(american[3]), Number(american[1]), Number(american[2]))
    return withTime(day, american[4], american[5], american[6])
  }
  const unix = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) [\d:]{8} (?:[+-]\d{4}|[A-Z]{3,4}) (\d{4})$/.exec(
    text.trim(),
  )
  if (!unix) return null
  const month = MONTHS.findIndex((name) => name === unix[1]?.toUpperCase())
  // The time of this form is midnight of the page's own zone and says nothing of the cable.
  return isoDay(Number(unix[3]), month + 1, Number(unix[2]))
}

const WRITTEN =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? +(\d{1,2}) +([A-Z][a-z]{2})[a-z]* +(\d{4})(?:, *(\d{1,2}):(\d\d))?$/

/** `Friday, 28 September 2007, 15:36`: a date that a newspaper's copy put above the message. @returns `null` when it is none */
export function readWrittenDate(line: string): string | null {
  const found = WRITTEN.exec(line)
  if (!found) return null
  return withTime(isoDay(Number(found[3]), monthNumber(found[2]), Number(found[1])), found[4], found[5])
}

const LONG_MONTH = /\b(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.? +(\d{1,2}),? +(\d{4})\b/i
const DAY_FIRST = /\b(\d{1,2}) +(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?,? +(\d{2,4})\b/i

/**
 * A day of the E.O. line: `04/06/2016`, `2034/11/20`, `JUNE 5, 2014`, `5 JUN 14`.
 * @param cableYear years of two digits lie after it
 * @returns ISO day, or `null`
 */
export function readDay(text: string, cableYear: number): string | null {
  const slashed = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})(?!\d)/.exec(text)
  if (slashed) return isoDay(later(Number(slashed[3]), cableYear), Number(slashed[1]), Number(slashed[2]))
  const yearFirst = /(?<!\d)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?!\d)/.exec(text)
  if (yearFirst) return isoDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))
  const long = LONG_MONTH.exec(text)
  if (long) return isoDay(Number(long[3]), monthNumber(long[1]), Number(long[2]))
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst)
    return isoDay(later(Number(dayFirst[3]), cableYear), monthNumber(dayFirst[2]), Number(dayFirst[1]))
  return null
}

function monthNumber(name: string | undefined): number {
  return MONTHS.findIndex((month) => month === name?.toUpperCase().slice(0, 3)) + 1
}

function later(year: number, cableYear: number): number {
  if (year >= 100) return year
  const century = cableYear - (cableYear % 100)
  return century + year < cableYear ? century + 100 + year : century + year
}

function fourDigits(year: number): number {
  return year >= 100 ? year : fullYear(year)
}

function withTime(day: string | null, hour?: string, minute?: string, second?: string): string | null {
  if (day === null || hour === undefined || minute === undefined) return day
  if (Number(hour) > 23 || Number(minute) > 59) return day
  return `${day}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}Z`
}

function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
