/** @module The end of a message: signature, `NNNN`, release stamps, a post's web page. None of it belongs to a paragraph. */
import { closesMessage, lineOfMarks, recordIn, withoutMarksBehind } from './end-marks.js'
import { isCommonWord } from './not-names.js'
import {
  isFinished,
  nameWords,
  repeatedName,
  signatureInLine,
  signatureOnLine,
  type Place,
  type Signature,
} from './signature.js'
import type { TextUnit, Unit } from './units.js'
import { beginsWebNote, findWebNote } from './web-note.js'
import { wordsOf, type Words } from './word-use.js'
import { findBeforeAnnex } from './annex.js'

export interface Tail {
  /** Upper case, or `null`. */
  readonly signer: string | null
  /** Units before the tail; the last may have lost the words of the tail. */
  readonly units: readonly Unit[]
  readonly aside: readonly string[]
  /** Index of the unit with which an annex begins behind the signature, or `null`. */
  readonly annexAt: number | null
}

/** Most lines at the end that are looked at. */
const MOST_LINES = 40

/** Where the writer's text ends: the last unit, and how many characters of it are left. */
interface End {
  readonly at: number
  readonly length: number
}

/** @param isStart whether a numbered paragraph begins with the unit of an index */
export function cutTail(units: readonly Unit[], isStart: (index: number) => boolean): Tail {
  const words = wordsOf(units)
  let end = closingPlace(units, isStart)
  // What could be the writer's is taken off only when a signature stands before it.
  let sure = end
  let signer: string | null = null
  const floor = Math.max(-1, end.at - MOST_LINES)
  while (end.at > floor) {
    const unit = units[end.at]
    if (unit === undefined) break
    const text = unit.text.slice(0, end.length).trimEnd()
    const marks =
      text.trim() === '' ? 'sure' : isStart(end.at) ? null : marksOf(units, end.at, text, signer !== null)
    if (marks !== null) {
      end = endOf(units, end.at - 1)
      if (marks === 'sure' && sure.at === end.at + 1) sure = end
      continue
    }
    if (unit.kind === 'rule') break
    const bare = withoutMarksBehind(text, true)
    if (bare.length < text.length) {
      if (sure.at === end.at) sure = { at: end.at, length: bare.length }
      end = { at: end.at, length: bare.length }
      continue
    }
    const signature: Found | null = signer === null ? signatureAt(units, end.at, text, isStart, words) : null
    if (signature) {
      signer = signature.name
      end = signature.end
      sure = end
      continue
    }
    const note = findWebNote(units, end.at, text, isStart)
    if (note) {
      end = { at: note.at, length: note.column }
      sure = end
      continue
    }
    const again = signer === null ? null : repeatedName(text.trimEnd(), signer)
    if (again === null) break
    end = { at: end.at, length: again }
    sure = end
  }
  const cut = cutAt(units, sure)
  if (signer !== null) return { signer, annexAt: null, ...cut }
  return withAnnex(cut, isStart, words)
}

interface Cut {
  readonly units: readonly Unit[]
  readonly aside: readonly string[]
}

/** A name alone on its line between the last paragraph and an annex is the signature; the annex stays in the body. */
function withAnnex({ units, aside }: Cut, isStart: (index: number) => boolean, words: Words): Tail {
  const found = findBeforeAnnex(units, isStart, words)
  if (found === null) return { signer: null, annexAt: null, units, aside }
  const signature = units[found.at]?.text.trim() ?? ''
  return {
    signer: found.name,
    annexAt: found.at,
    units: units.filter((_, index) => index !== found.at),
    aside: [signature, ...aside],
  }
}

function endOf(units: readonly Unit[], at: number): End {
  return { at, length: units[at]?.text.length ?? 0 }
}

/** Behind a line that closes the message, and behind a mirror's record, nothing is the writer's. */
function closingPlace(units: readonly Unit[], isStart: (index: number) => boolean): End {
  for (let at = 0; at < units.length; at++) {
    const text = units[at]?.text ?? ''
    if (closesMessage(text)) return endOf(units, at - 1)
    const record = at < units.length - MOST_LINES ? null : recordIn(text)
    // Some records hold further sections of the cable.
    if (record === null || units.some((_, index) => index > at && isStart(index))) continue
    return { at, length: record }
  }
  return endOf(units, units.length - 1)
}

/** Whether the whole line is marks; a rule may also underline a heading. */
function marksOf(
  units: readonly Unit[],
  at: number,
  text: string,
  signed: boolean,
): 'sure' | 'perhaps' | null {
  const unit = units[at]
  if (unit?.kind !== 'rule') {
    const marks = lineOfMarks(text)
    return marks === 'perhaps' && signed ? null : marks
  }
  const before = units[at - 1]
  const underlines =
    before?.kind === 'text' &&
    !unit.gap &&
    !signed &&
    !beginsWebNote(before.text.trim()) &&
    !isFinished(before.text)
  return underlines ? null : 'sure'
}

interface Found {
  readonly name: string
  readonly end: End
}

