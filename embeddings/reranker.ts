import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Logger } from 'pino'
import { UserError } from '../src/errors.js'
import { forkProcess, SCORE_WORKER_FILE } from './fork.js'
import { hubModelFolder } from './hub.js'
import type { ModelFiles } from './inference.js'
import { HUB_NAME, isFolder, lengthLimit, requireFiles } from './model.js'
import { WorkerPool } from './worker-pool.js'

export interface RerankerOptions {
  /** Hub name (`Xenova/ms-marco-MiniLM-L-6-v2`) or local folder. */
  readonly model: string
  /** Where files of models are kept, usually `<data>/models`. */
  readonly cacheDir: string
  /** Worker processes with one thread each. */
  readonly threads: number
  readonly hubUrl?: string | undefined
  readonly logger?: Logger | undefined
}

/** In 8 bits where there are, because a cross-encoder reads every pair anew. */
const GRAPH_FILES = ['onnx/model_quantized.onnx', 'onnx/model.onnx'] as const

/** A second model that reads question and passage together: slower than comparing vectors, and sharper. */
export class Reranker {
  readonly #pool: WorkerPool
  readonly #threads: number

  private constructor(pool: WorkerPool, threads: number) {
    this.#pool = pool
    this.#threads = threads
  }

  /**
   * Finds the model and starts the workers.
   * @throws UserError for a model that cannot be had or loaded, or that is no cross-encoder
   */
  static async create(options: RerankerOptions): Promise<Reranker> {
    const files = await filesOf(options)
    try {
      const pool = await WorkerPool.start({
        workers: options.threads,
        // Neither pooling nor prefix mean anything for pairs.
        settings: { ...files, pooling: 'cls', passagePrefix: '', maxTokens: lengthLimit(files.folder) },
        spawn: () => forkProcess(SCORE_WORKER_FILE),
        logger: options.logger,
      })
      return new Reranker(pool, options.threads)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new UserError(`The model in ${files.folder} (RERANK_MODEL) cannot be loaded: ${reason}.`, {
        cause: error,
      })
    }
  }

  /**
   * How well each text answers, in their order; higher is better, on a scale of the model's own.
   * @param signal when it is aborted, what no worker has begun is dropped
   */
  async score(question: string, texts: readonly string[], signal?: AbortSignal): Promise<number[]> {
    const size = Math.ceil(texts.length / this.#threads)
    const parts = Array.from({ length: this.#threads }, (_, at) => texts.slice(at * size, (at + 1) * size))
    const scores = await Promise.all(
      parts
        .filter((part) => part.length > 0)
        .map((part) =>
          this.#pool.run({ type: 'score', question, texts: part }, { priority: 'question', signal }),
        ),
    )
    return scores.flat()
  }

  /** Does not wait for scores: an answer does without them, and a worker that hangs would keep the whole program. */
  close(): Promise<void> {
    return this.#pool.kill()
  }
}

async function filesOf({ model, cacheDir, hubUrl, logger }: RerankerOptions): Promise<ModelFiles> {
  if (isFolder(model)) {
    const folder = resolve(model)
    const graphFile = GRAPH_FILES.find((file) => existsSync(join(folder, file))) ?? GRAPH_FILES[1]
    requireFiles(folder, graphFile, 'RERANK_MODEL')
    return { folder, graphFile }
  }
  if (!HUB_NAME.test(model))
    throw new UserError(
      `RERANK_MODEL is "${model}", which is neither a folder nor a name such as Xenova/ms-marco-MiniLM-L-6-v2.`,
    )
  const [graphFile] = GRAPH_FILES
  const request = { name: model, graphFile, cacheDir, setting: 'RERANK_MODEL', hubUrl, logger }
  return { folder: await hubModelFolder(request), graphFile }
}
