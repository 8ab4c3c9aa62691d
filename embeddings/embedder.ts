import { availableParallelism } from 'node:os'
import { Embeddings } from '@langchain/core/embeddings'
import type { Logger } from 'pino'
import { UserError } from '../src/errors.js'
import { isFaithful, isKnownUnfit, measureFidelity, rememberUnfit } from './fidelity.js'
import { forkProcess, WORKER_FILE } from './fork.js'
import { recordBytes } from './packed-vectors.js'
import { openModel, type EmbeddingModel, type ModelRequest, type Precision } from './model.js'
import { QuestionCache } from './question-cache.js'
import type { Priority } from './task-queue.js'
import { TOKEN_BYTES, type WeightedTokens } from './token-signs.js'
import { TokenCounts } from './token-counts.js'
import { WorkerPool } from './worker-pool.js'
import type { Job, JobResults, QuestionPart } from './worker-protocol.js'

export interface EmbedderOptions extends ModelRequest {
  /** Worker processes with one thread each; one per core by default. */
  readonly threads?: number | undefined
  readonly logger?: Logger | undefined
}

export interface EmbedOptions {
  /** A question is embedded before everything that is being ingested. Default: `ingest`. */
  readonly priority?: Priority
  /** Some models want questions and passages marked. Default: `query` for priority `question`, else `passage`. */
  readonly kind?: 'query' | 'passage'
  /** Work that has not begun is dropped when this is aborted; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** A text that was embedded in parts. */
export interface EmbeddedParts {
  /** Of the whole, of length 1. */
  readonly vector: Float32Array
  /** Vectors of length 1 of all parts but the first, as `packVectors` gives them. */
  readonly parts: Uint8Array
  /** Its tokens, as `packSigns` gives them. */
  readonly tokens: Uint8Array
}

export interface EmbeddedQuestion {
  /** Of the whole, of length 1. */
  readonly vector: Float32Array
  /** Its parts that have a weight, in their order. */
  readonly terms: readonly WeightedTokens[]
}

/** A job is about half a long paragraph of work (10 ms), so that a question never waits long for what is in flight. */
const JOB_CHARACTERS = 600
const JOB_TEXTS = 16

/** Up to 100 kB each, for the longest. */
const QUESTIONS_KEPT = 300

/** Text to vectors of length 1, computed by `@xenova/transformers` in worker processes. A LangChain `Embeddings`. */
export class PooledEmbeddings extends Embeddings {
  readonly #model: EmbeddingModel
  readonly #pool: WorkerPool
  readonly #questions = new QuestionCache<EmbeddedQuestion>(QUESTIONS_KEPT)
  readonly #tokenCounts = new TokenCounts((words, signal) =>
    this.#pool.run({ type: 'count', words }, { priority: 'question', signal }),
  )

  constructor(model: EmbeddingModel, pool: WorkerPool) {
    super({})
    this.#model = model
    this.#pool = pool
  }

  /**
   * Finds or makes the model and starts the workers.
   * Throws a `UserError` for a model that cannot be had or loaded, an unknown precision, or a cache folder that cannot be written.
   *
   * @example
   * const embedder = await PooledEmbeddings.create({ cacheDir: 'data/models' })
   * const [vector] = await embedder.embed(['Where is the consulate?'], { priority: 'question' })
   * await embedder.close()
   */
  static async create(options: EmbedderOptions): Promise<PooledEmbeddings> {
    let model = await openModel(options)
    for (; model.substitute; model = await model.substitute()) {
      if (await isKnownUnfit(model.folder)) continue
      const embedder = new PooledEmbeddings(model, await startPool(model, options))
      const fidelity = await measureFidelity(model.folder, (texts) => embedder.embed(texts))
      if (isFaithful(fidelity)) return embedder
      options.logger?.warn(
        { model: model.id, ...fidelity },
        'this processor computes the 8-bit embedding model badly; taking a more robust one from now on',
      )
      await embedder.close()
      await rememberUnfit(model.folder, fidelity).catch((error: unknown) => {
        options.logger?.warn(
          { err: error },
          'this could not be noted and will be found out again at the next start',
        )
      })
    }
    return new PooledEmbeddings(model, await startPool(model, options))
  }

  /** Stored with vectors: vectors of different ids cannot be compared. */
  get modelId(): string {
    return this.#model.id
  }

  /** What is in use, which need not be what was asked for. */
  get precision(): Precision {
    return this.#model.precision
  }

  /** Length of every vector. */
  get dimension(): number {
    return this.#pool.modelSize.dimension
  }

  /** Tokens that a passage may have; the end of a longer one is not read. */
  get passageTokens(): number {
    return this.#pool.modelSize.passageTokens
  }

