/** @module Whether a message prints a field, told by patterns that know more damage than the reader must: a doubt costs a look. */

/** Heads are no longer than this (characters), lists of recipients included. */
const LONGEST_HEAD = 16_000

const PRINTED = {
  subject:
    /(?:^|[^A-Za-z])(?:S?UBJ(?:E?C?T?)S?|SUB?E?C?JE?CT|SUJB?ECT|SUBECT|SUJECT|SBJE?CT)\s{0,2}(?:[:;]|LINE:)|^(?:SUBJECT|UBJECT|SUBJ) +\S/im,
  tags: /(?:^|[^A-Za-z])(?:TAGS?|T AGS|AGS|TAG S)\s{0,2}[:;]|^TAGS? +[A-Z]/im,
  references: /^ ?(?:REFS?|REFTELS?|REFERENCES?|EFS?|REF\(S\))\s{0,2}[:;]/im,
  classifiedBy: /\bclass[a-z]{2,7}\s{1,3}by\b/i,
  reasons: /\breasons?\b[^\n]{0,40}\s{0,2}[^\n]{0,20}1[.\s]{1,2}[45]|\b1\.[45]\s{0,2}\(?[A-H]\b/i,
  declassifyOn: /\bDECL(?:ASSIFY)?\b\s{0,2}(?:ON)?\s{0,2}:/i,
  number: /^[ \t]{0,8}¶?[ ]?[1-9]\d?\.[ ]{0,3}[(A-Z]|\b1\. {0,3}\((?:C|S|U|SBU|LOU|[CS]\/+NF|U\/+FOUO)\)/m,
} as const

export type PrintedField = keyof typeof PRINTED

/** @returns the printed line with its label, or `null` */
export function printedLine(message: string, field: PrintedField): string | null {
  const text = field === 'number' ? message : message.slice(0, LONGEST_HEAD)
  const found = PRINTED[field].exec(text)
  return found && text.slice(found.index, found.index + 160)
}

const NO_NAME = String.raw`(?!SIPDIS|END |COMMENT|CONFIDENTIAL|SECRET|UNCLASSIFIED|X{3})`
const NAME = String.raw`(?:(?:van|von|de|la|al) )?[A-Z][A-Za-z'’-]{2,20}(?: [A-Z][A-Za-z'’-]{2,20})?`
/** A name alone on one of the last lines, or behind the last sentence. */
const SIGNATURE = new RegExp(
  String.raw`\n[ \t/*#]{0,8}${NO_NAME}${NAME}[ \t./*#"]{0,8}(?:\n|$)|[.!?"”)][ \t\n]{1,4}${NO_NAME}${NAME}[\s.",*#>NBT\d]{0,20}$`,
)
/** Signatures stand in so many characters at the end; posts' notes on web pages follow them. */
const END = 300

/** @returns whether the end of a message looks like a signature */
export function endsInName(message: string): boolean {
  return SIGNATURE.test(message.trimEnd().slice(-END))
}

/** The end of a message, where a signature stands. */
export function lastWords(message: string): string {
  const end = message.trimEnd()
  return `… ${end.slice(-110).replace(/\s+/g, ' ')}`
}

/** @returns the line of a message that follows its head as far as a glance can tell, for cables without a paragraph */
export function openingOf(message: string): string {
  const tags = message.search(/TAGS?:|SUBJ(?:ECT)?:/i)
  return message.slice(Math.max(0, tags))
}
