/**
 * @module Where a subject ends inside its own text, because what follows was run into the line: another field, a sentence of
 * handling, a request, a classification line, a page break, or the body.
 */
import { isPost, postKey } from '../vocabulary/posts.js'
import type { FieldName } from './fields.js'
import { MARKING } from './marking.js'

export interface SubjectEnd {
  /** Index of the first character that is not of the subject. */
  readonly at: number
  readonly follows: Follows
}

export type Follows =
  | Extract<FieldName, 'ref' | 'classifiedBy' | 'tags' | 'eo'>
  | 'handling'
  | 'request'
  | 'classification'
  | 'pageBreak'
  | 'body'

interface Rule {
  readonly follows: Follows
  /** A text that it ends, up to `|`. */
  readonly example: string
  readonly pattern: RegExp
}

const BUT = 'sensitive,? but unclassified'
const SPACED = 'C O N F I D E N|S E C R E T|U N C L A S|L I M I T E D O'
/** Of the printer, before the next section. */
const TIME = '(?:\\d\\d:\\d\\d )?'
const LEVEL = 'UNCLAS|UNCLASSIFIED|CONFIDENTIAL|SECRET'

const RULES: readonly Rule[] = [
  {
    follows: 'body',
    example: 'THE LAMPS |SUMMARY: The mayor bought them',
    pattern: /\b(?:BEGIN )?SUMMARY ?[:.] (?=[A-Z][a-z]+ [a-z]{2,})/,
  },
  {
    follows: 'ref',
    example: 'A VISIT TO BAKU|Ref: BAKU 12',
    pattern: /(?:REF(?:TEL)?S?|Ref(?:tel)?s?|\bref(?:tel)?s?)(?:\([Ss]\))? ?:/,
  },
  {
    follows: 'ref',
    example: 'A VISIT TO BAKU |REF A. BAKU 12',
    pattern:
      /\bREF(?:TEL)?S? (?=\(?[A-Z][.)] |\d\d ?[A-Z]{3}|[A-Z]{3,20}(?: [A-Z]{3,20})? \d{2,7}(?!\S))|\bREFERENCES?: ?(?=\(?[A-Z][.)]|\d\d ?[A-Z]{3}|[A-Z]{3,20} \d)/,
  },
  { follows: 'classifiedBy', example: 'LAMPS|Classified By: DCM', pattern: /class?ified by ?:/i },
  {
    follows: 'classifiedBy',
    example: 'LAMPS |CLASSIFIED BY DCM JOHN DOE FOR REASONS 1.4 (B)',
    pattern: /class?ified by (?=.{3,150}(?:\breasons?\b|1\.[45]))/i,
  },
  { follows: 'handling', example: 'LAMPS |DERIVED FROM: DSCG 05-1', pattern: /\bderived from ?:/i },
  { follows: 'tags', example: 'LAMPS |TAGS: PREL', pattern: /\btags? ?:/i },
  {
    follows: 'eo',
    example: 'LAMPS |E.O. 12958: DECL: 01/02/2014',
    pattern: /(?:\bE\. ?O\.?|\bEO) ?1\d{4} ?(?::|,? ?decl\b)/i,
  },
  {
    follows: 'handling',
    example: 'A TITLE |Sensitive But Unclassified - please handle accordingly.',
    pattern: new RegExp(
      `[([]?\\b(?:${BUT}[)\\]]?[ .]{0,3}$|(?:${BUT}|SBU)\\b[)\\]]?[ .,;:-]{0,5}(?:please|protect|handle|not for|do not|for (?:official|internal)|contains)\\b)`,
      'i',
    ),
  },
  {
    follows: 'handling',
    example: 'A TITLE |PLEASE PROTECT ACCORDINGLY',
    pattern: /(?:\bplease )?\b(?:protect|handle|treat) (?:this \w{1,20} )?accordingly\b/i,
  },
  {
    follows: 'handling',
    example: 'A TITLE |This message is sensitive but unclassified',
    pattern:
      /[([]?\bthis (?:message|cable|telegram|document) (?:is|contains|has been|should|was)\b|[([]?\bnot for (?:internet|public (?:release|distribution)|distribution|dissemination|release|further)\b|\b(?:please )?do not (?:post|distribute|release|forward)\b/i,
  },
  {
    follows: 'request',
    example: 'A TITLE |This is an action request. Please see para 2.',
    pattern:
      /[([]?\bthis is an? (?:\w{1,12} )?(?:action|request)\b|[([]?\baction (?:request|message|cable)(?:ed)?[.:;, -]{1,4}(?:please )?see para|[([]?\bplease see (?:action|para)/i,
  },
  {
    follows: 'classification',
    example: 'A TITLE... |C O N F I D E N T I A L NAIROBI 000101',
    pattern: new RegExp(`${TIME}(?<!\\w)(?:${SPACED})`, 'i'),
  },
  {
    follows: 'classification',
    example: 'A TITLE |UNCLAS SECTION 01 OF 03 NAIROBI 000101',
    pattern: new RegExp(
      `${TIME}\\b(?:${LEVEL}) (?:SECTION \\d{1,2} OF|[A-Z .'-]{3,30} (?:0\\d{3,7}|\\d{5,8})(?!\\d))|\\b(?:SIPDIS|Sipdis|sipdis)\\b`,
    ),
  },
  {
    follows: 'pageBreak',
    example: 'A TITLE |NAIROBI 00000101 001.2 OF 004',
    pattern: new RegExp(`\\b(?:(?:${LEVEL}) )?PAGE \\d\\d (?:OF \\d\\d|[A-Z]{3,})`),
  },
  {
    follows: 'body',
    example: 'A TITLE |1. (C) The lamp is old.',
    pattern: new RegExp(
      `(?<=\\s)¶? ?\\d{1,2}\\. ?${MARKING}|¶ ?\\d{1,2}\\.|(?<=\\s)1\\. ?(?=Summary\\b|SUMMARY:|[A-Z][a-z]* [a-z]+ [a-z])`,
    ),
  },
  {
    follows: 'body',
    example: 'A TITLE |(SBU) Summary: the lamp is old.',
    pattern: new RegExp(`(?<=\\s)${MARKING}[ :]*(?=(?:begin )?summary\\b)`, 'i'),
  },
  {
    follows: 'body',
    example: 'A TITLE |(SBU) On Monday the mayor …, a sentence of the body',
    pattern: new RegExp(`(?<=\\s)${MARKING} ?(?=[A-Z][a-z]* [A-Za-z]{2,} .{50})`),
  },
  {
    follows: 'body',
    example: 'A TITLE |------- Summary -------',
    pattern: /(?<=\s)-{4,}|\b(?:Summary|SUMMARY)(?= ?-{4,})/,
  },
]

/** A heading in small letters behind a title in capitals begins the body: `LAMPS OF THE PORT Summary`. */
const SMALL_SUMMARY = /\bSummary(?= ?(?::|-|$))/g

/** `NAIROBI 00000101 001.2 OF 004`: the post before it has up to four words, and no sign parts it from the title. */
const PAGE_NUMBER = / 0\d{7} {1,4}\d{3}(?:\.\d)? {1,4}OF {1,4}\d{3}(?!\d)/
/** `NAIROBI 000101 SIPDIS`: the rest of a classification line. */
const SERIAL = / 0\d{5} (?:NOFORN |SENSITIVE )?SIPDIS\b/
const BEHIND_POST: readonly (readonly [RegExp, Follows])[] = [
  [PAGE_NUMBER, 'pageBreak'],
  [SERIAL, 'classification'],
]
const LONGEST_POST = 4

/** Longest text that is searched (characters). */
const LONGEST = 2_000

/** As the rules, to be searched from any place. */
const PATTERNS = RULES.map(({ follows, pattern }) => ({ follows, pattern: everywhere(pattern) }))

function everywhere(pattern: RegExp): RegExp {
  return new RegExp(pattern, `${pattern.flags}g`)
}

/** @param text of a subject, label taken off @returns the first end, or `null` when nothing else follows */
export function subjectEnd(text: string): SubjectEnd | null {
  const searched = text.slice(0, LONGEST)
  const ends: SubjectEnd[] = PATTERNS.flatMap(({ pattern, follows }) => {
    const at = indexAfterStart(searched, pattern)
    return at === null ? [] : [{ at, follows }]
  })
  const summary = indexAfterStart(searched, SMALL_SUMMARY)
  if (summary !== null && !/[a-z]/.test(searched.slice(0, summary)))
    ends.push({ at: summary, follows: 'body' })
  for (const [pattern, follows] of BEHIND_POST) {
    const found = pattern.exec(searched)
    if (found) ends.push({ at: postStart(searched, found.index), follows })
  }
  return ends.reduce<SubjectEnd | null>(
    (first, end) => (first !== null && first.at <= end.at ? first : end),
    null,
  )
}

/** A subject that begins with such words is about them (`ACTION REQUEST: …`). */
function indexAfterStart(text: string, pattern: RegExp): number | null {
  for (const found of text.matchAll(pattern)) if (found.index > 0) return found.index
  return null
}

/** @returns where the post before a page number begins: the longest known one, else the word before it */
function postStart(text: string, end: number): number {
  const words = text.slice(0, end).split(' ')
  const lengths = Array.from({ length: LONGEST_POST }, (_, less) => LONGEST_POST - less)
  const length = lengths.find((one) => isPost(postKey(words.slice(-one).join(' ')))) ?? 1
  return end - words.slice(-length).join(' ').length
}
