import type { CableHeader, Paragraph } from '../cables/cable.js'
import type { CableFilter } from '../library/filter.js'

export interface Query {
  readonly text: string
  readonly filters: CableFilter
  /** Earlier questions of the same talk, oldest first. */
  readonly history: readonly string[]
}

/** What the two searches found of a passage. */
export interface RankingSignals {
  /** BM25, higher is better; 0 when only the vectors found it. */
  readonly bm25: number
  /** Cosine of question and paragraph, -1 to 1; `null` when it has no vector yet. */
  readonly similarity: number | null
  /** Share of the question's terms, weighted by rarity, that stand in its text, heading or subject; 0 to 1. */
  readonly coverage: number
}

/** A passage that may answer, best first in every list of them. */
export interface RankedParagraph {
  readonly cable: CableHeader
  readonly paragraph: Paragraph
  /** Fused score, 0 to 1; comparable within one query only. */
  readonly score: number
  readonly signals: RankingSignals
}
