/** @module Question -> ranked paragraphs: words (BM25) and meaning (vectors), fused. */
import { Document } from '@langchain/core/documents'
import { BaseRetriever } from '@langchain/core/retrievers'
import { dotProduct } from '../../embeddings/dot-product.js'
import type { VectorIndex } from '../../embeddings/vector-index.js'
import { findCableIds } from '../cables/ids.js'
import { paragraphLabel } from '../cables/cable.js'
import type { CableFilter } from '../library/filter.js'
import type { Library, StoredParagraph } from '../library/library.js'
import type { Query, RankedParagraph } from './query.js'
import { stemsOf, type Term, termsOf } from './terms.js'
import { inverseDocumentFrequency, weightedShare, type WeightedTerm } from './weighted-terms.js'

/** Each of the two searches hands on this many paragraphs. */
export const CANDIDATES = 60

/** How much a term of the question before counts beside one of this question. */
const HISTORY_WEIGHT = 0.5

/**
 * Shares of the fused score; they add up to 1. A listwise softmax fitted on `test/evaluation/dev-questions.jsonl` and the
 * shared development questions together gave them, once, outside the repository.
 */
const WEIGHTS = { bm25: 0.08, coverage: 0.27, similarity: 0.65 }

export interface Retrieved {
  /** Best first. */
  readonly passages: readonly RankedParagraph[]
  /** The question's terms with their rarity in this archive; those of the history weigh less. */
  readonly terms: readonly WeightedTerm[]
  /** The question's own vector, L2-normalised. */
  readonly vector: Float32Array
}

export interface QuestionEmbedder {
  /** L2-normalised vector of a question (with the prefix that the model wants for questions). */
  embedQuestion(text: string): Promise<Float32Array>
}

/** LangChain's retriever over the library; `retrieve` gives the same with all its signals. */
export class ParagraphRetriever extends BaseRetriever {
  readonly lc_namespace = ['pilcrow', 'retrieval']
  readonly #library: Library
  readonly #index: VectorIndex
  readonly #embedder: QuestionEmbedder

  constructor(library: Library, index: VectorIndex, embedder: QuestionEmbedder) {
    super()
    this.#library = library
    this.#index = index
    this.#embedder = embedder
  }

  /** @param limit how many passages at most. */
  async retrieve(query: Query, limit: number): Promise<Retrieved> {
    const filter = this.#filterOf(query)
    const terms = this.#weighted(query)
    const vector = await this.#embedder.embedQuestion(contextualText(query))
    const bm25 = new Map(
      this.#library
        .searchWords(
          terms.map(({ word }) => word),
          filter,
          CANDIDATES,
        )
        .map(({ paragraphId, bm25: score }) => [paragraphId, score]),
    )
    const similarity = this.#searchVectors(vector, filter, [...bm25.keys()])
    const stored = this.#library.paragraphs([...new Set([...bm25.keys(), ...similarity.keys()])])
    return { passages: rank(stored, bm25, similarity, terms).slice(0, limit), terms, vector }
  }

  override async _getRelevantDocuments(text: string): Promise<Document[]> {
    const { passages } = await this.retrieve({ text, filters: {}, history: [] }, 10)
    return passages.map(
      ({ cable, paragraph, score }) =>
        new Document({
          id: paragraphLabel(cable.id, paragraph),
          pageContent: paragraph.text,
          metadata: { cable: cable.id, position: paragraph.position, number: paragraph.number, score },
        }),
    )
  }

  /** A question that names one cable is asked of that cable. */
  #filterOf({ text, filters }: Query): CableFilter {
    const named = findCableIds(text)
    const [only] = named
    return named.length === 1 && only !== undefined && filters.cable === undefined
      ? { ...filters, cable: only }
      : filters
  }

  #weighted({ text, history }: Query): WeightedTerm[] {
    const own = termsOf(text)
    const known = new Set(own.map(({ stem }) => stem))
    const earlier = termsOf(history.at(-1) ?? '').filter(({ stem }) => !known.has(stem))
    const { paragraphs } = this.#library.counts()
    const weigh = (term: Term, factor: number): WeightedTerm => ({
      ...term,
      weight: factor * inverseDocumentFrequency(this.#library.documentFrequency(term.word), paragraphs),
    })
    return [...own.map((term) => weigh(term, 1)), ...earlier.map((term) => weigh(term, HISTORY_WEIGHT))]
  }

  /** Best cosine of each paragraph: the nearest ones, and those that the words found. */
  #searchVectors(vector: Float32Array, filter: CableFilter, alsoIds: readonly number[]): Map<number, number> {
    const allowed = this.#library.vectorLabels(filter)
    const nearest = this.#index.search(vector, CANDIDATES, allowed === undefined ? {} : { allowed })
    const paragraphOf = this.#library.paragraphsOfLabels(nearest.map(({ label }) => label))
    const best = new Map<number, number>()
    const keep = (paragraphId: number, similarity: number) => {
      best.set(paragraphId, Math.max(similarity, best.get(paragraphId) ?? -1))
    }
    for (const { label, similarity } of nearest) {
      const paragraphId = paragraphOf.get(label)
      if (paragraphId !== undefined) keep(paragraphId, similarity)
    }
    for (const { paragraphId, vector: stored } of this.#library.vectorsOf(alsoIds))
      keep(paragraphId, dotProduct(vector, stored))
    return best
  }
}

/** A follow-up ("And who paid for it?") is embedded behind the question that it follows. */
function contextualText({ text, history }: Query): string {
  const earlier = history.at(-1)
  return earlier === undefined ? text : `${earlier} ${text}`
}

function rank(
  stored: readonly StoredParagraph[],
  bm25: ReadonlyMap<number, number>,
  similarity: ReadonlyMap<number, number>,
  terms: readonly WeightedTerm[],
): RankedParagraph[] {
  const bestBm25 = Math.max(...bm25.values(), Number.MIN_VALUE)
  return stored
    .map(({ id, cable, paragraph }) => {
      const stems = new Set(stemsOf(`${cable.subject} ${paragraph.heading ?? ''} ${paragraph.text}`))
      const signals = {
        bm25: bm25.get(id) ?? 0,
        similarity: similarity.get(id) ?? null,
        coverage: weightedShare(terms, stems),
      }
      const score =
        (WEIGHTS.bm25 * signals.bm25) / bestBm25 +
        WEIGHTS.coverage * signals.coverage +
        WEIGHTS.similarity * Math.max(0, signals.similarity ?? 0)
      return { cable, paragraph, score, signals }
    })
    .sort((a, b) => b.score - a.score)
}
