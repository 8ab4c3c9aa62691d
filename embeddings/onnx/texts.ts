import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../package-root.js'

/** @module Fictional paragraphs in the manner of cables, written for this project: by the first the 8-bit model is scaled, by the second it is checked. */

export const CALIBRATION_FILE = join(PACKAGE_ROOT, 'embeddings/onnx/calibration.txt')
export const FIDELITY_FILE = join(PACKAGE_ROOT, 'embeddings/onnx/fidelity.txt')

/** The paragraphs of a file, which blank lines separate. */
export async function readTexts(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).trim().split(/\n{2,}/)
}
