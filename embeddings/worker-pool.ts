import type { ChildProcess } from 'node:child_process'
import type { Logger } from 'pino'
import { type Priority, type Task, TaskQueue } from './task-queue.js'
import type {
  Job,
  JobResults,
  ModelSize,
  WorkerRequest,
  WorkerResponse,
  WorkerSettings,
} from './worker-protocol.js'

export interface WorkerPoolOptions {
  /** Number of worker processes. */
  readonly workers: number
  readonly settings: WorkerSettings
  /** Starts one worker; also called to replace one that died. */
  readonly spawn: () => ChildProcess
  /** Tasks that each line of the queue holds: enough to keep every worker busy, and little enough to forget. */
  readonly queueLimit?: number
  readonly logger?: Logger | undefined
}

export interface RunOptions {
  readonly priority: Priority
  readonly signal?: AbortSignal | undefined
}

/** A worker and what it is doing. */
interface Seat {
  readonly worker: ChildProcess
  ready: boolean
  /** What it was given and has not answered, oldest first: it works on the first. */
  readonly tasks: Task[]
  error: Error | undefined
}

const QUEUE_LIMIT = 256
/** A second task waits at the worker, so that it need not idle while this process is busy with something else. */
const TASKS_AT_WORKER = 2
/** A text that kills this many workers is given up, so that it cannot go on for ever. */
const MAX_DEATHS = 3
/** So many starts that fail one after the other mean that none will succeed. */
const MAX_FAILED_STARTS = 3

