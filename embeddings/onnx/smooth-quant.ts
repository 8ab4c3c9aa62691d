import type { BertLayer, BertWeights, Linear } from './bert-weights.js'
import {
  besides,
  inputMagnitudes,
  pickInputs,
  pickOutputs,
  withInputScaled,
  withOutputDivided,
} from './linear.js'

/** Largest magnitude of every channel at the points of one layer where activations are quantised, over the calibration texts. */
export interface LayerActivations {
  /** Input of query, key and value. */
  readonly attentionInput: Float32Array
  /** Input of the attention's output projection. */
  readonly context: Float32Array
  /** Input of the first feed-forward projection. */
  readonly feedForwardInput: Float32Array
  /** Output of the activation function. */
  readonly activated: Float32Array
}

/** A layer made ready for 8-bit activations; as a function it is the same as before. */
export interface SmoothLayer {
  /** The layer's input has to be divided by these before `queryKeyValue` … */
  readonly attentionDivisors: Float32Array
  readonly queryKeyValue: Linear
  readonly attentionOutput: Linear
  /** … and the normalised attention output by these before both halves of the feed-forward part. */
  readonly feedForwardDivisors: Float32Array
  /** Feed-forward channels that take 8 bits well. */
  readonly regular: FeedForward
  /** The few with large values, which would spoil the resolution of the others; the bias is with `regular`. */
  readonly outliers: FeedForward
}

export interface FeedForward {
  readonly intermediate: Linear
  readonly output: Linear
}

/** How much of the difficulty moves from activations to weights (Xiao et al. 2023, "SmoothQuant"); the best of .4 to .75 on cable text. */
const ALPHA = 0.65

/** Feed-forward channels of each layer that stay in 32 bits. */
export const OUTLIER_CHANNELS = 64

export function smooth(weights: BertWeights, activations: readonly LayerActivations[]): SmoothLayer[] {
  return weights.layers.map((layer, index) => {
    const measured = activations[index]
    if (!measured) throw new Error(`no calibration for layer ${index}`)
    return smoothLayer(layer, measured)
  })
}

function smoothLayer(layer: BertLayer, activations: LayerActivations): SmoothLayer {
  // The scaling of the context costs nothing: the value projection gives it divided.
  const contextDivisors = divisors(activations.context, layer.attentionOutput)
  const value = withOutputDivided(layer.value, contextDivisors)
  const queryKeyValue = besides([layer.query, layer.key, value])
  const attentionDivisors = divisors(activations.attentionInput, queryKeyValue)
  const feedForwardDivisors = divisors(activations.feedForwardInput, layer.intermediate)
  const intermediate = withInputScaled(layer.intermediate, feedForwardDivisors)
  const { regular, outliers } = splitChannels(activations.activated)
  return {
    attentionDivisors,
    queryKeyValue: withInputScaled(queryKeyValue, attentionDivisors),
    attentionOutput: withInputScaled(layer.attentionOutput, contextDivisors),
    feedForwardDivisors,
    regular: {
      intermediate: pickOutputs(intermediate, regular),
      output: pickInputs(layer.output, regular),
    },
    outliers: {
      intermediate: pickOutputs(intermediate, outliers),
      output: pickInputs(layer.output, outliers),
    },
  }
}

function divisors(activations: Float32Array, layer: Linear): Float32Array {
  const weights = inputMagnitudes(layer)
  return activations.map((activation, channel) => {
    const divisor = activation ** ALPHA / (weights[channel] ?? 0) ** (1 - ALPHA)
    return Number.isFinite(divisor) && divisor > 0 ? divisor : 1
  })
}

function splitChannels(activated: Float32Array): { regular: number[]; outliers: number[] } {
  const largestFirst = Array.from(activated.keys()).sort(
    (a, b) => (activated[b] ?? 0) - (activated[a] ?? 0) || a - b,
  )
  const ascending = (channels: number[]): number[] => channels.sort((a, b) => a - b)
  return {
    outliers: ascending(largestFirst.slice(0, OUTLIER_CHANNELS)),
    regular: ascending(largestFirst.slice(OUTLIER_CHANNELS)),
  }
}
