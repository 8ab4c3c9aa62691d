/** @module Vectors of a paragraph's sentences, in 8 bits. They come and go with the paragraph's own vectors. */
import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'
import { PackedVectors, recordBytes } from '../../embeddings/packed-vectors.js'
import type { Db } from '../database.js'

/** Vectors of one paragraph's sentences, in the order of `splitSentences(paragraph.text)`. */
export interface SentenceVectors {
  readonly count: number
  /** Cosine of a sentence and a question's unit vector, both by the model in use; `index` is below `count`. */
  similarity(index: number, question: Float32Array): number
}

export class SentenceStore {
  readonly #put: Database.Statement<[number, number, number, Uint8Array]>
  readonly #find: Database.Statement<[number, number], { checksum: number; blob: Buffer }>

  constructor(db: Db) {
    // What another hand left behind is replaced.
    this.#put = db.prepare(
      'INSERT OR REPLACE INTO sentence_vectors (paragraph, model, checksum, vectors) VALUES (?, ?, ?, ?)',
    )
    this.#find = db.prepare(
      'SELECT checksum, vectors AS blob FROM sentence_vectors WHERE paragraph = ? AND model = ?',
    )
  }

  /**
   * Run inside a transaction.
   * @param packed as `packVectors` gives it
   * @throws RangeError for bytes that are no whole number of vectors
   */
  put(paragraph: number, model: number, packed: Uint8Array, dimension: number): void {
    if (packed.length % recordBytes(dimension) !== 0) {
      throw new RangeError(
        `sentence vectors of ${packed.length} bytes where the model gives ${dimension} floats`,
      )
    }
    this.#put.run(paragraph, model, crc32(packed), packed)
  }

  /** By paragraph; without those that have none, or whose bytes are not those that were written (`verify` names them). */
  of(paragraphs: readonly number[], model: number, dimension: number): Map<number, SentenceVectors> {
    const found = new Map<number, SentenceVectors>()
    for (const paragraph of paragraphs) {
      const row = this.#find.get(paragraph, model)
      if (row === undefined || !isWhole(row, dimension)) continue
      const vectors = new PackedVectors(row.blob, dimension)
      found.set(paragraph, {
        count: vectors.count,
        similarity: (index, question) => vectors.dot(index, question),
      })
    }
    return found
  }
}

/** Whether these are the bytes that were written. */
export function isWhole({ checksum, blob }: { checksum: number; blob: Buffer }, dimension: number): boolean {
  return blob.length % recordBytes(dimension) === 0 && crc32(blob) === checksum
}
