/**
 * @module The head of a message, line by line: transmission header, classification line, captions, E.O., TAGS, subject,
 * references, Classified By. The order varies, fields wrap, and any of them may be missing.
 */
import type { FieldName } from './fields.js'
import { HEAD_RULES, type Verdict } from './head-rules.js'
import { allFields, beginAgain, newHeadState, type HeadState } from './head-state.js'
import { classificationLine, type ClassificationLine } from './kinds.js'
import { findSecondHead } from './second-head.js'
import type { Piece } from './pieces.js'

export interface Head {
  /** First line of its kind, or `null`. */
  readonly dateTimeGroup: string | null
  readonly classification: ClassificationLine | null
  /** A date in words above the message, as ISO date, or `null`. */
  readonly writtenDate: string | null
  /** Caption lines and the rest of the classification line, in order. */
  readonly captionLines: readonly string[]
  /** Lines of each field, label taken off. */
  readonly fields: ReadonlyMap<FieldName, readonly string[]>
  /** All lines of the head, as they stand. */
  readonly lines: readonly string[]
  /** What is left of the message: the body. */
  readonly rest: readonly Piece[]
}

/** Next lines that a rule may look at. */
const LOOKED_AHEAD = 3

/** @param message in pieces, in order */
export function scanHead(message: readonly Piece[]): Head {
  let pieces = message
  let skipped: readonly string[] = []
  const state = newHeadState()
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]
    if (!piece || piece.text.trim() === '') {
      state.gap = true
      continue
    }
    const rest = takeLine(state, piece.text, nextLines(pieces, at + 1))
    if (rest === null) continue
    const first = rest === piece.text ? piece : { text: rest, midLine: null }
    const left = [first, ...pieces.slice(at + 1)]
    const again = skipPreview(state, left)
    if (again === null) return headOf(state, left)
    skipped = [...state.lines]
    pieces = again
    at = -1
  }
  return state.proper ? headOf(state, []) : withoutLabels(state, skipped, pieces)
}

/** A message without any label: below its classification line all sentences are the body. */
function withoutLabels(state: HeadState, skipped: readonly string[], pieces: readonly Piece[]): Head {
  const classified = pieces.findIndex(
    ({ text }) => typeof classificationLine(text.trim())?.serial === 'number',
  )
  const first = pieces.findIndex(({ text }, at) => at > classified && isSentence(text.trim()))
  if (classified < 0 || first < 0) return headOf(state, [])
  const above = pieces.slice(0, first).map(({ text }) => text.trim())
  return headOf({ ...state, lines: [...skipped, ...above] }, pieces.slice(first))
}

function isSentence(text: string): boolean {
  return /[a-z]{2}[.!?]["”)]?$|[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(text) && /^["“(]?[A-Z]/.test(text)
}

/** Last lines of the head among which the cut end of a preview may stand: a record's own lines can follow it. */
const PREVIEW_LINES = 60

/** A line with more fields than these is no head; the rest of it is set aside. */
const MOST_CUTS = 200

/** @returns the pieces from the second head on, or `null` when what is left is the body */
function skipPreview(state: HeadState, left: readonly Piece[]): readonly Piece[] | null {
  const isBegun = state.classification !== null || state.dateTimeGroup !== null
  const serial = state.classification?.serial ?? null
  if (state.proper && serial === null) return null
  if (isBegun && serial === null) return null
  const found = findSecondHead(left, state.lines.slice(-PREVIEW_LINES), serial)
  if (found === null || (found.to === 0 && found.before === '')) return null
  state.lines.push(...left.slice(0, found.from).map(({ text }) => text), found.before)
  beginAgain(state)
  return [{ text: found.rest, midLine: null }, ...left.slice(found.to + 1)]
}

/**
 * Takes a line into the head, in parts where it holds more than one field.
 * @returns what of it belongs to the body, or `null`
 */
function takeLine(state: HeadState, line: string, below: readonly string[]): string | null {
  const parts = [line.trim()]
  let isBegun = false
  let cuts = 0
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    const taken = state.lines.length
    const verdict = judge(state, part, parts.length > 0 ? parts : below)
    isBegun ||= state.lines.length > taken
    if (verdict === 'body') return isBegun ? [part, ...parts].join(' ') : line
    if (verdict === 'head') {
      state.lines.push(part)
      state.gap = false
      isBegun = true
    } else if (cuts++ < MOST_CUTS) {
      parts.unshift(...verdict)
    } else {
      state.lines.push(part)
    }
  }
  return null
}

function judge(state: HeadState, text: string, below: readonly string[]): Verdict {
  for (const rule of HEAD_RULES) {
    const verdict = rule.judge(state, text, below)
    if (verdict !== null) return verdict
  }
  return 'body'
}

function nextLines(pieces: readonly Piece[], from: number): string[] {
  const next: string[] = []
  for (let at = from; at < pieces.length && next.length < LOOKED_AHEAD; at++) {
    const text = pieces[at]?.text.trim() ?? ''
    if (text !== '') next.push(text)
  }
  return next
}

function headOf(state: HeadState, rest: readonly Piece[]): Head {
  const { dateTimeGroup, classification, writtenDate, captionLines, lines } = state
  return { dateTimeGroup, classification, writtenDate, captionLines, fields: allFields(state), lines, rest }
}
