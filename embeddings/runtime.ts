import { createRequire } from 'node:module'

interface OnnxRuntime {
  readonly InferenceSession: { create(path: string, options: SessionOptions): Promise<unknown> }
}

/** The options of ONNX Runtime that we set. */
export interface SessionOptions {
  readonly intraOpNumThreads: number
  readonly interOpNumThreads: number
  readonly executionMode: 'sequential' | 'parallel'
}

const ownRequire = createRequire(import.meta.url)
// Resolved from there, so that it is the very copy that @xenova/transformers uses.
const requireOfTransformers = createRequire(ownRequire.resolve('@xenova/transformers'))

/**
 * A session for `PreTrainedModel` of `@xenova/transformers`. Made here, because that package reads the model into memory and hands the bytes over:
 * a second copy of the weights, and the native runtime then ignores all options.
 */
export function createSession(modelPath: string, options: SessionOptions): Promise<unknown> {
  const { InferenceSession } = requireOfTransformers('onnxruntime-node') as OnnxRuntime
  return InferenceSession.create(modelPath, options)
}
