/**
 * @module What tells where a private person can be found: numbers of identity papers and accounts, telephone numbers, e-mail
 * and street addresses. Those of embassies, ministries and companies stay.
 */
import type { Span } from './words.js'

/** What the number of a paper or an account is called, then the few words that may be between. */
const CALLED = new RegExp(
  '\\b(?:passports?|ppts?|(?:national|natl|personal|military|voter)\\s+(?:id\\b|i\\.d\\.|identity|identification)|' +
    'id(?:entity|entification)?(?:\\s+(?:card|document|papers?))|(?:id|i\\.d\\.|identity|identification)(?=\\s*(?:card\\s*)?(?:numbers?|nos?\\b|nrs?\\b|#))|' +
    "c[eé]dula|dni|curp|cnic|nric|tazkira|ssn|social\\s+security|driver['’]?s?\\s+licen[cs]e|residence\\s+permit|laissez[- ]passer|(?:bank\\s+)?(?:account|acct)(?=\\s*(?:numbers?|nos?\\b|nrs?\\b|#|:|\\d)))" +
    '(?:[\\s,:;#."“(]+(?:cards?|documents?|(?:serial\\s+)?(?:numbers?|nos?|nrs?)|bearing|with|of|is|was|were|are|blank|book|series|diplomatic|official|and|card)\\b){0,4}[\\s,:;#."“(]*',
  'giu',
)

/** Letters before, digits with the stops that are written between them. */
const NUMBER = /[\p{Lu}]{0,4}[-\s]?\d[\d\p{Lu}]*(?:[.\-/ ]\d[\d\p{Lu}]*)*\p{Lu}?(?![\p{Ll}\d])/uy
const DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d\d-\d\d$/

/** What joins a further number of the same kind. */
const JOINT = /\s*(?:,\s*(?:and\s+)?|and\s+|or\s+|to\s+|through\s+|-\s*|\/\s*|&\s*)/iuy

/** Shorter numbers are years, counts and days. */
const DIGITS_MIN = 5
const FURTHER_DIGITS_MIN = 3

/** In reading order, without overlaps. Linear in the length of the text. */
function identityNumbers(text: string): Span[] {
  const spans: Span[] = []
  for (const { index, 0: called } of text.matchAll(CALLED)) {
    let at = index + called.length
    if (at < (spans.at(-1)?.end ?? 0)) continue
    let least = DIGITS_MIN
    for (;;) {
      const found = numberAt(text, at, least)
      if (found === null) break
      spans.push(found)
      JOINT.lastIndex = found.end
      if (!JOINT.test(text)) break
      at = JOINT.lastIndex
      least = FURTHER_DIGITS_MIN
    }
  }
  return spans
}

function numberAt(text: string, at: number, least: number): Span | null {
  NUMBER.lastIndex = at
  const found = NUMBER.exec(text)?.[0]
  if (found === undefined || DATE.test(found)) return null
  return found.replace(/\D/g, '').length >= least ? { start: at, end: at + found.length } : null
}

/** ISO 13616: country, check digits, and groups of the account. */
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu
const IBAN_DIGITS_MIN = 8

function accounts(text: string): Span[] {
  return Array.from(text.matchAll(IBAN), ({ index, 0: account }) => ({ account, start: index }))
    .filter(({ account }) => account.replace(/\D/gu, '').length >= IBAN_DIGITS_MIN)
    .map(({ account, start }) => ({ start, end: start + account.length }))
}

const E_MAIL =
  /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]{1,63}(?:(?:\.|\s?(?:\(dot\)|\[dot\])\s?)[\p{L}\p{N}-]{1,63}){1,5}/giu
/** Single letters alone (`0@U.S`) are no host. */
const HOST = /[\p{L}\p{N}-]{2}[^@]*$/u
/** Of governments and international organisations, and mailboxes of an office. */
const OFFICIAL_HOST =
  /embassy|consulate|parliament|ministry|[.@]mfa\.|[.@]?(?:gov|mil|int|gouv|gob|gov\.\p{L}\p{L}|gob\.\p{L}\p{L}|gouv\.\p{L}\p{L}|un\.org|europa\.eu)$/iu
