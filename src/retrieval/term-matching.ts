/** @module How far the terms of a question stand in a text: by the same stem, or by one that is near in meaning. */
import type { WeightedTerm } from './weighted-terms.js'
import { cosineOf, vectorOfStem } from './word-vectors/word-vectors.js'

/** Cosines of stems up to here are chance; from LEAST + RANGE on two words mean the same. Chosen on our questions. */
const LEAST = 0.2
const RANGE = 0.6

export class TermMatcher {
  readonly terms: readonly WeightedTerm[]
  readonly #vectors: readonly (number | undefined)[]
  readonly #total: number
  /** Stem -> how far it stands for each of the terms. One question meets the same words again and again. */
  readonly #known = new Map<string, Float32Array>()

  constructor(terms: readonly WeightedTerm[]) {
    this.terms = terms
    this.#vectors = terms.map(({ stem }) => vectorOfStem(stem))
    this.#total = terms.reduce((sum, { weight }) => sum + weight, 0)
  }

  /** For each term the best of the given stems, 0 to 1. */
  best(stems: Iterable<string>): Float32Array {
    const best = new Float32Array(this.terms.length)
    for (const stem of stems) {
      const row = this.#rowOf(stem)
      for (let at = 0; at < row.length; at++) if ((row[at] ?? 0) > (best[at] ?? 0)) best[at] = row[at] ?? 0
    }
    return best
  }

  /** Share of the terms' weight; 0 without terms. */
  share(matches: Float32Array): number {
    if (this.#total === 0) return 0
    return this.terms.reduce((sum, { weight }, at) => sum + weight * (matches[at] ?? 0), 0) / this.#total
  }

  #rowOf(stem: string): Float32Array {
    const known = this.#known.get(stem)
    if (known) return known
    const own = vectorOfStem(stem)
    const row = new Float32Array(this.terms.length)
    this.terms.forEach((term, at) => {
      row[at] = term.stem === stem ? 1 : closeness(this.#vectors[at], own)
    })
    this.#known.set(stem, row)
    return row
  }
}

function closeness(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return 0
  return Math.min(1, Math.max(0, (cosineOf(a, b) - LEAST) / RANGE))
}
