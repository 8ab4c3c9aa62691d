import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { readSafetensors, type FloatTensor } from './safetensors.js'

/** Weights in `[in, out]` order, as ONNX's MatMul takes them (the file has `[out, in]`, as PyTorch does). */
export interface Linear {
  readonly inputs: number
  readonly outputs: number
  readonly weight: Float32Array
  readonly bias: Float32Array
}

export interface LayerNorm {
  readonly gamma: Float32Array
  readonly beta: Float32Array
}

export interface BertLayer {
  readonly query: Linear
  readonly key: Linear
  readonly value: Linear
  readonly attentionOutput: Linear
  readonly attentionNorm: LayerNorm
  readonly intermediate: Linear
  readonly output: Linear
  readonly outputNorm: LayerNorm
}

export interface BertWeights {
  readonly config: BertConfig
  readonly words: FloatTensor
  readonly positions: FloatTensor
  readonly tokenTypes: FloatTensor
  readonly embeddingNorm: LayerNorm
  readonly layers: readonly BertLayer[]
}

const configSchema = z.object({
  model_type: z.literal('bert'),
  hidden_act: z.literal('gelu'),
  position_embedding_type: z.literal('absolute').default('absolute'),
  hidden_size: z.number().int(),
  num_attention_heads: z.number().int(),
  num_hidden_layers: z.number().int(),
  layer_norm_eps: z.number(),
})

export type BertConfig = z.infer<typeof configSchema>

/**
 * Reads a BERT encoder as Hugging Face stores it. Throws when a tensor is missing or the architecture is another.
 * @param tunedPath weights that take the place of those of the same name
 */
export function readBertWeights(configPath: string, weightsPath: string, tunedPath?: string): BertWeights {
  const config = configSchema.parse(JSON.parse(readFileSync(configPath, 'utf8')))
  const tuned = tunedPath === undefined ? [] : readSafetensors(tunedPath)
  const tensors = new Map([...readSafetensors(weightsPath), ...tuned])
  const tensor = (name: string): FloatTensor => {
    const found = tensors.get(name)
    if (!found) throw new Error(`tensor ${name} is missing in ${weightsPath}`)
    return found
  }
  const norm = (name: string): LayerNorm => ({
    gamma: tensor(`${name}.weight`).data,
    beta: tensor(`${name}.bias`).data,
  })
  const linear = (name: string): Linear => {
    const { shape, data } = tensor(`${name}.weight`)
    const [outputs = 0, inputs = 0] = shape
    return { inputs, outputs, weight: transpose(data, outputs, inputs), bias: tensor(`${name}.bias`).data }
  }
  const layers = Array.from({ length: config.num_hidden_layers }, (_, index): BertLayer => {
    const layer = `encoder.layer.${index}`
    return {
      query: linear(`${layer}.attention.self.query`),
      key: linear(`${layer}.attention.self.key`),
      value: linear(`${layer}.attention.self.value`),
      attentionOutput: linear(`${layer}.attention.output.dense`),
      attentionNorm: norm(`${layer}.attention.output.LayerNorm`),
      intermediate: linear(`${layer}.intermediate.dense`),
      output: linear(`${layer}.output.dense`),
      outputNorm: norm(`${layer}.output.LayerNorm`),
    }
  })
  return {
    config,
    words: tensor('embeddings.word_embeddings.weight'),
    positions: tensor('embeddings.position_embeddings.weight'),
    tokenTypes: tensor('embeddings.token_type_embeddings.weight'),
    embeddingNorm: norm('embeddings.LayerNorm'),
    layers,
  }
}

function transpose(data: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(data.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result[column * rows + row] = data[row * columns + column] ?? 0
    }
  }
  return result
}
