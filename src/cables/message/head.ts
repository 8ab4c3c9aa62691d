/**
 * @module The head of a message, line by line: transmission header, classification line, captions, E.O., TAGS, subject,
 * references, Classified By. The order varies, fields wrap, and any of them may be missing.
 */
import { splitHeadLine, type FieldName } from './fields.js'
import {
  classificationLine,
  DATE_TIME_GROUP,
  isCaptionLine,
  isExtractNote,
  isRouting,
  isRule,
  saysCorrectedCopy,
  type ClassificationLine,
} from './kinds.js'
import { readWrittenDate } from './dates.js'
import { completesItem, isLetteredReference, isNextItem, nextLetter } from './lettered-reference.js'
import { isBreakLine, splitPageBreak } from './page-breaks.js'
import { isParagraphStart } from './paragraph-start.js'

export interface Head {
  /** First line of its kind, or `null`. */
  readonly dateTimeGroup: string | null
  readonly classification: ClassificationLine | null
  /** A date in words above the message, as ISO date, or `null`. */
  readonly writtenDate: string | null
  /** Caption lines and the rest of the classification line, in order. */
  readonly captionLines: readonly string[]
  /** Lines of each field, label taken off; a field that occurs twice keeps its first reading. */
  readonly fields: ReadonlyMap<FieldName, readonly string[]>
  /** Index of the first line of the body. */
  readonly bodyStart: number
  /** All lines of the head, as they stand. */
  readonly lines: readonly string[]
}

/** What the scan knows while it goes down the lines. */
interface Scan {
  dateTimeGroup: string | null
  classification: ClassificationLine | null
  writtenDate: string | null
  readonly captionLines: string[]
  readonly fields: Map<FieldName, string[]>
  current: FieldName | null
  /** A blank line, or a page break, stood before this line. */
  gap: boolean
}

/** Fields whose presence shows that the head proper has begun: from then on other text is the body. */
const PROPER: readonly FieldName[] = ['eo', 'tags', 'subject', 'ref', 'classifiedBy']

/** @param lines of the whole message, in order */
export function scanHead(lines: readonly string[]): Head {
  const scan: Scan = {
    dateTimeGroup: null,
    classification: null,
    writtenDate: null,
    captionLines: [],
    fields: new Map(),
    current: null,
    gap: true,
  }
  let bodyStart = lines.length
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line.trim() === '') {
      scan.gap = true
      continue
    }
    if (!takesLine(scan, line)) {
      bodyStart = index
      break
    }
    scan.gap = false
  }
  return { ...scan, bodyStart, lines: lines.slice(0, bodyStart) }
}

/** Adds a line to the head. @returns `false` when it is the first of the body */
function takesLine(scan: Scan, line: string): boolean {
  const text = line.trim()
  const proper = PROPER.some((name) => scan.fields.has(name))
  if (isParagraphStart(text) && (proper || scan.classification !== null || text.startsWith('¶'))) {
    return continuesReferences(scan, text) && keep(scan, text)
  }
  const writtenDate = proper ? null : readWrittenDate(text)
  if (isExtractNote(text) || writtenDate !== null || isRouting(text)) {
    scan.writtenDate ??= writtenDate
    scan.current = null
    return true
  }
  const pageBreak = splitPageBreak(text)
  if (pageBreak) {
    // The line goes on in front of the break and behind it.
    return [pageBreak.before, pageBreak.after].every((part) => part === '' || takesLine(scan, part))
  }
  if (isCaptionLine(text) || saysCorrectedCopy(text)) {
    scan.captionLines.push(text)
    return true
  }
  const wraps = scan.current === 'subject' && !scan.gap
  const classification = classificationLine(text)
  // A level alone, below the head's fields, stands at the foot of a page of the 1970s.
  if (classification?.rest === '' && proper) return true
  if (wraps && classification?.serial === null && !isBreakLine(text, scan.classification?.serial ?? null))
    return keep(scan, text)
  if (
    classification &&
    (scan.classification === null || isBreakLine(text, scan.classification.serial) || !proper)
  ) {
    scan.classification = betterClassification(scan.classification, classification)
    scan.captionLines.push(classification.rest)
    scan.current = null
    return true
  }
  if (!proper && DATE_TIME_GROUP.test(text)) {
    scan.dateTimeGroup ??= text
    scan.current = null
    return true
  }
  const parts = splitHeadLine(text, proper)
  const [first] = parts
  if (wraps && first?.field === 'tags' && !/^TAGS?:/i.test(text)) return keep(scan, text)
  if (first && (first.field !== null || parts.length > 1)) {
    for (const part of parts) {
      if (part.field === null) keep(scan, part.text)
      else open(scan, part.field, part.text)
    }
    return true
  }
  if (continuesField(scan, text)) return keep(scan, text)
  // Before the head proper stand attention lines (STATE FOR INR/B), notes of copies, and rules.
  if (!proper && !isParagraphStart(text))
    return scan.classification !== null || scan.dateTimeGroup !== null || !isProse(text)
  return false
}

