/** @module Texts that a paragraph quotes whole: the numbers of their parts are none of the cable's. */
import type { PossibleStart } from './paragraph-start.js'
import type { Unit } from './units.js'

const QUOTED =
  '(?:text|points?|talking points|non-?paper|resolution|letter|statement|transcript|draft|declaration|agreement)'
const QUOTE_BEGINS = new RegExp(
  `\\b(?:begin|start)(?:ning)?(?: of)?(?: \\w{1,20}){0,2} ${QUOTED}\\b[^.]{0,80}$`,
  'i',
)
const QUOTE_ENDS = new RegExp(`\\bend(?: of)?(?: \\w{1,20}){0,2} ${QUOTED}\\b`, 'i')

/** Units of texts that a paragraph quotes whole (`Begin text of resolution:` … `End text.`), when they number their parts from 1. */
export function quotedUnits(units: readonly Unit[]): ReadonlySet<number> {
  const quoted = new Set<number>()
  let inside: number[] | null = null
  let first: PossibleStart | null = null
  let numbered = false
  units.forEach((unit, at) => {
    if (unit.kind === 'text' && inside !== null) {
      first ??= unit.start
      if (QUOTE_ENDS.test(unit.text.slice(0, LONGEST_OPENING))) {
        if (first?.number === 1 && first.marking === null) for (const index of inside) quoted.add(index)
        inside = null
      }
    }
    inside?.push(at)
    if (unit.kind !== 'text') return
    numbered ||= unit.start !== null
    if (inside === null && numbered && QUOTE_BEGINS.test(unit.text.slice(-LONGEST_OPENING))) {
      inside = []
      first = null
    }
  })
  return quoted
}

/** How far in a line the words that open or close a quoted text are looked for (characters). */
const LONGEST_OPENING = 160
