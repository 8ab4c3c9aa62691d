import type { BertConfig, BertLayer, BertWeights, LayerNorm, Linear } from './bert-weights.js'
import { GraphBuilder } from './graph-builder.js'
import { DataType } from './proto.js'

/**
 * - `sentence`: takes one text (`input_ids [1, sequence]`) and gives its vector (`last_hidden_state [1, hidden]`),
 *   the mean over all tokens at length 1, and those of its tokens (`token_vectors [1, sequence, hidden]`). Fast: neither mask nor
 *   token types, nothing to pool outside.
 * - `tokens`: the form in which models are usually published: batches, mask, token types, a vector for every token.
 */
export type GraphForm = 'sentence' | 'tokens'

/** Points of a layer that can be watched, named as in `LayerActivations`. */
export type WatchPoint = 'attentionInput' | 'context' | 'feedForwardInput' | 'activated'
export type Watch = (graph: GraphBuilder, point: WatchPoint, layer: number, value: string) => void

export interface GraphOptions {
  /** May add to the graph what it wants to see. */
  readonly watch?: Watch
  /** Takes the nodes and constants; one of another kind may write them differently. */
  readonly graph?: GraphBuilder
}

/** The encoder in 32-bit floats and standard ONNX operators. */
export function fp32Graph(weights: BertWeights, form: GraphForm, options: GraphOptions = {}): Uint8Array {
  const { watch, graph = new GraphBuilder() } = options
  const { config } = weights
  const batch = form === 'sentence' ? 1 : 'batch'
  const ids = graph.input('input_ids', DataType.int64, [batch, 'sequence'])
  const bias = form === 'tokens' ? maskBias(graph) : undefined
  let hidden = norm(graph, embed(graph, weights, ids, form), 'embeddings', weights.embeddingNorm, config)
  weights.layers.forEach((layer, index) => {
    const watchLayer = (point: WatchPoint, value: string): void => watch?.(graph, point, index, value)
    hidden = encoderLayer(graph, hidden, `layer${index}`, layer, config, bias, watchLayer)
  })
  if (form === 'sentence') {
    sentenceOutputs(graph, hidden, config)
  } else {
    graph.node('Identity', [hidden], { output: 'last_hidden_state' })
    graph.output('last_hidden_state', DataType.float, ['batch', 'sequence', config.hidden_size])
  }
  return graph.encode('bert')
}

/** What the `sentence` form gives: the mean over the tokens at length 1 as `last_hidden_state`, and the tokens as `token_vectors`. */
export function sentenceOutputs(graph: GraphBuilder, hidden: string, config: BertConfig): void {
  const mean = graph.node('ReduceMean', [hidden], { attributes: { axes: [1], keepdims: 0 } })
  graph.node('LpNormalization', [mean], { attributes: { axis: -1, p: 2 }, output: 'last_hidden_state' })
  graph.output('last_hidden_state', DataType.float, [1, config.hidden_size])
  graph.node('Identity', [hidden], { output: 'token_vectors' })
  graph.output('token_vectors', DataType.float, [1, 'sequence', config.hidden_size])
}

/** The position table with token type 0 added: in the `sentence` form no other type occurs. */
export function positionsOfTypeZero({ positions, tokenTypes, config }: BertWeights): Float32Array {
  return positions.data.map((value, index) => value + (tokenTypes.data[index % config.hidden_size] ?? 0))
}

/** Rows of the constant table `positions` for as many tokens as `ids` has: `[sequence, hidden]`. */
export function positionRows(graph: GraphBuilder, ids: string, positions: string): string {
  const shape = graph.node('Shape', [ids], { attributes: { start: 1, end: 2 } })
  return graph.node('Slice', [positions, graph.integers(0), shape, graph.integers(0)])
}

function embed(graph: GraphBuilder, weights: BertWeights, ids: string, form: GraphForm): string {
  const { words, positions, tokenTypes } = weights
  const table = graph.constant('words', words.shape, words.data)
  const word = graph.node('Gather', [table, ids])
  const positionData = form === 'sentence' ? positionsOfTypeZero(weights) : positions.data
  const position = positionRows(graph, ids, graph.constant('positions', positions.shape, positionData))
  const sum = graph.node('Add', [word, position])
  if (form === 'sentence') return sum
  const types = graph.input('token_type_ids', DataType.int64, ['batch', 'sequence'])
  const typeTable = graph.constant('token_types', tokenTypes.shape, tokenTypes.data)
  return graph.node('Add', [sum, graph.node('Gather', [typeTable, types])])
}

