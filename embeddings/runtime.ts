import { createRequire } from 'node:module'

/** The parts of ONNX Runtime's backend interface that we use. */
export interface Backend {
  init(): Promise<void>
  createSessionHandler(model: string | Uint8Array, options: object): Promise<unknown>
}

interface OnnxRuntime {
  registerBackend(name: string, backend: Backend, priority: number): void
}

const ownRequire = createRequire(import.meta.url)
// Resolved from there, so that it is the very copy that @xenova/transformers uses.
const requireOfTransformers = createRequire(ownRequire.resolve('@xenova/transformers'))

/**
 * Loads the native runtime into the process. The main thread has to do this before it starts workers:
 * otherwise the second worker that loads it fails with "Module did not self-register".
 */
export function loadRuntime(): OnnxRuntime {
  return requireOfTransformers('onnxruntime-node') as OnnxRuntime
}

/** The runtime's own CPU backend (not typed by the package, and not part of its index). */
export function cpuBackend(): Backend {
  const module = requireOfTransformers('onnxruntime-node/dist/backend') as { onnxruntimeBackend: Backend }
  return module.onnxruntimeBackend
}
