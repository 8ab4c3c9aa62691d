/** @module The body as units: text lines, rules and gaps, with page breaks and repeated captions set aside. */
import { labelOf, type FieldName } from './fields.js'
import { classificationLine, isRule } from './kinds.js'
import { isBreakLine, leadingCaption, splitPageBreak } from './page-breaks.js'
import { possibleStart, type PossibleStart } from './paragraph-start.js'

/** One line of a message, or a part of one: lines are cut where a marked paragraph begins inside them. */
export interface Piece {
  readonly text: string
  /** The piece goes on in the line of the one before it. */
  readonly midLine: boolean
}

export interface TextUnit {
  readonly kind: 'text'
  readonly text: string
  readonly midLine: boolean
  /** A blank line stands before it. */
  readonly gap: boolean
  /** A page break was taken out directly before it. */
  readonly afterBreak: boolean
  readonly start: PossibleStart | null
}

export interface RuleUnit {
  readonly kind: 'rule'
  readonly text: string
  readonly gap: boolean
}

export type Unit = TextUnit | RuleUnit

/** `… said.  12. (U) This cable …`, `XXXXXXXXXXXX10. (C) Below`: a marked paragraph that begins inside a line. */
const MARKED_INSIDE =
  /(?<=[.!?:)\]"'”’X] {0,4})(?<!(?:^|[^A-Za-z])[A-Za-z][.)] {0,4})(?<!\d[.,]?)¶? ?\d{1,3}\.{1,2} {0,3}\((?:U|C|S|TS|SBU|LOU|FOUO)(?:[/ -]{1,3}[A-Z][A-Z ,/]{1,20})?\)(?= )/g

/** A ¶ inside a line before a number and a dot; the mirrors set it only at the start of what was a line. */
const PILCROW_INSIDE = /(?<=\S)\s+(?=¶ ?\d{1,3}\. )/g

/** Longest line that is searched for starts inside it (characters); no paragraph of a cable comes near. */
const LONGEST_LINE = 100_000

/** A cheap test that most lines fail, before the dear one. */
const MAYBE_MARKED_INSIDE = /\d\.{1,2} {0,3}\(/

export function cutIntoPieces(line: string): Piece[] {
  if (line.length > LONGEST_LINE || line.length < 12) return [{ text: line, midLine: false }]
  const cuts = new Set<number>()
  if (MAYBE_MARKED_INSIDE.test(line)) for (const found of line.matchAll(MARKED_INSIDE)) cuts.add(found.index)
  if (line.indexOf('¶', 1) > 0) {
    for (const found of line.matchAll(PILCROW_INSIDE)) cuts.add(found.index + found[0].length)
  }
  if (cuts.size === 0) return [{ text: line, midLine: false }]
  const pieces: Piece[] = []
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    if (line.slice(from, cut).trim() === '') continue
    pieces.push({ text: line.slice(from, cut), midLine: from > 0 })
    from = cut
  }
  pieces.push({ text: line.slice(from), midLine: from > 0 })
  return pieces
}

/** Level words that stand alone at a page break of the 1970s. */
const LONE_LEVEL = /^(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE)$/

/** Fields that the next section of a long cable repeats behind its classification line. */
const REPEATED: readonly FieldName[] = ['eo', 'tags', 'subject', 'ref', 'classifiedBy']

/** @returns the units of the body, and the lines of page breaks that were set aside */
export function toUnits(
  pieces: readonly Piece[],
  headLines: readonly string[],
  serial: number | null,
): { units: Unit[]; aside: string[] } {
  const repeatable = new Set(headLines.map((line) => line.trim()).filter((line) => line !== ''))
  const units: Unit[] = []
  const aside: string[] = []
  let gap = false
  let afterBreak = false
  let sectionHead = false

  const add = (text: string, midLine: boolean): void => {
    if (text.trim() === '') return
    if (isRule(text)) units.push({ kind: 'rule', text, gap })
    else units.push(textUnit(text.trimEnd(), midLine, gap, afterBreak))
    gap = false
    afterBreak = false
    sectionHead = false
  }
  const setAside = (text: string): void => {
    aside.push(text.trim())
    afterBreak = true
  }

  for (const { text, midLine } of pieces) {
    const trimmed = text.trim()
    if (trimmed === '') {
      gap = true
      continue
    }
    const pageBreak = splitPageBreak(text)
    if (pageBreak) {
      add(pageBreak.before, midLine)
      setAside(pageBreak.residue)
      add(pageBreak.after, false)
      continue
    }
    if (isBreakLine(trimmed, serial) || LONE_LEVEL.test(trimmed)) {
      setAside(trimmed)
      sectionHead ||= classificationLine(trimmed) !== null
      continue
    }
    const field = sectionHead ? labelOf(trimmed, true).field : null
    if (sectionHead && ((field && REPEATED.includes(field)) || repeatable.has(trimmed))) {
      setAside(trimmed)
      continue
    }
    const caption = leadingCaption(text)
    if (caption !== null) setAside(caption)
    add(caption === null ? text : text.slice(caption.length), midLine)
  }
  return { units, aside }
}

function textUnit(text: string, midLine: boolean, gap: boolean, afterBreak: boolean): TextUnit {
  const start = possibleStart(text)
  // The mirrors set a ¶ before any letter or number at the start of a line; where no paragraph begins it says nothing.
  const words = start === null ? text.replace(/^(\s*)[¶\uFFFD] ?(?=[A-Za-z0-9(])/, '$1') : text
  return { kind: 'text', text: words, midLine, gap, afterBreak, start }
}

/** Longer lines were not wrapped by the sender: each is a paragraph of its own (characters). */
export const UNWRAPPED = 120

/** The last printed character of a line is one that ends a sentence, closing quotes and brackets apart. */
export function endsSentence(text: string): boolean {
  return /[.!?…:;*][)\]"'”’*\s]*$|[)\]]\s*$|X{6,}\s*$|["”]\s*$/.test(text.slice(-12))
}
