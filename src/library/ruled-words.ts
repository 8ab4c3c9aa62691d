/** @module Search in one of the tables of words by a rule: what a passage must have and must not have. */
import type Database from 'better-sqlite3'
import { LabelSet } from '../../embeddings/label-set.js'
import type { Db } from '../database.js'
import { expressionOf, type WordRule } from './word-rule.js'
import { COLUMN_WEIGHTS, type LibraryState, matchAny, type WordMatch, type Words } from './words.js'

/** Matches that are compared at most. More of them say little of any. */
const COMPARED = 50_000

/** `words` without the paragraphs that are masked: in the open archive `open_words` has these. */
const UNMASKED =
  'AND NOT EXISTS (SELECT 1 FROM paragraphs p WHERE p.id = words.rowid AND p.masked_text IS NOT NULL)'

export class RuledWords {
  readonly #words: Words
  readonly #ranked: Database.Statement<[string, number], WordMatch>
  readonly #counted: Database.Statement<[string, number], number>
  readonly #vectors: Database.Statement<[string, number], { paragraph: number; label: number }>
  /** What the statement that is under way is restricted to. */
  #allowed: LabelSet | undefined

  /** @param isUnmaskedOnly leaves out what `open_words` has as written */
  constructor(db: Db, words: Words, isUnmaskedOnly = false) {
    this.#words = words
    const { table } = words
    const isAllowed = `is_allowed_by_rule_in_${table}${isUnmaskedOnly ? '_unmasked' : ''}`
    db.function(isAllowed, (id: number) => (this.#allowed?.has(id) === false ? 0 : 1))
    const matches = (columns: string) =>
      `SELECT ${columns} FROM ${table} WHERE ${table} MATCH ? AND ${isAllowed}(rowid) ${isUnmaskedOnly ? UNMASKED : ''}`
    this.#ranked = db.prepare(
      `SELECT * FROM (${matches(`rowid AS paragraphId, -bm25(${table}, ${COLUMN_WEIGHTS}) AS bm25`)} LIMIT ${COMPARED})
       ORDER BY 2 DESC, 1 LIMIT ?`,
    )
    this.#counted = db
      .prepare<[string, number], number>(`SELECT count(*) FROM (${matches('rowid')} LIMIT ?)`)
      .pluck()
    this.#vectors = db.prepare(
      `SELECT v.paragraph AS paragraph, v.id AS label FROM (${matches('rowid AS id')} LIMIT ?) m
       JOIN vectors v ON v.paragraph = m.id`,
    )
  }

  /** Paragraphs that keep the rule; those that also have some of the terms come first. */
  search(
    rule: WordRule,
    terms: readonly string[],
    allowed: LabelSet | undefined,
    limit: number,
    state: LibraryState,
  ): WordMatch[] {
    const { must, mustNot } = expressionOf(rule, this.#words)
    const wanted = matchAny(this.#words.affordable(terms, state))
    const any = [must === '' ? '' : `(${must})`, wanted].filter((part) => part !== '').join(' OR ')
    if (any === '') return []
    const match = without(must === '' ? any : `(${must}) AND (${any})`, mustNot)
    return this.#with(allowed, () => this.#ranked.all(match, limit))
  }

  /** How many paragraphs keep the rule, counted up to `most`; none where it asks for nothing. */
  count(rule: WordRule, allowed: LabelSet | undefined, most: number): number {
    const { must, mustNot } = expressionOf(rule, this.#words)
    if (must === '') return 0
    return this.#with(allowed, () => this.#counted.get(without(must, mustNot), most) ?? 0)
  }

  /** Labels of the vectors of the paragraphs that an expression matches, of `most` paragraphs at most. */
  vectorsThatKeep(rule: WordRule, most: number): LabelSet {
    const { must, mustNot } = expressionOf(rule, this.#words)
    return this.#labels(without(must, mustNot), most)
  }

  /** The same of the paragraphs that break the rule's exclusions; `undefined` where they are more than `most`. */
  vectorsThatBreak(rule: WordRule, most: number): LabelSet | undefined {
    const { mustNot } = expressionOf(rule, this.#words)
    if (mustNot === '') return new LabelSet()
    const count = this.#with(undefined, () => this.#counted.get(mustNot, most + 1) ?? 0)
    return count > most ? undefined : this.#labels(mustNot, most)
  }

  #labels(match: string, most: number): LabelSet {
    const found = this.#with(undefined, () => this.#vectors.all(match, most))
    return LabelSet.of(found.map(({ label }) => label))
  }

  #with<T>(allowed: LabelSet | undefined, use: () => T): T {
    this.#allowed = allowed
    return use()
  }
}

function without(match: string, mustNot: string): string {
  return mustNot === '' ? match : `(${match}) NOT (${mustNot})`
}
