/** @module Stored vectors: the truth that the index is derived from. */
import { randomUUID } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'
import type { LabelledVector, StoredVectors } from '../../embeddings/stored-vectors.js'
import { PASSAGE_RECIPE, passageHash, passageText } from './passage.js'
import type { Db } from './schema.js'

/** A paragraph that has no vector yet, with what is to be embedded. */
export interface PendingParagraph {
  readonly paragraphId: number
  readonly passage: string
  readonly passageHash: Buffer
}

/** Vectors of one paragraph: one for each window of its passage. */
export interface EmbeddedParagraph {
  readonly paragraphId: number
  readonly passageHash: Buffer
  readonly vectors: readonly Float32Array[]
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

interface Model {
  readonly id: number
  readonly dimension: number
}

const PAGE = 1000

/** Names of snapshots that are remembered; a snapshot older than these is rebuilt. */
const MAX_MARKS = 16

export class Vectors {
  readonly #db: Db
  readonly #statements: ReturnType<typeof prepareStatements>

  constructor(db: Db) {
    this.#db = db
    this.#statements = prepareStatements(db)
  }

  /** Ascending by id, from the first after `after`: the next page begins after the last id of this one. */
  pending(modelId: string, limit: number, after = 0): PendingParagraph[] {
    const model = this.#find(modelId)?.id ?? -1
    return this.#statements.pending.all(after, model, limit).map(({ id, ...parts }) => ({
      paragraphId: id,
      passage: passageText(parts),
      passageHash: passageHash(parts),
    }))
  }

  countPending(modelId: string): number {
    return this.#statements.countPending.get(this.#find(modelId)?.id ?? -1) ?? 0
  }

  /**
   * Stores vectors and gives their labels. Run inside a transaction. Paragraphs that went while they were embedded, and
   * those that another process embedded meanwhile, are passed over.
   * @throws RangeError for a vector of another length than the model's, or with a value that is no number.
   */
  put(modelId: string, dimension: number, items: readonly EmbeddedParagraph[]): LabelledVector[] {
    const model = this.#ensure(modelId, dimension)
    return items.flatMap(({ paragraphId, passageHash, vectors }) => {
      if (this.#statements.isOpen.get(paragraphId, model.id) === undefined) return []
      return vectors.map((vector, part) => {
        assertVector(vector, model.dimension)
        const blob = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
        const { lastInsertRowid } = this.#statements.insert.run(
          paragraphId,
          model.id,
          part,
          passageHash,
          crc32(blob),
          blob,
        )
        return { label: Number(lastInsertRowid), vector }
      })
    })
  }

  count(modelId: string): number {
    return this.#statements.count.get(this.#find(modelId)?.id ?? -1) ?? 0
  }

  countAll(): number {
    return this.#statements.countAll.get() ?? 0
  }

  /** All vectors of a model by ascending label, read in pages. */
  *all(modelId: string): Generator<StoredVector> {
    const model = this.#find(modelId)
    if (model === undefined) return
    let last = 0
    for (;;) {
      const rows = this.#statements.page.all(last, model.id, PAGE)
      for (const row of rows) yield toVector(row)
      const final = rows.at(-1)
      if (final === undefined) return
      last = final.label
    }
  }

  ofParagraphs(modelId: string, paragraphIds: readonly number[]): StoredVector[] {
    const model = this.#find(modelId)
    if (model === undefined) return []
    return paragraphIds.flatMap((id) => this.#statements.ofParagraph.all(id, model.id).map(toVector))
  }

  *byLabel(labels: readonly number[]): Generator<StoredVector> {
    for (const label of labels) {
      const row = this.#statements.byLabel.get(label)
      if (row !== undefined) yield toVector(row)
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

  labels(modelId: string): Uint32Array {
    const model = this.#find(modelId)
    if (model === undefined) return new Uint32Array()
    return Uint32Array.from(this.#statements.labels.all(model.id))
  }

  /** Drops every vector but those of this model (made by the present recipe), and gives how many went. Run inside a transaction. */
  dropOthers(modelId: string): number {
    const keep = this.#find(modelId)?.id ?? -1
    const { changes } = this.#statements.dropOthers.run(keep)
    this.#statements.dropModels.run(keep)
    return changes
  }

  /** What an index of this model is derived from. */
  source(modelId: string, dimension: number): StoredVectors {
    const statements = this.#statements
    const generation = () => statements.generation.get() ?? 0
    return {
      modelId,
      dimension,
      get generation() {
        return generation()
      },
      labels: () => this.labels(modelId),
      fetch: (labels) => this.byLabel(labels),
      mark: () => this.#mark(),
      recognises: (mark, at) => statements.findMark.get(mark) === at,
    }
  }

  #mark(): { mark: string; generation: number } {
    return this.#db
      .transaction(() => {
        const mark = randomUUID()
        const generation = this.#statements.generation.get() ?? 0
        this.#statements.addMark.run(mark, generation)
        this.#statements.trimMarks.run(MAX_MARKS)
        return { mark, generation }
      })
      .immediate()
  }

  #find(modelId: string): Model | undefined {
    return this.#statements.findModel.get(modelId, PASSAGE_RECIPE)
  }

  #ensure(modelId: string, dimension: number): Model {
    const found = this.#find(modelId)
    if (found !== undefined) return found
    this.#statements.addModel.run(modelId, PASSAGE_RECIPE, dimension)
    return this.#ensure(modelId, dimension)
  }
}

