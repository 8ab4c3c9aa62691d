/** @module The post that a reference names: known, shortened, misspelt, or one that no table knows. */
import { findDamagedPost, isPost, postKey } from '../vocabulary/posts.js'
import type { Token } from './reference-tokens.js'

export interface NamedPost {
  readonly key: string
  /** The name begins with the first of the words, so that a year before them is its own. */
  readonly first: boolean
}

/** Short names that only mean a post when they stand before a number in a list of references. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ABU: 'ABUDHABI',
  BA: 'BUENOSAIRES',
  BSAS: 'BUENOSAIRES',
  DAR: 'DARESSALAAM',
  GUAT: 'GUATEMALA',
  KL: 'KUALALUMPUR',
  SAO: 'SAOPAULO',
  TEGUS: 'TEGUCIGALPA',
  TGG: 'TEGUCIGALPA',
}

/** Words that are no part of a post's name and show that the number is not a cable's. */
const NO_POST =
  /^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*$|^(?:PARA|PARAS|PARAGRAPH|PARAGRAPHS|PAGE|PAGES|PART|PARTS|TOSEC|TOPAR|SECTION|SEC|ARTICLE|ARTICLES|RESOLUTION|UNSCR|UNSC|NO|NR|NUMBER|OF|DATED|DTD|DTG|AND|OR|THE|THROUGH|THRU|TO|FROM|FOR|ON|IN|AT|BY|MEMO|MEMCON|MEMORANDUM|LETTER|EMAILS?|MAILS?|TELCONS?|TELECONS?|PHONE|CALLS?|MEETINGS?|REPORTS?|DAILY|NEWS|VOL|VOLUME|IIR|IR|TD|TDX|CA|EO|REF|REFTEL|REFTELS|SEPTEL|CHAPTER|POINTS|FY|CY|DAY|TREATY|ITEM|ANNEX|ATTACHMENT|ROOM|FAX|TEL|DECL|X|FAM|FAH|USC|CFR|STAT|CDR|CJCS|HQ|COMUS.*|RUE.*|VZCZ.*|LOR|LOA|DRAFT|VERSION|GUIDEBOOK|FBIS|OSC|AMBASSADOR|DCM|CHIEF|AIRGRAM|DIPNOTE|NOTE|DOC|DOCUMENT|TRIP|VISIT|OPS|CENTER|AGENDA|DAO|USDAO|HOTR|SAYS)$/

/** In an item with one of these words only the exact name of a post counts. */
const NO_CABLE =
  /(?<![A-Z])(?:E-?MAILS?|TELE?CONS?|MEMCONS?|MEMO(?:RANDUM)?S?|PHONE|CALLS?|MEETINGS?|REPORTS?|LETTERS?|SVTC|READ-?OUT|POINTS|DAILY|AIRGRAM|PRESS|CONVERSATION)(?![A-Z])/i

/**
 * @param at index of the words
 * @param serial the number behind them, or `null` where it stands before them
 */
export function postBefore(tokens: readonly Token[], at: number, serial: Token | null): NamedPost | null {
  const words = tokens[at]?.text ?? ''
  const parts = words.split(/[ -]/)
  for (let from = 0; from < parts.length; from++) {
    const key = postKey(parts.slice(from).join(' '))
    if (!isPost(key)) continue
    const first = from === 0 || /^[A-Za-z]$/.test(parts.slice(0, from).join(''))
    return { key, first }
  }
  const plain = parts.filter((part, index) => index > 0 || part.length > 1 || parts.length === 1)
  const short = ABBREVIATIONS[(plain.at(-1) ?? '').toUpperCase()]
  if (short !== undefined && plain.length === 1) return { key: short, first: true }
  const item = itemAround(tokens, at)
  if (NO_CABLE.test(item) || plain.some((part) => NO_POST.test(part.toUpperCase()))) return null
  if (serial !== null && /^(?:19|20)\d\d$/.test(serial.text)) return null
  const damaged = words.includes('-') ? null : findDamagedPost(plain.join(' '))
  if (damaged !== null) return { key: damaged, first: true }
  return serial === null ? null : unknownPost(tokens, at, plain.join(' '))
}

/** A post that no table knows stands alone in its item, in capitals: `PRT SHARANA 12`. */
function unknownPost(tokens: readonly Token[], at: number, words: string): NamedPost | null {
  const before = tokens[at - 1]
  const after = tokens[at + 2]
  const open = (token: Token | undefined): boolean => token === undefined || token.kind !== 'words'
  if (!open(before) || !open(after) || tokens[at + 1]?.sign === ',' || tokens[at]?.sign === '/') return null
  // No post has sent a million cables in a year.
  if ((tokens[at + 1]?.text.length ?? 0) > 6) return null
  if (words !== words.toUpperCase() || words.includes('-') || words.split(' ').length > 3) return null
  if ((words.split(' ').at(-1) ?? '').length < 4) return null
  const key = postKey(words)
  return /^[A-Z]{4,24}$/.test(key) ? { key, first: true } : null
}

/** Furthest token that is looked at as one of the same item. */
const LONGEST_ITEM = 12

function itemAround(tokens: readonly Token[], at: number): string {
  let [from, to] = [at, at]
  while (from > 0 && at - from < LONGEST_ITEM && !endsItem(tokens[from - 1])) from--
  while (to < tokens.length - 1 && to - at < LONGEST_ITEM && !endsItem(tokens[to + 1])) to++
  return tokens
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join(' ')
}

/** A mark of the list ends an item; the end that a comma or slash makes inside a name of two offices does not. */
function endsItem(token: Token | undefined): boolean {
  return token?.kind === 'end' && /[|;]/.test(token.text)
}
