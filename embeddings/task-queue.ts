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

const PRIORITIES = ['question', 'ingest'] as const

/** What waits under one priority. */
interface Line {
  readonly tasks: Task[]
  /** Let in, but not in `tasks` yet. */
  entering: number
  /** Those outside, first come first served. */
  readonly outside: (() => void)[]
}

/**
 * Two lines, of which that of the questions goes first. Each holds a bounded number of tasks: whoever brings more waits outside,
 * so that a caller who awaits its work cannot get ahead of the workers without end.
 */
export class TaskQueue {
  readonly #lines: Record<Priority, Line> = { question: newLine(), ingest: newLine() }
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Settles when the line has room, which is then kept for the caller's `push`. */
  async room(priority: Priority): Promise<void> {
    const line = this.#lines[priority]
    const admitted = new Promise<void>((resolve) => line.outside.push(resolve))
    this.#admit(line)
    await admitted
  }

  push(task: Task): void {
    const line = this.#lines[task.priority]
    line.entering--
    line.tasks.push(task)
  }

  /** For work that a dead worker left: it has waited its time already. */
  putBack(task: Task): void {
    this.#lines[task.priority].tasks.unshift(task)
  }

  /** The next task that still matters; those that were given up are rejected on the way. */
  take(): Task | undefined {
    for (const priority of PRIORITIES) {
      const line = this.#lines[priority]
      for (let task = line.tasks.shift(); task; task = line.tasks.shift()) {
        this.#admit(line)
        if (!task.signal?.aborted) return task
        task.reject(task.signal.reason)
      }
    }
    return undefined
  }

  /** Rejects all tasks and lets in everyone who waits (to be turned away by the pool). */
  clear(reason: unknown): void {
    for (const priority of PRIORITIES) {
      const line = this.#lines[priority]
      for (const task of line.tasks.splice(0)) task.reject(reason)
      for (const enter of line.outside.splice(0)) enter()
    }
  }

  #admit(line: Line): void {
    while (line.tasks.length + line.entering < this.#limit) {
      const enter = line.outside.shift()
      if (!enter) return
      line.entering++
      enter()
    }
  }
}

function newLine(): Line {
  return { tasks: [], entering: 0, outside: [] }
}
