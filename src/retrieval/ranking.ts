/** @module The weights by which passages are ranked, and the score they make. */
import type { RankingSignals } from './query.js'
import { RANKING_WEIGHTS } from './ranking-weights.js'

/**
 * Of a linear score whose softmax over the candidates is the chance that a passage answers. `npm run bench -- fit` fits them
 * and prints what cross-validation says of them.
 */
const WEIGHTS: Readonly<Partial<Record<keyof RankingSignals, number>>> = RANKING_WEIGHTS

export type RankingFeature = keyof typeof RANKING_WEIGHTS

export const RANKING_FEATURES = Object.keys(RANKING_WEIGHTS) as readonly RankingFeature[]

/** Higher is better; differences are logarithms of odds. */
export function rankingScore(signals: RankingSignals): number {
  return RANKING_FEATURES.reduce((sum, name) => sum + (WEIGHTS[name] ?? 0) * (signals[name] ?? 0), 0)
}
