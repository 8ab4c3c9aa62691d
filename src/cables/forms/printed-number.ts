/** @module The number of a cable as a head prints it, without a year: in the classification line, or in the routing. */
import { classificationLine, DATE_TIME_GROUP } from '../message/kinds.js'
import { isPost, postKey } from '../vocabulary/posts.js'

export interface PrintedNumber {
  readonly post: string
  /** As printed, with its zeros. */
  readonly digits: string
  /** From the routing, which prints the last four digits. */
  readonly isRouted: boolean
}

/** Lines from the start of a transmission header to its classification line, at most. */
const LONGEST_HEADER = 120

/** `DE RUEHNR #0101/01 1011200` */
const ROUTED = /^DE +R[A-Z]{3,} +#?(\d{1,6})\b/

/** Fields that show that a classification line begins a head, and no page or section. */
const HEAD_FIELD = /^¶? ?(?:E\.? ?O\.? ?:? ?\d{5}|TAGS?\b ?:?|SUBJ(?:ECT)?\b ?:?)/i

export function isHeadField(line: string): boolean {
  return HEAD_FIELD.test(line.trim())
}

/** @returns the number in a classification line, or `null` */
export function classifiedNumber(line: string): PrintedNumber | null {
  const found = classificationLine(line.trim())
  if (found === null || found.post === null || found.serial === null) return null
  const digits = /(\d{2,8})\D{0,60}$/.exec(found.rest)?.[1]
  return { post: postKey(found.post), digits: digits ?? String(found.serial), isRouted: false }
}

/** @returns the first number of a head that begins at the line, of a known post if there is one; or `null` */
export function firstNumber(lines: readonly string[], from: number): PrintedNumber | null {
  let unknown: PrintedNumber | null = null
  let digits: string | null = null
  let post = ''
  for (const line of lines.slice(from, from + LONGEST_HEADER)) {
    const classified = classifiedNumber(line)
    if (classified !== null && isPost(classified.post)) return classified
    unknown ??= classified
    digits ??= ROUTED.exec(line.trim())?.[1] ?? null
    if (post === '') post = postKey(/^\s*FM ([A-Z .]{3,60})/.exec(line)?.[1] ?? '')
    if (isHeadField(line)) break
  }
  return unknown ?? (digits === null ? null : { post, digits, isRouted: true })
}

/** Routing or a date-time group at the line and, behind the group, the sender. */
export function hasTransmissionHeader(lines: readonly string[], from: number): boolean {
  const group = lines.slice(from, from + 12).findIndex((line) => DATE_TIME_GROUP.test(line.trim()))
  if (group < 0) return false
  return lines.slice(from + group + 1, from + group + 4).some((line) => /^\s*FM [A-Z]/.test(line))
}

/** Names are cut and digits lost at page breaks, so that less than all may be the same number. */
export function isSameNumber(one: PrintedNumber, other: PrintedNumber): boolean {
  const [digits, otherDigits] = [one.digits.replace(/^0+/, ''), other.digits.replace(/^0+/, '')]
  if (digits === otherDigits) return true
  if (one.isRouted || other.isRouted) return digits.endsWith(otherDigits) || otherDigits.endsWith(digits)
  const isCut = one.digits.length !== other.digits.length
  return isCut && (one.digits.startsWith(other.digits) || other.digits.startsWith(one.digits))
}
