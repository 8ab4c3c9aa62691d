import type { CableHeader, Paragraph } from '../cables/cable.js'

/** Restrictions on the cables that may answer; all that are given must hold. */
export interface QueryFilters {
  /** Sending post, as people type it: `Embassy Paris`, `Paris`, `PARIS`. */
  readonly origin?: string
  readonly year?: number
  /** ISO day, inclusive. */
  readonly after?: string
  /** ISO day, inclusive. */
  readonly before?: string
  readonly classification?: string
  readonly tag?: string
  /** Canonical number of the one cable to look in. */
  readonly cable?: string
}

export interface Query {
  readonly text: string
  readonly filters: QueryFilters
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
