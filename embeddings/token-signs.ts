/**
 * @module Vectors of single tokens, and the comparison of a question's with those of a passage ("late interaction": Khattab and
 * Zaharia, ColBERT, SIGIR 2020). A model reads each word in its context, so that a soldier is near to "army" where its text is
 * about one; a vector of the whole text no longer tells which words it is near for. Of a passage's tokens only signs are kept.
 */

/** Of the first so many dimensions; more told hardly more on our questions (docs/accuracy.md). */
const SIGN_BITS = 256
const BYTE_VALUES = 256

/** Bytes of one token of a passage. */
export const TOKEN_BYTES = SIGN_BITS / 8

/**
 * @param hidden the tokens' vectors, one after the other
 * @returns `TOKEN_BYTES` for each token from `start` to before `end`: a bit for each dimension, set where the value is not negative
 */
export function packSigns(hidden: Float32Array, dimension: number, start: number, end: number): Uint8Array {
  const packed = new Uint8Array((end - start) * TOKEN_BYTES)
  const bytes = Math.min(TOKEN_BYTES, Math.ceil(dimension / 8))
  // A float's sign is its highest bit (IEEE 754). To shift it takes a fifth of the time of comparing, which an ingest feels.
  const floats = new Int32Array(hidden.buffer, hidden.byteOffset, hidden.length)
  for (let token = start; token < end; token++) {
    const to = (token - start) * TOKEN_BYTES
    for (let byte = 0; byte < bytes; byte++) {
      packed[to + byte] = ~negatives(floats, token * dimension + byte * 8)
    }
    // Bits of the last byte that no dimension stands behind.
    if (dimension < bytes * 8)
      packed[to + bytes - 1] = (packed[to + bytes - 1] ?? 0) & ((1 << (dimension % 8)) - 1)
  }
  return packed
}

/** A bit for each of eight floats, set for those that are negative. */
function negatives(floats: Int32Array, at: number): number {
  return (
    ((floats[at] ?? 0) >>> 31) |
    (((floats[at + 1] ?? 0) >>> 31) << 1) |
    (((floats[at + 2] ?? 0) >>> 31) << 2) |
    (((floats[at + 3] ?? 0) >>> 31) << 3) |
    (((floats[at + 4] ?? 0) >>> 31) << 4) |
    (((floats[at + 5] ?? 0) >>> 31) << 5) |
    (((floats[at + 6] ?? 0) >>> 31) << 6) |
    (((floats[at + 7] ?? 0) >>> 31) << 7)
  )
}

/** A word, or another part of a question, by its tokens. */
export interface WeightedTokens {
  /** More than 0. */
  readonly weight: number
  /** Of the tokens, of any length. */
  readonly vectors: readonly Float32Array[]
}

/** A question's tokens, ready to be compared with those of passages. */
export class QuestionTokens {
  /** For each token of a term, and each byte of a passage's token, what every value of that byte adds to the cosine. */
  readonly #terms: readonly { readonly weight: number; readonly tokens: readonly Float32Array[] }[]
  readonly #total: number
  readonly #most: number

  /** A word counts by its weight, into however many tokens the model takes it apart. */
  constructor(terms: readonly WeightedTokens[]) {
    const known = terms.filter(({ vectors }) => vectors.length > 0)
    this.#total = known.reduce((sum, { weight }) => sum + weight, 0)
    this.#most = Math.max(...known.map(({ weight }) => weight))
    this.#terms = known.map(({ weight, vectors }) => ({ weight, tokens: vectors.map(cosineParts) }))
  }

  /**
   * For each token of the question the nearest one of the passage: -1 to 1, where a token's own signs have some .8.
   * @param passage as `packSigns` gives it
   * @returns the weighted mean of all, and the least of a term among those that weigh most; both 0 where one of both has no tokens
   */
  nearness(passage: Uint8Array): { readonly mean: number; readonly weakest: number } {
    if (passage.length === 0 || this.#terms.length === 0) return { mean: 0, weakest: 0 }
    let sum = 0
    let weakest = 1
    for (const { weight, tokens } of this.#terms) {
      const near = tokens.reduce((all, parts) => all + nearest(parts, passage), 0) / tokens.length
      sum += weight * near
      if (weight === this.#most) weakest = Math.min(weakest, near)
    }
    return { mean: sum / this.#total, weakest }
  }
}

function nearest(parts: Float32Array, passage: Uint8Array): number {
  let best = -1
  for (let from = 0; from < passage.length; from += TOKEN_BYTES) {
    let cosine = 0
    for (let at = 0; at < TOKEN_BYTES; at++)
      cosine += parts[at * BYTE_VALUES + (passage[from + at] ?? 0)] ?? 0
    if (cosine > best) best = cosine
  }
  return best
}

function cosineParts(vector: Float32Array): Float32Array {
  let squares = 0
  for (let bit = 0; bit < SIGN_BITS; bit++) squares += (vector[bit] ?? 0) ** 2
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares * SIGN_BITS)
  const parts = new Float32Array(TOKEN_BYTES * BYTE_VALUES)
  for (let at = 0; at < TOKEN_BYTES; at++) {
    const first = at * BYTE_VALUES
    let none = 0
    for (let bit = 0; bit < 8; bit++) none -= (vector[at * 8 + bit] ?? 0) * scale
    parts[first] = none
    for (let bit = 0; bit < 8; bit++) {
      // With this bit as well as those before it.
      const more = 2 * (vector[at * 8 + bit] ?? 0) * scale
      const bytes = 1 << bit
      for (let byte = 0; byte < bytes; byte++) parts[first + bytes + byte] = (parts[first + byte] ?? 0) + more
    }
  }
  return parts
}
