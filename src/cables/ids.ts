/** @module Cable numbers: the canonical form, every form that people and damaged messages write, and mentions in text. */
import { bareKey, isPost, postKey } from './vocabulary/posts.js'

/** A number taken apart. */
export interface CableNumber {
  /** Two digits, or `null` where none is written. */
  readonly year: string | null
  /** Key of the post: `MEXICO`. */
  readonly post: string
  readonly serial: number
}

/** The longest thing that is looked at as a number (characters). */
const LONGEST_TYPED = 80

/** Days and months look like numbers: `10JAN2010`. */
const NO_POST = /^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)(?:[A-Z]{3,6})?$/

/** @returns `06MEXICO1889`, or `null` without a year */
export function formatNumber({ year, post, serial }: CableNumber): string | null {
  return year === null ? null : `${year}${post}${serial}`
}

/**
 * Takes apart what someone typed or a page says: `06 Mexico 1889`, `06MEXICO001889`, `1974STATE150591`,
 * `Mexico 1889`, `06-MEXICO-1889`, and the malformed numbers of the archive (`08SECTION02OF02SAOPAULO335`).
 * @returns `null` when it is no number
 */
export function readNumber(typed: string): CableNumber | null {
  if (typed.length > LONGEST_TYPED) return null
  const plain = typed
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    // A copy of a cable is told apart by a letter at the end in some collections.
    .replace(/_[A-Z]$/, '')
    .replace(/^(?:CABLE|REF|MRN|ID)\s*[:#.]?\s+/, '')
    .replace(/[\s_./'’´`#,:-]+/g, ' ')
    .trim()
  const parts = /^((?:19|20)\d\d|\d\d)? ?([A-Z].*?) ?(\d{1,8})$/.exec(plain)
  if (!parts) return null
  const [, year, name = '', digits = ''] = parts
  // A year may also stand between post and serial: MEXICO 06 1889.
  const inner = /^(.*[A-Z]) (?:19|20)?(\d\d)$/.exec(name)
  const written = year === undefined && inner ? inner[1] : name
  const post = postKey(written ?? name)
  if (!/^[A-Z]{3,32}$/.test(post) || NO_POST.test(post)) return null
  const serial = Number(digits)
  if (serial === 0) return null
  return { year: year?.slice(-2) ?? (inner ? (inner[2] ?? null) : null), post, serial }
}

/** @returns the canonical number (`06MEXICO1889`), or `null` when what was typed is none or has no year */
export function canonicalId(typed: string): string | null {
  const number = readNumber(typed)
  return number && formatNumber(number)
}

/** @returns the four-digit year of a canonical number */
export function yearOf(id: string): number {
  return fullYear(Number(id.slice(0, 2)))
}

/** A two-digit year from 50 on is of the last century: the archive's numbers are of 1966 to 2010, what its texts tell of is older, too. */
export function fullYear(twoDigits: number): number {
  return twoDigits >= 50 ? 1900 + twoDigits : 2000 + twoDigits
}

/** Glued numbers, and numbers with spaces or hyphens between year, post of up to four words, and serial. */
const MENTION =
  /(?<![A-Za-z0-9])(?:((?:19|20)?\d\d)([A-Za-z]{3,32})(\d{1,8})|((?:19|20)?\d\d)[ -]([A-Za-z][A-Za-z.]{1,15}(?:[ -][A-Za-z][A-Za-z.]{1,15}){0,3})[ -]#?(\d{1,8}))(?![A-Za-z0-9])/g

/**
 * Canonical numbers that are mentioned in a text, in order, once each. A number with spaces is only taken when its
 * post is known, because `on 05 June 2006` looks the same.
 * @param known posts beyond the vocabulary (a library's own), by key
 */
export function findCableIds(text: string, known: (post: string) => boolean = isPost): string[] {
  return [...new Set(mentionsIn(text, known).map(({ id }) => id))]
}

/** The text without the numbers of cables that `findCableIds` finds in it. */
export function withoutCableIds(text: string): string {
  return mentionsIn(text, isPost).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
    text,
  )
}

interface Mention {
  /** Canonical. */
  readonly id: string
  readonly start: number
  readonly end: number
}

function mentionsIn(text: string, known: (post: string) => boolean): Mention[] {
  return [...text.matchAll(MENTION)].flatMap((mention) => {
    const [whole, year, post, , , spacedPost] = mention
    if (year === undefined || post === undefined) {
      if (spacedPost === undefined) return []
      if (!isPost(postKey(spacedPost)) && !known(bareKey(spacedPost))) return []
    }
    const id = canonicalId(whole)
    return id === null ? [] : [{ id, start: mention.index, end: mention.index + whole.length }]
  })
}
