/** @module Paragraphs that have what a rule of words asks for, in the masked or the open archive. */
import { LabelSet, type Labels } from '../../embeddings/label-set.js'
import type { Db } from '../database.js'
import type { Allowed } from './allowed.js'
import type { Wording } from './archive.js'
import type { CableFilter } from './filter.js'
import { RuledWords } from './ruled-words.js'
import type { WordRule } from './word-rule.js'
import { joinedMatches, type LibraryState, type WordMatch, type Words } from './words.js'

/** Paragraphs whose vectors are compared at most; the search by words compares the others. */
const VECTORS_OF = 20_000

export class HeldWords {
  readonly #allowed: Allowed
  /** In the open archive a masked paragraph is looked through as written, and only so. */
  readonly #tables: Readonly<Record<Wording, readonly RuledWords[]>>

  constructor(db: Db, words: Readonly<Record<Wording, Words>>, allowed: Allowed) {
    this.#allowed = allowed
    this.#tables = {
      masked: [new RuledWords(db, words.masked)],
      open: [new RuledWords(db, words.masked, true), new RuledWords(db, words.open)],
    }
  }

  /** Paragraphs that keep the filter's rule, by BM25; those with some of the terms come first. */
  search(
    wording: Wording,
    rule: WordRule,
    terms: readonly string[],
    filter: CableFilter,
    limit: number,
    state: LibraryState,
  ): WordMatch[] {
    const set = this.#allowed.paragraphs(filter, state.generation)
    const [first = [], ...others] = this.#tables[wording].map((table) =>
      table.search(rule, terms, set, limit, state),
    )
    return others
      .reduce<readonly WordMatch[]>((found, more) => joinedMatches(found, more, limit), first)
      .slice()
  }

  /** How many keep the rule, counted up to `most`. */
  count(wording: Wording, rule: WordRule, filter: CableFilter, most: number, generation: number): number {
    const set = this.#allowed.paragraphs(filter, generation)
    return Math.min(
      most,
      this.#tables[wording].reduce((sum, table) => sum + table.count(rule, set, most), 0),
    )
  }

  /** Labels of vectors whose paragraphs pass the filter and keep its rule: all of them, or fewer where they are very many. */
  vectors(wording: Wording, rule: WordRule, filter: CableFilter, generation: number): Labels {
    const set = this.#allowed.vectors(filter, generation)
    const tables = this.#tables[wording]
    if (rule.all.length > 0) {
      const kept = tables.flatMap((table) => [...table.vectorsThatKeep(rule, VECTORS_OF)])
      return LabelSet.of(kept.filter((label) => set?.has(label) !== false))
    }
    const broken = tables.map((table) => table.vectorsThatBreak(rule, VECTORS_OF))
    // Too many to be set apart: the search by words alone is exact.
    if (broken.includes(undefined)) return new LabelSet()
    const kept = LabelSet.of(set ?? this.#allowed.everyVector())
    for (const labels of broken) for (const label of labels ?? []) kept.delete(label)
    return kept
  }
}
