import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { forkProcess } from './fork.js'
import { cachedFolder, digestOfFiles } from './model-cache.js'
import { PACKAGED, type PackagedName, TUNED_WEIGHTS, type Variant } from './onnx/build-model.js'
import type { BuildFailure } from './onnx/build-process.js'
import { CALIBRATION_FILE } from './onnx/texts.js'
import { PACKAGE_ROOT } from './package-root.js'

/** Raised by hand whenever the written graph changes, so that neither old files nor old vectors are taken for new ones. */
const RECIPE_VERSION = 4

export interface PackagedModel {
  /** A folder that `@xenova/transformers` loads. */
  readonly folder: string
  /** Hex; differs whenever vectors may differ. */
  readonly recipe: string
}

/** Turns packaged weights into an ONNX model, once per cache folder and recipe. */
export async function packagedModelFolder(
  cacheDir: string,
  name: PackagedName,
  variant: Variant,
  logger?: Logger,
): Promise<PackagedModel> {
  const { packagePath, configPath } = PACKAGED
  // The package's version stands for its weights: to read those at every start would take 0.1 s.
  const tuned = name === 'pilcrow-minilm' ? [TUNED_WEIGHTS] : []
  const sources = await digestOfFiles([packagePath, configPath, CALIBRATION_FILE, ...tuned])
  const recipe = createHash('sha256')
    .update(JSON.stringify({ version: RECIPE_VERSION, sources, variant }))
    .digest('hex')
    .slice(0, 16)
  const folder = await cachedFolder(cacheDir, `${name}-${variant}-${recipe}`, (path) => {
    logger?.info({ model: name, variant }, 'preparing the embedding model, once; this takes some seconds')
    return build(path, variant, name)
  })
  return { folder, recipe }
}

async function build(folder: string, variant: Variant, name: PackagedName): Promise<void> {
  const child = forkProcess(join(PACKAGE_ROOT, 'dist/embeddings/onnx/build-process.js'), [
    folder,
    variant,
    name,
  ])
  let failure: BuildFailure | undefined
  child.on('message', (message: BuildFailure) => (failure = message))
  const disconnected = once(child, 'disconnect')
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  await disconnected
  if (failure) throw Object.assign(new Error(failure.message), { code: failure.code })
  if (code !== 0)
    throw new Error(`building the embedding model ended with ${signal ?? `code ${String(code)}`}`)
}
