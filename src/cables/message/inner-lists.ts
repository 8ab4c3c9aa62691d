/** @module Lists inside a paragraph: their numbers are none of the cable's, however they look. */
import type { TextUnit } from './units.js'

/** A place where a numbered paragraph may begin. */
export interface Candidate {
  /** Index of the unit. */
  readonly at: number
  readonly unit: TextUnit
  readonly number: number
  readonly marked: boolean
  readonly evidence: number
  /** Characters up to the next possible start. */
  readonly length: number
  /** The unit before ends with a colon, and is no short heading: what follows is its list. */
  readonly listed: boolean
  readonly underHeading: boolean
}

/** Takes out runs `1) 2) …` in a cable whose paragraphs are printed `1. 2. …`: they are the parts of a paragraph, also with markings. */
export function withoutSubItems(found: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  let isInside = false
  for (const candidate of found) {
    const isBracket = candidate.unit.start?.punctuation === ')'
    const last = kept.at(-1)?.unit.start?.punctuation ?? ''
    isInside = isBracket && (isInside || (candidate.number === 1 && last.startsWith('.')))
    if (!isInside) kept.push(candidate)
  }
  return kept
}

/** Takes out runs `1, 2, …` without markings that are lists inside the paragraph before them. */
export function withoutEnclosedRuns(found: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (let at = 0; at < found.length; at++) {
    const candidate = found[at]
    const outer = kept.at(-1)
    if (!candidate) break
    let end = at
    if (outer && candidate.number === 1 && !candidate.marked) {
      end++
      while (found[end]?.number === end - at + 1 && found[end]?.marked === false) end++
    }
    if (outer && end > at && isList(kept, found.slice(at, end), found[end]?.number)) at = end - 1
    else kept.push(candidate)
  }
  return kept
}

/**
 * A run is a list when the number before it goes on behind it. When the run itself holds that number, it stands behind a colon
 * and is a list throughout if what bears the later numbers is about as long as the first items, not as the paragraphs before.
 */
function isList(before: readonly Candidate[], run: readonly Candidate[], next: number | undefined): boolean {
  const outer = before.at(-1)?.number ?? 0
  if (next === outer + 1) return true
  const [items, later] = [run.slice(0, outer), run.slice(outer)]
  if (run[0]?.listed !== true || later.length === 0) return false
  const indent = (candidate: Candidate | undefined): number => candidate?.unit.start?.indent ?? 0
  if (indent(items[0]) !== indent(later[0])) return false
  const size = meanLength(later)
  return Math.abs(size - meanLength(items)) + CLEARLY < Math.abs(size - meanLength(before))
}

/** How much nearer (in natural logarithms) one length must be than the other. */
const CLEARLY = 0.2

/** Mean of the logarithms: one long paragraph among short ones does not decide. */
function meanLength(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { length }) => sum + Math.log(length + 1), 0) / candidates.length
}

/**
 * Takes out lists whose numbers begin anew inside a paragraph: unmarked items that follow a colon, or behind which the
 * outer numbers go on. A restart under a heading, with no such sign, is a new part of the cable and stays.
 */
export function withoutNestedLists(chain: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (let index = 0; index < chain.length; index++) {
    const candidate = chain[index]
    const outer = kept.at(-1)
    if (!candidate) break
    if (!outer || candidate.marked || candidate.number > outer.number) {
      kept.push(candidate)
      continue
    }
    let end = index
    while (
      end < chain.length &&
      chain[end]?.marked === false &&
      (chain[end]?.number ?? 0) !== outer.number + 1
    )
      end++
    const goesOn = chain[end]?.number === outer.number + 1 && end > index
    const isDuplicate = candidate.number === outer.number
    if (!isDuplicate && (goesOn || candidate.listed || !candidate.underHeading)) index = end - 1
    else kept.push(candidate)
  }
  return kept
}
