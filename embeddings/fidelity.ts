import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { REFERENCE_FILE, referenceSchema } from './onnx/build-model.js'

/** How well an 8-bit model agrees with the 32-bit one, as cosines of their vectors. */
export interface Fidelity {
  readonly mean: number
  readonly worst: number
}

/**
 * What is asked of an 8-bit model on the processor at hand. A sound one reaches .999 and .998 (.998 and .996 with 7-bit weights);
 * arithmetic that overflows falls far below.
 */
const REQUIRED: Fidelity = { mean: 0.997, worst: 0.99 }

export function isFaithful({ mean, worst }: Fidelity): boolean {
  return mean >= REQUIRED.mean && worst >= REQUIRED.worst
}

/** Compares the vectors that `embed` gives with those that were stored when the model in `folder` was built. */
export async function measureFidelity(
  folder: string,
  embed: (texts: readonly string[]) => Promise<readonly Float32Array[]>,
): Promise<Fidelity> {
  const { texts, vectors } = referenceSchema.parse(
    JSON.parse(await readFile(join(folder, REFERENCE_FILE), 'utf8')),
  )
  const cosines = (await embed(texts)).map((vector, index) => dot(vector, vectors[index] ?? []))
  return {
    mean: cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length,
    worst: Math.min(...cosines),
  }
}

/** The cosine, as all vectors have length 1. */
function dot(a: Float32Array, b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
