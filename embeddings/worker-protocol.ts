import type { ModelFiles } from './inference.js'
import type { Pooling } from './known-models.js'

/** What a worker is told first. */
export interface WorkerSettings extends ModelFiles {
  /** `graph`: the graph gives the finished vector of one text. */
  readonly pooling: Pooling | 'graph'
  readonly maxTokens: number
}

/** Work for a worker. */
export type Job =
  | { readonly type: 'embed'; readonly texts: readonly string[] }
  /** Windows that have room for `lead` before them. */
  | { readonly type: 'split'; readonly texts: readonly string[]; readonly lead: string }

/** To a worker: its settings once, then jobs. */
export type WorkerRequest = { readonly type: 'load'; readonly settings: WorkerSettings } | Job

/** The answer to each kind of job. */
export interface JobResults {
  /** The vectors of all texts, one after the other. */
  embed: Float32Array
  /** For each text its windows. */
  split: string[][]
}

/** From a worker: one answer to each request, in their order. */
export type WorkerResponse =
  | { readonly type: 'ready'; readonly dimension: number }
  | { readonly type: 'done'; readonly result: JobResults[Job['type']] }
  | { readonly type: 'failed'; readonly message: string }
