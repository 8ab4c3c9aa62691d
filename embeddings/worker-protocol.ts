import type { Pooling } from './known-models.js'

/** What a worker is told first. */
export interface WorkerSettings {
  /** Folder that `@xenova/transformers` loads. */
  readonly folder: string
  /** The ONNX file below `folder`. */
  readonly graphFile: string
  readonly pooling: Pooling | 'graph'
  readonly maxTokens: number
}

/** To a worker: its settings once, then one request at a time. */
export type WorkerRequest =
  | { readonly type: 'load'; readonly settings: WorkerSettings }
  | { readonly type: 'embed'; readonly texts: readonly string[] }

/** From a worker: one answer to each request. */
export type WorkerResponse =
  | { readonly type: 'ready'; readonly dimension: number }
  /** The vectors of all texts, one after the other. */
  | { readonly type: 'vectors'; readonly vectors: Float32Array }
  | { readonly type: 'failed'; readonly message: string }
