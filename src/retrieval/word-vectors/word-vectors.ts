/**
 * @module Vectors of single words, by their stems: tell that "quit" is near "resign" without running a model. Data files of this folder,
 * written by `build.ts`; they serve whatever model embeds the passages.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../../embeddings/package-root.js'

/** Values of a vector; more told no more on our questions. */
export const DIMENSION = 128

const FOLDER = join(PACKAGE_ROOT, 'src', 'retrieval', 'word-vectors')

let loaded: { readonly rows: ReadonlyMap<string, number>; readonly table: Int8Array } | undefined

/** Cosine of two stems, -1 to 1; `null` when one of them is not in the vocabulary (names, numbers, rare words). */
export function stemSimilarity(a: string, b: string): number | null {
  const { rows, table } = (loaded ??= load())
  const [rowOfA, rowOfB] = [rows.get(a), rows.get(b)]
  if (rowOfA === undefined || rowOfB === undefined) return null
  return cosine(table, rowOfA * DIMENSION, rowOfB * DIMENSION)
}

function cosine(table: Int8Array, a: number, b: number): number {
  let sum = 0
  for (let at = 0; at < DIMENSION; at++) sum += (table[a + at] ?? 0) * (table[b + at] ?? 0)
  return sum / (127 * 127)
}

function load(): { rows: Map<string, number>; table: Int8Array } {
  const stems = readFileSync(join(FOLDER, 'stems.txt'), 'utf8').trimEnd().split('\n')
  const bytes = readFileSync(join(FOLDER, 'vectors.bin'))
  if (bytes.length !== stems.length * DIMENSION)
    throw new Error('the files of src/retrieval/word-vectors do not belong together')
  return {
    rows: new Map(stems.map((stem, row) => [stem, row])),
    table: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  }
}
