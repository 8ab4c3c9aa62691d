/** @module What a single line of a message is: routing, classification, caption, field, page break, rule, paragraph start. */

const SPACED_LEVELS =
  'T ?O ?P +S ?E ?C ?R ?E ?T|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|L ?I ?M ?I ?T ?E ?D +O ?F ?F ?I ?C ?I ?A ?L +U ?S ?E|U ?N ?C ?L ?A ?S ?S ?I ?F ?I ?E ?D|U ?N ?C ?L ?A ?S'

/** A line that begins with a level, in capitals. */
export const LEVEL_AT_START = new RegExp(`^(?:ZZ ?)?(?:${SPACED_LEVELS})(?![A-Za-z])`)
const CLASSIFICATION_LINE = new RegExp(`^(?:ZZ ?)?(${SPACED_LEVELS})(?![A-Za-z])(.*)$`)

/** Words that stand alone on caption lines; they control who may see a message. */
const CAPTION_WORDS = [
  'SIPDIS',
  'NOFORN',
  'SENSITIVE',
  'ENSITIVE',
  'EXDIS',
  'NODIS',
  'LIMDIS',
  'STADIS',
  'ORCON',
  'NOCONTRACT',
  'PROPIN',
  'WNINTEL',
  'EFTO',
  'TERREP',
  'VISAS VIPER',
  'CODEL',
  'STAFFDEL',
  'INFORM CONSULS',
  'ALDAC',
  'FOUO',
  'FOR OFFICIAL USE ONLY',
  'LIMITED OFFICIAL USE',
  'OFFICIAL INFORMAL',
  'SPECAT EXCLUSIVE',
  'SPECAT',
  'RELIDO',
  'DEPT PASS',
  'ROGER CHANNEL',
  'DS CHANNEL',
  'DISSENT CHANNEL',
  'DIRGEN CHANNEL',
  'AGREMENT CHANNEL',
  'MED CHANNEL',
  'TM CHANNEL',
  'PARTO',
  'SECTO',
  'TOSEC',
  'TOPAR',
] as const

/** The caption may be followed by what was corrected (`C O R R E C T E D COPY//SUBJECT LINE`). */
const CORRECTED = 'C ?O ?R ?R ?E ?C ?T ?E ?D +C ?O ?P ?Y'
const CORRECTED_LINE = new RegExp(`^[- *(]{0,8}(?:(?:2ND|3RD|SECOND|THIRD) {1,4})?${CORRECTED}(?![A-Z])`)

/** Source of a pattern for one caption. */
export const CAPTION = `${CAPTION_WORDS.join('|').replace(/ /g, ' +')}|${CORRECTED}`
const CAPTION_LINE = new RegExp(`^(?:(?:${CAPTION}|E F T O)(?:[ ,;/.-]+|$))+$`)
const CAPTION_IN_LINE = new RegExp(`(?<![A-Z])(${CAPTION}|E F T O)(?![A-Z])`, 'g')

