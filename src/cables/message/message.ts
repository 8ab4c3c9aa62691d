/** @module A message, as text, into a cable. Every other form hands its text and what else it knows to this reader. */
import type { Cable, CableSource } from '../cable.js'
import { yearOf } from '../ids.js'
import { readBody } from './body.js'
import type { FieldName } from './fields.js'
import { readClassifiedBy } from './classified-by.js'
import { readDateTimeGroup } from './dates.js'
import { scanHead, type Head } from './head.js'
import { readHeaderLines, type Hints } from './header-lines.js'
import { captionsIn, classificationLine } from './kinds.js'
import { toLines } from './lines.js'
import { numberOf, type NumberHints } from './number.js'
import { originName, readAddressees } from './recipients.js'
import { readReferences } from './references.js'
import { readDeclassifyOn, readSubject } from './subject.js'
import { readSummary } from './summary.js'
import { readTags } from './tags.js'
import { toPieces, type Piece } from './pieces.js'

export interface MessageHints extends NumberHints {
  readonly source: CableSource
}

export type MessageOutcome =
  | {
      readonly kind: 'cable'
      readonly cable: Cable
      /** What belongs to no paragraph: the lines of the head, page breaks, rules, signature and tail, in order. */
      readonly aside: readonly string[]
    }
  | { readonly kind: 'refused'; readonly reason: string }

/** Longest message that is read (characters); the longest of the archive has under half a million. */
export const LONGEST_MESSAGE = 8_000_000

/** @param text of one message, decoded */
export function readMessage(text: string, hints: MessageHints): MessageOutcome {
  if (text.length > LONGEST_MESSAGE) {
    return {
      kind: 'refused',
      reason: `no cable has ${text.length} characters (at most ${LONGEST_MESSAGE} are read)`,
    }
  }
  const all = toLines(text)
  const headerLines = readHeaderLines(all)
  const known: MessageHints = headerLines
    ? {
        ...withoutNulls(headerLines.hints),
        ...withoutNulls(hints),
        source: {
          ...hints.source,
          format: hints.source.format === 'message' ? 'header-lines' : hints.source.format,
        },
      }
    : hints
  const lines = headerLines ? all.slice(headerLines.messageStart) : all
  const pieces = toPieces(lines)
  const head = scanHead(pieces)
  const number = numberOf(head, known)
  if (number.id === null) return { kind: 'refused', reason: number.reason }
  const body = readBody(head.rest, head.lines, head.classification?.serial ?? null)
  const cable = assemble(number.id, head, body, known)
  const asideAbove = headerLines ? all.slice(0, headerLines.messageStart) : []
  return {
    kind: 'cable',
    cable,
    aside: [...asideAbove, ...head.lines, ...body.aside]
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }
}

function assemble(id: string, head: Head, body: ReturnType<typeof readBody>, hints: MessageHints): Cable {
  const field = (name: FieldName): readonly string[] => bounded(head.fields.get(name) ?? [], name)
  const group = head.dateTimeGroup === null ? null : readDateTimeGroup(head.dateTimeGroup)
  const opening = body.paragraphs.slice(0, 2).find(({ text }) => /^Classified by\b/i.test(text))
  const classifiedLines = head.fields.has('classifiedBy')
    ? field('classifiedBy')
    : bounded(opening ? [opening.text] : [], 'classifiedBy')
  const classifiedBy = readClassifiedBy(classifiedLines, sectionOfReasons(yearOf(id)))
  const captions = [
    ...new Set([...head.captionLines.flatMap(captionsIn), ...captionsIn(hints.classification ?? '')]),
  ]
  const subject = readSubject(field('subject'))
  const references = readReferences(field('ref').join('\n'), id.slice(0, 2), id)
  const post = /^\d\d([A-Z]+)/.exec(id)?.[1] ?? ''
  return {
    id,
    date: group?.date ?? hints.date ?? head.writtenDate,
    origin: hints.origin ?? originName(field('from')[0] ?? null, post),
    classification: classificationOf(head, hints, captions),
    captions: captions.filter((caption) => caption !== 'FOR OFFICIAL USE ONLY'),
    precedence: group?.precedence ?? null,
    subject: subject === '' ? (hints.subject ?? '') : subject,
    tags: readTags(field('tags')),
    references: references.length > 0 ? references : (hints.references ?? []),
    classifiedBy: classifiedBy.name,
    reasons: classifiedBy.reasons,
    declassifyOn: readDeclassifyOn(field('eo'), yearOf(id)),
    ...readAddressees(field('to'), field('info')),
    signer: body.signer,
    summary: readSummary(body.paragraphs),
    source: hints.source,
    paragraphs: body.paragraphs,
  }
}

/**
 * Where E.O. 12958 lists the reasons: Section 1.5 until it was amended in March 2003 (E.O. 13292), 1.4 from then on; E.O. 13526
 * of 2009 kept the number.
 */
function sectionOfReasons(year: number): string | null {
  if (year < 1995) return null
  return year <= 2003 ? '1.5' : '1.4'
}

/** Lists of references and addressees are the longest fields (characters); other fields are a few lines. */
const LONGEST_LIST = 20_000
const LONGEST_FIELD = 2_000
const LISTS: readonly FieldName[] = ['ref', 'to', 'info']

/** What lies beyond the length of any field is not looked at, so that no pattern meets endless text. */
function bounded(lines: readonly string[], name: FieldName): readonly string[] {
  let left = LISTS.includes(name) ? LONGEST_LIST : LONGEST_FIELD
  return lines.flatMap((line) => {
    const kept = line.slice(0, Math.min(left, LONGEST_FIELD))
    left -= kept.length
    return kept === '' ? [] : [kept]
  })
}

/** Level of the message; an unclassified message that is sensitive is for official use only, as the archive calls it. */
function classificationOf(head: Head, hints: Hints, captions: readonly string[]): string | null {
  const printed = hints.classification?.split('//')[0]?.trim()
  const level =
    head.classification?.level ?? (printed ? (classificationLine(printed)?.level ?? printed) : null)
  if (level !== 'UNCLASSIFIED') return level
  const official = captions.some(
    (caption) => caption === 'SENSITIVE' || caption === 'FOR OFFICIAL USE ONLY' || caption === 'FOUO',
  )
  return official ? 'UNCLASSIFIED//FOR OFFICIAL USE ONLY' : level
}

function withoutNulls(hints: Hints): Hints {
  return Object.fromEntries(
    Object.entries(hints).filter(([, value]) => value !== null && value !== undefined),
  )
}

export function piecesOf(text: string): Piece[] {
  return toPieces(toLines(text))
}
