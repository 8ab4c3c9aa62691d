import { UserError } from '../errors.js'
import type { CableHeader, Paragraph } from '../cables/cable.js'
import type { CableFilter } from '../library/filter.js'

export interface Query {
  readonly text: string
  readonly filters: CableFilter
  /** Earlier questions of the same talk, oldest first. */
  readonly history: readonly string[]
}

/** What speaks for a passage. All are 0 to 1, save where another range is said. */
export interface RankingSignals {
  /** Cosine of question and paragraph, -1 to 1; `null` when it has no vector yet. */
  readonly similarity: number | null
  /** Cosine of question and the best sentence, -1 to 1; that of the paragraph where sentences have no vectors. */
  readonly sentenceSimilarity: number
  /** Share of the question's terms, weighted by rarity, that stand in its text, heading or subject. */
  readonly coverage: number
  /** The same, where a term also counts as far as a word near in meaning stands there. */
  readonly match: number
  /** How near its words are to the question's terms, each read in its context, names counting less; -1 to 1. */
  readonly tokenMatch: number
  /** The same of the one term that it comes least near to, names apart. */
  readonly weakestToken: number
  /** `match` within the best single sentence. */
  readonly sentenceMatch: number
  /** Share of the countries named in the question that the cable is from or about. */
  readonly place: number
  /** The question names the year the cable was sent in. */
  readonly year: number
  /** How well its best sentence offers the kind of thing asked for; 0.5 where nothing can be told. */
  readonly offers: number
  /** It is a summary: says much in few words, and the paragraph it sums up says it better. */
  readonly summary: number
  /** Logarithm of its words, about 0 to 1: long paragraphs hold any word more easily. */
  readonly length: number
  /** How near its cable is to the one that answers the question before; 0 without one. */
  readonly earlierCable: number
  /** `coverage` and `sentenceSimilarity` for the question before. */
  readonly earlierCoverage: number
  readonly earlierSimilarity: number
}

/** A passage that may answer, best first in every list of them. */
export interface RankedParagraph {
  readonly cable: CableHeader
  readonly paragraph: Paragraph
  /** 1 for the best, falling with the odds against it; comparable within one query only. */
  readonly score: number
  readonly signals: RankingSignals
}

/** A sentence of a passage, verbatim. */
export interface RankedSentence {
  readonly text: string
  /** Position among the sentences of its paragraph, from 0. */
  readonly index: number
  /** Cosine of question and sentence, -1 to 1. */
  readonly similarity: number
  /** Share of the question's terms that it holds, words near in meaning included. */
  readonly match: number
  /** How well it offers the kind of thing asked for, 0 to 1. */
  readonly offers: number
  /** Each term's part in `match`, 0 to 1, in the order of the question's terms. */
  readonly matches: Float32Array
  /** All three together: what the best sentence of a passage is chosen by. */
  readonly score: number
}

/** A passage with its sentences, in reading order. */
export interface AnalysedParagraph extends RankedParagraph {
  readonly sentences: readonly RankedSentence[]
  /** For each of the question's terms how far it stands in the passage, 0 to 1: 1 is the same stem. */
  readonly matches: Float32Array
  /** To each of the questions that were asked at once, how near its words come to the terms; the most is `tokenMatch`. */
  readonly nearness: readonly number[]
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
    throw new UserError(`The question has ${length} characters; the limit is ${most}. Please shorten it.`, {
      key: 'input.longQuestion',
      values: { length, most },
    })
  }
  const history = query.history
    .slice(-MAX_HISTORY)
    .map((earlier) => earlier.replace(/\s+/gu, ' ').trim().slice(0, MAX_QUESTION_LENGTH))
    .filter((earlier) => earlier !== '')
  return { ...query, text, history }
}