/** `R 101922Z APR 06`, `O R 041614Z FEB 10 (CCY …)`, `080857Z Jul 05`, `P R 281848Z DEC 66` */
export const DATE_TIME_GROUP =
  /^(?:((?:[ZOPRYM] +){1,4}|(?:[ZOPRYM]{2} +){1,2}))?(\d\d)(\d\d)(\d\d)Z? +(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* +((?:19|20)?\d\d)(?!\d)/i

/** What a rule may be made of, and what makes it one: a run, or signs with spaces between. Two tests, each of one pass. */
const RULE_SIGNS = /^[-=_*~+#. ‐-―−]+$/
const RULE_RUN = /[-=_*~‐-―−]{3}|[-=_*~‐-―−](?: [-=_*~‐-―−]){2}/

const ROUTING = [
  /^(?:VZCZ|ZCZC)[A-Z0-9]*/,
  /^[ZOPRY]{2} +R[A-Z]{3,}(?: |$)/,
  /^DE +R[A-Z]{3,} +#?\d/,
  /^ZN[YR] +[A-Z]{5}/,
  /^ZUI |^ZFD|^ZDK|^ZEL|^QQQQ|^BT$|^UUUU/,
  /^R[A-Z]{4,}(?: +R[A-Z]{4,})+$/,
] as const

export interface ClassificationLine {
  /** `CONFIDENTIAL`, spaces taken out. */
  readonly level: string
  /** What follows the level on the line: section, captions, post and serial. */
  readonly rest: string
  readonly post: string | null
  readonly serial: number | null
}

const LEVELS: Readonly<Record<string, string>> = {
  TOPSECRET: 'TOP SECRET',
  CONFIDENTIAL: 'CONFIDENTIAL',
  SECRET: 'SECRET',
  LIMITEDOFFICIALUSE: 'LIMITED OFFICIAL USE',
  UNCLASSIFIED: 'UNCLASSIFIED',
  UNCLAS: 'UNCLASSIFIED',
}

/** Longest line that is looked at as a line of the head or a page break (characters). */
export const LONGEST_HEAD_LINE = 400

/** `S e c r e t section 01 of 02 lumina 000101`: some copies lost their capitals; a padded serial tells them from prose. */
const SERIAL_AT_END = /\s0\d{5}$/
const SMALL = /[a-z]/

/** @returns what a classification line says, or `null` when the line is none */
export function classificationLine(line: string): ClassificationLine | null {
  if (line.length > LONGEST_HEAD_LINE) return null
  // The end is looked at first: most lines fail there, and time stays linear.
  const isSmall = SERIAL_AT_END.test(line.trimEnd()) && SMALL.test(line)
  const found = CLASSIFICATION_LINE.exec(isSmall ? line.toUpperCase() : line)
  if (!found) return null
  const level = LEVELS[(found[1] ?? '').replace(/ /g, '')]
  if (level === undefined) return null
  const rest = (found[2] ?? '').trim()
  const bare = rest
    .replace(/(?:FINAL +)?SECTION +\d+ +OF +\d+/, ' ')
    .replace(CAPTION_IN_LINE, ' ')
    .replace(/\/\/|[*:]/g, ' ')
    .trim()
  const number = /^([A-Z][A-Z .'’/-]*?) *#?(\d{2,8})$/.exec(bare)
  // A line of prose may begin with the word; then more than captions and a number follows.
  if (!number && bare !== '' && !/^[A-Z .'/-]{2,40}$/.test(bare)) return null
  return {
    level,
    rest,
    post: number?.[1]?.trim() ?? null,
    serial: number?.[2] === undefined ? null : Number(number[2]),
  }
}

/** Longest line of captions in small letters (characters). */
const SHORT_LINE = 60

export function isCaptionLine(line: string): boolean {
  if (line.length >= LONGEST_HEAD_LINE) return false
  return CAPTION_LINE.test(line) || (line.length <= SHORT_LINE && CAPTION_LINE.test(line.toUpperCase()))
}

/** A line of the head that says that this copy replaces another, and perhaps why. */
export function saysCorrectedCopy(line: string): boolean {
  return line.length < LONGEST_HEAD_LINE && CORRECTED_LINE.test(line)
}

/** Captions of a line, in order, in their usual writing. */
export function captionsIn(line: string): string[] {
  return [...line.matchAll(CAPTION_IN_LINE)].map((found) =>
    (found[1] ?? '')
      .replace(/ +/g, ' ')
      .replace('E F T O', 'EFTO')
      .replace(/^ENSITIVE$/, 'SENSITIVE')
      .replace(new RegExp(`^${CORRECTED}$`), 'CORRECTED COPY'),
  )
}

export function isRouting(line: string): boolean {
  return line.length < LONGEST_HEAD_LINE && ROUTING.some((pattern) => pattern.test(line))
}

export function isRule(line: string): boolean {
  return RULE_SIGNS.test(line) && RULE_RUN.test(line)
}

/** A mirror's note that only a part of the cable is given. */
export function isExtractNote(line: string): boolean {
  return /^This record is a partial extract of the original cable/i.test(line)
}
