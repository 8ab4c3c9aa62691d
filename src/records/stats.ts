/** @module Figures for the owner: what was used how often, how it went, what readers thought of it. */
import type { Db } from '../database.js'

export interface UsageFigure {
  readonly what: string
  readonly outcome: string
  readonly uses: number
  /** Mean time to the reply (ms). */
  readonly meanMs: number
}

export interface Stats {
  /** First and last day with any use, or `null` when there was none. */
  readonly days: { readonly first: string; readonly last: string } | null
  /** The most used first. */
  readonly usage: readonly UsageFigure[]
  readonly feedback: { readonly up: number; readonly down: number }
  /** Questions whose answer was found bad, the newest first; only those that were kept. */
  readonly badlyAnswered: readonly string[]
  /** Kept questions. */
  readonly questions: { readonly answered: number; readonly abstained: number }
}

/** Questions that the figures list. */
const LISTED_MAX = 20

export function readStats(db: Db): Stats {
  const days = db
    .prepare<[], { first: string | null; last: string | null }>(
      'SELECT min(day) AS first, max(day) AS last FROM usage',
    )
    .get()
  const usage = db
    .prepare<[], UsageFigure>(
      `SELECT what, outcome, sum(uses) AS uses, round(1.0 * sum(milliseconds) / sum(uses)) AS meanMs
       FROM usage GROUP BY what, outcome ORDER BY sum(uses) DESC, what, outcome`,
    )
    .all()
  const verdicts = countsBy(db, 'verdict', 'feedback')
  const outcomes = countsBy(db, 'outcome', 'questions')
  const badlyAnswered = db
    .prepare<[number], string>(
      `SELECT question FROM feedback WHERE verdict = 'down' AND question IS NOT NULL ORDER BY day DESC LIMIT ?`,
    )
    .pluck()
    .all(LISTED_MAX)
  return {
    days:
      typeof days?.first === 'string' && typeof days.last === 'string'
        ? { first: days.first, last: days.last }
        : null,
    usage,
    feedback: { up: verdicts.get('up') ?? 0, down: verdicts.get('down') ?? 0 },
    badlyAnswered,
    questions: { answered: outcomes.get('answered') ?? 0, abstained: outcomes.get('abstained') ?? 0 },
  }
}

function countsBy(db: Db, column: string, table: string): Map<string, number> {
  const rows = db
    .prepare<[], { name: string; rows: number }>(
      `SELECT ${column} AS name, count(*) AS rows FROM ${table} GROUP BY ${column}`,
    )
    .all()
  return new Map(rows.map(({ name, rows: count }) => [name, count]))
}
