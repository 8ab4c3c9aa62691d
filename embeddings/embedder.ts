import { fork, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Embeddings } from '@langchain/core/embeddings'
import type { Logger } from 'pino'
import { UserError } from '../src/errors.js'
import { openModel, type EmbeddingModel, type ModelRequest, type Precision } from './model.js'
import { PACKAGE_ROOT } from './package-root.js'
import type { Priority } from './task-queue.js'
import { WorkerPool } from './worker-pool.js'

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

/** A task is about one long paragraph of work (20 ms), so that a question never waits long for what is in flight. */
const TASK_CHARACTERS = 1200
const TASK_TEXTS = 16

/** Text to vectors of length 1, computed by `@xenova/transformers` in worker processes. A LangChain `Embeddings`. */
export class PooledEmbeddings extends Embeddings {
  readonly #model: EmbeddingModel
  readonly #pool: WorkerPool

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
    const model = await openModel(options)
    const workers = options.threads ?? availableParallelism()
    try {
      const pool = await WorkerPool.start({
        workers,
        settings: model,
        spawn: () => forkWorker(),
        logger: options.logger,
      })
      return new PooledEmbeddings(model, pool)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new UserError(`The embedding model in ${model.folder} cannot be loaded: ${reason}`, {
        cause: error,
      })
    }
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
    return this.#pool.dimension
  }

  /** Longest input in tokens; what is longer is cut. */
  get maxTokens(): number {
    return this.#model.maxTokens
  }

  /** One vector of length 1 for each text, in their order. */
  async embed(texts: readonly string[], options: EmbedOptions = {}): Promise<Float32Array[]> {
    const { priority = 'ingest', signal } = options
    const kind = options.kind ?? (priority === 'question' ? 'query' : 'passage')
    const prefix = kind === 'query' ? this.#model.queryPrefix : this.#model.passagePrefix
    const failed = new AbortController()
    const stop = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal
    try {
      const tasks = inTasks(texts.map((text) => prefix + text))
      const results = tasks.map((task) => this.#pool.run(task, { priority, signal: stop }))
      return (await Promise.race([Promise.all(results), rejection(stop)])).flatMap((vectors) =>
        split(vectors, this.dimension),
      )
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

/** Starts a worker process. The program is the compiled one also in tests, because a plain Node process reads no TypeScript. */
export function forkWorker(file = join(PACKAGE_ROOT, 'dist/embeddings/worker.js')): ChildProcess {
  return fork(file, {
    // Flags of this process are not for its workers, and neither is its standard output, which belongs to the command's result.
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
}

function inTasks(texts: readonly string[]): string[][] {
  const tasks: string[][] = []
  let characters = Infinity
  for (const text of texts) {
    const last = tasks.at(-1)
    if (!last || last.length === TASK_TEXTS || characters + text.length > TASK_CHARACTERS) {
      tasks.push([text])
      characters = text.length
    } else {
      last.push(text)
      characters += text.length
    }
  }
  return tasks
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
