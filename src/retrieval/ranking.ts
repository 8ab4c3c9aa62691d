/** @module The weights by which passages are ranked, and the score they make. */
import type { RankingSignals } from './query.js'

/**
 * Of a linear score whose softmax over the candidates is the chance that a passage answers. Fitted by `npm run fit`
 * (test/evaluation/fit.ts), which also prints what cross-validation says of them.
 */
const WEIGHTS = {
  words: 1.22,
  similarity: 4.93,
  sentenceSimilarity: 9.07,
  coverage: -0.9,
  match: 6.65,
  sentenceMatch: 1.73,
  place: 3.76,
  year: 1.5,
  offers: 1.62,
  earlierCable: 4.18,
  earlierCoverage: 0.73,
  earlierSimilarity: 3.59,
} as const satisfies Partial<Record<keyof RankingSignals, number>>

export type RankingFeature = keyof typeof WEIGHTS

export const RANKING_FEATURES = Object.keys(WEIGHTS) as readonly RankingFeature[]

/** Higher is better; differences are logarithms of odds. */
export function rankingScore(signals: RankingSignals): number {
  return RANKING_FEATURES.reduce((sum, name) => sum + WEIGHTS[name] * (signals[name] ?? 0), 0)
}
