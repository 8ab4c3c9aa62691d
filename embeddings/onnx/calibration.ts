import type { BertWeights } from './bert-weights.js'
import { fp32Graph, type Watch, type WatchPoint } from './fp32-graph.js'
import { DataType } from './proto.js'
import type { LayerActivations } from './smooth-quant.js'

/** Runs a graph on one text and gives its outputs by name. */
export type Run = (text: string) => Promise<Readonly<Record<string, Float32Array>>>

/** The encoder in 32 bits that besides its vector gives the largest magnitude of every channel at each point of `LayerActivations`. */
export function calibrationGraph(weights: BertWeights): Uint8Array {
  const watch: Watch = (graph, point, layer, value) => {
    const magnitudes = graph.node('Abs', [value])
    const output = outputName(layer, point)
    graph.node('ReduceMax', [magnitudes], { attributes: { axes: [0, 1], keepdims: 0 }, output })
    graph.output(output, DataType.float, ['channels'])
  }
  return fp32Graph(weights, 'sentence', { watch })
}

/** The largest magnitudes over all texts, by layer; `run` runs the calibration graph. */
export async function calibrate(
  run: Run,
  layers: number,
  texts: readonly string[],
): Promise<LayerActivations[]> {
  const largest = new Map<string, Float32Array>()
  for (const text of texts) {
    for (const [name, values] of Object.entries(await run(text))) {
      const before = largest.get(name)
      largest.set(name, before ? values.map((value, index) => Math.max(value, before[index] ?? 0)) : values)
    }
  }
  const at = (layer: number, point: WatchPoint): Float32Array => {
    const values = largest.get(outputName(layer, point))
    if (!values) throw new Error(`calibration gave nothing for ${outputName(layer, point)}`)
    return values
  }
  return Array.from({ length: layers }, (_, layer) => ({
    attentionInput: at(layer, 'attentionInput'),
    context: at(layer, 'context'),
    feedForwardInput: at(layer, 'feedForwardInput'),
    activated: at(layer, 'activated'),
  }))
}

function outputName(layer: number, point: WatchPoint): string {
  return `layer${layer}.${point}`
}
