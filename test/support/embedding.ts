import { mkdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One cache of built models for all test files and runs: the embedder's own check sorts out what is out of date. */
export const TEST_MODELS = join(tmpdir(), 'pilcrow-test-models')

/** Gives a data folder that cache, because every model that is built anew takes ten seconds. */
export function useTestModels(dataDir: string): void {
  for (const folder of [TEST_MODELS, dataDir]) mkdirSync(folder, { recursive: true })
  symlinkSync(TEST_MODELS, join(dataDir, 'models'))
}

export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let dot = 0
  let squaresA = 0
  let squaresB = 0
  for (let index = 0; index < a.length; index++) {
    const [x = 0, y = 0] = [a[index], b[index]]
    dot += x * y
    squaresA += x * x
    squaresB += y * y
  }
  return dot / Math.sqrt(squaresA * squaresB)
}
