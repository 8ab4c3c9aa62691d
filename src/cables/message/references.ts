/** @module References to other cables: the REF field, lettered or not, over several lines. */
import { formatNumber } from '../ids.js'
import { isPost, postKey } from '../vocabulary/posts.js'

/**
 * An optional year before (`05`, `(05)`, `2005`) or behind (`(2005)`), up to five words of which the last are the post, and the
 * serial. The third group is what parts post and serial: a hyphen is only believed behind a known post.
 */
const REFERENCE =
  /(?:(?<![\w.-])(?:\(?'?((?:19|20)\d\d|\d\d)\)?[\s.-]*))?(?<![A-Za-z])([A-Za-z][A-Za-z.'’]*(?:[ -][A-Za-z][A-Za-z.'’]*){0,4})([\s#:-]*)(\d{1,8})(?![\w-]|\.\d)(?:\s*\(((?:19|20)\d\d|\d\d)\))?/g

/** More numbers of the same post: `KABUL 1165, 1166 AND 1170`; a number before another post is that one's year. */
const MORE =
  /^\s*(?:,\s*AND\b|,|&|\/|\bAND\b)\s*(\d{2,7})(?![\w.-])(?!\s*\)?\s*(?!AND\b|OR\b)[A-Z][A-Z .'-]{2,40}? ?\d)/i

/** Page-break residue inside the field. */
const PAGE_RESIDUE =
  /(?:(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)\s+)?PAGE\s+\d{1,3}\s+[A-Z ]{2,40}?\s+\d{2,8}(?:\s+\d\d\s+OF\s+\d\d)?(?:\s+\d{6}Z)?|[A-Z][A-Z ]{1,40}\s+0\d{7}\s+\d{3}(?:\.\d)?\s+OF\s+\d{3}/g

/** Words before a number that make it something else than a cable. */
const NO_POST =
  /^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*$|^(?:PARA|PARAS|PARAGRAPH|PARAGRAPHS|PAGE|SECTION|SEC|ARTICLE|RESOLUTION|UNSCR|UNSC|NO|NR|NUMBER|OF|DATED|DTD|AND|OR|THE|THROUGH|THRU|TO|FROM|ON|MEMO|MEMORANDUM|LETTER|EMAIL|REPORT|VOL|VOLUME|IIR|IR|TD|CA|EO|REF|REFTEL|CHAPTER|POINTS|FY|CY|DAY|TREATY|ITEM|ANNEX|ROOM|FAX|TEL|DECL|X|FAM|FAH|USC|CFR|STAT|CDR|CJCS|HQ|COMUS.*)$/

/**
 * @param text of the REF field, lines joined by spaces
 * @param year two digits, for references without one
 * @param self the cable's own number, which is no reference
 * @returns canonical numbers in order, once each
 */
export function readReferences(text: string, year: string, self: string | null): string[] {
  const found = new Set<string>()
  const clean = text
    .replace(/\s+/g, ' ')
    .replace(PAGE_RESIDUE, ' ')
    .replace(/¶/g, ' ')
    // Letters of the list: `A.`, `B)`, `(C)`, `D:`, `REF A:`, also twice.
    .replace(/(?<![A-Za-z0-9])(?:REF\s+)?\(?[A-Z](?:[.):]+|\s+(?=\d{2}\s+[A-Z]{3}))(?=\s|[A-Z0-9(])/g, ' | ')
  for (const reference of clean.matchAll(REFERENCE)) {
    const [whole, before, words = '', parting = '', digits = '', behind] = reference
    const post = postOf(words)
    if (post === null || (parting.includes('-') && !isPost(post))) continue
    const written = before !== undefined && wordsBeforePost(words, post) ? undefined : before
    const when = (written ?? behind ?? year).slice(-2)
    add(found, when, post, digits, self)
    let rest = clean.slice(reference.index + whole.length, reference.index + whole.length + 40)
    for (let more = MORE.exec(rest); more?.[1] !== undefined; more = MORE.exec(rest)) {
      // A number that looks like a year is a date's.
      if (!/^(?:19|20)\d\d$/.test(more[1])) add(found, when, post, more[1], self)
      rest = rest.slice(more[0].length)
    }
  }
  return [...found]
}

function add(found: Set<string>, year: string, post: string, digits: string, self: string | null): void {
  const serial = Number(digits)
  if (serial === 0) return
  const id = formatNumber({ year, post, serial })
  if (id !== null && id !== self) found.add(id)
}

/** The post is what stands directly before the number: the longest run of words that is known, else capitals. */
function postOf(words: string): string | null {
  const parts = words.split(/[ -]+/)
  for (let from = 0; from < parts.length; from++) {
    const key = postKey(parts.slice(from).join(' '))
    if (isPost(key)) return key
  }
  const last = parts.at(-1) ?? ''
  if (parts.some((part) => NO_POST.test(part.toUpperCase()))) return null
  if (words !== words.toUpperCase() || last.length < 4) return null
  const key = postKey(words)
  return /^[A-Z]{3,24}$/.test(key) && parts.length <= 3 ? key : null
}

/** A year belongs to the number only when it stands directly before the post. */
function wordsBeforePost(words: string, post: string): boolean {
  return postKey(words) !== post
}