/** 0 for tokens that count and a large negative number for padding: added to the attention scores. */
function maskBias(graph: GraphBuilder): string {
  const mask = graph.input('attention_mask', DataType.int64, ['batch', 'sequence'])
  const floats = graph.node('Cast', [mask], { attributes: { to: DataType.float } })
  const spread = graph.node('Unsqueeze', [floats, graph.integers(1, 2)])
  const padding = graph.node('Sub', [graph.scalar(1), spread])
  return graph.node('Mul', [padding, graph.scalar(-10_000)])
}

function encoderLayer(
  graph: GraphBuilder,
  input: string,
  name: string,
  layer: BertLayer,
  config: BertConfig,
  bias: string | undefined,
  watch: (point: WatchPoint, value: string) => void,
): string {
  const context = attention(graph, input, name, layer, config, bias)
  const attended = linear(graph, context, `${name}.attention_output`, layer.attentionOutput)
  const sum = graph.node('Add', [attended, input])
  const middle = norm(graph, sum, `${name}.attention`, layer.attentionNorm, config)
  const activated = gelu(graph, linear(graph, middle, `${name}.intermediate`, layer.intermediate))
  const projected = linear(graph, activated, `${name}.output`, layer.output)
  watch('attentionInput', input)
  watch('context', context)
  watch('feedForwardInput', middle)
  watch('activated', activated)
  return norm(graph, graph.node('Add', [projected, middle]), `${name}.output`, layer.outputNorm, config)
}

function attention(
  graph: GraphBuilder,
  input: string,
  name: string,
  layer: BertLayer,
  config: BertConfig,
  bias: string | undefined,
): string {
  const headSize = config.hidden_size / config.num_attention_heads
  const heads = (part: 'query' | 'key' | 'value', perm: number[]): string => {
    const projected = linear(graph, input, `${name}.${part}`, layer[part])
    const split = graph.node('Reshape', [
      projected,
      graph.integers(0, 0, config.num_attention_heads, headSize),
    ])
    return graph.node('Transpose', [split], { attributes: { perm } })
  }
  const products = graph.node('MatMul', [heads('query', [0, 2, 1, 3]), heads('key', [0, 2, 3, 1])])
  const scaled = graph.node('Div', [products, graph.scalar(Math.sqrt(headSize))])
  const scores = bias === undefined ? scaled : graph.node('Add', [scaled, bias])
  const shares = graph.node('Softmax', [scores], { attributes: { axis: -1 } })
  const context = graph.node('MatMul', [shares, heads('value', [0, 2, 1, 3])])
  const merged = graph.node('Transpose', [context], { attributes: { perm: [0, 2, 1, 3] } })
  return graph.node('Reshape', [merged, graph.integers(0, 0, config.hidden_size)])
}

function linear(graph: GraphBuilder, input: string, name: string, weights: Linear): string {
  const weight = graph.constant(`${name}.weight`, [weights.inputs, weights.outputs], weights.weight)
  const bias = graph.constant(`${name}.bias`, [weights.outputs], weights.bias)
  return graph.node('Add', [graph.node('MatMul', [input, weight]), bias])
}

function norm(
  graph: GraphBuilder,
  input: string,
  name: string,
  weights: LayerNorm,
  config: BertConfig,
): string {
  const gamma = graph.constant(`${name}.gamma`, [config.hidden_size], weights.gamma)
  const beta = graph.constant(`${name}.beta`, [config.hidden_size], weights.beta)
  return graph.node('LayerNormalization', [input, gamma, beta], {
    attributes: { axis: -1, epsilon: { float: config.layer_norm_eps } },
  })
}

/** x/2 * (1 + erf(x/sqrt 2)): the exact form, which the runtime fuses into one operator. */
function gelu(graph: GraphBuilder, input: string): string {
  const erf = graph.node('Erf', [graph.node('Div', [input, graph.scalar(Math.SQRT2)])])
  const product = graph.node('Mul', [input, graph.node('Add', [erf, graph.scalar(1)])])
  return graph.node('Mul', [product, graph.scalar(0.5)])
}