function assertVector(vector: Float32Array, dimension: number): void {
  if (vector.length !== dimension) {
    throw new RangeError(`a vector of ${vector.length} floats where the model gives ${dimension}`)
  }
  if (!vector.every(Number.isFinite)) throw new RangeError('a vector with a value that is no number')
}

/** @throws Error when the stored bytes are not those that were written. */
function toVector({ label, paragraphId, checksum, blob }: VectorRow): StoredVector {
  if (crc32(blob) !== checksum) throw new Error(`the stored vector ${label} is damaged`)
  // Copied: SQLite's buffer need not start where a Float32Array may.
  const bytes = Uint8Array.from(blob)
  return { label, paragraphId, vector: new Float32Array(bytes.buffer, 0, bytes.byteLength / 4) }
}

function prepareStatements(db: Db) {
  const pluck = <P extends unknown[], R>(sql: string): Database.Statement<P, R> =>
    db.prepare<P, R>(sql).pluck()
  const columns = 'id AS label, paragraph AS paragraphId, checksum, vector AS blob'
  return {
    generation: pluck<[], number>(`SELECT value FROM meta WHERE name = 'generation'`),
    findModel: db.prepare<[string, number], Model>(
      'SELECT id, dimension FROM models WHERE name = ? AND recipe = ?',
    ),
    addModel: db.prepare<[string, number, number]>(
      'INSERT INTO models (name, recipe, dimension) VALUES (?, ?, ?)',
    ),
    pending: db.prepare<
      [number, number, number],
      { id: number; subject: string; heading: string | null; text: string }
    >(
      `SELECT id, subject, heading, text FROM passages WHERE id > ? AND NOT EXISTS
         (SELECT 1 FROM vectors v WHERE v.paragraph = passages.id AND v.model = ?)
       ORDER BY id LIMIT ?`,
    ),
    countPending: pluck<[number], number>(
      `SELECT count(*) FROM paragraphs WHERE NOT EXISTS
         (SELECT 1 FROM vectors v WHERE v.paragraph = paragraphs.id AND v.model = ?)`,
    ),
    isOpen: pluck<[number, number], number>(
      `SELECT 1 FROM paragraphs WHERE id = ? AND NOT EXISTS
         (SELECT 1 FROM vectors v WHERE v.paragraph = paragraphs.id AND v.model = ?)`,
    ),
    insert: db.prepare<[number, number, number, Buffer, number, Buffer]>(
      `INSERT INTO vectors (paragraph, model, part, passage_hash, checksum, vector) VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    count: pluck<[number], number>('SELECT count(*) FROM vectors WHERE model = ?'),
    countAll: pluck<[], number>('SELECT count(*) FROM vectors'),
    page: db.prepare<[number, number, number], VectorRow>(
      // The unary plus keeps SQLite on the table itself: its rows stand in the order of their labels.
      `SELECT ${columns} FROM vectors WHERE id > ? AND +model = ? ORDER BY id LIMIT ?`,
    ),
    ofParagraph: db.prepare<[number, number], VectorRow>(
      `SELECT ${columns} FROM vectors WHERE paragraph = ? AND model = ? ORDER BY part`,
    ),
    byLabel: db.prepare<[number], VectorRow>(`SELECT ${columns} FROM vectors WHERE id = ?`),
    paragraphOf: pluck<[number], number>('SELECT paragraph FROM vectors WHERE id = ?'),
    labels: pluck<[number], number>('SELECT id FROM vectors WHERE model = ? ORDER BY id'),
    dropOthers: db.prepare<[number]>('DELETE FROM vectors WHERE model <> ?'),
    dropModels: db.prepare<[number]>('DELETE FROM models WHERE id <> ?'),
    addMark: db.prepare<[string, number]>('INSERT INTO index_marks (mark, generation) VALUES (?, ?)'),
    findMark: pluck<[string], number>('SELECT generation FROM index_marks WHERE mark = ?'),
    trimMarks: db.prepare<[number]>(
      'DELETE FROM index_marks WHERE id NOT IN (SELECT id FROM index_marks ORDER BY id DESC LIMIT ?)',
    ),
  }
}
