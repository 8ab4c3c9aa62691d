import type { Linear } from './bert-weights.js'

/** @module Rearrangements of a linear layer that leave the whole network's result as it is. */

/** Layers over the same input as one: the columns side by side. */
export function besides(layers: readonly Linear[]): Linear {
  const inputs = layers[0]?.inputs ?? 0
  const outputs = layers.reduce((sum, layer) => sum + layer.outputs, 0)
  const weight = new Float32Array(inputs * outputs)
  const bias = new Float32Array(outputs)
  let offset = 0
  for (const layer of layers) {
    bias.set(layer.bias, offset)
    for (let row = 0; row < inputs; row++) {
      weight.set(
        layer.weight.subarray(row * layer.outputs, (row + 1) * layer.outputs),
        row * outputs + offset,
      )
    }
    offset += layer.outputs
  }
  return { inputs, outputs, weight, bias }
}

/** The same function of an input that was divided by `factors`, one for each channel. */
export function withInputScaled({ inputs, outputs, weight, bias }: Linear, factors: Float32Array): Linear {
  const scaled = weight.map((value, index) => value * (factors[Math.floor(index / outputs)] ?? 1))
  return { inputs, outputs, weight: scaled, bias }
}

/** The same function with its outputs divided by `factors`, one for each channel. */
export function withOutputDivided({ inputs, outputs, weight, bias }: Linear, factors: Float32Array): Linear {
  return {
    inputs,
    outputs,
    weight: weight.map((value, index) => value / (factors[index % outputs] ?? 1)),
    bias: bias.map((value, index) => value / (factors[index] ?? 1)),
  }
}

/** Only some of the outputs, in the order given. */
export function pickOutputs({ inputs, outputs, weight, bias }: Linear, picked: readonly number[]): Linear {
  const result = new Float32Array(inputs * picked.length)
  for (let row = 0; row < inputs; row++) {
    picked.forEach((column, index) => {
      result[row * picked.length + index] = weight[row * outputs + column] ?? 0
    })
  }
  return {
    inputs,
    outputs: picked.length,
    weight: result,
    bias: Float32Array.from(picked, (column) => bias[column] ?? 0),
  }
}

/** Only the part that some of the inputs contribute; the bias stays. */
export function pickInputs({ outputs, weight, bias }: Linear, picked: readonly number[]): Linear {
  const result = new Float32Array(picked.length * outputs)
  picked.forEach((row, index) => {
    result.set(weight.subarray(row * outputs, (row + 1) * outputs), index * outputs)
  })
  return { inputs: picked.length, outputs, weight: result, bias }
}

/** Largest magnitude in each row of the weights, that is for each input channel. */
export function inputMagnitudes({ inputs, outputs, weight }: Linear): Float32Array {
  const magnitudes = new Float32Array(inputs)
  for (let index = 0; index < weight.length; index++) {
    const row = Math.floor(index / outputs)
    magnitudes[row] = Math.max(magnitudes[row] ?? 0, Math.abs(weight[index] ?? 0))
  }
  return magnitudes
}
