/** @module Whether a line without a label goes on with the field above it. */
import { labelOf, type FieldName } from './fields.js'
import { findTag, hasProgramForm, splitGluedTags } from '../vocabulary/tags.js'
import type { HeadState } from './head-state.js'
import { isRule } from './kinds.js'
import { completesItem, isLetteredReference, isNextItem, nextLetter } from './lettered-reference.js'
import { isParagraphStart } from './paragraph-start.js'
import { beginsSentence } from './prose.js'

/** The line is an item of the list of references, or completes its last one. */
export function continuesReferences(state: HeadState, text: string): boolean {
  if (state.current === 'ref') return isLetteredReference(text) || isNextOfList(state, text)
  return isFirstOfList(state, text)
}

/** Below a subject, the TAGS or a gap a lettered item tells of a list whose line with the label was lost. */
function isFirstOfList(state: HeadState, text: string): boolean {
  if (state.current === 'classifiedBy' || !isLetteredReference(text)) return false
  if (state.current !== 'subject' && state.current !== 'tags' && !state.gap) return false
  return state.fields.has('subject') || state.fields.has('tags') || state.fields.has('ref')
}

/** An item that names no cable, but has the letter that the list expects, or the rest of an item. */
function isNextOfList(state: HeadState, text: string): boolean {
  const list = (state.fields.get('ref') ?? []).slice(-LINES_LOOKED_AT).join('\n').slice(-LONGEST_LOOKED_AT)
  const expected = nextLetter(list)
  return (expected !== null && isNextItem(text, expected)) || completesItem(text, list)
}

/** Longest end of a list of references that is looked at for the letter of the next item (characters). */
const LONGEST_LOOKED_AT = 400

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
      return state.gap ? so === '' || isRestOfSubject(so, text, below) : !isBodyBelowTitle(so, text, below)
    case 'tags':
      return !state.gap ? looksLikeTags(text, so) : so === ''
    case 'ref':
      return !state.gap || so === ''
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

/** Fields that stand below the title in every order: where one follows, the title is not over. */
export function isBelowTitle(field: FieldName | null): boolean {
  return field === 'ref' || field === 'classifiedBy'
}

/** Running text in small letters directly below a title in capitals; below any title where it is longer than one. */
function isBodyBelowTitle(title: string, text: string, below: readonly string[]): boolean {
  if (below.some((line) => isBelowTitle(labelOf(line, true).field))) return false
  const isInCapitals = /[A-Z]{4}/.test(title) && title === title.toUpperCase()
  return beginsSentence(text) && text.length > (isInCapitals ? 40 : LONGEST_TITLE)
}

/** Longest line of a title in small letters (characters). */
const LONGEST_TITLE = 160

/** Longest line behind a gap that may be the rest of a title (characters). */
const LONGEST_REST = 90

/**
 * A title that goes on behind a blank line: the line above stops in its midst, or other fields of the head still follow.
 * A heading of the body looks the same, but no field follows it.
 */
function isRestOfSubject(so: string, text: string, below: readonly string[]): boolean {
  const follows = isBelowTitle(labelOf(below[0] ?? '', true).field)
  const isTitle = text === text.toUpperCase() || (follows && !beginsSentence(text))
  if (text.length > LONGEST_REST || !isTitle || isParagraphStart(text)) return false
  if (/^(?:SUMMARY|INTRODUCTION|COMMENT|BACKGROUND|OVERVIEW)\b|^[-(]/.test(text) || HANDLING_NOTE.test(text))
    return false
  const stopsInside =
    /(?:[,:;/-]|\b(?:A|AN|AND|AS|AT|BY|FOR|FROM|HIS|IN|ITS|OF|ON|OR|THE|THEIR|TO|WITH))$/.test(so)
  return (stopsInside && so === so.toUpperCase()) || follows
}

const HANDLING_NOTE = /\b(?:SENSITIVE|UNCLASSIF\w*|ACCORDINGLY|INTERNET|ACTION REQUEST|ENTIRE TEXT)\b/

/** @param so what the field has so far */
function looksLikeTags(text: string, so: string): boolean {
  if (text.length >= 200 || /[a-z]{3,} [a-z]{2,} [a-z]{2,}/.test(text)) return false
  // Names of visitors wrap like everything else; other words are the subject or a heading without its label.
  if (/\bO[VR][IE]P\b|\([^)]*$|,\s*$/.test(so)) return true
  const words = text.split(/[\s,;:/]+/).filter((word) => /[A-Za-z]/.test(word))
  const known = words.filter(
    (word) => findTag(word) !== null || hasProgramForm(word.toUpperCase()) || splitGluedTags(word) !== null,
  )
  return known.length * 3 >= words.length
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
