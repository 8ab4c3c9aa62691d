/** @module Numbers of passports and other papers by which a person can be found. */

export interface Span {
  readonly start: number
  readonly end: number
}

/** What such a number is called, then the few words that may stand between. */
const CALLED = new RegExp(
  '\\b(?:passports?|ppts?|(?:national|natl|personal|military|voter)\\s+(?:id|i\\.d\\.|identity|identification)|' +
    'id(?:entity|entification)?(?:\\s+(?:card|document|papers?))|(?:id|i\\.d\\.|identity|identification)(?=\\s*(?:card\\s*)?(?:numbers?|nos?\\b|nrs?\\b|#))|' +
    "c[eé]dula|dni|curp|cnic|nric|tazkira|ssn|social\\s+security|driver['’]?s?\\s+licen[cs]e|residence\\s+permit|laissez[- ]passer)" +
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
export function identityNumbers(text: string): Span[] {
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
