/** @module References to other cables: the REF field, lettered or not, over several lines. */
import { formatNumber, fullYear } from '../ids.js'
import { preparedReferences } from './reference-text.js'
import { postBefore, type NamedPost } from './reference-posts.js'
import { referenceTokens, type Token } from './reference-tokens.js'

/** A reference as it stands, before the cable's own year is put in. */
export interface WrittenReference {
  /** Two digits, or `null` where none is printed. */
  readonly year: string | null
  readonly post: string
  readonly serial: number
  /** The post's name is all that stands before the serial, but for the year. */
  readonly nameOnly: boolean
  /** Indices of its first token and of the token behind its last. */
  readonly from: number
  readonly to: number
}

/**
 * @param text of the REF field, lines joined by spaces or line ends
 * @param year two digits, for references without one
 * @param self the cable's own number, which is no reference
 * @returns canonical numbers in order, once each
 */
export function readReferences(text: string, year: string, self: string | null): string[] {
  const found = new Set<string>()
  for (const reference of scanReferences(referenceTokens(preparedReferences(text)), year)) {
    const id = formatNumber({ ...reference, year: reference.year ?? year })
    if (id !== null && id !== self && reference.serial > 0) found.add(id)
  }
  return [...found]
}

/**
 * @param tokens of a prepared field
 * @param year of the cable, two digits: a number that would be a later year is none
 */
export function scanReferences(tokens: readonly Token[], year: string): WrittenReference[] {
  const field: Field = { tokens, latest: fullYear(Number(year)), behind: endsWithYear(tokens), taken: 0 }
  const found: WrittenReference[] = []
  for (let at = 0; at < tokens.length; at++) {
    const last = found.at(-1)
    const next =
      tokens[at]?.kind === 'words'
        ? referenceAt(field, at)
        : last !== undefined && at >= field.taken
          ? serialAlone(field, at, last)
          : null
    if (next === null) continue
    const several = withFurtherSerials(field, next)
    found.push(...several)
    field.taken = several.at(-1)?.to ?? field.taken
    at = field.taken - 1
  }
  return found
}

interface Field {
  readonly tokens: readonly Token[]
  /** Latest year that a number can mean, four digits. */
  readonly latest: number
  /** Years stand behind the serials of this field. */
  readonly behind: boolean
  /** Tokens before this index belong to a reference already. */
  taken: number
}

/** The post is in the words at `at`; year and serial stand around it. */
function referenceAt(field: Field, at: number): WrittenReference | null {
  const { tokens } = field
  const between = yearBetween(field, at + 1)
  const serial = tokens[between?.to ?? at + 1]
  if (serial?.kind !== 'number') return serialBefore(field, at)
  const to = (between?.to ?? at + 1) + 1
  if (tokens[to]?.kind === 'letter' && tokens[to].glued) return null
  const post = postBefore(tokens, at, serial)
  if (post === null) return null
  const before = between === null && post.first ? yearBefore(field, at) : null
  const behind = between === null && before === null ? yearBehind(field, to) : null
  return {
    year: between?.year ?? before?.year ?? behind?.year ?? null,
    post: post.key,
    serial: Number(serial.text),
    nameOnly: post.first,
    from: before?.from ?? at,
    to: behind?.to ?? to,
  }
}

/** `00821 ASMARA`, or the number alone on the line before its post. */
function serialBefore(field: Field, at: number): WrittenReference | null {
  const { tokens } = field
  const [before, number, words, after] = [tokens[at - 2], tokens[at - 1], tokens[at], tokens[at + 1]]
  const alone = (token: Token | undefined): boolean => token === undefined || token.kind === 'end'
  if (number?.kind !== 'number' || at - 1 < field.taken || !alone(before) || !alone(after)) return null
  if (number.text.length < 3 && words?.newLine !== true) return null
  const post: NamedPost | null = postBefore(tokens, at, null)
  if (post === null || !post.first) return null
  return { year: null, post: post.key, serial: Number(number.text), nameOnly: true, from: at - 1, to: at + 1 }
}

/** `SECSTATE 06 163201`, `STATE (01) 200100`, `KABUL 2008 1234` */
function yearBetween(field: Field, at: number): { year: string; to: number } | null {
  const [year, serial] = [field.tokens[at], field.tokens[at + 1]]
  if (serial?.kind !== 'number' || serial.newLine) return null
  if (year?.kind === 'year') return { year: year.text.slice(-2), to: at + 1 }
  if (year?.kind !== 'number' || serial.text.length < 3) return null
  if (year.text.length === 4 && isYear(field, serial.text)) return null
  const read = isYear(field, year.text)
  // A serial of four figures before another is a year only if it can be one: `KABUL 2008 1234`, but `MOSCOW 03242 2008`.
  return read && /^(?:\d\d|\d{4})$/.test(year.text) && !isYearBehindSerial(field, year, serial)
    ? { year: year.text.slice(-2), to: at + 1 }
    : null
}

function isYearBehindSerial(field: Field, serial: Token, year: Token): boolean {
  return serial.text.length > 2 && year.text.length === 4 && isYear(field, year.text)
}

