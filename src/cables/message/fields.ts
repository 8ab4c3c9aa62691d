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

/** Where, inside a line of the head, another field or the first paragraph begins. */
const INNER =
  /\s(?=TAGS?: |SUBJECT: |SUBJ: |REFS?: |CLASSIFIED BY(?: ?:| [A-Z])|Classified By(?: ?:| [A-Z])|E\.O\. \d{5}:)/g

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
