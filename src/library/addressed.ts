/** @module The stored cable that an address means. */
import type { Cable } from '../cables/cable.js'
import { type CableNumber, formatNumber } from '../cables/ids.js'
import type { CableSuggestion } from './suggest.js'

/** Cables looked through for the only one that fits a number without a year. */
const LOOKED_THROUGH = 25

export interface CableLookup {
  cable(id: string): Cable | undefined
  suggestIds(typed: string, limit: number): readonly CableSuggestion[]
}

/** Without a year, the only one whose post and serial fit. */
export function addressedCable(number: CableNumber, lookup: CableLookup): Cable | undefined {
  const id = formatNumber(number)
  if (id !== null) return lookup.cable(id)
  const tail = number.post + String(number.serial)
  const fitting = lookup.suggestIds(tail, LOOKED_THROUGH).filter((each) => each.id.slice(2) === tail)
  return fitting.length === 1 && fitting[0] !== undefined ? lookup.cable(fitting[0].id) : undefined
}
