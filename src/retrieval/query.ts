import type { CableHeader, Paragraph } from '../cables/cable.js'
import type { CableFilter } from '../library/filter.js'

export interface Query {
  readonly text: string
  readonly filters: CableFilter
  /** Earlier questions of the same talk, oldest first. */
  readonly history: readonly string[]
}

/** A passage that may answer, best first in every list of them. */
export interface RankedParagraph {
  readonly cable: CableHeader
  readonly paragraph: Paragraph
  /** Fused score, 0 to 1; comparable within one query only. */
  readonly score: number
  /** Cosine of question and paragraph, -1 to 1, or `null` when only words found it. */
  readonly similarity: number | null
  /** BM25, higher is better (0 when only the vectors found it). */
  readonly bm25: number
}
