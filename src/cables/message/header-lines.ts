/**
 * @module The header-line form: number, short subject, date, classification, origin and the transmission header stand on lines
 * of their own, then ISO date, number, origin and classification again, and behind them the message with its header.
 */
import { canonicalId } from '../ids.js'
import { readPageDate } from './dates.js'
import { classificationLine, isRouting } from './kinds.js'

/** What a page, a dump or the lines above the message say of it. */
export interface Hints {
  readonly id?: string | null
  readonly date?: string | null
  readonly origin?: string | null
  readonly classification?: string | null
  readonly subject?: string | null
  /** Canonical numbers. */
  readonly references?: readonly string[]
}

export interface HeaderLines {
  readonly hints: Hints
  /** Index of the first line of the message proper. */
  readonly messageStart: number
}

/** The form's own lines all stand within this many of the top. */
const SEARCHED_LINES = 400

/** @returns `null` when the lines are not in this form */
export function readHeaderLines(lines: readonly string[]): HeaderLines | null {
  const top = lines.findIndex((line) => line.trim() !== '')
  const id = top < 0 ? null : numberAlone(lines[top] ?? '')
  if (id === null) return null
  let date: string | null = null
  let origin: string | null = null
  let classification: string | null = null
  let at = top + 1
  const shortSubject: string[] = []
  for (; at < Math.min(lines.length, top + 8); at++) {
    const line = lines[at]?.trim() ?? ''
    if (line === '' || isRouting(line) || /^FM |^TO |^[ZOPRY] \d{6}Z/.test(line)) break
    const day = readPageDate(line)
    if (day !== null) date ??= day
    else if (isLevel(line)) classification ??= line
    else if (isOrigin(line)) origin ??= line
    else if (numberAlone(line) === null) shortSubject.push(line)
  }
  if (date === null && classification === null && origin === null) return null
  let messageStart = at
  for (let index = at; index < Math.min(lines.length, top + SEARCHED_LINES); index++) {
    const line = lines[index]?.trim() ?? ''
    if (!/^\d{4}-\d\d-\d\d \d\d:\d\d/.test(line)) continue
    date = readPageDate(line) ?? date
    messageStart = index + 1
    for (; messageStart <= index + 5; messageStart++) {
      const next = lines[messageStart]?.trim() ?? ''
      if (next === '' || (numberAlone(next) === null && !isLevel(next) && next !== origin && !isOrigin(next)))
        break
    }
    break
  }
  return {
    hints: { id, date, origin, classification, subject: shortSubject.join(' ') || null },
    messageStart,
  }
}

function numberAlone(line: string): string | null {
  return /^\s*(?:19|20)?\d\d[A-Z]{3,32}\d{1,8}\s*$/i.test(line) ? canonicalId(line) : null
}

function isLevel(line: string): boolean {
  return classificationLine(line.split('//')[0]?.trim() ?? '') !== null && line.length < 60
}

function isOrigin(line: string): boolean {
  return /^(?:Embassy|Consulate|Mission|US |USUN|USEU|UNVIE|UN Rome|Secretary of State|Department of State|American Institute|Iran RPO|REO )/.test(
    line,
  )
}
