/** @module Portion markings: `(C)`, `(S//NF)`, `(C/REL UK)`, `(SBU)`, `(u)`. */

const LEVEL = 'TS|SBU|LOU|FOUO|LES|UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|U|C|S'
const CONTROL =
  'NF|NOFORN|SBU|FOUO|OC|ORCON|SI|TK|HCS|PR|PROPIN|EXDIS|NODIS|LIMDIS|NC|FRD|RD|SIPDIS|FGI|LES|NATO|FVEY|AUS|CAN|GBR|NZL|UK'
const PARTED = '[ /,;-]{1,4}'

/**
 * Source of a pattern for a marking in parentheses; its one group is what stands between them. A list of countries ends it, so
 * that there is one way only to read any text and matching never runs away.
 */
export const MARKING = `[([] ?((?:${LEVEL})(?:${PARTED}(?:${CONTROL})(?![A-Z]))*(?:${PARTED}REL(?:IDO)?(?![A-Z])[ ,/A-Z]{0,200})?) ?[)\\]]`

const ALONE = new RegExp(`^${MARKING}$`, 'i')

/** @returns the marking as `Paragraph.marking` wants it: upper case, single spaces; `S//NF` stays as printed */
export function normaliseMarking(printed: string): string {
  return printed
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?(\/+) ?/g, '$1')
    .trim()
}

/** @param text with its parentheses: `(C/NF)` */
export function isMarking(text: string): boolean {
  return ALONE.test(text)
}

const LEADING = new RegExp(`^${MARKING}[ .:-]*`, 'i')
const TRAILING = new RegExp(` +${MARKING}$`, 'i')

/** Takes a portion marking off the ends of a line such as a subject. */
export function withoutMarking(line: string): string {
  return line.replace(LEADING, '').replace(TRAILING, '')
}
