import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Logger } from 'pino'
import { z } from 'zod'
import { UserError } from '../src/errors.js'
import { hubModelFolder } from './hub.js'
import { knownTraits, type ModelTraits } from './known-models.js'
import { digestOfFiles } from './model-cache.js'
import { PACKAGED_MODELS, type PackagedName } from './onnx/build-model.js'
import { packagedModelFolder } from './packaged-model.js'
import type { WorkerSettings } from './worker-protocol.js'

export const PRECISIONS = ['int8', 'fp32'] as const
export type Precision = (typeof PRECISIONS)[number]

export interface ModelRequest {
  /** Hub name (`Xenova/bge-small-en-v1.5`), local folder, the name of a packaged one, or empty for the default. */
  readonly model?: string | undefined
  readonly precision?: string | undefined
  /** Where files of models are kept, usually `<data>/models`. */
  readonly cacheDir: string
  readonly hubUrl?: string | undefined
  readonly logger?: Logger | undefined
}

/** A model whose files are at hand. */
export interface EmbeddingModel extends Omit<ModelTraits, 'pooling'>, WorkerSettings {
  /** Stored with vectors: equal only when the vectors of both can be compared. */
  readonly id: string
  readonly name: string
  readonly precision: Precision
  /** What to take instead when this one turns out to compute badly on the processor at hand; only then is there anything to compare it with. */
  readonly substitute?: () => Promise<EmbeddingModel>
}

/** As models are published; the built-in one has its only graph in the first. */
const GRAPH_FILES = { fp32: 'onnx/model.onnx', int8: 'onnx/model_quantized.onnx' } as const
/** The packaged model that is taken where none is named. */
const DEFAULT_MODEL: PackagedName = 'pilcrow-minilm'

/** Who publish the packaged model under its name. */
const PUBLISHERS = /^(?:Xenova|sentence-transformers)\/(?=all-MiniLM-L6-v2$)/

/** A model on the Hugging Face hub. */
export const HUB_NAME = /^[\w-][\w.-]*\/[\w-][\w.-]*$/

/**
 * Finds or makes the files of the model that was asked for; the first time this may write to `cacheDir` and, for a hub name, use the network.
 * Throws a `UserError` for a model that does not exist, cannot be fetched, is incomplete, or for an unknown precision.
 */
export async function openModel(request: ModelRequest): Promise<EmbeddingModel> {
  const precision = checkPrecision(request.precision ?? 'int8')
  const model = (request.model ?? '').trim()
  const packaged = PACKAGED_MODELS.find((name) => name === (model.replace(PUBLISHERS, '') || DEFAULT_MODEL))
  if (packaged !== undefined) return openPackaged(request, packaged, precision)
  if (isFolder(model)) return openFolder(model, resolve(model), precision)
  if (HUB_NAME.test(model)) return openFromHub(model, precision, request)
  throw new UserError(
    `EMBEDDING_MODEL is "${model}", which is neither a folder nor a name such as Xenova/bge-small-en-v1.5.`,
  )
}

type PackagedVariant = 'int8' | 'int8-narrow' | 'fp32'

const SUBSTITUTES = { int8: 'int8-narrow', 'int8-narrow': 'fp32' } as const

async function openPackaged(
  request: ModelRequest,
  name: PackagedName,
  variant: PackagedVariant,
): Promise<EmbeddingModel> {
  const { folder, recipe } = await packagedModelFolder(request.cacheDir, name, variant, request.logger)
  return {
    ...traitsOf(name, folder),
    id: `${name}/${variant}/${recipe}`,
    name,
    precision: variant === 'fp32' ? 'fp32' : 'int8',
    folder,
    graphFile: GRAPH_FILES.fp32,
    pooling: 'graph',
    ...(variant === 'fp32' ? {} : { substitute: () => openPackaged(request, name, SUBSTITUTES[variant]) }),
  }
}

async function openFromHub(
  name: string,
  precision: Precision,
  request: ModelRequest,
): Promise<EmbeddingModel> {
  const { cacheDir, hubUrl, logger } = request
  const folder = await hubModelFolder({
    name,
    graphFile: GRAPH_FILES[precision],
    cacheDir,
    setting: 'EMBEDDING_MODEL',
    hubUrl,
    logger,
  })
  return openFolder(name, folder, precision)
}

async function openFolder(name: string, folder: string, precision: Precision): Promise<EmbeddingModel> {
  const graphFile = GRAPH_FILES[precision]
  requireFiles(folder, graphFile, 'EMBEDDING_MODEL')
  const traits = traitsOf(name, folder)
  const files = [graphFile, 'tokenizer.json'].map((file) => join(folder, file))
  // The name alone would not do: a folder's files can be exchanged.
  const digest = (await digestOfFiles(files)).slice(0, 16)
  const { pooling, queryPrefix, passagePrefix, maxTokens } = traits
  const use = [pooling, maxTokens, queryPrefix && 'q', passagePrefix && 'p'].filter(Boolean).join('-')
  return { ...traits, id: `${name}/${precision}/${digest}/${use}`, name, precision, folder, graphFile }
}

function traitsOf(name: string, folder: string): ModelTraits {
  return (
    knownTraits(name) ?? {
      pooling: 'mean',
      queryPrefix: '',
      passagePrefix: '',
      maxTokens: lengthLimit(folder),
    }
  )
}

const limitsSchema = z.object({
  config: z.object({ max_position_embeddings: z.number().int().positive().catch(512) }),
  tokenizer: z.object({ model_max_length: z.number().positive().catch(512) }),
})

/** Tokens that an unknown model takes, from its own files; at most 512, because attention grows with the square. */
export function lengthLimit(folder: string): number {
  const { config, tokenizer } = limitsSchema.parse({
    config: readJson(folder, 'config.json'),
    tokenizer: readJson(folder, 'tokenizer_config.json'),
  })
  return Math.min(512, config.max_position_embeddings, tokenizer.model_max_length)
}

function readJson(folder: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new UserError(`The model in ${folder} has a damaged ${file}: put a whole one there.`, {
      cause: error,
    })
  }
}

function checkPrecision(value: string): Precision {
  const precision = PRECISIONS.find((known) => known === value)
  if (precision) return precision
  throw new UserError(`EMBEDDING_PRECISION is "${value}"; it can be ${PRECISIONS.join(' or ')}.`)
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** @throws UserError when a file that `@xenova/transformers` loads is missing in the folder that `setting` names. */
export function requireFiles(folder: string, graphFile: string, setting: string): void {
  for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json', graphFile]) {
    if (statSync(join(folder, file), { throwIfNoEntry: false })?.isFile()) continue
    throw new UserError(
      `The model in ${folder} has no ${file}: ${setting} must name a folder with config.json, tokenizer.json, tokenizer_config.json and an ONNX file.`,
    )
  }
}
