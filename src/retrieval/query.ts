import { UserError } from '../errors.js'
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

/** Longer than any question, short enough that no step of an answer grows with what a stranger types. In characters. */
export const MAX_QUESTION_LENGTH = 1000

/** Earlier questions that may still be meant by "he" or "there". */
const MAX_HISTORY = 10

/**
 * A query within its bounds: white space collapsed, history cut to the newest questions.
 * @throws UserError when the question is empty or too long.
 */
export function checkedQuery(query: Query): Query {
  const text = query.text.replace(/\s+/gu, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new UserError('The question is empty. Ask in plain words, for example: Who signed the treaty?', {
      key: 'input.emptyQuestion',
    })
  if (text.length > MAX_QUESTION_LENGTH) {
    const length = text.length.toLocaleString('en')
    const most = MAX_QUESTION_LENGTH.toLocaleString('en')
    throw new UserError(
      `The question has ${length} characters; at most ${most} are read. Ask in fewer words.`,
      { key: 'input.longQuestion', values: { length, most } },
    )
  }
  const history = query.history
    .slice(-MAX_HISTORY)
    .map((earlier) => earlier.replace(/\s+/gu, ' ').trim().slice(0, MAX_QUESTION_LENGTH))
    .filter((earlier) => earlier !== '')
  return { ...query, text, history }
}
