/**
 * @module The cables as one kind of reader gets them: every word of theirs comes through here, masked or as written. What is asked
 * of the masked archive neither shows, ranks by nor confirms what a cable shields.
 */
import { explaining } from '../database.js'
import type { Cable, CableHeader } from '../cables/cable.js'
import type { Allowed } from './allowed.js'
import type { Cables, StoredParagraph } from './cables.js'
import type { Catalogue, ListOrder } from './catalogue.js'
import type { Counts } from './counts.js'
import type { CableFilter, Holding } from './filter.js'
import type { HeldWords } from './held-words.js'
import type { Suggestions, CableSuggestion } from './suggest.js'
import type { WordRule } from './word-rule.js'
import { joinedMatches, type WordMatch, type Words } from './words.js'

/** `masked`: without what the cables shield. `open`: as written. */
export type Wording = 'masked' | 'open'

export interface ArchiveParts {
  /** For the sentence that says what is wrong with it. */
  readonly file: string
  readonly counts: Counts
  readonly cables: Cables
  readonly words: { readonly masked: Words; readonly open: Words }
  readonly held: HeldWords
  readonly allowed: Allowed
  readonly suggestions: Suggestions
  readonly catalogue: Catalogue
}

/** In the open archive words of masked paragraphs are also looked for as written, unless they are in more than this share of all. */
const RARE_SHARE = 0.01

/** A full disk, a locked or a damaged file come as `UserError`. */
export class Archive {
  readonly wording: Wording
  readonly #parts: ArchiveParts

  constructor(wording: Wording, parts: ArchiveParts) {
    this.wording = wording
    this.#parts = parts
  }

  cable(id: string): Cable | undefined {
    return this.#guard(({ cables }) => cables.cable(id, this.wording))
  }

  header(id: string): CableHeader | undefined {
    return this.#guard(({ cables }) => cables.header(id, this.wording))
  }

  /** The original text of the cable. */
  message(id: string): string | undefined {
    return this.#guard(({ cables }) => cables.message(id, this.wording))
  }

  /** Cables that refer to this one, oldest first; the cable itself need not be stored. */
  citedBy(id: string, limit = 100, offset = 0): CableHeader[] {
    return this.#guard(({ cables }) => cables.citedBy(id, this.wording, limit, offset))
  }

  countCitedBy(id: string): number {
    return this.#guard(({ cables }) => cables.countCitedBy(id))
  }

  /** In the given order; ids that are not stored any longer are left out. */
  paragraphs(ids: readonly number[]): StoredParagraph[] {
    return this.#guard(({ cables }) => cables.paragraphs(ids, this.wording))
  }

  /** Numbers that fit what a person has typed so far, best first. */
  suggestIds(typed: string, limit: number): CableSuggestion[] {
    return this.#guard(({ suggestions, counts }) =>
      suggestions.suggest(typed, this.wording, limit, counts.generation),
    )
  }

  /** Cables that pass, oldest first. */
  list(filter: CableFilter, offset: number, limit: number, first?: ListOrder): CableSuggestion[] {
    return this.#guard(({ catalogue }) => catalogue.list(filter, this.wording, offset, limit, first))
  }

  /** Paragraphs with any of the terms, by BM25, best first. A term of several words is matched as a phrase; terms may hold anything. */
  searchWords(terms: readonly string[], filter: CableFilter, limit: number): WordMatch[] {
    return this.#guard(({ counts, words, allowed, held }) => {
      const state = counts.state()
      const rule = filter.holding?.rule
      if (rule !== undefined) return held.search(this.wording, rule, terms, filter, limit, state)
      const set = allowed.paragraphs(filter, state.generation)
      const found = words.masked.search(terms, set, limit, state)
      if (this.wording === 'masked') return found
      const rare = terms.filter(
        (term) => words.masked.documentFrequency(term, state) <= RARE_SHARE * state.paragraphs,
      )
      return joinedMatches(found, words.open.search(rare, set, limit, state), limit)
    })
  }

  /** For a filter: what words the passages must have and must not have, as this archive words them. */
  holding(rule: WordRule): Holding {
    return { rule, wording: this.wording }
  }

  /** How many paragraphs keep the rule, counted up to `most`. */
  countHolding(rule: WordRule, filter: CableFilter, most: number): number {
    return this.#guard(({ counts, held }) => held.count(this.wording, rule, filter, most, counts.generation))
  }

  /** In how many paragraphs the word is, in any of its inflections. */
  documentFrequency(term: string): number {
    return this.#guard(({ counts, words }) => {
      const state = counts.state()
      const masked = words.masked.documentFrequency(term, state)
      return this.wording === 'masked' ? masked : Math.max(masked, words.open.documentFrequency(term, state))
    })
  }

  /** Stems of the masked words that begin with these letters, with the number of their paragraphs. */
  stemsWith(prefix: string): { stem: string; documents: number }[] {
    return this.#guard(({ words }) => words.masked.stemsWith(prefix))
  }

  /** A word with this stem, as a masked paragraph has it. */
  wordOfStem(stem: string): string | undefined {
    return this.#guard(({ words }) => words.masked.wordOfStem(stem))
  }

  /** Two parts that a masked paragraph prints with only a sign between them. */
  joinedBySign(first: string, second: string): string | undefined {
    return this.#guard(({ words }) => words.masked.joinedBySign(first, second))
  }

  #guard<T>(use: (parts: ArchiveParts) => T): T {
    return explaining(this.#parts.file, () => use(this.#parts))
  }
}
