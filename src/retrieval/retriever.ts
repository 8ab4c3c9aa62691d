/** @module Question -> ranked paragraphs: words (BM25) and meaning (vectors), weighed together. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Document } from '@langchain/core/documents'
import { BaseRetriever } from '@langchain/core/retrievers'
import { dotProduct } from '../../embeddings/dot-product.js'
import type { EmbeddedQuestion } from '../../embeddings/embedder.js'
import { QuestionTokens } from '../../embeddings/token-signs.js'
import type { VectorIndex } from '../../embeddings/vector-index.js'
import { paragraphLabel } from '../cables/cable.js'
import type { CableFilter } from '../library/filter.js'
import type { Library } from '../library/library.js'
import { analyse, type Candidate, type QuestionSigns } from './analysis.js'
import type { AnalysedParagraph, Query } from './query.js'
import { rankingScore } from './ranking.js'
import { type Rerank, reranked } from './rerank.js'
import { EARLIER_WEIGHT, type Understood, Understanding } from './understanding/understand.js'

/** Each of the searches hands on this many paragraphs; 60 find no more (docs/accuracy.md). */
export const CANDIDATES = 24
/** Of a follow-up's candidates so many may come from the cable that answers the question before. */
const FROM_EARLIER_CABLE = 30

export interface Retrieved {
  /** Best first. */
  readonly passages: readonly AnalysedParagraph[]
  readonly understood: Understood
}

export interface QuestionEmbedder {
  /** A question in parts that are parted by white space (with the prefix that the model wants for questions). */
  embedQuestion(parts: readonly string[]): Promise<EmbeddedQuestion>
}

/** LangChain's retriever over the library; `retrieve` gives the same with all its signals. */
export class ParagraphRetriever extends BaseRetriever {
  readonly lc_namespace = ['pilcrow', 'retrieval']
  readonly #library: Library
  readonly #index: VectorIndex
  readonly #embedder: QuestionEmbedder
  readonly #understanding: Understanding
  readonly #rerank: Rerank | undefined

  /** @param rerank looks at the best passages again */
  constructor(library: Library, index: VectorIndex, embedder: QuestionEmbedder, rerank?: Rerank) {
    super()
    this.#library = library
    this.#index = index
    this.#embedder = embedder
    this.#understanding = new Understanding(library)
    this.#rerank = rerank
  }

  /** @param limit how many passages at most. */
  async retrieve(query: Query, limit: number): Promise<Retrieved> {
    const understood = this.#understanding.understand(query)
    const { earlier, filter, parts } = understood
    const [{ vector, tokens }, before, bm25] = await Promise.all([
      this.#embedder.embedQuestion(parts.map(({ text }) => text)),
      earlier === null ? null : this.#embedder.embedQuestion([earlier.text]),
      // Not before the questions are on their way to the workers, who embed them meanwhile.
      nextTurn().then(() => this.#searchWords(understood)),
    ])
    const signs = {
      understood,
      vector,
      earlierVector: before?.vector ?? null,
      tokens: new QuestionTokens(tokens.flatMap((of, at) => (parts[at]?.isTerm ? of : []))),
    }
    const similarity = this.#searchVectors(vector, filter)
    const carried = before === null ? [] : this.#aroundEarlier(before.vector, filter)
    const ids = [...new Set([...bm25.keys(), ...similarity, ...carried])]
    const candidates = this.#candidates(ids, bm25, signs)
    const analysed = analyse(candidates, signs)
    const fused = ranked(analysed)
    const passages = this.#rerank ? await reranked(fused, understood.text, this.#rerank) : fused
    return { passages: passages.slice(0, limit), understood }
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

  /** Paragraph -> BM25. */
  #searchWords({ terms, earlier, filter }: Understood): Map<number, number> {
    const own = new Set(terms.map(({ stem }) => stem))
    const carried = (earlier?.terms ?? []).filter(({ stem }) => !own.has(stem))
    const found = this.#library.searchWords(
      [...terms, ...carried].map(({ word }) => word),
      filter,
      CANDIDATES,
    )
    const share = carried.length === 0 ? 1 : 1 - EARLIER_WEIGHT / 2
    return new Map(found.map(({ paragraphId, bm25 }) => [paragraphId, bm25 * share]))
  }

  /** Paragraphs of the nearest windows, best first. */
  #searchVectors(vector: Float32Array, filter: CableFilter): number[] {
    const allowed = this.#library.vectorLabels(filter)
    const nearest = this.#index.search(vector, CANDIDATES, allowed === undefined ? {} : { allowed })
    const paragraphOf = this.#library.paragraphsOfLabels(nearest.map(({ label }) => label))
    return nearest.flatMap(({ label }) => paragraphOf.get(label) ?? [])
  }

  /** A follow-up mostly goes on in the cable that answered: its paragraphs are candidates, too. */
  #aroundEarlier(earlierVector: Float32Array, filter: CableFilter): number[] {
    const near = this.#searchVectors(earlierVector, filter)
    const [best] = this.#library.paragraphs(near.slice(0, 1))
    if (best === undefined) return near
    const same = this.#library.paragraphIds({ ...filter, cable: best.cable.id })
    return [...near, ...same.slice(0, FROM_EARLIER_CABLE)]
  }

  #candidates(ids: readonly number[], bm25: ReadonlyMap<number, number>, signs: QuestionSigns): Candidate[] {
    const best = new Map<number, { own: number; earlier: number }>()
    for (const { paragraphId, vector } of this.#library.vectorsOf(ids)) {
      const known = best.get(paragraphId) ?? { own: -1, earlier: -1 }
      const own = dotProduct(signs.vector, vector)
      const earlier = signs.earlierVector === null ? -1 : dotProduct(signs.earlierVector, vector)
      best.set(paragraphId, { own: Math.max(known.own, own), earlier: Math.max(known.earlier, earlier) })
    }
    const sentences = this.#library.sentenceVectors(ids)
    return this.#library.paragraphs(ids).map(({ id, cable, paragraph }) => {
      const similarity = best.get(id)
      return {
        cable,
        paragraph,
        bm25: bm25.get(id) ?? 0,
        similarity: similarity?.own ?? null,
        earlierSimilarity: similarity?.earlier ?? 0,
        sentences: sentences.get(id) ?? null,
      }
    })
  }
}

function ranked(analysed: readonly Omit<AnalysedParagraph, 'score'>[]): AnalysedParagraph[] {
  const scored = analysed.map((passage) => ({ passage, logit: rankingScore(passage.signals) }))
  const best = Math.max(...scored.map(({ logit }) => logit))
  return scored
    .sort((a, b) => b.logit - a.logit)
    .map(({ passage, logit }) => ({ ...passage, score: Math.exp(logit - best) }))
}
