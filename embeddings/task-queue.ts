import type { Job, JobResults } from './worker-protocol.js'

/** Questions are answered while someone waits; what is ingested can wait. */
export type Priority = 'question' | 'ingest'

export interface Task {
  readonly job: Job
  readonly priority: Priority
  readonly signal: AbortSignal | undefined
  readonly resolve: (result: JobResults[Job['type']]) => void
  readonly reject: (reason: unknown) => void
  /** How many workers died over it. */
  deaths: number
}

/**
 * Two lines, of which that of the questions goes first. Each holds a bounded number of tasks: whoever brings more waits for room,
 * so that a caller who awaits its work cannot get ahead of the workers without end.
 */
export class TaskQueue {
  readonly #lines: Record<Priority, Task[]> = { question: [], ingest: [] }
  readonly #waiting: Record<Priority, (() => void)[]> = { question: [], ingest: [] }
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Settles when the line has room. Whoever waited has to push a task then, or one place stays empty for good. */
  async room(priority: Priority): Promise<void> {
    if (this.#lines[priority].length < this.#limit) return
    await new Promise<void>((resolve) => this.#waiting[priority].push(resolve))
  }

  push(task: Task): void {
    this.#lines[task.priority].push(task)
  }

  /** For work that a dead worker left: it has waited its time already. */
  putBack(task: Task): void {
    this.#lines[task.priority].unshift(task)
  }

  /** The next task that still matters; those that were given up are rejected on the way. */
  take(): Task | undefined {
    for (const priority of ['question', 'ingest'] as const) {
      for (let task = this.#lines[priority].shift(); task; task = this.#lines[priority].shift()) {
        this.#waiting[priority].shift()?.()
        if (!task.signal?.aborted) return task
        task.reject(task.signal.reason)
      }
    }
    return undefined
  }

  /** Rejects all tasks and lets in everyone who waits (to be turned away by the pool). */
  clear(reason: unknown): void {
    for (const priority of ['question', 'ingest'] as const) {
      for (const task of this.#lines[priority].splice(0)) task.reject(reason)
      for (const enter of this.#waiting[priority].splice(0)) enter()
    }
  }
}
