/** @module Question -> ranked paragraphs: words (BM25) and meaning (vectors), weighed together. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Document } from '@langchain/core/documents'
import { BaseRetriever } from '@langchain/core/retrievers'
import { dotProduct } from '../../embeddings/dot-product.js'
import type { EmbeddedQuestion } from '../../embeddings/embedder.js'
import type { QuestionPart } from '../../embeddings/worker-protocol.js'
import { QuestionTokens, type WeightedTokens } from '../../embeddings/token-signs.js'
import type { VectorIndex } from '../../embeddings/vector-index.js'
import { paragraphLabel } from '../cables/cable.js'
import type { CableFilter } from '../library/filter.js'
import type { Archive } from '../library/archive.js'
import type { Library } from '../library/library.js'
import { analyse, type Candidate, type QuestionSigns, yearSent } from './analysis.js'
import { weightsOfParts } from './question-parts.js'
import { printedForms, stemsOf } from './terms.js'
import type { AnalysedParagraph, Query } from './query.js'
import { withNamesByUse } from './understanding/names-by-use.js'
import { rankingScore } from './ranking.js'
import { type Rerank, reranked } from './rerank.js'
import {
  EARLIER_WEIGHT,
  type ReadQuestion,
  type Understood,
  Understanding,
} from './understanding/understand.js'

/** Each of the searches hands on this many paragraphs: among 4,361 cables 24 of each lose a fortieth of the answers (docs/accuracy.md). */
export const CANDIDATES = 80
/** Of those so many are looked at closely, and of a follow-up's, which come from two questions, more. */
const ANALYSED = 64
const ANALYSED_OF_FOLLOW_UP = 88
/** The first of each search are among them for certain: what one of them finds the other may not know at all. */
const FIRST = 12
/** By the cosine, and by BM25 as a share of the best one, which counts so much less. */
const WORDS_WEIGHT = 0.25
/** Of a follow-up's candidates so many may come from the cable that answers the question before. */
const FROM_EARLIER_CABLE = 30

export interface Retrieved {
  /** Best first. */
  readonly passages: readonly AnalysedParagraph[]
  readonly understood: Understood
}

export interface QuestionEmbedder {
  /** A question in parts that are parted by white space (with the prefix that the model wants for questions). */
  embedQuestion(parts: readonly QuestionPart[]): Promise<EmbeddedQuestion>
}

/** LangChain's retriever over the library; `retrieve` gives the same with all its signals. */
export class ParagraphRetriever extends BaseRetriever {
  readonly lc_namespace = ['pilcrow', 'retrieval']
  readonly #library: Library
  readonly #archive: Archive
  readonly #index: VectorIndex
  readonly #embedder: QuestionEmbedder
  readonly #understanding: Understanding
  readonly #rerank: Rerank | undefined

  /**
   * @param archive of the library: whose words are searched and given
   * @param rerank looks at the best passages again
   */
  constructor(
    library: Library,
    archive: Archive,
    index: VectorIndex,
    embedder: QuestionEmbedder,
    rerank?: Rerank,
  ) {
    super()
    this.#library = library
    this.#archive = archive
    this.#index = index
    this.#embedder = embedder
    this.#understanding = new Understanding(library, archive)
    this.#rerank = rerank
  }

  /** @param limit how many passages at most. */
  async retrieve(query: Query, limit: number): Promise<Retrieved> {
    const read = this.#understanding.read(query)
    const [{ weighed, bm25 }, embedded] = await Promise.all([
      // Not before the questions are on their way to the workers, who embed them meanwhile.
      nextTurn().then(() => {
        const weighed = this.#understanding.weigh(read)
        return { weighed, bm25: this.#searchWords(weighed) }
      }),
      this.#embed(read),
    ])
    const { filter } = weighed
    const { vector, earlierVector } = embedded
    const similarity = this.#searchVectors(vector, filter)
    const carried = earlierVector === null ? [] : this.#aroundEarlier(earlierVector, filter)
    const ids = [...new Set([...bm25.keys(), ...similarity.keys(), ...carried])]
    const found = this.#candidates(this.#likeliest(ids, { bm25, similarity }, embedded))
    const candidates = found.filter((candidate) => !isExcluded(candidate, weighed.excluded))
    const texts = candidates.map(({ paragraph }) => paragraph.text)
    const understood = withNamesByUse(weighed, texts)
    const tokens = tokensOf(embedded.questions, understood)
    const analysed = analyse(candidates, { understood, vector, earlierVector, tokens })
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

  /** Paragraph -> BM25, best first. */
  #searchWords({ terms, earlier, filter }: Understood): Map<number, number> {
    const own = new Set(terms.map(({ stem }) => stem))
    const carried = (earlier?.terms ?? []).filter(({ stem }) => !own.has(stem))
    const found = this.#archive.searchWords(
      [...terms, ...carried].flatMap(({ word }) => printedForms(word)),
      filter,
      CANDIDATES,
    )
    const share = carried.length === 0 ? 1 : 1 - EARLIER_WEIGHT / 2
    return new Map(found.map(({ paragraphId, bm25 }) => [paragraphId, bm25 * share]))
  }

  async #embed({ parts, clauses, earlier }: ReadQuestion): Promise<Embedded> {
    const [whole, before, ...each] = await Promise.all([
      this.#embedder.embedQuestion(parts),
      earlier === null ? null : this.#embedder.embedQuestion([{ text: earlier.text, weight: 0 }]),
      ...clauses.map((clause) => this.#embedder.embedQuestion(clause)),
    ])
    return {
      vector: whole.vector,
      earlierVector: before?.vector ?? null,
      questions: (each.length === 0 ? [whole] : each).map(({ terms }) => terms),
    }
  }