/** A field that is continued keeps the line; a line without a field is set aside with the head. */
function keep(scan: Scan, text: string): true {
  if (scan.current !== null) scan.fields.get(scan.current)?.push(text)
  return true
}

function open(scan: Scan, field: FieldName, text: string): void {
  const known = scan.fields.get(field)
  if (known && field !== 'to' && field !== 'info') {
    // A second REF line goes on with the first; other repetitions are those of the next section.
    scan.current = field === 'ref' ? field : null
    if (field === 'ref') known.push(text)
    return
  }
  scan.current = field
  if (known) known.push(text)
  else scan.fields.set(field, [text])
}

function betterClassification(
  known: ClassificationLine | null,
  found: ClassificationLine,
): ClassificationLine {
  if (known === null) return found
  return known.serial === null && found.serial !== null ? { ...found, level: known.level } : known
}

/** Lettered lines behind a gap (`¶B. ALGIERS 30`), also where the REF line itself was lost. */
function continuesReferences(scan: Scan, text: string): boolean {
  return scan.current === 'ref' && (isLetteredReference(text) || isNextOfList(scan, text))
}

/** An item that names no cable, but has the letter that the list expects, or the rest of an item. */
function isNextOfList(scan: Scan, text: string): boolean {
  const list = (scan.fields.get('ref') ?? []).slice(-LINES_LOOKED_AT).join('\n').slice(-LONGEST_LOOKED_AT)
  const expected = nextLetter(list)
  return (expected !== null && isNextItem(text, expected)) || completesItem(text, list)
}

function continuesField(scan: Scan, text: string): boolean {
  if (isLetteredReference(text) && (scan.current === 'ref' || scan.current === 'subject' || scan.gap)) {
    if (!scan.fields.has('subject') && !scan.fields.has('tags') && !scan.fields.has('ref')) return false
    if (!scan.fields.has('ref')) scan.fields.set('ref', [])
    scan.current = 'ref'
    return true
  }
  if (scan.current === null || isRule(text)) return false
  if (scan.current === 'ref' && isNextOfList(scan, text)) return true
  const so = (scan.fields.get(scan.current) ?? []).slice(-LINES_LOOKED_AT).join(' ').trim()
  switch (scan.current) {
    case 'from':
    case 'to':
    case 'info':
    case 'exempt':
      return !scan.gap || /^R[A-Z]{4,}\//.test(text)
    case 'subject':
      return !scan.gap || so === ''
    case 'tags':
      return !scan.gap ? looksLikeTags(text) : so === ''
    case 'classifiedBy':
      return !scan.gap
        ? !isHeadingLike(text, so)
        : !/1\.\d/.test(so) && /^\(?(?:for )?(?:reasons?|1\.\d)/i.test(text)
    default:
      return !scan.gap || so === ''
  }
}

/** Last lines of a field that tell whether it is complete. */
const LINES_LOOKED_AT = 6

/** Longest end of a list of references that is looked at for the letter of the next item (characters). */
const LONGEST_LOOKED_AT = 400

function looksLikeTags(text: string): boolean {
  return text.length < 200 && !/[a-z]{3,} [a-z]{2,} [a-z]{2,}/.test(text)
}

/** Directly behind a complete Classified By a line may already be the first heading. */
function isHeadingLike(text: string, classifiedBy: string): boolean {
  return (
    /1\.\d *\(? ?[a-h]/i.test(classifiedBy) &&
    /^[A-Z"“'(/]/.test(text) &&
    !/^(?:AND|OR)\b|^[/(]? ?[A-Ha-h][).,]/.test(text)
  )
}

function isProse(text: string): boolean {
  return text.length > 60 && /[a-z]{3,} [a-z]{2,} /.test(text)
}
