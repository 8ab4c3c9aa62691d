/**
 * @module A number that is missing between two chosen ones, and stands just once in the text between: there the paragraph begins,
 * although nothing else marks its start. Nothing is done where the text between holds a list.
 */
import { headingAtEnd } from './heading-at-end.js'
import { MARKING } from './marking.js'
import { possibleStart } from './paragraph-start.js'
import type { TextUnit, Unit } from './units.js'

export interface Chosen {
  readonly units: readonly Unit[]
  /** Indexes of the units that begin a numbered paragraph, ascending. */
  readonly starts: readonly number[]
}

/** A number that could begin a sentence, or that stands before a marking. */
const NUMBER = new RegExp(
  `(?<![\\w.,$€£%(/-])(\\d{1,3})(?:\\. {0,3}(?=["“‘]?[A-Z]|$)| {1,2}(?=${MARKING}))`,
  'g',
)

/** The word before makes it the number of something else. */
const COUNTS =
  /(?:\b(?:paras?|paragraphs?|pages?|nos?|number|article|chapter|section|part|phase|item|line|grade|ref|and|or|to|of|on|the|in|at|by|for|from|is|was|were|are|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)\.?|[,:;(])\s*$/i

/** Where a paragraph begins: the unit, and the character in its text. */
interface Place {
  readonly at: number
  readonly column: number
}

/** @returns the same, with the starts that were missing; a unit is cut where one stands inside its line */
export function withMissingStarts({ units, starts }: Chosen): Chosen {
  const places = new Map(
    starts.slice(0, -1).flatMap((start, index) => {
      const place = missingBetween(units, start, starts[index + 1] ?? start)
      return place === null ? [] : [[place.at, place.column] as const]
    }),
  )
  if (places.size === 0) return { units, starts }
  const [filled, found] = [new Array<Unit>(), new Array<number>()]
  const known = new Set(starts)
  units.forEach((unit, at) => {
    const column = places.get(at)
    if (known.has(at)) found.push(filled.length)
    if (unit.kind !== 'text' || column === undefined) {
      filled.push(unit)
      return
    }
    const [before, after] = [unit.text.slice(0, column).trimEnd(), unit.text.slice(column)]
    filled.push(...withHeadingApart({ ...unit, text: before, start: unit.start && possibleStart(before) }))
    found.push(filled.length)
    filled.push(before === '' ? unit : { ...unit, ...INSIDE, text: after, start: possibleStart(after) })
  })
  return { units: filled, starts: found }
}

/** A heading may stand before the number. */
function withHeadingApart(unit: TextUnit): Unit[] {
  if (unit.text === '') return []
  const from = Math.max(0, unit.text.length - LOOKED_AT)
  const heading = headingAtEnd(unit.text.slice(from))
  if (heading === null || from + heading === 0) return [unit]
  const at = from + heading
  const text = unit.text.slice(0, at).trimEnd()
  return [
    { ...unit, text, start: unit.start && possibleStart(text) },
    { ...unit, ...INSIDE, text: unit.text.slice(at), start: null },
  ]
}

/** Characters before a number in which a heading is looked for. */
const LOOKED_AT = 160

const INSIDE: Pick<TextUnit, 'midLine' | 'gap' | 'afterBreak'> = {
  midLine: 'spaced',
  gap: false,
  afterBreak: false,
}

/** @returns the one place between two starts where the number between theirs stands, or `null` */
function missingBetween(units: readonly Unit[], start: number, next: number): Place | null {
  const [above, below] = [units[start], units[next]]
  if (above?.kind !== 'text' || below?.kind !== 'text') return null
  const number = above.start?.number ?? 0
  if (below.start?.number !== number + 2) return null
  const places: Place[] = []
  for (let at = start; at < next; at++) {
    const unit = units[at]
    if (unit?.kind !== 'text') continue
    const own = at === start ? unit.text.length - (unit.start?.rest.length ?? 0) : 0
    for (const found of unit.text.matchAll(NUMBER)) {
      if (found.index < own || COUNTS.test(unit.text.slice(0, found.index).slice(-20))) continue
      // Another number between: a list.
      if (Number(found[1]) !== number + 1) return null
      places.push({ at, column: found.index })
    }
  }
  const [place, second] = places
  return second === undefined && place !== undefined && startsAt(units, place) ? place : null
}

function startsAt(units: readonly Unit[], { at, column }: Place): boolean {
  return possibleStart(units[at]?.text.slice(column) ?? '') !== null
}
