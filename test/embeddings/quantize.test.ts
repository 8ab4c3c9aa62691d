import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Linear } from '../../embeddings/onnx/bert-weights.js'
import {
  besides,
  pickInputs,
  pickOutputs,
  withInputScaled,
  withOutputDivided,
} from '../../embeddings/onnx/linear.js'
import { quantizeColumns, quantizeRows } from '../../embeddings/onnx/quantize.js'

/** Weights; so near to zero that a scale of theirs is no float32 they never are. */
const number = fc
  .float({ min: -8, max: 8, noNaN: true })
  .map((value) => (Math.abs(value) < 1e-30 ? 0 : value))
const factor = fc.float({ min: 0.25, max: 4, noNaN: true })

function vector(length: number, of = number): fc.Arbitrary<Float32Array> {
  return fc.array(of, { minLength: length, maxLength: length }).map((values) => Float32Array.from(values))
}

function linear(inputs: number, outputs: number): fc.Arbitrary<Linear> {
  return fc
    .record({ weight: vector(inputs * outputs), bias: vector(outputs) })
    .map((parts) => ({ inputs, outputs, ...parts }))
}

function apply({ inputs, outputs, weight, bias }: Linear, input: Float32Array): number[] {
  return Array.from({ length: outputs }, (_, column) => {
    let sum = bias[column] ?? 0
    for (let row = 0; row < inputs; row++) sum += (input[row] ?? 0) * (weight[row * outputs + column] ?? 0)
    return sum
  })
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length)
  actual.forEach((value, index) => {
    expect(value).toBeCloseTo(expected[index] ?? NaN, 2)
  })
}

describe('a linear layer', () => {
  it('gives the same for a divided input once its weights are scaled', () => {
    fc.assert(
      fc.property(linear(3, 4), vector(3), vector(3, factor), (layer, input, factors) => {
        const divided = input.map((value, index) => value / (factors[index] ?? 1))
        expectClose(apply(withInputScaled(layer, factors), divided), apply(layer, input))
      }),
    )
  })

  it('gives divided outputs', () => {
    fc.assert(
      fc.property(linear(3, 4), vector(3), vector(4, factor), (layer, input, factors) => {
        const expected = apply(layer, input).map((value, index) => value / (factors[index] ?? 1))
        expectClose(apply(withOutputDivided(layer, factors), input), expected)
      }),
    )
  })

  it('joins others, and gives back the outputs and the inputs that are picked from it', () => {
    fc.assert(
      fc.property(linear(3, 2), linear(3, 4), vector(3), (first, second, input) => {
        const both = besides([first, second])
        expectClose(apply(both, input), [...apply(first, input), ...apply(second, input)])
        expectClose(apply(pickOutputs(both, [5, 0]), input), [
          apply(second, input)[3] ?? NaN,
          apply(first, input)[0] ?? NaN,
        ])
        const part = apply(pickInputs(both, [2]), input.slice(2))
        const rest = apply({ ...pickInputs(both, [0, 1]), bias: new Float32Array(6) }, input.slice(0, 2))
        expectClose(
          part.map((value, index) => value + (rest[index] ?? NaN)),
          apply(both, input),
        )
      }),
    )
  })
})

describe('8-bit matrices', () => {
  it.each([7, 8] as const)('with %i-bit weights are off by half a step of their column at most', (bits) => {
    const limit = 2 ** (bits - 1) - 1
    fc.assert(
      fc.property(vector(15), (matrix) => {
        const { values, scales } = quantizeColumns(matrix, 5, 3, bits)
        matrix.forEach((value, index) => {
          const scale = scales[index % 3] ?? NaN
          expect(Math.abs(values[index] ?? NaN)).toBeLessThanOrEqual(limit)
          expect(Math.abs((values[index] ?? NaN) * scale - value)).toBeLessThanOrEqual(scale * 0.501)
        })
      }),
    )
  })

  it('by rows are off by half a step of their row at most, and zeros stay zeros', () => {
    const { values, scales } = quantizeRows(Float32Array.of(0, 0, 0, 1, -2, 0.7), 2, 3)
    expect(Array.from(values)).toEqual([0, 0, 0, 64, -127, 44])
    expect(scales[0]).toBe(0)
    expect(scales[1]).toBeCloseTo(2 / 127)
  })
})
