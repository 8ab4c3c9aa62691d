/**
 * @module The text of a REF field made ready for reading: what is no cable is taken out, the letters of the list become marks, and
 * typing errors in figures are mended.
 */
import { isPost, postKey } from '../vocabulary/posts.js'

/** Stands where one item of a list ends and the next begins. */
export const ITEM_END = ' | '

/** What replaces a thing that is taken out of the middle of an item. */
const NOTHING = ' '

const MONTHS =
  '(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)'

/** Behind these words the list is over: the field was not closed, and text of the message follows. */
const LIST_END = new RegExp(
  [
    '(?:CLASSIFIED|DERIVED|DECLASSIF[A-Z]{1,10})[ ]?:?[ ]?(?:BY|FROM|ON)\\b',
    '(?<!\\()SENSITIVE BUT UNCLAS',
    '\\bTHIS (?:CABLE|MESSAGE|TELEGRAM|IS AN? )',
    '\\b\\d{1,2}\\. ?\\((?:U|C|S|SBU|LOU|C/NF|S/NF)\\)',
    '\\((?:U|C|S|SBU|LOU|C/NF|S/NF)\\) {0,3}[A-Z]{1,20} [A-Z]{1,20} [A-Z]{1,20} [A-Z]{1,20}',
    '\\b(?:SUBJECT|SUBJ|TAGS|SUMMARY) ?:',
  ].join('|'),
  'i',
)

/** Eight words of prose in a row, which no item has: `the mayor said that he would come`. */
const PROSE = /(?<![A-Za-z])[A-Za-z][a-z'’,-]{0,20} (?:[a-z][a-z'’,-]{0,20} ){6}[a-z]/

interface Rule {
  readonly name: string
  readonly example: string
  readonly pattern: RegExp
  readonly by: string | ((...found: (string | undefined)[]) => string)
}

