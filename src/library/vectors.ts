/** @module Stored vectors: the truth that the index is derived from. */
import { randomUUID } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'
import type { LabelledVector, StoredVectors } from '../../embeddings/stored-vectors.js'
import type { Counts } from './counts.js'
import type { Models } from './models.js'
import { PASSAGE_RECIPE, passageHash, type PassageParts } from './passage.js'
import type { Db } from '../database.js'
import { SentenceStore, type SentenceVectors } from './sentence-vectors.js'

/** A paragraph that has no vector yet, with what its passage is made of. */
export interface PendingParagraph {
  readonly paragraphId: number
  readonly parts: PassageParts
  readonly passageHash: Buffer
}

/** Vectors of one paragraph: one for each window of its passage. */
export interface EmbeddedParagraph {
  readonly paragraphId: number
  readonly passageHash: Buffer
  readonly vectors: readonly Float32Array[]
  /** Of its sentences, as `packVectors` gives them; LangChain's methods embed the whole only and leave them out, which `verify` names. */
  readonly sentences?: Uint8Array | undefined
  /** The tokens of all its windows, as `packSigns` gives them; left out as the sentences are. */
  readonly tokens?: Uint8Array | undefined
}

export interface StoredVector extends LabelledVector {
  readonly paragraphId: number
}

interface VectorRow {
  readonly label: number
  readonly paragraphId: number
  readonly checksum: number
  readonly blob: Buffer
}

const PAGE = 1000

/** Names of snapshots that are remembered; a snapshot older than these is built anew. */
const MAX_MARKS = 16

export class Vectors {
  readonly #db: Db
  readonly #models: Models
  readonly #counts: Counts
  readonly #statements: ReturnType<typeof prepareStatements>
  readonly #sentences: SentenceStore

  constructor(db: Db, models: Models, counts: Counts) {
    this.#db = db
    this.#models = models
    this.#counts = counts
    this.#statements = prepareStatements(db)
    this.#sentences = new SentenceStore(db)
  }

  /** Ascending by id, from the first after `after`: the next page begins after the last id of this one. */
  pending(limit: number, after: number): PendingParagraph[] {
    return this.#statements.pending.all(after, this.#models.key(), limit).map(({ id, ...parts }) => ({
      paragraphId: id,
      parts,
      passageHash: passageHash(parts),
    }))
  }

  countPending(): number {
    return this.#statements.countPending.get(this.#models.key()) ?? 0
  }

  /**
   * Stores vectors and gives their labels. Run inside a transaction. Paragraphs that went while they were embedded, and
   * those that another process embedded meanwhile, are passed over.
   * @throws RangeError for a vector of another length than the model's, or with a value that is no number.
   */
  put(items: readonly EmbeddedParagraph[]): LabelledVector[] {
    const { dimension } = this.#models.used
    const key = this.#models.ensureKey()
    return items.flatMap(({ paragraphId, passageHash: hash, vectors, sentences, tokens }) => {
      const cable = this.#statements.cableOfOpen.get(paragraphId, key)
      if (cable === undefined) return []
      // Masked while it was embedded: the vector would tell what was masked. It is pending still.
      const passage = this.#statements.passage.get(paragraphId)
      if (passage === undefined || !passageHash(passage).equals(hash)) return []
      if (sentences !== undefined)
        this.#sentences.put(
          paragraphId,
          key,
          { vectors: sentences, tokens: tokens ?? new Uint8Array() },
          dimension,
        )
      return vectors.map((vector, part) => {
        assertVector(vector, dimension)
        const blob = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
        const { lastInsertRowid } = this.#statements.insert.run(
          paragraphId,
          cable,
          key,
          part,
          hash,
          crc32(blob),
          blob,
        )
        return { label: Number(lastInsertRowid), vector }
      })
    })
  }

  /** All vectors by ascending label, read in pages. */
  *all(): Generator<StoredVector> {
    const key = this.#models.key()
    let last = 0
    for (;;) {
      const rows = this.#statements.page.all(last, key, PAGE)
      for (const row of rows) yield* whole(row)
      const final = rows.at(-1)
      if (final === undefined) return
      last = final.label
    }
  }

  ofParagraphs(paragraphIds: readonly number[]): StoredVector[] {
    const key = this.#models.key()
    return paragraphIds.flatMap((id) => this.#statements.ofParagraph.all(id, key).flatMap(whole))
  }

  ofSentences(paragraphIds: readonly number[]): Map<number, SentenceVectors> {
    return this.#sentences.of(paragraphIds, this.#models.key(), this.#models.used.dimension)
  }

  *byLabel(labels: readonly number[]): Generator<StoredVector> {
    for (const label of labels) {
      const row = this.#statements.byLabel.get(label)
      if (row !== undefined) yield* whole(row)
    }
  }

  /** Label -> paragraph; labels that are no more are left out. */
  paragraphsOf(labels: readonly number[]): Map<number, number> {
    const found = new Map<number, number>()
    for (const label of labels) {
      const paragraph = this.#statements.paragraphOf.get(label)
      if (paragraph !== undefined) found.set(label, paragraph)
    }
    return found
  }

  /** Labels above `after`, ascending. */
  labels(after = 0): number[] {
    return this.#statements.labels.all(this.#models.key(), after)
  }

  /** Drops all vectors of the paragraphs that these labels belong to; gives how many went. Run inside a transaction. */
  erase(labels: readonly number[]): number {
    return labels.reduce((sum, label) => sum + this.#statements.erase.run(label).changes, 0)
  }

  /** What the index is derived from. */
  source(): StoredVectors {
    const { modelId, dimension } = this.#models.used
    const readGeneration = () => this.#counts.generation
    const readCount = () => this.#models.countVectors()
    return {
      modelId: `${modelId} (passage ${PASSAGE_RECIPE})`,
      dimension,
      get generation() {
        return readGeneration()
      },
      get count() {
        return readCount()
      },
      labels: (after) => this.labels(after),
      fetch: (labels) => this.byLabel(labels),
      mark: (at) => this.#mark(at),
      generationOf: (mark) => this.#statements.findMark.get(mark),
    }
  }

  #mark(generation: number): string {
    const mark = randomUUID()
    this.#db
      .transaction(() => {
        this.#statements.addMark.run(mark, generation)
        this.#statements.trimMarks.run(MAX_MARKS)
      })
      .immediate()
    return mark
  }
}

