/** @module Labels of the head's fields, whole or damaged. */

export type FieldName =
  | 'from'
  | 'to'
  | 'info'
  | 'exempt'
  | 'eo'
  | 'tags'
  | 'subject'
  | 'ref'
  | 'classifiedBy'
  | 'declassify'
  | 'processing'

export interface HeadPart {
  readonly field: FieldName | null
  /** Without the label. */
  readonly text: string
}

/** What may stand behind a label in the place of its colon. */
const COLON = '[:;.,\\\\]+'

const LABELS: readonly (readonly [FieldName, RegExp])[] = [
  ['from', /^FM(?::| +)(?=[A-Z])/],
  ['to', /^TO(?:(?::|  *)(?=[A-Z])|:?$)/],
  // Behind INFO the 1970s also list offices of the Department with the number of their copies: OCT-01 ISO-00.
  ['info', /^INFO(?::|  *)(?=[A-Z])(?![A-Z]{1,5}-\d\d\b)/],
  // Posts of a collective that do not get the message.
  ['exempt', /^XMT(?: ?[:/]|  *) *(?=[A-Z])/],
  ['eo', /^¶? ?(?:E\.? ?[O0]\.?|\.?O\.)(?: ?:)? ?(?=\d{5}|N\/A)/i],
  ['tags', new RegExp(`^(?:¶ ?)?TAGS?(?: ?${COLON}| )\\s*`, 'i')],
  [
    'subject',
    new RegExp(
      `^(?:(?!SUBJ)[A-Z]{2,5} +)?(?:SUBJECT|SUBJET|SUBJCT|SUBJEC|SUBECT|SUJECT|SUJBECT|SUBJ)S?(?: ?${COLON}| +LINE:| -+ (?=\\S)| (?=[^\\s-]))\\s*`,
      'i',
    ),
  ],
  [
    'ref',
    new RegExp(
      `^(?:REFREF|REFERENCES?|REFTELS?|REF ?TELS?|REFS?(?:\\(S\\))?|EFS?(?= ?[:;]))(?:\\([A-Z]\\))?(?: ?${COLON}| ?(?=\\([A-Z]\\))| (?=¶? ?[A-Z]\\.? |\\d\\d ?[A-Z]|[A-Z]))\\s*`,
      'i',
    ),
  ],
  [
    'classifiedBy',
    /^(?:\([A-Z]{1,3}\) *)?\(?(?:C?LASSIFIED|CLASSIFED|CLASSIFIDE|CLASSFIED|CLASSIFIES)(?: ?: ?| +)(?:BY(?=[A-Z][a-z]|[^A-Za-z]|$))? ?[:;.\\]*\s*/i,
  ],
  ['declassify', /^DECLASSIFY ON ?:\s*/i],
  // What an office's own system notes above the message.
  [
    'processing',
    /^(?:CAPTIONS?|DISSEMINATION|DISTRIBUTION|CHARGE|APPROVED(?: BY)?|DRAFTED(?: BY)?|CLEARED(?: BY)?|CLEARANCES?|VIA|DESTINATION) ?:/i,
  ],
]

/** Labels that are known by their colon although a letter is missing, wrong, doubled or has changed its place. */
const DAMAGED: readonly (readonly [FieldName, string])[] = [
  ['tags', 'TAGS'],
  ['subject', 'SUBJECT'],
  ['subject', 'SUBJ'],
  ['ref', 'REFS'],
  ['ref', 'REFTEL'],
  ['ref', 'REFERENCE'],
]

const WORD_AND_COLON = /^(?:¶ ?)?([A-Za-z]{3,10}) ?: */

/** Labels that stand above the head proper only: a subject may go on with TO. */
const ABOVE: readonly FieldName[] = ['from', 'to', 'info', 'exempt', 'processing']

/**
 * What the line's label says, if it has one.
 * @param proper the head proper (E.O., TAGS, subject) has begun, so that no addressees follow
 */
export function labelOf(line: string, proper: boolean): HeadPart {
  for (const [field, label] of LABELS) {
    if (proper && ABOVE.includes(field)) continue
    const found = label.exec(line)
    if (!found) continue
    if (field === 'classifiedBy' && !/BY|:/i.test(found[0])) continue
    return { field, text: line.slice(found[0].length) }
  }
  const damaged = WORD_AND_COLON.exec(line)
  const word = damaged?.[1]?.toUpperCase() ?? ''
  const meant = word === '' ? undefined : DAMAGED.find(([, label]) => isOneSlipOff(word, label))
  return damaged && meant
    ? { field: meant[0], text: line.slice(damaged[0].length) }
    : { field: null, text: line }
}

/** One letter is wrong, missing or too many, or two neighbours have changed places. */
function isOneSlipOff(word: string, label: string): boolean {
  if (Math.abs(word.length - label.length) > 1) return false
  let same = 0
  while (same < word.length && word[same] === label[same]) same++
  const [rest, meant] = [word.slice(same), label.slice(same)]
  const turned = rest[0] === meant[1] && rest[1] === meant[0] && rest.slice(2) === meant.slice(2)
  return turned || rest.slice(1) === meant.slice(1) || rest.slice(1) === meant || rest === meant.slice(1)
}
