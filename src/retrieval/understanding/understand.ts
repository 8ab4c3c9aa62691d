/** @module A question taken apart: where to look, what it asks for, and what it carries on from the question before. */
import type { QuestionPart } from '../../../embeddings/worker-protocol.js'
import { bareKey, findPost, posts } from '../../cables/vocabulary/posts.js'
import { countriesIn } from '../../cables/vocabulary/countries.js'
import { findCableIds, withoutCableIds } from '../../cables/ids.js'
import type { CableFilter } from '../../library/filter.js'
import { originKey } from '../../library/filter-sql.js'
import type { Archive } from '../../library/archive.js'
import type { Library } from '../../library/library.js'
import type { Query } from '../query.js'
import { questionParts } from '../question-parts.js'
import { printedForms, type Term, termsOf } from '../terms.js'
import { inverseDocumentFrequency, type WeightedTerm } from '../weighted-terms.js'
import { type AskedFor, askedFor } from './asked-for.js'
import { clausesOf } from './clauses.js'
import { type Exclusions, exclusionsIn } from './exclusions.js'
import { resolved } from './follow-up.js'
import { filtersInWords } from './filters.js'
import { languageOf } from './language.js'
import { corrected, type Correction, correctionsOf } from './spelling.js'
import { topicOf } from './topic.js'
import { UNKNOWN_TERM, withoutUnknownNames } from './unknown-names.js'
import type { KnownPosts } from './words.js'

/** A question as its own words tell, before anything is looked up in the archive but its posts. */
export interface ReadQuestion<T extends Term = Term> {
  /** The question without the words that only say where to look. */
  readonly text: string
  readonly terms: readonly T[]
  /** The text, parted at its terms. */
  readonly parts: readonly QuestionPart[]
  /** The same of each question that it is made of, when there are several. */
  readonly clauses: readonly (readonly QuestionPart[])[]
  readonly filter: CableFilter
  readonly askedFor: AskedFor
  /** Keys of the countries that this question or the one before names. */
  readonly countries: readonly string[]
  readonly years: readonly number[]
  /** What no passage may be about. */
  readonly excluded: Pick<Exclusions, 'stems' | 'years'>
  /** Words that were read as others, because the archive does not know them. */
  readonly corrections: readonly Correction[]
  /** What the questions before were about, when there are any. */
  readonly earlier: { readonly text: string; readonly terms: readonly T[] } | null
}

export interface Understood extends ReadQuestion<WeightedTerm> {
  /** Of the archive: among more of them more look as if they answered. */
  readonly paragraphs: number
}

/** How much a term of the question before counts in the search by words beside one of this question. */
export const EARLIER_WEIGHT = 0.5

/** Without the number of the cable, as long as something else is asked. */
function searched(text: string): string {
  const rest = withoutCableIds(text)
  return termsOf(rest).length === 0 ? text : rest
}

export class Understanding {
  readonly #library: Library
  readonly #archive: Archive
  #posts: { readonly generation: number; readonly known: KnownPosts } | undefined

  /** @param archive whose words are searched: what it does not know is asked for as if it had no name */
  constructor(library: Library, archive: Archive) {
    this.#library = library
    this.#archive = archive
  }

  /** The quick half: enough for the question to be embedded. */
  read(query: Query): ReadQuestion {
    const { filters } = query
    const { question: typed, history } = resolved(query.text, query.history)
    const known = this.#knownPosts()
    const excluded = exclusionsIn(typed)
    const corrections = languageOf(typed) === 'en' ? correctionsOf(excluded.text, this.#archive) : []
    const text = corrected(excluded.text, corrections)
    const own = filtersInWords(text, known)
    const before = topicOf(text, history)
    const earlier = before === null ? null : this.#asked(filtersInWords(before, known).rest)
    const [named, ...more] = findCableIds(text)
    const cable = named !== undefined && more.length === 0 ? { cable: named } : {}
    // The number says where to look; no paragraph of the cable holds it.
    const { text: rest, terms } = this.#asked(
      named !== undefined && more.length === 0 ? searched(own.rest) : own.rest,
    )
    const clauses = clausesOf(rest)
    return {
      text: rest,
      terms,
      parts: questionParts(rest, terms),
      clauses: clauses.length === 1 ? [] : clauses.map((clause) => questionParts(clause, terms)),
      // What the asker set apart is meant for certain; what is only read from the words gives way.
      filter: { ...(named === undefined ? own.filters : {}), ...cable, ...filters },
      askedFor: askedFor(rest),
      countries: [...new Set([text, before ?? ''].flatMap(countriesIn))],
      years: own.years,
      corrections,
      excluded,
      earlier,
    }
  }

  /** The other half: how rare each term is in the archive. */
  weigh(read: ReadQuestion): Understood {
    const { terms, earlier } = read
    return {
      ...read,
      terms: this.#weighted(terms),
      earlier: earlier && { ...earlier, terms: this.#weighted(earlier.terms) },
      paragraphs: this.#library.counts().paragraphs,
    }
  }

  /** The question as it is searched for, with its terms. */
  #asked(text: string): { text: string; terms: readonly Term[] } {
    const known = withoutUnknownNames(text, (word) => this.#documentFrequency(word) > 0)
    const terms = termsOf(known)
    return { text: known, terms: known === text ? terms : [...terms, UNKNOWN_TERM] }
  }

  #weighted(terms: readonly Term[]): WeightedTerm[] {
    const { paragraphs } = this.#library.counts()
    return terms.map((term) => ({
      ...term,
      weight: inverseDocumentFrequency(this.#documentFrequency(term.word), paragraphs),
    }))
  }

  /** In however it is printed. */
  #documentFrequency(word: string): number {
    return Math.max(...printedForms(word).map((form) => this.#archive.documentFrequency(form)))
  }

  /**
   * By the post's own name, and by its city where no other post of the archive is there (Vienna has several). Posts that
   * the archive has nothing from are known, too: a question for their cables has no answer here.
   */
  #knownPosts(): KnownPosts {
    const { generation } = this.#library
    if (this.#posts?.generation === generation) return this.#posts.known
    const known = new Map(posts().map(({ key, display }) => [key, display]))
    const ours = new Set<string>()
    const byCity = new Map<string, Set<string>>()
    for (const { value: origin } of this.#library.origins()) {
      const key = originKey(origin)
      known.set(key, origin)
      ours.add(key)
      const city = bareKey(findPost(origin)?.city ?? '')
      if (city !== '') byCity.set(city, (byCity.get(city) ?? new Set()).add(origin))
    }
    for (const [city, [origin, ...others]] of byCity)
      if (origin !== undefined && others.length === 0 && !ours.has(city)) known.set(city, origin)
    this.#posts = { generation, known }
    return known
  }
}
