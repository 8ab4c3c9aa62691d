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

/** Place of a stem's vector; `undefined` for one that is not in the vocabulary (names, numbers, rare words). */
export function vectorOfStem(stem: string): number | undefined {
  return (loaded ??= load()).rows.get(stem)
}

/** Cosine of two vectors by their places, -1 to 1. */
export function cosineOf(a: number, b: number): number {
  const { table } = (loaded ??= load())
  const [from, other] = [a * DIMENSION, b * DIMENSION]
  let sum = 0
  for (let at = 0; at < DIMENSION; at++) sum += (table[from + at] ?? 0) * (table[other + at] ?? 0)
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