  /** One vector of length 1 for each text, in their order. */
  async embed(texts: readonly string[], options: EmbedOptions = {}): Promise<Float32Array[]> {
    const { priority = 'ingest', signal } = options
    const kind = options.kind ?? (priority === 'question' ? 'query' : 'passage')
    const prefix = kind === 'query' ? this.#model.queryPrefix : this.#model.passagePrefix
    const prefixed = texts.map((text) => prefix + text)
    if (kind === 'query' && texts.length === 1) {
      const parts = texts.map((text) => ({ text, weight: 0 }))
      return [(await this.embedQuestion(parts, { signal })).vector]
    }
    const jobs = inJobs(prefixed, (text) => text.length)
    const results = await this.#runAll(
      jobs.map((part) => ({ type: 'embed' as const, texts: part })),
      priority,
      signal,
    )
    return results.flatMap((vectors) => split(vectors, this.dimension))
  }

  /**
   * Passages in parts, of which the first is a head: vectors of whole and parts out of one inference, so each part is read in its
   * context. To the model a passage is its parts parted by white space.
   */
  async embedParts(
    passages: readonly (readonly string[])[],
    { priority = 'ingest', signal }: Pick<EmbedOptions, 'priority' | 'signal'> = {},
  ): Promise<EmbeddedParts[]> {
    const { passagePrefix } = this.#model
    const prefixed = passages.map(([head = '', ...rest]) => [passagePrefix + head, ...rest])
    const jobs = inJobs(prefixed, (parts) => parts.reduce((sum, { length }) => sum + length, 0))
    const results = await this.#runAll(
      jobs.map((texts) => ({ type: 'embedParts' as const, texts })),
      priority,
      signal,
    )
    const size = recordBytes(this.dimension)
    return results.flatMap(({ vectors, parts, tokens, tokenCounts }, at) => {
      const whole = split(vectors, this.dimension)
      let next = 0
      let nextToken = 0
      return whole.map((vector, index) => {
        const start = next
        next += ((jobs[at]?.[index]?.length ?? 1) - 1) * size
        const startToken = nextToken
        nextToken += (tokenCounts[index] ?? 0) * TOKEN_BYTES
        return {
          vector,
          parts: parts.subarray(start, next),
          tokens: tokens.subarray(startToken, nextToken),
        }
      })
    })
  }

  /**
   * A question in parts, parted by white space: the vector of the whole, and the tokens of the parts that have a weight.
   * Questions come again, from a button, a retry, a second reader, so the last ones are kept.
   */
  async embedQuestion(
    parts: readonly QuestionPart[],
    { signal }: Pick<EmbedOptions, 'signal'> = {},
  ): Promise<EmbeddedQuestion> {
    const key = JSON.stringify(parts)
    const known = this.#questions.get(key)
    if (known) return { ...known, vector: known.vector.slice() }
    const { vector, tokens, tokenCounts } = await this.#pool.run(
      { type: 'embedQuestion', head: this.#model.queryPrefix, parts },
      { priority: 'question', signal },
    )
    const vectors = split(tokens, this.dimension)
    const weights = parts.flatMap(({ weight }) => (weight === 0 ? [] : [weight]))
    let next = 0
    const terms = tokenCounts.map((count, at) => {
      const start = next
      next += count
      return { weight: weights[at] ?? 0, vectors: vectors.slice(start, next) }
    })
    const question = { vector, terms }
    this.#questions.set(key, question)
    return { ...question, vector: vector.slice() }
  }

  /**
   * Tokens of single words as this model counts them. Their sum is exact for models that never join words (all of BERT's
   * family) and close for others. Goes before what waits to be embedded, because that may depend on it.
   */
  countTokens(words: readonly string[], { signal }: Pick<EmbedOptions, 'signal'> = {}): Promise<number[]> {
    return this.#tokenCounts.of(words, signal)
  }

  /** Rejects as soon as one job fails or the signal is aborted, and drops the jobs that have not begun. */
  async #runAll<T extends Job['type']>(
    jobs: readonly (Job & { type: T })[],
    priority: Priority,
    signal: AbortSignal | undefined,
  ): Promise<JobResults[T][]> {
    const failed = new AbortController()
    const stop = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal
    try {
      const results = jobs.map((job) => this.#pool.run<T>(job, { priority, signal: stop }))
      return await Promise.race([Promise.all(results), rejection(stop)])
    } catch (error) {
      failed.abort(error)
      throw error
    }
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    return (await this.embed(documents)).map((vector) => Array.from(vector))
  }

  override async embedQuery(document: string): Promise<number[]> {
    return (await this.embed([document], { priority: 'question' })).flatMap((vector) => Array.from(vector))
  }

  /** Rejects what is queued, waits for the inferences in flight, ends the workers. */
  close(): Promise<void> {
    return this.#pool.close()
  }
}

async function startPool(model: EmbeddingModel, { threads, logger }: EmbedderOptions): Promise<WorkerPool> {
  try {
    return await WorkerPool.start({
      workers: threads ?? availableParallelism(),
      settings: model,
      spawn: () => forkProcess(WORKER_FILE),
      logger,
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UserError(`The embedding model in ${model.folder} cannot be loaded: ${reason}`, {
      cause: error,
    })
  }
}

function inJobs<T>(texts: readonly T[], lengthOf: (text: T) => number): T[][] {
  const jobs: T[][] = []
  let characters = Infinity
  for (const text of texts) {
    const length = lengthOf(text)
    const last = jobs.at(-1)
    if (!last || last.length === JOB_TEXTS || characters + length > JOB_CHARACTERS) {
      jobs.push([text])
      characters = length
    } else {
      last.push(text)
      characters += length
    }
  }
  return jobs
}

function split(vectors: Float32Array, dimension: number): Float32Array[] {
  const count = vectors.length / dimension
  return Array.from({ length: count }, (_, index) =>
    vectors.subarray(index * dimension, (index + 1) * dimension),
  )
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(signal.reason as Error)
      },
      { once: true },
    )
  })
}