/**
 * Worker processes that take texts from one queue. A worker that dies is replaced and its work is done again.
 *
 * Processes, not threads: the native runtime takes the whole process down when one of its threads is ended in the middle of an inference, and often when
 * it is loaded by a new thread after an old one ended. Idle workers do not keep this process alive; busy ones do.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions
  readonly #queue: TaskQueue
  readonly #seats = new Set<Seat>()
  #size: ModelSize = { dimension: 0, passageTokens: 0 }
  #failedStarts = 0
  /** Why no more work is taken. */
  #stopped: Error | undefined
  #emptied: (() => void) | undefined
  #closing: Promise<void> | undefined

  private constructor(options: WorkerPoolOptions) {
    this.#options = options
    this.#queue = new TaskQueue(options.queueLimit ?? QUEUE_LIMIT)
  }

  /** Resolves when all workers have loaded the model; rejects with the reason when one cannot. */
  static async start(options: WorkerPoolOptions): Promise<WorkerPool> {
    const pool = new WorkerPool(options)
    const starts = Array.from({ length: options.workers }, () => pool.#start())
    try {
      await Promise.all(starts)
      return pool
    } catch (error) {
      await pool.close()
      throw error
    }
  }

  /** Of the model that the workers have loaded. */
  get modelSize(): ModelSize {
    return this.#size
  }

  /** Has a job done. Rejects with the signal's reason when it is aborted before a worker begins. */
  async run<T extends Job['type']>(
    job: Job & { type: T },
    { priority, signal }: RunOptions,
  ): Promise<JobResults[T]> {
    signal?.throwIfAborted()
    await this.#queue.room(priority)
    if (this.#stopped) throw this.#stopped
    return new Promise<JobResults[T]>((resolve, reject) => {
      this.#queue.push({
        job,
        priority,
        signal,
        resolve: (result) => {
          resolve(result as JobResults[T])
        },
        reject,
        deaths: 0,
      })
      this.#dispatch()
    })
  }

  /** Turns away what is queued, lets the inferences in flight finish, and ends the workers. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  /** Ends the workers in the middle of what they do, also those that hang: for work that nobody misses. */
  async kill(): Promise<void> {
    const closed = this.close()
    for (const { worker } of this.#seats) worker.kill('SIGKILL')
    await closed
  }

  async #close(): Promise<void> {
    this.#stop(new Error('the embedder is closed'))
    if (this.#seats.size === 0) return
    const emptied = new Promise<void>((resolve) => (this.#emptied = resolve))
    for (const seat of this.#seats) {
      keepAlive(seat.worker, true)
      if (seat.tasks.length === 0) dismiss(seat.worker)
    }
    await emptied
  }

  #stop(reason: Error): void {
    this.#stopped ??= reason
    this.#queue.clear(this.#stopped)
  }

  /** Starts a worker. The promise tells how the start went; later deaths are dealt with here. */
  #start(): Promise<void> {
    const worker = this.#options.spawn()
    const seat: Seat = { worker, ready: false, tasks: [], error: undefined }
    this.#seats.add(seat)
    // No more than that: what callers have besides cannot always be sent.
    const { folder, graphFile, pooling, maxTokens, passagePrefix } = this.#options.settings
    send(worker, { type: 'load', settings: { folder, graphFile, pooling, maxTokens, passagePrefix } })
    return new Promise((resolve, reject) => {
      const left = new Set(['exit', 'disconnect'])
      const ended = (event: string): void => {
        // Both, because an answer may still be on its way when the process has ended.
        if (!left.delete(event) || left.size > 0) return
        this.#seats.delete(seat)
        reject(seat.error ?? new Error('an embedding worker ended while it loaded the model'))
        this.#bury(seat)
        if (this.#seats.size === 0) this.#emptied?.()
      }
      worker.on('message', (response: WorkerResponse) => {
        if (response.type === 'ready') resolve()
        this.#receive(seat, response)
      })
      worker.on('error', (error) => {
        seat.error = error
        if (worker.pid === undefined) ['exit', 'disconnect'].forEach(ended)
      })
      worker.on('exit', (code, signal) => {
        seat.error ??= new Error(`an embedding worker ended with ${signal ?? `code ${String(code)}`}`)
        ended('exit')
      })
      worker.on('disconnect', () => {
        ended('disconnect')
      })
    })
  }

  #receive(seat: Seat, response: WorkerResponse): void {
    if (response.type === 'ready') {
      seat.ready = true
      this.#size = response
      this.#failedStarts = 0
    } else if (!seat.ready) {
      seat.error = new Error(response.type === 'failed' ? response.message : 'it answers out of turn')
      dismiss(seat.worker)
      return
    } else {
      const task = seat.tasks.shift()
      if (response.type === 'done') task?.resolve(response.result)
      else task?.reject(new Error(`embedding failed: ${response.message}`))
    }
    if (seat.tasks.length === 0) {
      if (this.#stopped) dismiss(seat.worker)
      else keepAlive(seat.worker, false)
    }
    if (!this.#stopped) this.#dispatch()
  }

  /** Hands out tasks as long as there is a worker for them, to the least busy first. */
  #dispatch(): void {
    for (let seat = this.#leastBusy(); seat; seat = this.#leastBusy()) {
      const task = this.#queue.take()
      if (!task) return
      seat.tasks.push(task)
      keepAlive(seat.worker, true)
      send(seat.worker, task.job)
    }
  }

  #leastBusy(): Seat | undefined {
    let best: Seat | undefined
    for (const seat of this.#seats) {
      if (!seat.ready || !seat.worker.connected || seat.tasks.length >= TASKS_AT_WORKER) continue
      if (!best || seat.tasks.length < best.tasks.length) best = seat
    }
    return best
  }

  /** After a worker's end: saves its work and, unless that was wanted, puts another in its place. */
  #bury({ tasks, ready, error }: Seat): void {
    const [inWork] = tasks
    if (inWork && ++inWork.deaths >= MAX_DEATHS) {
      inWork.reject(error)
      tasks.shift()
    }
    for (const task of tasks.reverse()) {
      if (this.#stopped) task.reject(this.#stopped)
      else this.#queue.putBack(task)
    }
    if (this.#stopped) return
    this.#options.logger?.warn({ err: error }, 'an embedding worker died; starting another')
    if (!ready && ++this.#failedStarts >= MAX_FAILED_STARTS) {
      this.#stop(new Error('embedding workers cannot be started', { cause: error }))
      return
    }
    this.#start().catch(() => {
      // Counted and logged when the worker that failed to start is buried.
    })
  }
}

function send(worker: ChildProcess, request: WorkerRequest): void {
  worker.send(request, () => {
    // A worker that cannot be reached has died, which its `exit` event tells.
  })
}

/** Lets an idle worker end by itself. */
function dismiss(worker: ChildProcess): void {
  if (worker.connected) worker.disconnect()
}

function keepAlive(worker: ChildProcess, alive: boolean): void {
  if (alive) {
    worker.ref()
    worker.channel?.ref()
  } else {
    worker.unref()
    worker.channel?.unref()
  }
}
