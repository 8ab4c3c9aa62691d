import type { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import { type Priority, type Task, TaskQueue } from './task-queue.js'
import { CLOSE, type WorkerRequest, type WorkerResponse } from './worker-protocol.js'

export interface WorkerPoolOptions {
  readonly threads: number
  /** Starts one worker thread; also called to replace one that died. */
  readonly spawn: () => Worker
  readonly logger?: Logger | undefined
}

export interface RunOptions {
  readonly priority: Priority
  readonly signal?: AbortSignal | undefined
}

/** A worker and what it is doing. */
interface Seat {
  worker: Worker
  ready: boolean
  task: Task | undefined
  error: Error | undefined
}

/** Tasks that each line of the queue holds: enough to keep every worker busy, and little enough to forget. */
const QUEUE_LIMIT = 256
/** A text that kills this many workers is given up, so that it cannot go on for ever. */
const MAX_DEATHS = 3
/** So many starts that fail one after the other mean that none will succeed. */
const MAX_FAILED_STARTS = 3

/**
 * Worker threads that take texts from one queue. A worker that dies is replaced and its work is done again.
 * Idle workers do not keep the process alive; busy ones do, because the native runtime aborts the process when it is torn down in the middle of an inference.
 */
export class WorkerPool {
  readonly #queue = new TaskQueue(QUEUE_LIMIT)
  readonly #seats = new Set<Seat>()
  readonly #options: WorkerPoolOptions
  #dimension = 0
  #failedStarts = 0
  /** Why no more work is taken. */
  #stopped: Error | undefined
  #emptied: (() => void) | undefined
  #closing: Promise<void> | undefined

  private constructor(options: WorkerPoolOptions) {
    this.#options = options
  }

  /** Resolves when all workers have loaded the model; rejects with the reason when one cannot. */
  static async start(options: WorkerPoolOptions): Promise<WorkerPool> {
    const pool = new WorkerPool(options)
    const starts = Array.from({ length: options.threads }, () => pool.#start())
    const failed = (await Promise.allSettled(starts)).find((start) => start.status === 'rejected')
    if (!failed) return pool
    await pool.close()
    throw failed.reason
  }

  /** Length of every vector. */
  get dimension(): number {
    return this.#dimension
  }

  /** The vectors of the texts, one after the other. Rejects with the signal's reason when it is aborted before a worker begins. */
  async run(texts: readonly string[], { priority, signal }: RunOptions): Promise<Float32Array> {
    signal?.throwIfAborted()
    await this.#queue.room(priority)
    if (this.#stopped) throw this.#stopped
    return new Promise((resolve, reject) => {
      this.#queue.push({ texts, priority, signal, resolve, reject, deaths: 0 })
      this.#dispatch()
    })
  }

  /** Turns away what is queued, lets the inferences in flight finish, and ends the workers. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#stop(new Error('the embedder is closed'))
    const ended = new Promise<void>((resolve) => (this.#emptied = resolve))
    if (this.#seats.size === 0) this.#emptied?.()
    for (const seat of this.#seats) {
      seat.worker.ref()
      if (!seat.task) seat.worker.postMessage(CLOSE)
    }
    await ended
  }

  #stop(reason: Error): void {
    this.#stopped ??= reason
    this.#queue.clear(this.#stopped)
  }

  /** Starts a worker. The promise tells how the start went; later deaths are dealt with here. */
  #start(): Promise<void> {
    const seat: Seat = { worker: this.#options.spawn(), ready: false, task: undefined, error: undefined }
    this.#seats.add(seat)
    return new Promise((resolve, reject) => {
      seat.worker.on('message', (response: WorkerResponse) => {
        if (response.type === 'ready') resolve()
        this.#receive(seat, response)
      })
      seat.worker.on('error', (error: Error) => (seat.error = error))
      seat.worker.on('exit', (code) => {
        this.#seats.delete(seat)
        seat.error ??= new Error(`the embedding worker ended with code ${code}`)
        reject(seat.error)
        this.#bury(seat)
        if (this.#seats.size === 0) this.#emptied?.()
      })
    })
  }

  #receive(seat: Seat, response: WorkerResponse): void {
    if (response.type === 'ready') {
      seat.ready = true
      this.#dimension = response.dimension
      this.#failedStarts = 0
    } else {
      const task = seat.task
      seat.task = undefined
      if (response.type === 'vectors') task?.resolve(response.vectors)
      else task?.reject(new Error(`embedding failed: ${response.message}`))
    }
    if (this.#stopped) {
      seat.worker.postMessage(CLOSE)
      return
    }
    seat.worker.unref()
    this.#dispatch()
  }

  /** Gives work to every worker that has none. */
  #dispatch(): void {
    for (const seat of this.#seats) {
      if (!seat.ready || seat.task) continue
      const task = this.#queue.take()
      if (!task) return
      seat.task = task
      seat.worker.ref()
      seat.worker.postMessage({ texts: task.texts } satisfies WorkerRequest)
    }
  }

  /** After a worker's end: saves its work and, unless that was wanted, puts another in its place. */
  #bury(seat: Seat): void {
    const { task, ready, error } = seat
    if (task) {
      task.deaths++
      if (this.#stopped) task.reject(this.#stopped)
      else if (task.deaths >= MAX_DEATHS) task.reject(error)
      else this.#queue.putBack(task)
    }
    if (this.#stopped) return
    this.#options.logger?.warn({ err: error }, 'an embedding worker died; starting another')
    if (!ready && ++this.#failedStarts >= MAX_FAILED_STARTS) {
      this.#stop(new Error('embedding workers cannot be started', { cause: error }))
      return
    }
    this.#start().catch(() => {
      // Already counted and logged by the burial of the worker that failed to start.
    })
  }
}
