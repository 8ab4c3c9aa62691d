import { buildModel, type PackagedName, type Variant } from './build-model.js'

/** @module Run as a process of its own: `build-process.js FOLDER VARIANT MODEL` builds a model, which takes seconds of computing. */

export interface BuildFailure {
  readonly message: string
  /** Of a system error, as `ENOSPC`. */
  readonly code: string | undefined
}

process.on('disconnect', () => process.exit())

const [folder = '', variant, name] = process.argv.slice(2)
buildModel(folder, variant as Variant, name as PackagedName).then(
  () => {
    process.disconnect()
  },
  (error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    const failure: BuildFailure = { message: error instanceof Error ? error.message : String(error), code }
    process.exitCode = 1
    process.send?.(failure, () => {
      process.disconnect()
    })
  },
)