const OFFICE_BOX =
  /^(?:info|contact|office|press|media|mail|admin|consular|visas?|webmaster|secretariat|embassy|consulate|hr|jobs|support|sales|enquiries|inquiries)[._-]?\p{N}*\s?(?:@|\(|\[)/iu

const TELEPHONE =
  /\b(?:tele)?phones?\b|\btels?\b|\b(?:cell|mobile)s?(?:\s?-?phones?)?\b|\b(?:hand|cell)phones?\b|\bgsm\b|\bfax\b|\bcontact numbers?\b/giu
/** From the word to the number. */
const TO_NUMBER =
  /[\s.:,;#=()"]{0,4}(?:(?:numbers?|nos?|nrs?|is|was|at|on|phone|line)[\s.:;#=(]{1,3}){0,3}[(]?(?=[+\d])/iuy
const TELEPHONE_NUMBER = /\+?\(?\d+(?:(?:[ ()\/\n-]|\.(?=\d)){1,2}\d+){0,8}/uy
const TELEPHONE_DIGITS_MIN = 6

/** Always of a person. */
const PRIVATE = /\b(?:home|personal|private|residence|residential|house)\s+(?:\p{L}+\s+)?$/iu
/** Beside one of these a number or address is that of an office. */
const OFFICE =
  /\b(?:embassy|embassies|consulates?|mission|ministry|department|office|officer|officers|bureau|directorate|company|ltd|inc|corp|gmbh|s\.a|hotel|bank|university|hospital|airport|agency|headquarters|poc|pocs|point of contact|points of contact|control officer|post one|duty|emergency|dcm|deputy chief of mission|ambassador|counselor|consul|coordinator|department|secretary|hotline|switchboard|econoff|poloff|emboff|rso|pao|attache|state\.gov|dsn|ivg|website|port authority|board|center|centre|chamber|school|institute|foundation|club|restaurant|shop)\b/iu
const AROUND_BEFORE = 140
const AROUND_AFTER = 60

const STREET_WORD = inAnyCase(
  'streets?|st|avenue|ave|av|road|rd|lane|ln|drive|dr|boulevard|blvd|square|sq|court|ct|terrace|way|alley|quay|row|close|crescent|place|strasse|straße|ulitsa|ul|prospekt|cadd?esi|sokak|jalan|jl|marg',
)
const STREET_BEFORE = inAnyCase(
  'calle|avenida|av|carrera|cra|rue|via|rua|plaza|praça|jalan|jl|ulitsa|ul|villa|apartment|apt|flat|block|building|bldg|house|unit',
)
const NAME_OF_STREET = "\\p{Lu}[\\p{L}.'’-]*"
const STREET = new RegExp(
  `(?:(?:no\\.?|number|#)\\s*)?\\d{1,5}[A-Za-z]?(?:[-/]\\d{1,4})?,?\\s+(?:${NAME_OF_STREET}\\s+){1,4}?${STREET_WORD}\\b\\.?` +
    `|(?<![\\p{L}])${STREET_BEFORE}\\b\\.?\\s+(?:(?:de|del|la|las|los|du|des|da|do|di)\\s+){0,2}(?:${NAME_OF_STREET}\\s+){0,4}(?:${NAME_OF_STREET})?,?\\s*(?:no\\.?\\s*|number\\s+|#\\s*|n°\\s*)?\\d{1,5}[A-Za-z]?\\b` +
    `|(?:${NAME_OF_STREET}\\s+){1,3}?${STREET_WORD}\\b\\.?,?\\s+(?:no\\.?\\s*|number\\s+|#\\s*)?\\d{1,5}[A-Za-z]?\\b`,
  'gu',
)
const FURTHER =
  /(?:,?\s*(?:apartment|apt|flat|floor|suite|unit|house|block|building|room|no|#)\.?\s*(?:no\.?\s*)?[\p{L}]?\d{1,5}\p{L}?\b){1,3}/iuy
const LIVES =
  /\b(?:lives?|lived|living|resid(?:es?|ed|ing)|dwells?|home|house|apartment|flat|domicile[ds]?|residence|home address|(?:his|her|their|applicant's|subject's) address|address)\b/giu
const LIVES_REACH = 90

/** Words of a pattern as `street`, `Street` and `STREET`: the names beside them are told by their capitals. */
function inAnyCase(words: string): string {
  const capitalised = words.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => letter.toUpperCase())
  return `(?:${words}|${capitalised}|${words.toUpperCase()})`
}

function eMails(text: string): Span[] {
  return Array.from(text.matchAll(E_MAIL), ({ index, 0: address }) => ({
    address,
    start: index,
    end: index + address.length,
  }))
    .filter(({ address }) => {
      const plain = address.replace(/\s|\(at\)|\[at\]/giu, '').replace(/\(dot\)|\[dot\]/giu, '.')
      return HOST.test(plain) && !OFFICIAL_HOST.test(plain) && !OFFICE_BOX.test(address)
    })
    .map(({ start, end }) => ({ start, end }))
}

function telephoneNumbers(text: string): Span[] {
  const spans: Span[] = []
  for (const { index, 0: word } of text.matchAll(TELEPHONE)) {
    TO_NUMBER.lastIndex = index + word.length
    if (!TO_NUMBER.test(text)) continue
    const from = TO_NUMBER.lastIndex - (text[TO_NUMBER.lastIndex - 1] === '(' ? 1 : 0)
    if (isOfOffice(text, index, from)) continue
    let at = from
    for (;;) {
      TELEPHONE_NUMBER.lastIndex = at
      const number = TELEPHONE_NUMBER.exec(text)?.[0]
      if (number === undefined || number.replace(/\D/gu, '').length < TELEPHONE_DIGITS_MIN) break
      spans.push({ start: at, end: at + number.length })
      JOINT.lastIndex = at + number.length
      if (!JOINT.test(text)) break
      at = JOINT.lastIndex
    }
  }
  return spans
}

/** @param at where the word is by which the number or address is known */
function isOfOffice(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - AROUND_BEFORE), at)
  if (PRIVATE.test(before)) return false
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return OFFICE.test(line) || OFFICE.test(text.slice(at, end + AROUND_AFTER).split('\n')[0] ?? '')
}

function streetAddresses(text: string): Span[] {
  const spans: Span[] = []
  for (const { index, 0: word } of text.matchAll(LIVES)) {
    const from = index + word.length
    if (from < (spans.at(-1)?.end ?? 0)) continue
    STREET.lastIndex = 0
    const street = STREET.exec(text.slice(from, from + LIVES_REACH))
    if (
      street === null ||
      /[.!?)]\s+(?:\p{Lu}|\d+\.)|\n\s*\n/u.test(
        text.slice(from, from + street.index).replace(/\b(?:no|st)\./giu, ''),
      )
    )
      continue
    const start = from + street.index
    if (isOfOffice(text, index, start)) continue
    FURTHER.lastIndex = start + street[0].length
    const further = FURTHER.exec(text)?.[0].length ?? 0
    spans.push({ start, end: start + street[0].length + further })
  }
  return spans
}

/** Letters that a text must have for each kind to be looked for: found much faster than the patterns. */
const SIGNS = {
  papers: words(
    'passport ppt identi cedula cédula dni curp cnic nric tazkira ssn licen permit passer account acct iban voter',
    ' id',
    'i.d.',
    'social sec',
  ),
  telephones: words('phone tel cell mobile gsm fax', 'contact num'),
  homes: words('live living resid dwell home house apartment flat domicil address'),
  addresses: words('@ (at) [at]'),
} as const

function words(list: string, ...phrases: readonly string[]): readonly string[] {
  return [...list.split(' '), ...phrases]
}

/** What is private in a text, in reading order; spans may overlap. Linear in its length. */
export function privateData(text: string): Span[] {
  const lower = text.toLowerCase()
  const has = (kind: keyof typeof SIGNS): boolean => SIGNS[kind].some((sign) => lower.includes(sign))
  return [
    ...(has('papers') ? identityNumbers(text) : []),
    ...accounts(text),
    ...(has('addresses') ? eMails(text) : []),
    ...(has('telephones') ? telephoneNumbers(text) : []),
    ...(has('homes') ? streetAddresses(text) : []),
  ].sort((a, b) => a.start - b.start)
}
