/** @module Whether a line without a label goes on with the field above it. */
import { isLetteredReference, labelOf } from './fields.js'
import type { HeadState } from './head-state.js'
import { isRule } from './kinds.js'
import { isParagraphStart } from './paragraph-start.js'

/** A lettered item below the list of references, or below a subject or a gap where the REF line itself was lost. */
export function continuesReferences(state: HeadState, text: string): boolean {
  if (!isLetteredReference(text)) return false
  if (state.current === 'classifiedBy') return false
  if (state.current !== 'ref' && state.current !== 'subject' && !state.gap) return false
  return state.fields.has('subject') || state.fields.has('tags') || state.fields.has('ref')
}

/** The line bears the letter that comes next in the list of references, so it is an item, whatever it names. */
export function isNextItem(state: HeadState, text: string): boolean {
  if (state.current !== 'ref' || text.length > LONGEST_ITEM) return false
  const letter = ITEM_LETTER.exec(text)?.[1]?.toUpperCase()
  const so = (state.fields.get('ref') ?? []).slice(-LINES_LOOKED_AT).join(' ')
  const last = [...so.matchAll(LETTERS)].at(-1)?.[1]?.toUpperCase()
  return letter !== undefined && last !== undefined && letter.charCodeAt(0) === last.charCodeAt(0) + 1
}

/** Longest item of the list (characters). */
const LONGEST_ITEM = 160
const ITEM_LETTER = /^¶? ?\(?([A-Z])[.):]/i
const LETTERS = /(?<![A-Za-z0-9.])\(?([A-Z])[.):]/gi

/** `(B) LUMINA 12` directly below the TAGS: the line with the label and the first item was lost. */
export function isSecondReference(state: HeadState, text: string): boolean {
  return state.current === 'tags' && /^¶? ?\(?[A-C][.):]/.test(text) && isLetteredReference(text)
}

/** @param below the next lines that are not blank */
export function continuesField(state: HeadState, text: string, below: readonly string[]): boolean {
  if (state.current === null || isRule(text)) return false
  const lines = state.fields.get(state.current) ?? []
  const so = lines.slice(-LINES_LOOKED_AT).join(' ').trim()
  switch (state.current) {
    case 'from':
    case 'to':
    case 'info':
    case 'exempt':
      return !state.gap || /^R[A-Z]{4,}\//.test(text)
    case 'processing':
      return !state.gap && !isProse(text)
    case 'subject':
      return !state.gap || so === '' || isRestOfSubject(so, text, below)
    case 'tags':
      return !state.gap ? looksLikeTags(text) : so === ''
    case 'ref':
      return !state.gap || so === '' || isRestOfReferences(so, text)
    case 'classifiedBy':
      return !state.gap || so === ''
        ? !isHeadingLike(text, so)
        : !/1\.\d/.test(so) && /^\(?(?:for )?(?:reasons?|1\.\d)/i.test(text)
    default:
      return !state.gap || so === ''
  }
}

/** Last lines of a field that tell whether it is complete. */
const LINES_LOOKED_AT = 6

/** Longest line behind a gap that may be the rest of a title (characters). */
const LONGEST_REST = 90

/**
 * A title that goes on behind a blank line: the line above stops in its midst, or other fields of the head still follow.
 * A heading of the body looks the same, but no field follows it.
 */
function isRestOfSubject(so: string, text: string, below: readonly string[]): boolean {
  if (text.length > LONGEST_REST || text !== text.toUpperCase() || isParagraphStart(text)) return false
  if (/^(?:SUMMARY|INTRODUCTION|COMMENT|BACKGROUND|OVERVIEW)\b|^[-(]/.test(text) || HANDLING_NOTE.test(text))
    return false
  const stopsInside =
    /(?:[,:;/-]|\b(?:A|AN|AND|AS|AT|BY|FOR|FROM|HIS|IN|ITS|OF|ON|OR|THE|THEIR|TO|WITH))$/.test(so)
  const isBelow = labelOf(below[0] ?? '', true).field
  const follows = isBelow === 'ref' || isBelow === 'classifiedBy'
  return (stopsInside && so === so.toUpperCase()) || follows
}

const HANDLING_NOTE = /\b(?:SENSITIVE|UNCLASSIF\w*|ACCORDINGLY|INTERNET|ACTION REQUEST|ENTIRE TEXT)\b/

/** `723; (C) STATE 500`: the serial of the post with which the line above ended. */
export function isSerialOfReference(state: HeadState, text: string): boolean {
  if (state.current !== 'ref' || !/^\d{2,6}(?:[;,]|$)/.test(text)) return false
  return /[A-Z]{3,}$/.test(state.fields.get('ref')?.at(-1)?.trim() ?? '')
}

/** Behind a blank line the list goes on with an item. */
function isRestOfReferences(so: string, text: string): boolean {
  return /[,;]$/.test(so) && /^\(?[A-Z0-9][A-Z0-9 .():;,/-]{5,80}$/.test(text) && /\d/.test(text)
}

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

/** Running text in small letters, as no line above the head proper has it. */
export function isProse(text: string): boolean {
  return text.length > 60 && /[a-z]{3,} [a-z]{2,} /.test(text)
}
