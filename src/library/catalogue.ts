/** @module The archive as lists: cables that pass a filter, in order of time, and how many there are of each kind. */
import { explaining, type Db } from '../database.js'
import type { Counts } from './counts.js'
import type { CableFilter } from './filter.js'
import { filterSql, subjectSql } from './filter-sql.js'
import type { Wording } from './archive.js'
import type { CableSuggestion } from './suggest.js'
import type { Tally } from './tallies.js'

export type Facet = 'origin' | 'tag' | 'year'

export type ListOrder = 'oldest' | 'newest'

const ORDERS: Readonly<Record<ListOrder, string>> = {
  oldest: 'date_key, mrn',
  newest: 'date_key DESC, mrn DESC',
}

/** Counts that are remembered until the library changes: they are asked again with every page of a list. */
const MAX_REMEMBERED = 64

const GROUPS: Readonly<Record<Facet, { value: string; from: string }>> = {
  origin: { value: 'c.origin', from: 'cables c' },
  tag: { value: 'g.tag', from: 'cables c JOIN tags g ON g.cable = c.id' },
  year: { value: 'substr(c.date_key, 1, 4)', from: 'cables c' },
}

export class Catalogue {
  readonly #db: Db
  readonly #file: string
  readonly #counts: Counts
  readonly #remembered = new Map<string, unknown>()
  #rememberedAt = -1

  /** @param file for the sentence that says what is wrong with it */
  constructor(db: Db, file: string, counts: Counts) {
    this.#db = db
    this.#file = file
    this.#counts = counts
  }

  list(
    filter: CableFilter,
    wording: Wording,
    offset: number,
    limit: number,
    first: ListOrder = 'oldest',
  ): CableSuggestion[] {
    const { conditions, parameters } = filterSql(filter)
    const order = ORDERS[first]
    return this.#guard(() =>
      // The inner query sorts keys only; the long rows are read for what it chose.
      this.#db
        .prepare<unknown[], CableSuggestion>(
          `SELECT mrn AS id, ${subjectSql(wording)} AS subject, date_key AS date FROM cables
           WHERE id IN (SELECT c.id FROM cables c ${where(conditions)} ORDER BY ${order} LIMIT ? OFFSET ?)
           ORDER BY ${order}`,
        )
        .all(...parameters, limit, offset),
    )
  }

  count(filter: CableFilter): number {
    const { conditions, parameters } = filterSql(filter, 'all')
    return this.#remember(JSON.stringify(['count', conditions, parameters]), () =>
      Number(
        this.#db
          .prepare<unknown[], number>(`SELECT count(*) FROM cables c ${where(conditions)}`)
          .pluck()
          .get(...parameters),
      ),
    )
  }

  /** Its values among the cables that pass, those with the most cables first; years latest first. */
  tally(facet: Facet, filter: CableFilter, limit: number): readonly Tally[] {
    const { conditions, parameters } = filterSql(filter, 'all')
    const { value, from } = GROUPS[facet]
    const order = facet === 'year' ? '1 DESC' : '2 DESC, 1'
    return this.#remember(JSON.stringify([facet, limit, conditions, parameters]), () =>
      this.#db
        .prepare<unknown[], Tally>(
          `SELECT ${value} AS value, count(*) AS cables FROM ${from} ${where(conditions)}
           GROUP BY 1 HAVING value IS NOT NULL AND value <> '' ORDER BY ${order} LIMIT ?`,
        )
        .all(...parameters, limit),
    )
  }

  /** Keys of a cable's paragraphs by position. */
  paragraphKeys(mrn: string): Map<number, number> {
    return this.#guard(() => {
      const rows = this.#db
        .prepare<[string], { id: number; position: number }>(
          `SELECT p.id, p.position FROM paragraphs p JOIN cables c ON c.id = p.cable
           WHERE c.mrn = ? ORDER BY p.position`,
        )
        .all(mrn)
      return new Map(rows.map(({ id, position }) => [position, id]))
    })
  }

  #guard<T>(use: () => T): T {
    return explaining(this.#file, use)
  }

  #remember<T>(key: string, find: () => T): T {
    const generation = this.#guard(() => this.#counts.generation)
    if (generation !== this.#rememberedAt || this.#remembered.size >= MAX_REMEMBERED) {
      this.#remembered.clear()
      this.#rememberedAt = generation
    }
    if (!this.#remembered.has(key)) this.#remembered.set(key, this.#guard(find))
    return this.#remembered.get(key) as T // Each key names one question, and only this method writes.
  }
}

function where(conditions: string): string {
  return conditions === '' ? '' : `WHERE ${conditions}`
}
