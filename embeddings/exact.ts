/** @module Vectors compared one by one: unit length, cosine, and the best of many. */
import { dotProduct } from './dot-product.js'
import type { LabelledVector } from './stored-vectors.js'

export interface Neighbour {
  readonly label: number
  /** Cosine, -1 to 1. */
  readonly similarity: number
}

/**
 * The vector at unit length; a vector of zeros stays as it is and resembles nothing.
 * @throws RangeError when it has another length than `dimension`, or a value that is no number.
 */
export function unitVector(vector: ArrayLike<number>, dimension: number): Float32Array {
  if (vector.length !== dimension) {
    throw new RangeError(`a vector of ${vector.length} floats where the index has ${dimension}`)
  }
  const unit = Float32Array.from(vector)
  const norm = Math.sqrt(dotProduct(unit, unit))
  if (!Number.isFinite(norm)) throw new RangeError('a vector with a value that is no number')
  if (norm === 0) return unit
  for (let at = 0; at < unit.length; at += 1) unit[at] = (unit[at] ?? 0) / norm
  return unit
}

/** The `k` candidates that are nearest to a unit vector, best first; of equals, the lower label. */
export function nearest(query: Float32Array, candidates: Iterable<LabelledVector>, k: number): Neighbour[] {
  const best: Neighbour[] = []
  for (const { label, vector } of candidates) {
    const norm = Math.sqrt(dotProduct(vector, vector))
    const similarity = norm === 0 ? 0 : dotProduct(query, vector) / norm
    const worst = best.at(-1)
    if (best.length === k && worst !== undefined && !isBefore({ label, similarity }, worst)) continue
    insert(best, { label, similarity })
    if (best.length > k) best.pop()
  }
  return best
}

function insert(best: Neighbour[], candidate: Neighbour): void {
  let low = 0
  let high = best.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = best[middle]
    if (other !== undefined && isBefore(other, candidate)) low = middle + 1
    else high = middle
  }
  best.splice(low, 0, candidate)
}

function isBefore(a: Neighbour, b: Neighbour): boolean {
  return a.similarity > b.similarity || (a.similarity === b.similarity && a.label < b.label)
}