function assertVector(vector: Float32Array, dimension: number): void {
  if (vector.length !== dimension) {
    throw new RangeError(`a vector of ${vector.length} floats where the model gives ${dimension}`)
  }
  if (!vector.every(Number.isFinite)) throw new RangeError('a vector with a value that is no number')
}

/** Empty for a vector whose bytes are not those that were written: it must find nothing, and `verify` names it. */
function whole({ label, paragraphId, checksum, blob }: VectorRow): StoredVector[] {
  if (crc32(blob) !== checksum || blob.length % 4 !== 0) return []
  // Copied: SQLite's buffer need not start where a Float32Array may.
  const bytes = blob.buffer.slice(blob.byteOffset, blob.byteOffset + blob.byteLength)
  return [{ label, paragraphId, vector: new Float32Array(bytes) }]
}

function prepareStatements(db: Db) {
  const pluck = <P extends unknown[], R>(sql: string): Database.Statement<P, R> =>
    db.prepare<P, R>(sql).pluck()
  const columns = 'id AS label, paragraph AS paragraphId, checksum, vector AS blob'
  return {
    pending: db.prepare<
      [number, number, number],
      { id: number; subject: string; heading: string | null; text: string }
    >(
      `SELECT id, subject, heading, text FROM passages WHERE id > ? AND NOT EXISTS
         (SELECT 1 FROM vectors v WHERE v.paragraph = passages.id AND v.model = ?)
       ORDER BY id LIMIT ?`,
    ),
    passage: db.prepare<[number], PassageParts>('SELECT subject, heading, text FROM passages WHERE id = ?'),
    countPending: pluck<[number], number>(
      `SELECT count(*) FROM paragraphs WHERE NOT EXISTS
         (SELECT 1 FROM vectors v WHERE v.paragraph = paragraphs.id AND v.model = ?)`,
    ),
    cableOfOpen: pluck<[number, number], number>(
      `SELECT cable FROM paragraphs WHERE id = ? AND NOT EXISTS
         (SELECT 1 FROM vectors v WHERE v.paragraph = paragraphs.id AND v.model = ?)`,
    ),
    insert: db.prepare<[number, number, number, number, Buffer, number, Buffer]>(
      `INSERT INTO vectors (paragraph, cable, model, part, passage_hash, checksum, vector) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    page: db.prepare<[number, number, number], VectorRow>(
      // The unary plus keeps SQLite on the table itself: its rows stand in the order of their labels.
      `SELECT ${columns} FROM vectors WHERE id > ? AND +model = ? ORDER BY id LIMIT ?`,
    ),
    ofParagraph: db.prepare<[number, number], VectorRow>(
      `SELECT ${columns} FROM vectors WHERE paragraph = ? AND model = ? ORDER BY part`,
    ),
    byLabel: db.prepare<[number], VectorRow>(`SELECT ${columns} FROM vectors WHERE id = ?`),
    paragraphOf: pluck<[number], number>('SELECT paragraph FROM vectors WHERE id = ?'),
    labels: pluck<[number, number], number>('SELECT id FROM vectors WHERE model = ? AND id > ? ORDER BY id'),
    erase: db.prepare<[number]>(
      'DELETE FROM vectors WHERE (paragraph, model) IN (SELECT paragraph, model FROM vectors WHERE id = ?)',
    ),
    addMark: db.prepare<[string, number]>('INSERT INTO index_marks (mark, generation) VALUES (?, ?)'),
    findMark: pluck<[string], number>('SELECT generation FROM index_marks WHERE mark = ?'),
    trimMarks: db.prepare<[number]>(
      'DELETE FROM index_marks WHERE id NOT IN (SELECT id FROM index_marks ORDER BY id DESC LIMIT ?)',
    ),
  }
}
