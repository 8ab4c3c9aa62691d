import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packVectors, PackedVectors, recordBytes } from '../../embeddings/packed-vectors.js'

const DIMENSION = 7

const vectors = fc.array(
  fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSION, maxLength: DIMENSION }),
  { maxLength: 9 },
)

describe('vectors in 8 bits', () => {
  it('are off by half a step at most, of which the largest value has 127', () => {
    fc.assert(
      fc.property(vectors, (all) => {
        const given = all.map((values) => Float32Array.from(values))
        const packed = new PackedVectors(packVectors(given, DIMENSION), DIMENSION)
        expect(packed.count).toBe(given.length)
        given.forEach((vector, at) => {
          const step = Math.max(...vector.map(Math.abs)) / 127
          packed.vector(at).forEach((value, index) => {
            expect(Math.abs(value - (vector[index] ?? NaN))).toBeLessThanOrEqual(step * 0.5001 + 1e-37)
          })
        })
      }),
    )
  })

  it('are compared where they stand, also in the middle of other bytes', () => {
    const given = [Float32Array.of(1, 0, 0, 0, 0, 0, 0), Float32Array.of(0, 0.6, 0, 0, 0, -0.8, 0)]
    const packed = packVectors(given, DIMENSION)
    const around = new Uint8Array(packed.length + 8).fill(99)
    around.set(packed, 3)
    const found = new PackedVectors(around.subarray(3, 3 + packed.length), DIMENSION)
    const other = Float32Array.of(0.5, 0.5, 0, 0, 0, 0.5, 0)
    expect(found.dot(0, other)).toBeCloseTo(0.5, 6)
    expect(found.dot(1, other)).toBeCloseTo(-0.1, 2)
  })

  it('take a quarter of the room', () => {
    expect(packVectors([new Float32Array(384)], 384)).toHaveLength(388)
    expect(recordBytes(384)).toBe(388)
  })

  it('of zeros stay zeros', () => {
    const zeros = new Float32Array(DIMENSION)
    expect(new PackedVectors(packVectors([zeros], DIMENSION), DIMENSION).vector(0)).toEqual(zeros)
  })

  it('are refused when they were cut short', () => {
    const packed = packVectors([new Float32Array(DIMENSION)], DIMENSION)
    expect(() => new PackedVectors(packed.subarray(1), DIMENSION)).toThrow(RangeError)
  })
})
