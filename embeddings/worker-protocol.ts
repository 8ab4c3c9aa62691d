import type { ModelFiles } from './inference.js'
import type { Pooling } from './known-models.js'

/** What a worker is told first. */
export interface WorkerSettings extends ModelFiles {
  /** `graph`: the graph gives the finished vector of one text. */
  readonly pooling: Pooling | 'graph'
  readonly maxTokens: number
  readonly passagePrefix: string
}

/** What a worker finds out about its model. */
export interface ModelSize {
  /** Length of every vector. */
  readonly dimension: number
  /** Tokens that a passage may have, besides its prefix and those that are put around every text. */
  readonly passageTokens: number
}

export interface QuestionPart {
  readonly text: string
  /** How much it counts where its tokens are compared with those of passages; 0: they are not compared. */
  readonly weight: number
}

/** Work for a worker. */
export type Job =
  | { readonly type: 'embed'; readonly texts: readonly string[] }
  | { readonly type: 'embedParts'; readonly texts: readonly (readonly string[])[] }
  /** A head, and then parts; the tokens of those that have a weight are wanted. */
  | { readonly type: 'embedQuestion'; readonly head: string; readonly parts: readonly QuestionPart[] }
  | { readonly type: 'count'; readonly words: readonly string[] }
  | { readonly type: 'score'; readonly question: string; readonly texts: readonly string[] }

/** To a worker: its settings once, then jobs. */
export type WorkerRequest = { readonly type: 'load'; readonly settings: WorkerSettings } | Job

/** The answer to each kind of job. */
export interface JobResults {
  /** The vectors of all texts, one after the other. */
  embed: Float32Array
  embedParts: {
    /** Of all texts, as above. */
    readonly vectors: Float32Array
    /** Of all parts but each text's first (its head), as `packVectors` gives them. */
    readonly parts: Uint8Array
    /** The tokens of all texts, one after the other, as `packSigns` gives them, and how many each text has. */
    readonly tokens: Uint8Array
    readonly tokenCounts: readonly number[]
  }
  embedQuestion: {
    readonly vector: Float32Array
    /** The tokens' vectors of the parts that have a weight, one after the other; of a very long question the first ones. */
    readonly tokens: Float32Array
    /** How many of them each such part has. */
    readonly tokenCounts: readonly number[]
  }
  /** Tokens of each word, without those that are put around every text. */
  count: number[]
  /** How well each text answers the question; higher is better, on a scale of the model's own. */
  score: number[]
}

/** From a worker: one answer to each request, in their order. */
export type WorkerResponse =
  | ({ readonly type: 'ready' } & ModelSize)
  | { readonly type: 'done'; readonly result: JobResults[Job['type']] }
  | { readonly type: 'failed'; readonly message: string }
