import type { Notice } from './notices.js'
import type { CableFilter } from '../library/filter.js'
import type { RankedParagraph } from '../retrieval/query.js'

/** A claim's evidence: a stored paragraph and the words of it that bear the claim. */
export interface Citation {
  /** Canonical cable number. */
  readonly cable: string
  /** Printed number of the paragraph, `null` where none is printed. */
  readonly paragraph: number | null
  readonly position: number
  /** Stands in the paragraph letter for letter, white space apart. */
  readonly quote: string
}

export interface AnswerSentence {
  readonly text: string
  readonly citations: readonly Citation[]
}

export interface Answer {
  /** The sentences joined; when abstained, one sentence that says so. */
  readonly text: string
  readonly abstained: boolean
  /** 0 to 1: the chance that all that is cited answers; of an abstention, that a right paragraph would have been cited. */
  readonly confidence: number
  /** Empty when abstained. */
  readonly sentences: readonly AnswerSentence[]
  /** Who put the sentences into words; absent where they are quotes and the program's own words. */
  readonly writtenBy?: 'language model'
  /** Which cables were looked in: the filters that were set, and those that were read from the question's words. */
  readonly filter: CableFilter
  /** What a reader must know beside the answer, or why there is none. */
  readonly notices: readonly Notice[]
  /** The nearest passages, best first, at most ten; also when abstained. */
  readonly retrieved: readonly RankedParagraph[]
}
