/** @module How sure the bot is that the archive answers: a logistic model over what ranking and sentences show. */
import type { RankedParagraph } from '../retrieval/query.js'
import type { ScoredSentence } from './sentence-scores.js'

/** Below this the bot says that it found nothing: a wrong citation costs more than a missing answer. */
export const MIN_CONFIDENCE = 0.5

const WEIGHTS = { bias: -5.2, sentenceSimilarity: 5.5, coverage: 4.2, passageSimilarity: 2.2 }

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
    WEIGHTS.sentenceSimilarity * best.similarity +
    WEIGHTS.coverage * best.coverage +
    WEIGHTS.passageSimilarity * passageSimilarity
  return 1 / (1 + Math.exp(-z))
}
