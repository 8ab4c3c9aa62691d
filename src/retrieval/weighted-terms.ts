import type { Term } from './terms.js'

export interface WeightedTerm extends Term {
  /** Inverse document frequency over the paragraphs of the archive: at least 0, higher is rarer. */
  readonly weight: number
}

/** BM25's inverse document frequency (Robertson and Spärck Jones, with the +1 that keeps it positive). */
export function inverseDocumentFrequency(paragraphsWithTerm: number, paragraphs: number): number {
  return Math.log(1 + (paragraphs - paragraphsWithTerm + 0.5) / (paragraphsWithTerm + 0.5))
}

/** Share of the terms' weight whose stem is in the set; 0 without terms. */
export function weightedShare(terms: readonly WeightedTerm[], stems: ReadonlySet<string>): number {
  let found = 0
  let total = 0
  for (const { stem, weight } of terms) {
    total += weight
    if (stems.has(stem)) found += weight
  }
  return total === 0 ? 0 : found / total
}
