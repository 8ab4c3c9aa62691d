/**
 * @module Which paragraphs and vectors a filter lets pass: as sets for searches, or as a list. A filter speaks of cables, and over
 * a large archive it is far cheaper to ask SQLite for the cables (250,000 short rows) and look up in memory which cable a paragraph
 * is of, than to join millions of long rows. So the sets are made.
 */
import type Database from 'better-sqlite3'
import { LabelSet } from '../../embeddings/label-set.js'
import type { CableFilter } from './filter.js'
import { filterSql } from './filter-sql.js'
import type { Db } from '../database.js'

/** Sets that are remembered until the library changes: a bit for each row, so 300 KB for a whole archive. */
const MAX_REMEMBERED = 8

const PAGE = 10_000

export class Allowed {
  readonly #db: Db
  readonly #paragraphs: CableOf
  readonly #vectors: CableOf
  readonly #paragraphIds: Database.Statement<[], number>
  readonly #remembered = new Map<string, LabelSet>()
  #rememberedAt = -1

  constructor(db: Db) {
    this.#db = db
    this.#paragraphs = new CableOf(db, 'paragraphs INDEXED BY paragraph_cables')
    this.#vectors = new CableOf(db, 'vectors INDEXED BY vector_cables')
    this.#paragraphIds = db
      .prepare<[], number>('SELECT id FROM paragraphs INDEXED BY paragraph_cables ORDER BY id')
      .pluck()
  }

  /** Keys of the paragraphs that pass; `undefined` when the filter restricts nothing. `generation` dates what is remembered. */
  paragraphs(filter: CableFilter, generation: number): LabelSet | undefined {
    return this.#pass('paragraphs', this.#paragraphs, filter, generation)
  }

  /** Labels of the vectors (of any model) that pass; `undefined` when the filter restricts nothing. */
  vectors(filter: CableFilter, generation: number): LabelSet | undefined {
    return this.#pass('vectors', this.#vectors, filter, generation)
  }

  /** Labels of all vectors; some that are no more may be among them. */
  everyVector(): Iterable<number> {
    return this.#vectors.all()
  }

  /** Ascending keys of the paragraphs that pass. Not by way of the sets: for one cable's paragraphs every key would be read. */
  paragraphIds(filter: CableFilter): number[] {
    const { conditions, parameters } = filterSql(filter)
    if (conditions === '') return this.#paragraphIds.all()
    return this.#db
      .prepare<unknown[], number>(
        `SELECT p.id FROM cables c JOIN paragraphs p ON p.cable = c.id WHERE ${conditions} ORDER BY p.id`,
      )
      .pluck()
      .all(...parameters)
  }

  #pass(what: string, rows: CableOf, filter: CableFilter, generation: number): LabelSet | undefined {
    const { conditions, parameters } = filterSql(filter)
    if (conditions === '') return undefined
    if (generation !== this.#rememberedAt || this.#remembered.size >= MAX_REMEMBERED) {
      this.#remembered.clear()
      this.#rememberedAt = generation
    }
    const key = JSON.stringify([what, conditions, parameters])
    let set = this.#remembered.get(key)
    if (set === undefined) {
      const cables = this.#db
        .prepare<unknown[], number>(`SELECT c.id FROM cables c WHERE ${conditions}`)
        .pluck()
        .iterate(...parameters)
      set = rows.of(LabelSet.of(cables))
      this.#remembered.set(key, set)
    }
    return set
  }
}

/** The cable that each row belongs to. A row never changes its cable and no key is used twice, so only new rows are read. */
class CableOf {
  readonly #page: Database.Statement<[number, number], { ids: string; cables: string }>
  #cables = new Uint32Array(1024)
  #highest = 0

  constructor(db: Db, table: string) {
    // As two JSON texts for a page: several times faster than a row of its own for each of millions.
    this.#page = db.prepare(
      `SELECT json_group_array(id) AS ids, json_group_array(cable) AS cables
       FROM (SELECT id, cable FROM ${table} WHERE id > ? ORDER BY id LIMIT ?)`,
    )
  }

  /** Rows of these cables. Rows that are no more may be among them only as long as their cable stands. */
  of(cables: LabelSet): LabelSet {
    this.#readNew()
    const found = new LabelSet()
    for (let id = 1; id <= this.#highest; id += 1) {
      if (cables.has(this.#cables[id] ?? 0)) found.add(id)
    }
    return found
  }

  /** Every row. */
  *all(): Generator<number> {
    this.#readNew()
    for (let id = 1; id <= this.#highest; id += 1) if ((this.#cables[id] ?? 0) > 0) yield id
  }

  #readNew(): void {
    for (;;) {
      const page = this.#page.get(this.#highest, PAGE)
      const ids = numbers(page?.ids)
      const cables = numbers(page?.cables)
      ids.forEach((id, at) => {
        if (id >= this.#cables.length) this.#grow(id + 1)
        this.#cables[id] = cables[at] ?? 0
        this.#highest = Math.max(this.#highest, id)
      })
      if (ids.length < PAGE) return
    }
  }

  #grow(length: number): void {
    const larger = new Uint32Array(Math.max(length, 2 * this.#cables.length))
    larger.set(this.#cables)
    this.#cables = larger
  }
}

function numbers(json = '[]'): number[] {
  return JSON.parse(json) as number[]
}
