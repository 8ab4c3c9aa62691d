import type { Pooling } from './known-models.js'

/** What a worker thread is started with. */
export interface WorkerSettings {
  /** Folder that `@xenova/transformers` loads. */
  readonly folder: string
  /** The ONNX file below `folder`: `onnx/model.onnx` or `onnx/model_quantized.onnx`. */
  readonly graphFile: string
  readonly pooling: Pooling | 'graph'
  readonly maxTokens: number
}

/** Work for a worker, which has one request at a time. */
export interface WorkerRequest {
  readonly texts: readonly string[]
}

export type WorkerResponse =
  | { readonly type: 'ready'; readonly dimension: number }
  /** The vectors of all texts, one after the other. */
  | { readonly type: 'vectors'; readonly vectors: Float32Array<ArrayBuffer> }
  | { readonly type: 'failed'; readonly message: string }

/** Sent instead of work, and only to an idle worker: it ends by itself. */
export const CLOSE = 'close'
