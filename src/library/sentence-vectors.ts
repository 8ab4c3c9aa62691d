/** @module Vectors of a paragraph's sentences, in 8 bits, and the signs of those of its tokens. They come and go with the paragraph's own vectors. */
import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'
import { PackedVectors, recordBytes } from '../../embeddings/packed-vectors.js'
import { TOKEN_BYTES } from '../../embeddings/token-signs.js'
import type { Db } from '../database.js'

/** Vectors of one paragraph's sentences, in the order of `splitSentences(paragraph.text)`. */
export interface SentenceVectors {
  readonly count: number
  /** Cosine of a sentence and a question's unit vector, both by the model in use; `index` is below `count`. */
  similarity(index: number, question: Float32Array): number
  /** Of the whole passage, as `packSigns` gives them. */
  readonly tokens: Uint8Array
}

/** What is stored of one paragraph. */
export interface SentenceBytes {
  /** As `packVectors` gives them. */
  readonly vectors: Uint8Array
  /** As `packSigns` gives them. */
  readonly tokens: Uint8Array
}

interface SentenceRow extends SentenceBytes {
  readonly checksum: number
}

export class SentenceStore {
  readonly #put: Database.Statement<[number, number, number, Uint8Array, Uint8Array]>
  readonly #find: Database.Statement<[number, number], SentenceRow>

  constructor(db: Db) {
    // What another hand left behind is replaced.
    this.#put = db.prepare(
      'INSERT OR REPLACE INTO sentence_vectors (paragraph, model, checksum, vectors, tokens) VALUES (?, ?, ?, ?, ?)',
    )
    this.#find = db.prepare(
      'SELECT checksum, vectors, tokens FROM sentence_vectors WHERE paragraph = ? AND model = ?',
    )
  }

  /**
   * Run inside a transaction.
   * @throws RangeError for bytes that are no whole number of vectors or of tokens
   */
  put(paragraph: number, model: number, bytes: SentenceBytes, dimension: number): void {
    const { vectors, tokens } = bytes
    if (!areRecords(bytes, dimension)) {
      throw new RangeError(
        `sentence vectors of ${vectors.length} bytes and tokens of ${tokens.length} where the model gives ${dimension} floats`,
      )
    }
    this.#put.run(paragraph, model, checksumOf(bytes), vectors, tokens)
  }

  /** By paragraph; without those that have none, or whose bytes are not those that were written (`verify` names them). */
  of(paragraphs: readonly number[], model: number, dimension: number): Map<number, SentenceVectors> {
    const found = new Map<number, SentenceVectors>()
    for (const paragraph of paragraphs) {
      const row = this.#find.get(paragraph, model)
      if (row === undefined || !isWhole(row, dimension)) continue
      const vectors = new PackedVectors(row.vectors, dimension)
      found.set(paragraph, {
        count: vectors.count,
        similarity: (index, question) => vectors.dot(index, question),
        tokens: row.tokens,
      })
    }
    return found
  }
}

/** Whether these are the bytes that were written. */
export function isWhole(row: SentenceRow, dimension: number): boolean {
  return areRecords(row, dimension) && checksumOf(row) === row.checksum
}

function areRecords({ vectors, tokens }: SentenceBytes, dimension: number): boolean {
  return vectors.length % recordBytes(dimension) === 0 && tokens.length % TOKEN_BYTES === 0
}

function checksumOf({ vectors, tokens }: SentenceBytes): number {
  return crc32(tokens, crc32(vectors))
}
