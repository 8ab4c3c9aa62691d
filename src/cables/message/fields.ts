/** @module Labels of the head's fields, also where several stand on one line. */

export type FieldName = 'from' | 'to' | 'info' | 'exempt' | 'eo' | 'tags' | 'subject' | 'ref' | 'classifiedBy'

export interface HeadPart {
  readonly field: FieldName | null
  /** Without the label. */
  readonly text: string
}

const LABELS: readonly (readonly [FieldName, RegExp])[] = [
  ['from', /^FM(?::| +)(?=[A-Z])/],
  ['to', /^TO(?::|  *)(?=[A-Z])/],
  // Behind INFO the 1970s also list offices of the Department with the number of their copies: OCT-01 ISO-00.
  ['info', /^INFO(?::|  *)(?=[A-Z])(?![A-Z]{1,5}-\d\d\b)/],
  // Posts of a collective that do not get the message.
  ['exempt', /^XMT(?::|  *)(?=[A-Z])/],
  ['eo', /^¶? ?E\.? ?O\.?(?: ?:)? ?(?=\d{5}|N\/A)/i],
  ['tags', /^(?:¶ ?)?TAGS?(?: ?[:;.,]+| )\s*/i],
  [
    'subject',
    /^(?:[A-Z]{2,5} +)?(?:SUBJECT|SUBJET|SUBJCT|SUBJEC|SUBECT|SUJECT|SUJBECT|SUBJ)S?(?: ?[:;.]+| +LINE:| -+ (?=\S)| (?=[^\s-]))\s*/i,
  ],
  [
    'ref',
    /^(?:REFERENCES?|REFTELS?|REF ?TELS?|REFS?)(?:\([A-Z]\))?(?: ?[:;.]+| ?(?=\([A-Z]\))| (?=[A-Z]\.? |\d\d ?[A-Z]|[A-Z]))\s*/i,
  ],
  [
    'classifiedBy',
    /^(?:\([A-Z]{1,3}\) *)?\(?(?:CLASSIFIED|CLASSIFED|CLASSIFIDE|CLASSFIED|CLASSIFIES)(?: ?: ?| +)(?:BY\b)? ?[:;.]*\s*/i,
  ],
]

/**
 * An item of the list of references that stands behind a gap: `¶B. ANKARA 6593`, `(C) 05 PARIS 12 (NOTAL)`, `D. AND PREVIOUS`.
 * It must look like one, because a paragraph that lost its number begins with a letter in parentheses, too.
 */
const LETTERED_REFERENCE =
  /^¶? ?\(?[A-Z][.):]+ ?(?:\(?[A-Z][.):]+ ?)?(?:(?:\(?\d{2,4}\)? ?)?[A-Z][A-Za-z.'’-]{2,}(?: [A-Z][A-Za-z.'’-]+){0,4} ?#?\d{1,7}(?![\d,.]*\d| [a-z])|and previous|.{0,60}(?:notal|e-?mail|septel))/i

/** Longest item of a list of references (characters). */
const LONGEST_ITEM = 160

export function isLetteredReference(line: string): boolean {
  return line.length <= LONGEST_ITEM && LETTERED_REFERENCE.test(line)
}

/** Where, inside a line of the head, another field or the first paragraph begins. */
const INNER =
  /\s(?=TAGS?: |SUBJECT: |SUBJ: |REFS?: |CLASSIFIED BY(?! (?:LINE|FIELD|BLOCK)\b)(?: ?:| [A-Z])|Classified By(?: ?:| [A-Z])|E\.O\. \d{5}:)/g

const CLASSIFIED_BY_ALONE = /^\s*\(?(?:\([A-Z]{1,3}\) ?)?CLASSIFIED BY ?:? ?(?:\([A-Z]{1,3}\))?$/i

/** Labels that stand above the head proper only: a subject may go on with TO. */
const ADDRESS: readonly FieldName[] = ['from', 'to', 'info', 'exempt']

/**
 * Takes a line of the head apart at the labels of fields.
 * @param proper the head proper (E.O., TAGS, subject) has begun, so that no addressees follow
 */
export function splitHeadLine(line: string, proper: boolean): HeadPart[] {
  const parts: HeadPart[] = []
  let from = 0
  for (const inner of line.matchAll(INNER)) {
    // `Classified By: (U) CLASSIFIED BY …`: one field with its label twice.
    if (CLASSIFIED_BY_ALONE.test(line.slice(from, inner.index))) continue
    parts.push(labelled(line.slice(from, inner.index), proper))
    from = inner.index + 1
  }
  parts.push(labelled(line.slice(from), proper))
  return parts
}

function labelled(text: string, proper: boolean): HeadPart {
  for (const [field, label] of LABELS) {
    if (proper && ADDRESS.includes(field)) continue
    const found = label.exec(text)
    if (!found) continue
    if (field === 'classifiedBy' && !/BY\b|:/i.test(found[0])) continue
    return { field, text: text.slice(found[0].length) }
  }
  return { field: null, text }
}
