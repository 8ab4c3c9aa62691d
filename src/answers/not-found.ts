/**
 * @module Words of a question that no cited passage bears out. A question asserts what it asks about ("Why did he resign?"); where that
 * stands in none of the passages, the reader is told.
 */
import { yearSent } from '../retrieval/analysis.js'
import type { AnalysedParagraph } from '../retrieval/query.js'
import type { Understood } from '../retrieval/understanding/understand.js'
import { UNKNOWN_TERM } from '../retrieval/understanding/unknown-names.js'

/** As far as this a word stands in a passage, itself or one near in meaning. */
const FOUND = 0.5
/** Words that are more frequent than in one of 150 paragraphs say too little to be missed: a logarithm (inverse document frequency). */
const LEAST_WEIGHT = 5
/** Words that are named. */
const MOST_WORDS = 3

/** @returns as typed, the rarest first; none where all are borne out */
export function wordsNotFound(cited: readonly AnalysedParagraph[], { terms }: Understood): string[] {
  const years = cited.map(({ cable }) => String(yearSent(cable)))
  const isFound = (at: number): boolean => cited.some(({ matches }) => (matches[at] ?? 0) >= FOUND)
  return terms
    .filter(({ stem, word, weight }, at) => {
      if (stem === UNKNOWN_TERM.stem || weight < LEAST_WEIGHT || years.includes(word)) return false
      return !isFound(at)
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word)
}
