/** @module What the library counts of itself, kept beside the rows: cables, paragraphs, vectors, and how often it changed. */
import type Database from 'better-sqlite3'
import type { Db } from '../database.js'
import type { LibraryState } from './words.js'

export interface LibraryCounts {
  readonly cables: number
  readonly paragraphs: number
  /** Of all models. */
  readonly vectors: number
}

export class Counts {
  readonly #statements: ReturnType<typeof prepareStatements>

  constructor(db: Db) {
    this.#statements = prepareStatements(db)
  }

  /** Grows with every committed change of cables or vectors, by whichever process. */
  get generation(): number {
    return this.#statements.generation.get() ?? 0
  }

  state(): LibraryState {
    return {
      generation: this.generation,
      paragraphs: this.#statements.paragraphs.get() ?? 0,
      maskChanges: this.#statements.maskChanges.get() ?? 0,
    }
  }

  all(): LibraryCounts {
    return {
      cables: this.#statements.cables.get() ?? 0,
      paragraphs: this.#statements.paragraphs.get() ?? 0,
      vectors: this.#statements.vectors.get() ?? 0,
    }
  }

  /** One for each row that changed. Run inside the transaction that changes them. */
  advance(changes: number): void {
    if (changes > 0) this.#statements.advance.run(changes)
  }

  /**
   * How many more there are, less than 0 for fewer; vectors are counted by triggers. Run inside the transaction that writes or
   * removes them.
   */
  add(moreCables: number, moreParagraphs: number): void {
    if (moreCables !== 0) this.#statements.add.run(moreCables, 'cables')
    if (moreParagraphs !== 0) this.#statements.add.run(moreParagraphs, 'paragraphs')
  }
}

function prepareStatements(db: Db) {
  const value = (name: string): Database.Statement<[], number> =>
    db.prepare<[], number>(`SELECT value FROM meta WHERE name = '${name}'`).pluck()
  return {
    generation: value('generation'),
    cables: value('cables'),
    paragraphs: value('paragraphs'),
    maskChanges: value('mask_changes'),
    vectors: db.prepare<[], number>('SELECT coalesce(sum(vectors), 0) FROM models').pluck(),
    advance: db.prepare<[number]>(`UPDATE meta SET value = value + ? WHERE name = 'generation'`),
    add: db.prepare<[number, string]>('UPDATE meta SET value = value + ? WHERE name = ?'),
  }
}
