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
 * @returns `TOKEN_BYTES` for each token from `start` to before `end`
 */
export function packSigns(hidden: Float32Array, dimension: number, start: number, end: number): Uint8Array {
  const packed = new Uint8Array((end - start) * TOKEN_BYTES)
  const bytes = Math.min(TOKEN_BYTES, Math.ceil(dimension / 8))
  for (let token = start; token < end; token++) {
    const to = (token - start) * TOKEN_BYTES
    for (let byte = 0; byte < bytes; byte++) {
      const from = token * dimension + byte * 8
      packed[to + byte] = signsFrom(hidden, from, (token + 1) * dimension - from)
    }
  }
  return packed
}

/** Eight signs, or as many as there are. Written out, because a loop takes a third longer, which an ingest feels. */
function signsFrom(hidden: Float32Array, at: number, rest: number): number {
  const signs =
    ((hidden[at] ?? 0) > 0 ? 1 : 0) |
    ((hidden[at + 1] ?? 0) > 0 ? 2 : 0) |
    ((hidden[at + 2] ?? 0) > 0 ? 4 : 0) |
    ((hidden[at + 3] ?? 0) > 0 ? 8 : 0) |
    ((hidden[at + 4] ?? 0) > 0 ? 16 : 0) |
    ((hidden[at + 5] ?? 0) > 0 ? 32 : 0) |
    ((hidden[at + 6] ?? 0) > 0 ? 64 : 0) |
    ((hidden[at + 7] ?? 0) > 0 ? 128 : 0)
  return rest >= 8 ? signs : signs & ((1 << rest) - 1)
}

/** A question's tokens, ready to be compared with those of passages. */
export class QuestionTokens {
  /** For each token and each byte of a passage's token what every value of that byte adds to the cosine. */
  readonly #parts: readonly Float32Array[]

  /** @param vectors of the tokens, of any length */
  constructor(vectors: readonly Float32Array[]) {
    this.#parts = vectors.map(cosineParts)
  }

  /**
   * For each token of the question the nearest one of the passage, and the mean of all: -1 to 1, where a token's own signs
   * have some .8. 0 where one of both has no tokens.
   * @param passage as `packSigns` gives it
   */
  nearness(passage: Uint8Array): number {
    if (this.#parts.length === 0 || passage.length === 0) return 0
    return this.#parts.reduce((sum, parts) => sum + nearest(parts, passage), 0) / this.#parts.length
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
