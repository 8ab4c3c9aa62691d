/** @module How likely it is that a passage answers: a logistic model over its evidence. */
import type { AnalysedParagraph } from '../retrieval/query.js'
import type { Understood } from '../retrieval/understanding/understand.js'
import { CHANCE_BIAS, CHANCE_WEIGHTS } from './confidence-weights.js'
import { type Evidence, evidenceOf } from './evidence.js'

/**
 * Below this the bot says that it found nothing: a wrong citation costs more than a missing answer. The chance is that
 * of a single passage; where two answer alike each has about half.
 */
export const MIN_CONFIDENCE = 0.45

/** From here on people are told that the answer is sure; below, that it is likely. */
export const SURE_CONFIDENCE = 0.8

/** For each of the first passages the chance that it answers, 0 to 1. */
export function chancesOf(passages: readonly AnalysedParagraph[], understood: Understood): number[] {
  return evidenceOf(passages, understood).map(chance)
}

function chance(evidence: Evidence): number {
  const logit = Object.entries(CHANCE_WEIGHTS).reduce(
    (sum, [name, weight]) => sum + weight * (evidence[name] ?? 0),
    CHANCE_BIAS,
  )
  return 1 / (1 + Math.exp(-logit))
}