/** `07 NAIROBI 90`, `(07) NAIROBI 90`, `2007-NAIROBI-90`, `095 NAIROBI 77` */
function yearBefore(field: Field, at: number): { year: string; from: number } | null {
  const from = at - 1
  const token = field.tokens[from]
  if (token === undefined || from < field.taken) return null
  if (token.kind === 'year') return { year: token.text.slice(-2), from }
  if (token.kind !== 'number') return null
  // A figure alone is a year only where an item begins: `A. 7 NAIROBI 90`, but `TASKFORCE-1 NAIROBI 90`.
  const begins = from === 0 || field.tokens[from - 1]?.kind === 'end'
  const year = token.text.length === 1 && (!begins || token.sign === '-') ? null : readYear(field, token.text)
  return year === null ? null : { year, from }
}

/** Two digits of a year, of which one may be missing or too many: `7`, `095`. */
function readYear(field: Field, text: string): string | null {
  if (/^\d\d$|^(?:19|20)\d\d$/.test(text)) return text.slice(-2)
  if (/^[1-9]$/.test(text)) return isYear(field, `0${text}`) ? `0${text}` : null
  if (!/^\d{3}$/.test(text)) return null
  const [first = '', second = '', third = ''] = text
  return [first + second, first + third, second + third].find((year) => isYear(field, year)) ?? null
}

/** `KAMPALA 512 (07)`, `KAMPALA 512/07`, `KAMPALA 512 07`, when no post follows that the year could belong to. */
function yearBehind(field: Field, at: number): { year: string; to: number } | null {
  const { tokens } = field
  const [token, after] = [tokens[at], tokens[at + 1]]
  // Behind a comma the post is that of the next reference, and the year is not.
  const beforePost = after?.kind === 'words' && after.sign !== ',' && tokens[at + 2]?.kind === 'number'
  if (token?.kind === 'year')
    return beforePost && token.newLine && !after.newLine ? null : { year: token.text.slice(-2), to: at + 1 }
  if (token?.kind !== 'number' || !/^[/-]?$/.test(token.sign) || !isYear(field, token.text)) return null
  // `66 - 67` are two serials.
  if (token.sign === '-' && !token.glued) return null
  if (beforePost && !field.behind && !token.glued) return null
  return after === undefined || after.kind === 'end' || after.sign === ',' || token.glued || field.behind
    ? { year: token.text.slice(-2), to: at + 1 }
    : null
}

/** `1165, 1166 AND 1170`: each takes post and year of the first; a year behind the last counts for those without one. */
function withFurtherSerials(field: Field, first: WrittenReference): WrittenReference[] {
  const found = [first]
  for (let last = first; ;) {
    const joint = field.tokens[last.to]
    const at = joint?.kind === 'and' ? last.to + 1 : last.to
    const token = field.tokens[at]
    if (token?.kind !== 'number' || !(joint?.kind === 'and' || token.sign === ',' || token.sign === '/'))
      break
    if (!isFurtherSerial(field, at, last.serial)) break
    const behind = yearBehind(field, at + 1)
    last = {
      ...first,
      year: behind?.year ?? first.year,
      serial: Number(token.text),
      from: at,
      to: behind?.to ?? at + 1,
    }
    found.push(last)
  }
  const year = found.at(-1)?.year ?? null
  return found.map((reference) => ({ ...reference, year: reference.year ?? year }))
}

/** How far apart serials of one list lie, so that one of 1900 to 2099 is told from a year. */
const NEAR_SERIALS = 200

function isFurtherSerial({ tokens, ...field }: Field, at: number, last: number): boolean {
  const [token, after] = [tokens[at], tokens[at + 1]]
  if (token === undefined || token.text.length > 7) return false
  const yearOfNext = after?.kind === 'words' && ['number', 'year'].includes(tokens[at + 2]?.kind ?? '')
  if (yearOfNext && token.text.length <= 4 && readYear({ tokens, ...field }, token.text) !== null)
    return false
  if (/^(?:19|20)\d\d$/.test(token.text)) return Math.abs(Number(token.text) - last) <= NEAR_SERIALS
  return !(after?.kind === 'letter' && after.glued)
}

/** `A. SOFIA 1219 B. 1206`: an item that is a serial alone goes on with the post before it. */
function serialAlone(field: Field, at: number, last: WrittenReference): WrittenReference | null {
  const { tokens } = field
  const token = tokens[at]
  const after = tokens[at + 1]
  if (token?.kind !== 'number' || !/^\d{3,6}$/.test(token.text) || /^(?:19|20)\d\d$/.test(token.text))
    return null
  if (tokens[at - 1]?.kind !== 'end' || at - 1 !== last.to) return null
  if (after !== undefined && after.kind !== 'end') return null
  return { ...last, serial: Number(token.text), from: at, to: at + 1 }
}

/** Cables are numbered by year since 1966. */
const FIRST_YEAR = 1966

/** The number, of two or four digits, can be a year up to the cable's own. */
function isYear({ latest }: { readonly latest: number }, text: string): boolean {
  if (!/^(?:\d\d|(?:19|20)\d\d)$/.test(text)) return false
  const year = text.length === 4 ? Number(text) : fullYear(Number(text))
  return year >= FIRST_YEAR && year <= latest
}

/** The last reference of the field has its year behind it, so the others have theirs there, too. */
function endsWithYear(tokens: readonly Token[]): boolean {
  const rest = tokens.filter(({ kind }) => kind !== 'end').slice(-3)
  return (
    rest.length === 3 &&
    rest[0]?.kind === 'words' &&
    rest[1]?.kind === 'number' &&
    /^(?:year|number)$/.test(rest[2]?.kind ?? '')
  )
}
