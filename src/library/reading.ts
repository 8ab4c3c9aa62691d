/** @module By which reader the cables were read, kept beside them. */
import { READING_RECIPE } from '../cables/recipe.js'
import type { Db } from '../database.js'

const NAME = 'reading_recipe'

export class Reading {
  readonly #statements: ReturnType<typeof prepareStatements>

  constructor(db: Db) {
    this.#statements = prepareStatements(db)
  }

  /** 0 for a library from before there were recipes. */
  recipe(): number {
    return this.#statements.get.get(NAME) ?? 0
  }

  /** Everything stored is read by the reader of today. Run inside a transaction. */
  setCurrent(): void {
    this.#statements.set.run(NAME, READING_RECIPE)
  }
}

function prepareStatements(db: Db) {
  return {
    get: db.prepare<[string], number>('SELECT value FROM meta WHERE name = ?').pluck(),
    set: db.prepare<[string, number]>(
      'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    ),
  }
}
