import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { arch, cpus } from 'node:os'
import { join } from 'node:path'
import { REFERENCE_FILE, referenceSchema } from './onnx/build-model.js'

/** How well an 8-bit model agrees with the 32-bit one, as cosines of their vectors. */
export interface Fidelity {
  readonly mean: number
  readonly worst: number
}

/**
 * What is asked of an 8-bit model on the processor at hand. Measured: 8-bit weights .9993 and .998 with VNNI instructions, but .9958 on a
 * Haswell, where sums overflow; 7-bit weights .998 and .996 on both.
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

/** Notes beside the model's folder that this processor computes it badly, so that later starts need not find out again. */
export async function rememberUnfit(folder: string, fidelity: Fidelity): Promise<void> {
  await writeFile(unfitFile(folder), JSON.stringify({ processor: processor(), ...fidelity }))
}

/** Whether this processor was found to compute the model in `folder` badly. */
export async function isKnownUnfit(folder: string): Promise<boolean> {
  try {
    return (await stat(unfitFile(folder))).isFile()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

function unfitFile(folder: string): string {
  const hash = createHash('sha256').update(processor()).digest('hex').slice(0, 8)
  return `${folder}.unfit-${hash}.json`
}

function processor(): string {
  return `${arch()} ${cpus()[0]?.model ?? ''}`
}

/** The cosine, as all vectors have length 1. */
function dot(a: Float32Array, b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