/** In this order: each rule may rely on what those above it have taken out. */
const RULES: readonly Rule[] = [
  {
    name: 'page break with the post of the message',
    example: 'NAIROBI 00000101 001.2 OF 005',
    pattern:
      /(?:(?<![A-Za-z])[A-Z][A-Z.'’-]{0,20} {1,4}){1,4}\d{5,8} {1,4}\d{3}(?:\.\d)? {1,4}OF {1,4}\d{3}(?!\d)/gi,
    by: NOTHING,
  },
  {
    name: 'page line',
    example: 'CONFIDENTIAL PAGE 02 NAIROBI 00101 01 OF 02 082030Z',
    pattern:
      /(?:(?:UNCLASSIFIED|CONFIDENTIAL|SECRET) {1,3})?PAGE {1,3}\d{1,3} {1,8}(?:R[A-Z]{4,8} ?#?\d{2,6}|[A-Z][A-Z ]{1,30}? {1,3}\d{2,8})(?: {1,3}\d\d OF \d\d)?(?: {1,3}\d{6}Z)?/gi,
    by: NOTHING,
  },
  {
    name: 'level and section',
    example: 'C O N F I D E N T I A L SECTION 01 OF 02',
    pattern:
      /\b(?:C O N F I D E N T I A L|S E C R E T|U N C L A S(?: S I F I E D)?|UNCLAS)\b(?: {1,3}SECTION \d\d OF \d\d)?|\bSECTION \d\d OF \d\d\b/gi,
    by: ITEM_END,
  },
  { name: 'pilcrow', example: '¶B. NAIROBI 90', pattern: /[¶\uFFFD]/g, by: NOTHING },
  {
    name: 'name that ends like a month',
    example: 'RIO DE JAN 5',
    pattern: /\bRIO DE JAN\b\.?/gi,
    by: 'RIO DE JANEIRO',
  },
  {
    name: 'place of the Department',
    example: 'SECSTATE WASHINGTON DC 12',
    pattern: /(?<=[A-Z] )WASH(?:INGTON)?,? ?D\.?C\.?(?= ?#?\d)/gi,
    by: NOTHING,
  },
  {
    name: 'date-time group',
    example: 'DTG 301601Z SEP 08',
    pattern: new RegExp(`(?:\\bDTG:? ?)?\\b\\d{6}Z ?(?:${MONTHS}\\.? ?(?:\\d\\d){0,2}\\b)?`, 'gi'),
    by: ITEM_END,
  },
  {
    name: 'date of three parts',
    example: '10/15/07, 8-28-08, 05/DEC/2008',
    pattern: new RegExp(`(?<![\\d/])\\d{1,2}([/-]) ?(?:\\d{1,2}|${MONTHS})\\1 ?\\d{2,4}(?![\\d/])`, 'gi'),
    by: ITEM_END,
  },
  {
    name: 'day and month with its name',
    example: '20 SEPTEMBER 2007, 07SEP07, MARCH 12, MAY 3, 2008, DECEMBER 2007',
    pattern: new RegExp(
      `(?<!\\d)\\d{1,2}(?:ST|ND|RD|TH)?(?: OF)?[ -]?(?<![A-Z])${MONTHS}(?![A-Z])\\.?(?:,? ?'?-?(?:19|20)\\d\\d\\b|\\d\\d\\b)?|(?<![A-Z])${MONTHS}\\.? (?:\\d{1,2}(?:-\\d{1,2})?(?:ST|ND|RD|TH)?(?:, ?(?:19|20)\\d\\d)?|(?:19|20)\\d\\d)(?!\\d)`,
      'gi',
    ),
    by: ITEM_END,
  },
  {
    name: 'day and month of a meeting or message',
    example: 'TELCON 3/14, OF 10/23, 2/16-17',
    pattern:
      /(?<![\d/])(?<!\b\p{Lu}\p{L}{2,20} )\d{1,2}\/\d{1,2}(?:-\d{1,2})?(?![\d/])|(?<![\d/])\d{1,2}\/\d{1,2}(?:-\d{1,2})?(?= ?(?:E-?MAIL|TEL|MEET|MEMO|CALL|LETTER|PHONE))/giu,
    by: ITEM_END,
  },
  {
    name: 'report of an intelligence service',
    example: 'IIR 6 899 0140 10, TD-314/18176-06, EUP20090329950015, 314/07696-07',
    pattern:
      /\bIIR[ -]?\d(?:[ -]?\d{1,4}){1,4}|\bTDX?[ -]?\d{3}\/[\d ]{4,9}-\d\d\b|\b\d{3}\/\d{4,7}-\d\d\b|\b[A-Z]{3} ?\d{12,16}\b/gi,
    by: ITEM_END,
  },
  { name: 'airgram', example: 'AMMAN A-55', pattern: /\bC?A-\d{1,5}\b/gi, by: ITEM_END },
  {
    name: 'manual, resolution, paragraph',
    example: '9 FAM 42.1, UNSCR 1701, PARAS 3 AND 4',
    pattern:
      /\b\d{1,2} ?(?:FAM|FAH|USC|CFR|U\.S\.C\.) ?\d{1,5}(?:\.\d{1,4})?|\b(?:UNSCR|UNSC|RESOLUTION|PARAGRAPHS?|PARAS?\.?|E\.?O\.?|P\.?L\.?) ?\d{1,5}(?:(?: AND |, ?|-)\d{1,5}(?! ?[A-Z]))*(?! ?\d)/gi,
    by: ITEM_END,
  },
  {
    name: 'number that was cut off',
    example: 'STATE 2084...',
    pattern: /\b\d{1,7}\.\.(?:\.|(?=\s|$))/g,
    by: ITEM_END,
  },
  {
    name: 'label of the field or of an item',
    example: 'REF A: NAIROBI 90, REFERENCE: 01 NAIROBI 77',
    pattern: /(?<![A-Z])REF(?:ERENCE|TEL)?(?:S|\(S\))?(?: ?\(?[A-Z]\)?(?![A-Z]))? ?[:.)]*(?![A-Z])/gi,
    by: ITEM_END,
  },
  {
    name: 'year in parentheses or with an apostrophe',
    example: "(07), ('07), (2007), '07",
    pattern: /\( ?['’]?((?:19|20)?\d\d) ?\)|(?<![A-Z\d]),? ?['’](\d\d)(?!\d)/gi,
    by: (_whole, enclosed, short) => ` ‹${enclosed ?? short ?? ''}› `,
  },
  {
    name: 'reservation on distribution',
    example: '(NOTAL), (C/NF), (ALL NOTAL), (SBU)',
    pattern:
      /\( ?(?:ALL |BOTH )?(?:NOTAL|EXDIS|NODIS|LIMDIS|NOFORN|SBU|LOU|U|C|S|[CS]\/+NF|SBU\/NF)(?:[ ,/]{1,2}(?:NOTAL|EXDIS|NODIS|LIMDIS|NOFORN|SBU|NF))? ?\)(?! ?(?:(?:19|20)?\d\d )?[A-Z])|\(?\bNOTAL\b\)?/gi,
    by: NOTHING,
  },
  {
    name: 'letter of the list',
    example: 'A. A), (A), [A], A:, A./, AA., A,',
    pattern:
      /(?<![A-Za-z0-9.'’-])[([]?([A-Z])\1?(?:[.:)\]]{1,3}[/-]?|,(?= [A-Z\d]))(?! ?F\.)|(?<=\d)[([]?[A-Z][.)\]](?=\s?[A-Z\d'])|(?<![A-Za-z0-9])\([A-Z] |(?<![A-Za-z0-9-])[A-Z] - (?=[A-Z\d])/gi,
    by: ITEM_END,
  },
  {
    name: 'number of the list',
    example: '1) NAIROBI 90 2. KAMPALA 12',
    pattern: /(?:^|(?<=[|;\n] ?)|(?<=\d[;,]? ))\(?\d[.)](?= ?[A-Z\d])/gi,
    by: ITEM_END,
  },
  {
    name: 'title in parentheses or quotes',
    example: '(FEW CHANGES AT THE 9TH MEETING), “A LAMP”',
    pattern: /\(([^()]{0,200})\)|["“”]([^"“”]{0,200})["“”]/g,
    by: (_whole, inside) =>
      inside !== undefined && (isListInParentheses(inside) || isPost(postKey(inside)))
        ? ` | ${inside} `
        : ITEM_END,
  },
  {
    name: 'what else belongs to a reference',
    example: 'AND PREVIOUS, ET AL., AND OTHERS',
    pattern: /[,(]? ?(?<![A-Z])(?:(?:AND )?PREV(?:IOUS)?|ET\.? ?AL\.?|(?:AND )?OTHERS)(?![A-Z])[ .)]*/gi,
    by: ITEM_END,
  },
  {
    name: 'word before the serial',
    example: 'NAIROBI NO. 90, NAIROBI #90',
    pattern: /(?<=[A-Z] )(?:NO\.?|NR\.?|NUMBER|CABLE|TELEGRAM|MSG) ?(?=#?\d)|#(?=\d)/gi,
    by: NOTHING,
  },
  {
    name: 'letter O for the figure',
    example: 'O7, 2OO7, 1O2',
    pattern: /(?<![A-Z])O{1,2}(?=\d)|(?<=\d)O{1,3}(?![A-Z])/gi,
    by: (found = '') => '0'.repeat(found.length),
  },
  {
    name: 'figure 0 for the letter',
    example: '0SLO',
    pattern: /(?<![A-Z0-9])[A-Z0]{0,12}0[A-Z]{2,12}(?![A-Z0-9])/gi,
    by: (found = '') => {
      const letters = found.replace(/0/g, 'O')
      return isPost(postKey(letters)) ? letters : found
    },
  },
]

/** A list of cables alone stands inside, not a title: `(REFTEL KABUL 12)`, `(07 KABUL 13)`. */
function isListInParentheses(inside: string): boolean {
  const [, name = ''] =
    /^(?:[|;, ]{0,4})(?:(?:19|20)?\d\d )?([A-Z][A-Z .'-]{2,30}?) ?\d{1,7}(?:[,;] .*)?$/i.exec(
      inside.trim(),
    ) ?? []
  return isPost(postKey(name))
}

/** @returns the text without what can be no reference, parted by marks, one blank between words */
export function preparedReferences(text: string): string {
  const spaced = text.replace(/[^\S\n]+/g, ' ')
  const closed = untilTheEnd(spaced)
  return RULES.reduce((rest, { pattern, by }) => {
    // The two kinds of replacement have a signature each.
    return (typeof by === 'string' ? rest.replace(pattern, by) : rest.replace(pattern, by)).replace(
      / {2,}/g,
      ' ',
    )
  }, closed)
}

/** The field up to where text of another kind begins. */
function untilTheEnd(text: string): string {
  const ends = [LIST_END.exec(text)?.index, PROSE.exec(text)?.index]
  return text.slice(0, Math.min(...ends.map((at) => at ?? text.length)))
}