function signatureAt(
  units: readonly Unit[],
  at: number,
  text: string,
  isStart: (index: number) => boolean,
  words: Words,
): Found | null {
  const unit = units[at]
  if (unit?.kind !== 'text') return null
  const bare = withoutMarksBehind(text, false)
  if (isStart(at)) return numberedName(unit, at, bare, units) ?? inLine(unit, at, bare, words)
  const upper = upperName(units, at, text)
  if (upper) return upper
  const found = signatureOnLine(bare, placeOf(units, at, unit, words))
  if (!found) return inLine(unit, at, bare, words)
  return isListed(units, at, bare) ? null : { name: found.name, end: endOf(units, at - 1) }
}

function inLine(unit: TextUnit, at: number, bare: string, words: Words): Found | null {
  const found: Signature | null = signatureInLine(bare, {
    before: null,
    gap: false,
    apart: false,
    capitals: words.capitals,
    occurs: (word) => words.occurs(word),
    recurs: (word) => words.recurs(word),
  })
  // Number and marking alone are no paragraph.
  const prefix = unit.start === null ? 0 : unit.text.length - unit.start.rest.length
  if (!found || found.column <= prefix) return null
  return { name: found.name, end: { at, length: found.column } }
}

/** `¶3. Quill`: the mirrors' software took the name for a paragraph. */
function numberedName(unit: TextUnit, at: number, bare: string, units: readonly Unit[]): Found | null {
  const { start } = unit
  if (start === null || start.marking !== null || at === 0) return null
  const names = nameWords(bare.slice(unit.text.length - start.rest.length))
  const before = units[at - 1]
  if (names.length !== 1 || names.some(isCommonWord) || (before && !isFinished(before.text))) return null
  return { name: names.join(' ').toUpperCase(), end: endOf(units, at - 1) }
}

function placeOf(units: readonly Unit[], at: number, unit: TextUnit, words: Words): Place {
  const above = units[at - 1]
  const before = above?.kind === 'text' ? above.text.trimEnd() : null
  return {
    before,
    gap: unit.gap,
    apart:
      before === null || isFinished(before) || beginsWebNote(before.trim()) || lineOfMarks(before) !== null,
    capitals: words.capitals,
    occurs: (word) => words.occurs(word),
    recurs: (word) => words.recurs(word),
  }
}

/** Lines like it stand above, in the same letters and with the same gaps, down from a colon: it is the last of a list. */
function isListed(units: readonly Unit[], at: number, line: string): boolean {
  const letters = /\p{Ll}/u.test(line)
  let items = 0
  for (let above = at - 1; above >= 0; above--) {
    const unit = units[above]
    if (unit?.kind !== 'text' || !isItem(unit.text) || /\p{Ll}/u.test(unit.text) !== letters) break
    items++
  }
  const last = units[at]
  const next = units[at - 1]
  const sameGaps = items < 2 || (last?.gap ?? false) === (next?.gap ?? false)
  return sameGaps && (items >= 2 || (items === 1 && /:\s*$/.test(units[at - 2]?.text ?? '')))
}

function isItem(text: string): boolean {
  return text.trim().split(/\s+/).length <= MOST_ITEM_WORDS && !isFinished(text)
}

/** Longer lines are no items of a list (words). */
const MOST_ITEM_WORDS = 4

/** A mirror printed the rest of a title below the name (`Quill` / `A VISIT TO...`): the upper line is the signature. */
function upperName(units: readonly Unit[], at: number, text: string): Found | null {
  const upper = units[at - 1]
  const above = units[at - 2]
  if (upper?.kind !== 'text' || (above && (above.kind === 'rule' || !isFinished(above.text)))) return null
  const names = nameWords(upper.text)
  if (names.length === 0 || names.some(isCommonWord)) return null
  const [one, other] = [names.join(' ').toUpperCase(), nameWords(text).join(' ').toUpperCase()]
  if (one !== other && !/\.{3}\s*$/.test(text)) return null
  return { name: one.replace(/[.,]/g, ''), end: endOf(units, at - 2) }
}

function cutAt(units: readonly Unit[], end: End): Cut {
  const last = units[end.at]
  const text = last?.text.slice(0, end.length).trimEnd() ?? ''
  const behind = units.slice(end.at + 1).map((unit) => unit.text.trim())
  if (last === undefined || text.trim() === '') {
    const whole = last === undefined ? [] : [last.text.trim()]
    return { units: units.slice(0, Math.max(0, end.at)), aside: [...whole, ...behind] }
  }
  if (text.length === last.text.trimEnd().length) return { units: units.slice(0, end.at + 1), aside: behind }
  const kept: Unit = last.kind === 'rule' ? { ...last, text } : shortened(last, text)
  return {
    units: [...units.slice(0, end.at), kept],
    aside: [last.text.slice(text.length).trim(), ...behind],
  }
}

function shortened(unit: TextUnit, text: string): TextUnit {
  const { start } = unit
  const cut = unit.text.length - text.length
  return {
    ...unit,
    text,
    start: start && { ...start, rest: start.rest.slice(0, Math.max(0, start.rest.length - cut)).trimEnd() },
  }
}