  /** Paragraphs of the nearest windows, best first, with the cosine of the best. */
  #searchVectors(vector: Float32Array, filter: CableFilter): Map<number, number> {
    const allowed = this.#library.vectorLabels(filter)
    const nearest = this.#index.search(vector, CANDIDATES, allowed === undefined ? {} : { allowed })
    const paragraphOf = this.#library.paragraphsOfLabels(nearest.map(({ label }) => label))
    const found = new Map<number, number>()
    for (const { label, similarity } of nearest) {
      const paragraph = paragraphOf.get(label)
      if (paragraph !== undefined && !found.has(paragraph)) found.set(paragraph, similarity)
    }
    return found
  }

  /** A follow-up mostly goes on in the cable that answered: its paragraphs are candidates, too. */
  #aroundEarlier(earlierVector: Float32Array, filter: CableFilter): number[] {
    const near = [...this.#searchVectors(earlierVector, filter).keys()]
    const [best] = this.#archive.paragraphs(near.slice(0, 1))
    if (best === undefined) return near
    const same = this.#library.paragraphIds({ ...filter, cable: best.cable.id })
    return [...near, ...same.slice(0, FROM_EARLIER_CABLE)]
  }

  /** The candidates that are worth a closer look, by what the searches say of them. */
  #likeliest(
    ids: readonly number[],
    { bm25, similarity }: Found,
    { vector, earlierVector }: Embedded,
  ): Scored[] {
    const cosines = new Map(earlierVector === null ? similarity : [])
    const earlier = new Map<number, number>()
    const unknown = ids.filter((id) => !cosines.has(id))
    for (const { paragraphId, vector: stored } of this.#library.vectorsOf(unknown)) {
      raise(cosines, paragraphId, dotProduct(vector, stored))
      if (earlierVector !== null) raise(earlier, paragraphId, dotProduct(earlierVector, stored))
    }
    const first = new Set([bm25, similarity].flatMap((found) => [...found.keys()].slice(0, FIRST)))
    const mostBm25 = Math.max(Number.MIN_VALUE, ...bm25.values())
    return ids
      .map((id) => {
        const scored = {
          id,
          similarity: cosines.get(id) ?? null,
          earlierSimilarity: earlier.get(id) ?? 0,
        }
        const near = (scored.similarity ?? 0) + EARLIER_WEIGHT * scored.earlierSimilarity
        const promise = near + (WORDS_WEIGHT * (bm25.get(id) ?? 0)) / mostBm25
        return { scored, promise: first.has(id) ? Infinity : promise }
      })
      .sort((a, b) => (a.promise === b.promise ? 0 : b.promise - a.promise))
      .slice(0, earlierVector === null ? ANALYSED : ANALYSED_OF_FOLLOW_UP)
      .map(({ scored }) => scored)
  }

  #candidates(likeliest: readonly Scored[]): Candidate[] {
    const ids = likeliest.map(({ id }) => id)
    const byId = new Map(likeliest.map((scored) => [scored.id, scored]))
    const sentences = this.#library.sentenceVectors(ids)
    return this.#archive.paragraphs(ids).flatMap(({ id, cable, paragraph }) => {
      const scored = byId.get(id)
      return scored === undefined
        ? []
        : [{ ...scored, cable, paragraph, sentences: sentences.get(id) ?? null }]
    })
  }
}

/** What the question rules out. */
function isExcluded({ cable, paragraph }: Candidate, { stems, years }: Understood['excluded']): boolean {
  if (years.includes(yearSent(cable))) return true
  if (stems.length === 0) return false
  const own = new Set(stemsOf(`${cable.subject} ${paragraph.heading ?? ''} ${paragraph.text}`))
  return stems.some((stem) => own.has(stem))
}

interface Embedded extends Pick<QuestionSigns, 'vector' | 'earlierVector'> {
  /** The terms of each question that it is made of. */
  readonly questions: readonly (readonly WeightedTokens[])[]
}

/** What the searches found, by paragraph, best first. */
interface Found {
  readonly bm25: ReadonlyMap<number, number>
  /** Cosine of the best window. */
  readonly similarity: ReadonlyMap<number, number>
}

type Scored = Pick<Candidate, 'similarity' | 'earlierSimilarity'> & { readonly id: number }

function tokensOf(questions: Embedded['questions'], { parts, clauses, terms }: Understood): QuestionTokens[] {
  return questions.map((own, at) => {
    const weights = weightsOfParts(clauses[at] ?? parts, terms)
    return new QuestionTokens(own.map((term, each) => ({ ...term, weight: weights[each] ?? term.weight })))
  })
}

function raise(most: Map<number, number>, key: number, value: number): void {
  most.set(key, Math.max(value, most.get(key) ?? -1))
}

function ranked(analysed: readonly Omit<AnalysedParagraph, 'score'>[]): AnalysedParagraph[] {
  const scored = analysed.map((passage) => ({ passage, logit: rankingScore(passage.signals) }))
  const best = Math.max(...scored.map(({ logit }) => logit))
  return scored
    .sort((a, b) => b.logit - a.logit)
    .map(({ passage, logit }) => ({ ...passage, score: Math.exp(logit - best) }))
}
