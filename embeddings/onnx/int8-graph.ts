import type { BertWeights, LayerNorm, Linear } from './bert-weights.js'
import { sentenceOutputs, positionRows, positionsOfTypeZero } from './fp32-graph.js'
import { CONTRIB, GraphBuilder } from './graph-builder.js'
import { DataType } from './proto.js'
import { quantizeColumns, quantizeRows, type WeightBits } from './quantize.js'
import type { SmoothLayer } from './smooth-quant.js'

/** An activation in unsigned 8 bits with its scale and zero point, which are found anew for each text. */
interface Quantized {
  readonly values: string
  readonly scale: string
  readonly zeroPoint: string
}

/**
 * The encoder with 8-bit matrix products, in the operators that ONNX Runtime adds for it, in the `sentence` form.
 */
export function int8Graph(
  weights: BertWeights,
  layers: readonly SmoothLayer[],
  bits: WeightBits,
): Uint8Array {
  const graph = new GraphBuilder()
  const int8 = new Int8Graph(graph, weights, bits)
  const ids = graph.input('input_ids', DataType.int64, [1, 'sequence'])
  let hidden = int8.embed(ids)
  weights.layers.forEach((layer, index) => {
    const smoothed = layers[index]
    if (!smoothed) throw new Error(`layer ${index} was not smoothed`)
    const attended = int8.attend(hidden, `layer${index}`, smoothed)
    const middle = int8.addAndNormalise(attended, hidden, `layer${index}.attention`, layer.attentionNorm)
    const fed = int8.feedForward(middle, `layer${index}`, smoothed)
    hidden = int8.addAndNormalise(fed, middle, `layer${index}.output`, layer.outputNorm)
  })
  sentenceOutputs(graph, hidden, weights.config)
  return graph.encode('bert-int8')
}

class Int8Graph {
  readonly #graph: GraphBuilder
  readonly #weights: BertWeights
  readonly #bits: WeightBits

  constructor(graph: GraphBuilder, weights: BertWeights, bits: WeightBits) {
    this.#graph = graph
    this.#weights = weights
    this.#bits = bits
  }

  /** The word table has 8 bits and a scale for each word. */
  embed(ids: string): string {
    const graph = this.#graph
    const { words, positions, embeddingNorm, config } = this.#weights
    const [rows = 0, columns = 0] = words.shape
    const table = quantizeRows(words.data, rows, columns)
    const values = graph.node('Gather', [graph.constant('words', [rows, columns], table.values), ids])
    const scales = graph.node('Gather', [graph.constant('words.scales', [rows, 1], table.scales), ids])
    const floats = graph.node('Cast', [values], { attributes: { to: DataType.float } })
    const word = graph.node('Mul', [floats, scales])
    const positionTable = graph.constant('positions', positions.shape, positionsOfTypeZero(this.#weights))
    const sum = graph.node('Add', [word, positionRows(graph, ids, positionTable)])
    return graph.node('LayerNormalization', [sum, ...this.#norm('embeddings', embeddingNorm)], {
      attributes: { axis: -1, epsilon: { float: config.layer_norm_eps } },
    })
  }

  /** Self-attention and its output projection. */
  attend(hidden: string, name: string, layer: SmoothLayer): string {
    const input = this.#quantize(this.#divide(hidden, `${name}.attention_divisors`, layer.attentionDivisors))
    const { weight, scale, bias } = this.#matrix(`${name}.query_key_value`, layer.queryKeyValue)
    const context = this.#graph.node(
      'QAttention',
      [input.values, weight, bias, input.scale, scale, '', input.zeroPoint],
      { domain: CONTRIB, attributes: { num_heads: this.#weights.config.num_attention_heads } },
    )
    return this.#dynamicProduct(context, `${name}.attention_output`, layer.attentionOutput)
  }

  /** The outliers' share is computed in 32 bits and added by the very operator that multiplies it. */
  feedForward(hidden: string, name: string, layer: SmoothLayer): string {
    const graph = this.#graph
    const divided = this.#divide(hidden, `${name}.feed_forward_divisors`, layer.feedForwardDivisors)
    const input = this.#quantize(divided)
    const { regular, outliers } = layer
    const regularChannels = this.#activate(input, `${name}.regular`, regular.intermediate)
    const outlierChannels = this.#activate(input, `${name}.outliers`, outliers.intermediate)
    const most = this.#dynamicProduct(regularChannels, `${name}.output`, regular.output)
    const { inputs, outputs, weight } = outliers.output
    const sum = graph.node('Gemm', [
      graph.node('Squeeze', [outlierChannels, graph.integers(0)]),
      graph.constant(`${name}.outliers.output.weight`, [inputs, outputs], weight),
      graph.node('Squeeze', [most, graph.integers(0)]),
    ])
    return graph.node('Unsqueeze', [sum, graph.integers(0)])
  }

  addAndNormalise(input: string, skip: string, name: string, norm: LayerNorm): string {
    return this.#graph.node('SkipLayerNormalization', [input, skip, ...this.#norm(name, norm)], {
      domain: CONTRIB,
      attributes: { epsilon: { float: this.#weights.config.layer_norm_eps } },
    })
  }

  #activate(input: Quantized, name: string, layer: Linear): string {
    const { weight, scale, bias } = this.#matrix(`${name}.intermediate`, layer)
    const product = this.#graph.node(
      'MatMulIntegerToFloat',
      [input.values, weight, input.scale, scale, input.zeroPoint, '', bias],
      { domain: CONTRIB },
    )
    return this.#graph.node('FastGelu', [product], { domain: CONTRIB })
  }

  #dynamicProduct(input: string, name: string, layer: Linear): string {
    const { weight, scale, bias } = this.#matrix(name, layer)
    return this.#graph.node('DynamicQuantizeMatMul', [input, weight, scale, '', bias], { domain: CONTRIB })
  }

  #divide(input: string, name: string, divisors: Float32Array): string {
    const factors = divisors.map((divisor) => 1 / divisor)
    return this.#graph.node('Mul', [input, this.#graph.constant(name, [factors.length], factors)])
  }

  #quantize(input: string): Quantized {
    const values = this.#graph.node('DynamicQuantizeLinear', [input], { more: ['scale', 'zero_point'] })
    return { values, scale: `${values}.scale`, zeroPoint: `${values}.zero_point` }
  }

  #matrix(
    name: string,
    { inputs, outputs, weight, bias }: Linear,
  ): Record<'weight' | 'scale' | 'bias', string> {
    const { values, scales } = quantizeColumns(weight, inputs, outputs, this.#bits)
    return {
      weight: this.#graph.constant(`${name}.weight`, [inputs, outputs], values),
      scale: this.#graph.constant(`${name}.scale`, [outputs], scales),
      bias: this.#graph.constant(`${name}.bias`, [outputs], bias),
    }
  }

  #norm(name: string, { gamma, beta }: LayerNorm): string[] {
    return [
      this.#graph.constant(`${name}.gamma`, [gamma.length], gamma),
      this.#graph.constant(`${name}.beta`, [beta.length], beta),
    ]
  }
}
