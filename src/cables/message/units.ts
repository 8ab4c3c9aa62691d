/** @module The body as units: text lines, rules and gaps, with page breaks and repeated captions set aside. */
import { labelOf, type FieldName } from './fields.js'
import { classificationLine, isRule } from './kinds.js'
import { MARKING } from './marking.js'
import { isBreakLine, splitBreak } from './page-breaks.js'
import { possibleStart, type PossibleStart } from './paragraph-start.js'
import type { MidLine, Piece } from './pieces.js'

export interface TextUnit {
  readonly kind: 'text'
  readonly text: string
  /** How it goes on in the printed line of the unit before it; `null` at the start of a line. */
  readonly midLine: MidLine
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

/** Level words that stand alone at a page break of the 1970s. */
const LONE_LEVEL =
  /^(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE)(?:\/\/[A-Z, ]{2,20}){0,4}(?: PTQ\d{4})?$/

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

  // A marking alone at the top is that of the text below.
  let marking = ''
  const add = (printed: string, midLine: MidLine): void => {
    if (printed.trim() === '') return
    if (ALONE.test(printed) && !units.some(({ kind }) => kind === 'text')) {
      if (marking !== '') aside.push(marking)
      marking = printed.trim()
      return
    }
    const isOfText = marking !== '' && !isRule(printed) && possibleStart(printed) === null
    if (marking !== '' && !isOfText) aside.push(marking)
    const text = isOfText ? `${marking} ${printed.trim()}` : printed
    marking = ''
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
    let left = text
    for (let found = splitBreak(left); found; found = splitBreak(left)) {
      add(found.before, left === text ? midLine : null)
      setAside(found.residue)
      left = found.after
    }
    add(left, left === text ? midLine : null)
  }
  if (marking !== '') aside.push(marking)
  return { units, aside }
}

const ALONE = new RegExp(`^\\s*${MARKING}\\s*$`)

function textUnit(text: string, midLine: MidLine, gap: boolean, afterBreak: boolean): TextUnit {
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
