/** @module How sure the bot is that the archive answers: a logistic model over what ranking and sentences show. */
import type { RankedParagraph } from '../retrieval/query.js'
import type { ScoredSentence } from './sentence-scores.js'

/**
 * Below this the bot says that it found nothing: a wrong citation costs more than a missing answer. Four of five of the
 * questions that the weights were looked at with have an answer, so an even chance would be far too little.
 */
export const MIN_CONFIDENCE = 0.75

/** From here on people are told that the answer is sure; below, that it is likely. */
export const SURE_CONFIDENCE = 0.9

/** Set by hand, in the proportions of logistic regressions over signals like these on the development questions; not fitted themselves. */
const WEIGHTS = { bias: -2.1, similarity: 2.8, coverage: 0.8, passageSimilarity: 1, offersKind: 1 }

/** 0 to 1. */
export function confidenceOf(
  passages: readonly RankedParagraph[],
  sentences: readonly ScoredSentence[],
): number {
  const [best] = sentences
  if (best === undefined) return 0
  const passageSimilarity = Math.max(...passages.slice(0, 3).map(({ signals }) => signals.similarity ?? 0))
  const z =
    WEIGHTS.bias +
    WEIGHTS.similarity * best.similarity +
    WEIGHTS.coverage * best.coverage +
    WEIGHTS.passageSimilarity * passageSimilarity +
    WEIGHTS.offersKind * Number(best.offersKind)
  return 1 / (1 + Math.exp(-z))
}
