/**
 * @module The product's index over a store of the benchmark's, which keeps and reads vectors as the product's does (SQLite, a
 * checksum for each, by label). Its own, so that an index that took an hour to build serves also after the product's tables or
 * passages have changed.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { Embeddings } from '@langchain/core/embeddings'
import Database from 'better-sqlite3'
import type { LabelledVector, StoredVectors } from '../../../embeddings/stored-vectors.js'
import { VectorIndex, type CatchUp } from '../../../embeddings/vector-index.js'
import { DIMENSION } from './synthetic.js'

export const STORE_FILE = 'vectors.sqlite'

export class BenchStore implements StoredVectors {
  readonly modelId = 'synthetic'
  readonly dimension = DIMENSION
  readonly #db: Database.Database
  readonly #statements: ReturnType<typeof prepareStatements>

  constructor(folder: string) {
    this.#db = new Database(join(folder, STORE_FILE))
    this.#db.pragma('page_size = 8192')
    this.#db.pragma('journal_mode = WAL')
    this.#db.pragma('cache_size = -65536')
    this.#db.exec(`
      CREATE TABLE IF NOT EXISTS vectors (id INTEGER PRIMARY KEY, checksum INTEGER NOT NULL, vector BLOB NOT NULL);
      CREATE TABLE IF NOT EXISTS marks (mark TEXT PRIMARY KEY, generation INTEGER NOT NULL);
    `)
    this.#statements = prepareStatements(this.#db)
  }

  get count(): number {
    return this.#statements.count.get() ?? 0
  }

  /** Nothing is ever removed. */
  get generation(): number {
    return this.count
  }

  put(vectors: readonly Float32Array[]): void {
    this.#db.transaction(() => {
      for (const vector of vectors) {
        const blob = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
        this.#statements.add.run(crc32(blob), blob)
      }
    })()
  }

  labels(after = 0): number[] {
    return this.#statements.labels.all(after)
  }

  *fetch(labels: Iterable<number>): Generator<LabelledVector> {
    for (const label of labels) {
      const row = this.#statements.byLabel.get(label)
      if (row === undefined || crc32(row.blob) !== row.checksum) continue
      const { buffer, byteOffset, byteLength } = row.blob
      yield { label, vector: new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength)) }
    }
  }

  mark(generation: number): string {
    const mark = randomUUID()
    this.#statements.addMark.run(mark, generation)
    return mark
  }

  generationOf(mark: string): number | undefined {
    return this.#statements.findMark.get(mark)
  }

  close(): void {
    this.#db.close()
  }
}

function prepareStatements(db: Database.Database) {
  return {
    count: db.prepare<[], number>('SELECT count(*) FROM vectors').pluck(),
    add: db.prepare<[number, Buffer]>('INSERT INTO vectors (checksum, vector) VALUES (?, ?)'),
    labels: db.prepare<[number], number>('SELECT id FROM vectors WHERE id > ? ORDER BY id').pluck(),
    byLabel: db.prepare<[number], { checksum: number; blob: Buffer }>(
      'SELECT checksum, vector AS blob FROM vectors WHERE id = ?',
    ),
    addMark: db.prepare<[string, number]>('INSERT INTO marks (mark, generation) VALUES (?, ?)'),
    findMark: db.prepare<[string], number>('SELECT generation FROM marks WHERE mark = ?').pluck(),
  }
}

/** Nothing is embedded here. */
class NoEmbeddings extends Embeddings {
  constructor() {
    super({})
  }
  override embedQuery(): Promise<number[]> {
    return Promise.reject(new Error('the benchmark has no texts'))
  }
  override embedDocuments(): Promise<number[][]> {
    return Promise.reject(new Error('the benchmark has no texts'))
  }
}

export function openIndex(
  folder: string,
  source: BenchStore,
  onCatchUp?: (progress: CatchUp) => void,
): Promise<VectorIndex> {
  return VectorIndex.open({
    dir: join(folder, 'index'),
    source,
    embeddings: new NoEmbeddings(),
    shelf: { read: () => [], write: () => [], erase: () => undefined },
    ...(onCatchUp === undefined ? {} : { onCatchUp }),
  })
}
