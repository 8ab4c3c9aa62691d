/** @module What machines, archives and mirrors left at the end of a message. None of it is the writer's. */
import { isRouting } from './kinds.js'

interface EndMark {
  readonly name: string
  readonly example: string
  readonly pattern: RegExp
  /** It is never the writer's. Others are taken off only when a signature is found before them. */
  readonly sure: boolean
}

/** From such a line on nothing is the writer's. */
const CLOSING_LINE = /^(?:<<? *END OF DOCUMENT *>>?|Message Attributes|=+ *CABLE ENDS? *=+|End Cable Text)$/i

/** `QUILL 0 11/07/2007 6212 PGOV,LY A TITLE`, `QUILL NNNN 2005-10-20 A TITLE`: a mirror's record, behind it the subject again. */
const RECORD_INSIDE =
  /(?:(?<=[A-Za-z.)] )|^)(?:0 \d\d\/\d\d\/\d{4}(?=[ .]*$| \d{3,6} [A-Z]{2,4}(?:,| |$))|N{3,5} \d{4}-\d\d-\d\d(?= |$))/

/** Marks that fill a line. */
const LINES: readonly EndMark[] = [
  { name: 'no letters', example: '...', pattern: /^[^\p{L}\p{N}]+$/u, sure: true },
  {
    name: 'end of transmission',
    example: 'NNNN',
    pattern: /^(?:N{3,5}\b.*|[Nn]{4}|BT|<?\\v>?)$/,
    sure: true,
  },
  {
    name: 'end of message',
    example: 'End Cable Text',
    pattern:
      /^[=*_<-]* *(?:END OF (?:MESSAGE|CABLE|TELEGRAM|DOCUMENT)|END (?:CABLE|MESSAGE)(?: TEXT)?|(?:CABLE|MESSAGE|TEXT) ENDS?|ENDS?(?= *[=*_>-]))[ .]*[=*_>-]*$/i,
    sure: true,
  },
  {
    name: "archive's classification",
    example: '2002ROME01196 - Classification: CONFIDENTIAL "',
    pattern: /^\W*(?:\d{4}[A-Z]{3,14}\d{4,6} - .*|Classification: [A-Z /]{4,40}\W*)$/,
    sure: true,
  },
  {
    name: 'release stamp',
    example: 'Declassified/Released US Department of State',
    pattern:
      /^(?=.{1,120}$)(?:.*\b(?:declassified|released|archives?|review authority|systematic review|foia|sheryl p\. walter|margaret p\. grafeld)\b.*[^.]|message attributes)$/i,
    sure: true,
  },
  {
    name: 'grade',
    example: 'GP-3',
    pattern:
      /^(?:GP-?\d|GDS|XGDS-?\d?|DECLASSIF\S*.*|(?:SENSITIVE BUT )?(?:UN)?CLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)$/,
    sure: true,
  },
  {
    name: "operator's note",
    example: 'NOTE: NOT PASSED TO ABOVE ADDRESSEE(S)',
    pattern: /^NOTE(?: BY O\S{0,6}:.*|: *(?:NOT )?(?:PASSED|DELIVERED|RELAYED)\b.{0,80})$/,
    sure: true,
  },
  { name: 'query', example: 'SELECT * FROM `cable`', pattern: /^SELECT \* FROM /, sure: true },
  {
    name: 'date',
    example: '01 MAY 2007',
    pattern: /^(?:\d{1,2}\/\d{1,2}\/\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2} [A-Z]{3,9},? \d{4})$/i,
    sure: false,
  },
  { name: "newspaper's note", example: 'PREL @ THE PAPER', pattern: /^[A-Z]{2,8} @ .{2,40}$/, sure: false },
  { name: 'number', example: '#0512', pattern: /^[#=]*\d{1,6}$/, sure: false },
  { name: "title's rest", example: 'A VISIT TO THE...', pattern: /^[^a-z]{2,80}\.{3}$/, sure: false },
  {
    name: 'head of another section',
    example: 'TO RUEHC/SECSTATE',
    pattern: /^(?:FM|TO|INFO) [A-Z]|^R[A-Z]{4,7}\//,
    sure: false,
  },
  {
    name: 'head of another section',
    example: 'R 101922Z APR 06',
    pattern: /^[ZOPRY] \d{6}Z [A-Z]{3} \d\d$/,
    sure: false,
  },
  {
    name: 'addressee of another section',
    example: 'AMEMBASSY OSLO IMMEDIATE',
    pattern: /^(?:AMEMBASSY|AMCONSUL|AMCONGEN|USMISSION|USLO|USINT|SECSTATE|SECDEF) [A-Z ]{2,40}$/,
    sure: false,
  },
]

/** Marks behind other words of a line. */
const BEHIND: readonly EndMark[] = [
  { name: 'end of transmission', example: 'QUILL NNNN', pattern: /\s+N{3,5}\W*$/, sure: true },
  { name: 'end of message', example: 'QUILL End Cable Text', pattern: /\s+End Cable Text\W*$/, sure: true },
  {
    name: "archive's classification",
    example: 'QUILL 2004ROME02926 - Classification: SECRET "',
    pattern: /\s+\d{4}[A-Z]{3,14}\d{4,6} - Classification: [A-Z /]{4,40}\W*$/,
    sure: true,
  },
  {
    name: 'date',
    example: 'QUILL 2005-05-06',
    pattern: /\s+(?:\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4})$/,
    sure: false,
  },
  { name: 'number', example: 'QUILL #12', pattern: /\s+#?\d{1,5}$/, sure: false },
  { name: 'stray mark', example: 'QUILL \\v', pattern: /\s*\\v?$/, sure: false },
  { name: "title's rest", example: 'QUILL" A...', pattern: /["”]\s*[^a-z"]{1,60}\.{3}$/, sure: false },
  { name: 'signs', example: 'QUILL ###', pattern: /[^\p{L}\p{N}.!?)\]"”’'…:;X]+$/u, sure: false },
]

/** Longest end of a line that is searched for marks (characters). */
const SEARCHED = 200

/** @returns whether a line closes the message: it and all behind it is put aside */
export function closesMessage(line: string): boolean {
  return line.length < SEARCHED && CLOSING_LINE.test(line.trim())
}

/** @returns where a mirror's record begins in a line, or `null` */
export function recordIn(line: string): number | null {
  const found = line.includes('/') || line.includes('NNN') ? RECORD_INSIDE.exec(line) : null
  return found?.index ?? null
}

/** @returns whether a line is nothing but marks, and if so whether that is sure */
export function lineOfMarks(line: string): 'sure' | 'perhaps' | null {
  const text = line.trim()
  if (text.length > SEARCHED) return null
  const mark = LINES.find(({ pattern }) => pattern.test(text))
  if (mark) return mark.sure ? 'sure' : 'perhaps'
  return isRouting(text) ? 'perhaps' : null
}

/** Most marks behind each other on one line. */
const MOST_MARKS = 6

/**
 * Takes marks off the end of a line.
 * @param sureOnly leave what could be the writer's
 * @returns the line without them
 */
export function withoutMarksBehind(line: string, sureOnly: boolean): string {
  let text = line.trimEnd()
  for (let taken = 0; taken < MOST_MARKS; taken++) {
    const end = text.slice(-SEARCHED)
    const mark = BEHIND.find(({ pattern, sure }) => (sure || !sureOnly) && pattern.test(end))
    if (!mark) break
    const found = mark.pattern.exec(end)
    text = text.slice(0, text.length - (found?.[0].length ?? 0)).trimEnd()
  }
  return text
}
