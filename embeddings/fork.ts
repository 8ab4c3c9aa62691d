import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { PACKAGE_ROOT } from './package-root.js'

/** The worker's program. A compiled one also in tests, because a plain Node process reads no TypeScript. */
export const WORKER_FILE = join(PACKAGE_ROOT, 'dist/embeddings/worker.js')

/** The program of the workers that score pairs of texts. */
export const SCORE_WORKER_FILE = join(PACKAGE_ROOT, 'dist/embeddings/score-worker.js')

/** Starts a Node process that talks by messages with this one. */
export function forkProcess(file: string, args: readonly string[] = []): ChildProcess {
  return fork(file, args, {
    // Flags of this process are not for its children, and neither is its standard output, which belongs to the command's result.
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
}
