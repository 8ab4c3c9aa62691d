/** @module How many cables have each value that people choose from. */
import type Database from 'better-sqlite3'
import type { Db } from '../database.js'

/** A value and the number of cables that have it. */
export interface Tally {
  readonly value: string
  readonly cables: number
}

/** Autocompletion asks for these at every key that is pressed: they are counted once for each state of the library. */
export class Tallies {
  readonly #statements: Record<'origins' | 'tags', Database.Statement<[], Tally>>
  #known: { generation: number; found: { origins?: readonly Tally[]; tags?: readonly Tally[] } } | undefined

  constructor(db: Db) {
    this.#statements = {
      origins: db.prepare(
        `SELECT origin AS value, count(*) AS cables FROM cables WHERE origin IS NOT NULL
         GROUP BY origin ORDER BY 2 DESC, 1`,
      ),
      tags: db.prepare('SELECT tag AS value, count(*) AS cables FROM tags GROUP BY tag ORDER BY 2 DESC, 1'),
    }
  }

  /** The most frequent first. @param generation of the library's present state */
  of(name: 'origins' | 'tags', generation: number): readonly Tally[] {
    if (this.#known?.generation !== generation) this.#known = { generation, found: {} }
    return (this.#known.found[name] ??= this.#statements[name].all())
  }
}
