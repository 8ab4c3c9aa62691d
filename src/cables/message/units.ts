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
  const list = new UnitList()
  let sectionHead = false
  for (const piece of pieces) {
    const text = piece.text.trim()
    if (text === '') {
      list.gap = true
    } else if (isBreakLine(text, serial) || LONE_LEVEL.test(text)) {
      list.setAside(text)
      sectionHead ||= classificationLine(text) !== null
    } else if (sectionHead && (isRepeatedField(text) || repeatable.has(text))) {
      list.setAside(text)
    } else {
      list.addLine(piece)
      sectionHead = false
    }
  }
  return list.finish()
}

function isRepeatedField(text: string): boolean {
  const { field } = labelOf(text, true)
  return field !== null && REPEATED.includes(field)
}

class UnitList {
  readonly #units: Unit[] = []
  readonly #aside: string[] = []
  /** A blank line stood before what is added next. */
  gap = false
  #afterBreak = false
  /** A marking alone at the top is that of the text below. */
  #marking = ''

  setAside(text: string): void {
    this.#aside.push(text.trim())
    this.#afterBreak = true
  }

  addLine({ text, midLine }: Piece): void {
    let left = text
    for (let found = splitBreak(left); found; found = splitBreak(left)) {
      this.#add(found.before, left === text ? midLine : null)
      this.setAside(found.residue)
      left = found.after
    }
    this.#add(left, left === text ? midLine : null)
  }

  #add(printed: string, midLine: MidLine): void {
    if (printed.trim() === '') return
    if (ALONE.test(printed) && !this.#units.some(({ kind }) => kind === 'text')) {
      this.#dropMarking()
      this.#marking = printed.trim()
      return
    }
    const isOfText = this.#marking !== '' && !isRule(printed) && possibleStart(printed) === null
    const text = isOfText ? `${this.#marking} ${printed.trim()}` : printed
    if (!isOfText) this.#dropMarking()
    this.#marking = ''
    if (isRule(text) || this.#endsRule(text)) this.#units.push({ kind: 'rule', text, gap: this.gap })
    else this.#units.push(textUnit(text.trimEnd(), this.#jointOf(midLine), this.gap, this.#afterBreak))
    this.gap = false
    this.#afterBreak = false
  }

  /** A row of dashes that is set aside leaves a space. */
  #jointOf(midLine: MidLine): MidLine {
    return midLine === 'glued' && this.#units.at(-1)?.kind === 'rule' ? 'spaced' : midLine
  }

  /** What is left of a row of dashes that was wrapped. */
  #endsRule(text: string): boolean {
    return (
      !this.gap && /^\s*[-‐-―−_=*](?: ?[-‐-―−_=*])?\s*$/.test(text) && this.#units.at(-1)?.kind === 'rule'
    )
  }

  #dropMarking(): void {
    if (this.#marking !== '') this.#aside.push(this.#marking)
  }

  finish(): { units: Unit[]; aside: string[] } {
    this.#dropMarking()
    return { units: this.#units, aside: this.#aside }
  }
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
