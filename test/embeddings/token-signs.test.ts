import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packSigns, QuestionTokens, TOKEN_BYTES, type WeightedTokens } from '../../embeddings/token-signs.js'

/** Dimensions of which signs are kept. */
const KEPT = TOKEN_BYTES * 8

const value = fc.double({ min: -1, max: 1, noNaN: true })
const token = fc.array(value, { minLength: KEPT, maxLength: KEPT }).map((values) => Float32Array.from(values))

/** What `nearness` is by its definition. */
function nearnessOf(question: readonly Float32Array[], passage: readonly Float32Array[]): number {
  const cosine = (own: Float32Array, other: Float32Array): number => {
    const sum = own.reduce((total, one, at) => total + (isNegative(other[at] ?? 0) ? -one : one), 0)
    return sum / (Math.hypot(...own) * Math.sqrt(KEPT) || 1)
  }
  return (
    question.reduce((sum, own) => sum + Math.max(...passage.map((other) => cosine(own, other))), 0) /
    question.length
  )
}

/** -0 is. */
function isNegative(float: number): boolean {
  return float < 0 || Object.is(float, -0)
}

function packed(tokens: readonly Float32Array[], dimension = KEPT): Uint8Array {
  return packSigns(Float32Array.from(tokens.flatMap((one) => [...one])), dimension, 0, tokens.length)
}

/** Words of one token each. */
function alike(tokens: readonly Float32Array[]): WeightedTokens[] {
  return tokens.map((vector) => ({ weight: 1, vectors: [vector] }))
}

describe('tokens of a question and of a passage', () => {
  it('are compared each with the nearest', () => {
    fc.assert(
      fc.property(
        fc.array(token, { minLength: 1, maxLength: 4 }),
        fc.array(token, { minLength: 1, maxLength: 6 }),
        (question, passage) => {
          expect(new QuestionTokens(alike(question)).nearness(packed(passage)).mean).toBeCloseTo(
            nearnessOf(question, passage),
            4,
          )
        },
      ),
      { numRuns: 50 },
    )
  })

  it('count by the weights of their words, into however many tokens those are taken apart', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            weight: fc.double({ min: 0.01, max: 4, noNaN: true }),
            vectors: fc.array(token, { maxLength: 3 }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        fc.array(token, { minLength: 1, maxLength: 4 }),
        (terms, passage) => {
          const known = terms.filter(({ vectors }) => vectors.length > 0)
          const sum = known.reduce(
            (all, { weight, vectors }) => all + weight * nearnessOf(vectors, passage),
            0,
          )
          const total = known.reduce((all, { weight }) => all + weight, 0)
          expect(new QuestionTokens(terms).nearness(packed(passage)).mean).toBeCloseTo(
            total === 0 ? 0 : sum / total,
            4,
          )
        },
      ),
      { numRuns: 50 },
    )
  })

  it('are nowhere nearer than where the same tokens stand', () => {
    const made = (seed: number) =>
      Float32Array.from({ length: KEPT }, (_, at) => Math.sin(seed * 100 + at * seed))
    const own = [made(1), made(2)]
    const tokens = new QuestionTokens(alike(own))
    const same = tokens.nearness(packed([made(3), ...own])).mean
    expect(same).toBeGreaterThan(0.8)
    expect(tokens.nearness(packed([made(3), made(1)])).mean).toBeLessThan(same)
    expect(tokens.nearness(packed([made(3), made(4)])).mean).toBeLessThan(0.5)
  })

  it('tell nothing where there are none', () => {
    const one = Float32Array.of(1, 2)
    expect(new QuestionTokens([]).nearness(packed([one], 2)).mean).toBe(0)
    expect(new QuestionTokens(alike([one])).nearness(new Uint8Array()).mean).toBe(0)
    expect(new QuestionTokens(alike([new Float32Array(KEPT)])).nearness(packed([one], 2)).mean).toBe(0)
  })

  it('may have fewer dimensions than are kept, or more', () => {
    for (const dimension of [8, 100, 768]) {
      const hidden = Float32Array.from({ length: 3 * dimension }, (_, at) => Math.sin(at))
      const signs = packSigns(hidden, dimension, 1, 3)
      expect(signs).toHaveLength(2 * TOKEN_BYTES)
      for (let bit = 0; bit < KEPT; bit++) {
        const wanted = bit < dimension && !isNegative(hidden[dimension + bit] ?? 0)
        expect(((signs[bit >> 3] ?? 0) >> (bit & 7)) & 1).toBe(Number(wanted))
      }
    }
  })
})
