/** @module Sentences of the best passages, each with how far it answers: by meaning, by words, by the kind of thing it offers. */
import { dotProduct } from '../../embeddings/dot-product.js'
import type { RankedParagraph } from '../retrieval/query.js'
import { stemsOf } from '../retrieval/terms.js'
import type { WeightedTerm } from '../retrieval/weighted-terms.js'
import { splitSentences } from '../cables/sentences.js'
import { type AnswerKind, offers } from './answer-kind.js'

export interface ScoredSentence {
  readonly passage: RankedParagraph
  /** 0 for the best passage. */
  readonly passageRank: number
  /** Position among the sentences of its paragraph, from 0. */
  readonly index: number
  /** Verbatim slice of the paragraph. */
  readonly text: string
  /** Cosine of question and sentence, -1 to 1. */
  readonly similarity: number
  /** Share of the question's terms, weighted by rarity, in the sentence; terms that stand only around it count for less. */
  readonly coverage: number
  readonly offersKind: boolean
  readonly score: number
}

/** What the best passages are cut to, so that the time of an answer stays bounded whatever the archive holds. */
const MAX_PASSAGES = 5
const MAX_SENTENCES = 60

/** How much a term counts that stands not in the sentence but elsewhere in its paragraph, or in heading and subject. */
const COVERAGE_OF_CONTEXT = 0.5

/** Weights of the parts of a sentence's score; they add up to 1 with the offer of the kind asked for. */
const WEIGHTS = { similarity: 0.5, coverage: 0.3, passage: 0.12, kind: 0.08 }

export type EmbedTexts = (texts: readonly string[]) => Promise<readonly Float32Array[]>

/** Sentences of the first passages, best first. `question` is the question's own vector (L2-normalised). */
export async function scoreSentences(
  passages: readonly RankedParagraph[],
  terms: readonly WeightedTerm[],
  kind: AnswerKind,
  question: Float32Array,
  embed: EmbedTexts,
): Promise<ScoredSentence[]> {
  const candidates = passages
    .slice(0, MAX_PASSAGES)
    .flatMap((passage, passageRank) =>
      splitSentences(passage.paragraph.text).map(({ text }, index) => ({
        passage,
        passageRank,
        index,
        text,
      })),
    )
    .slice(0, MAX_SENTENCES)
  const vectors = await embed(candidates.map(({ text }) => text))
  return candidates
    .map((candidate, at) => {
      const vector = vectors[at]
      if (vector === undefined) throw new Error('the embedder returned fewer vectors than texts')
      const similarity = dotProduct(question, vector)
      const coverage = coverageOf(candidate.text, candidate.passage, terms)
      const offersKind = offers(kind, candidate.text)
      const score =
        WEIGHTS.similarity * Math.max(0, similarity) +
        WEIGHTS.coverage * coverage +
        WEIGHTS.passage * candidate.passage.score +
        WEIGHTS.kind * (offersKind ? 1 : 0)
      return { ...candidate, similarity, coverage, offersKind, score }
    })
    .sort((a, b) => b.score - a.score)
}

function coverageOf(sentence: string, passage: RankedParagraph, terms: readonly WeightedTerm[]): number {
  const inSentence = new Set(stemsOf(sentence))
  const { cable, paragraph } = passage
  const around = new Set(stemsOf(`${cable.subject} ${paragraph.heading ?? ''} ${paragraph.text}`))
  let found = 0
  let total = 0
  for (const { stem, weight } of terms) {
    total += weight
    if (inSentence.has(stem)) found += weight
    else if (around.has(stem)) found += weight * COVERAGE_OF_CONTEXT
  }
  return total === 0 ? 0 : found / total
}
