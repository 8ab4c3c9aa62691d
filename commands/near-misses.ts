/** @module Stored cables that someone may have meant who typed a number that is not stored. */
import { readNumber } from '../src/cables/ids.js'
import type { CableSuggestion } from '../src/library/suggest.js'
import type { Services } from './services.js'

/** Letters or digits that may be wrong, missing or too many. */
const TOLERANCE = 3

/** Candidates that each probe may bring. */
const PROBE_LIMIT = 25

/** Best first; what merely continues the typed text comes before what differs from it. */
export function nearMisses(typed: string, services: Services, limit: number): CableSuggestion[] {
  const continued = services.suggestIds(typed, limit)
  const number = readNumber(typed)
  if (number === null) return [...continued]
  const year = number.year ?? ''
  const { post } = number
  const serial = String(number.serial)
  const probes = [
    ...Array.from(serial, (_, at) => year + post + serial.slice(0, -1 - at)),
    post + serial,
    year + post.slice(0, 3),
    serial,
  ]
  const wanted = year + post + serial
  const near = probes
    .flatMap((probe) => services.suggestIds(probe, PROBE_LIMIT))
    .map((cable) => ({ cable, distance: distance(wanted, year === '' ? cable.id.slice(2) : cable.id) }))
    .filter((each) => each.distance <= TOLERANCE)
    .sort((a, b) => a.distance - b.distance)
    .map(({ cable }) => cable)
  const distinct = new Map([...continued, ...near].map((cable) => [cable.id, cable]))
  return [...distinct.values()].slice(0, limit)
}

/** Least number of letters to change, add or drop to turn one word into the other (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const above = row
    row = [i]
    for (let j = 1; j <= b.length; j++) {
      const substituted = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(substituted, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
  }
  return row[b.length] ?? 0
}
