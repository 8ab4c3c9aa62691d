/**
 * @module How likely it is that a passage answers, that a right one is cited, and that all that are cited are right: logistic models
 * over their evidence. The second is no product of the first: a question that three passages touch alike may be answered though none
 * of them is likely, and not though one is.
 */
import type { AnalysedParagraph } from '../retrieval/query.js'
import type { Understood } from '../retrieval/understanding/understand.js'
import {
  ANSWER_BIAS,
  ANSWER_WEIGHTS,
  CITATIONS_BIAS,
  CITATIONS_WEIGHTS,
  PASSAGE_BIAS,
  PASSAGE_WEIGHTS,
} from './confidence-weights.js'
import { answerEvidence, citationsEvidence, type Evidence, evidenceOf } from './evidence.js'

/**
 * Below this the bot says that it found nothing: a wrong citation costs more than a missing answer. Chosen on the part `choose` of the
 * questions on the wide archive (docs/accuracy.md).
 */
export const MIN_CONFIDENCE = 0.46

/** From here on people are told that the answer is sure; below, that it is likely. Chosen so that even the lower bound for the sure ones is .95. */
export const SURE_CONFIDENCE = 0.84

export interface Confidence {
  /** For each of the first passages the chance that it answers, 0 to 1. */
  readonly chances: readonly number[]
  /** That a right paragraph is among those that would be cited, 0 to 1. */
  readonly answered: number
}

/** @param passages best first */
export function confidenceIn(passages: readonly AnalysedParagraph[], understood: Understood): Confidence {
  const evidence = evidenceOf(passages, understood)
  if (evidence.length === 0) return { chances: [], answered: 0 }
  const chances = evidence.map((one) => chance(one, PASSAGE_WEIGHTS, PASSAGE_BIAS))
  return { chances, answered: chance(answerEvidence(evidence, chances), ANSWER_WEIGHTS, ANSWER_BIAS) }
}

/**
 * @param cited chances of the passages that are cited, one at least
 * @param answered chance that one of them answers
 * @returns the chance that all of them answer, 0 to 1
 */
export function citationsRight(cited: readonly number[], answered: number): number {
  return chance(citationsEvidence(cited, answered), CITATIONS_WEIGHTS, CITATIONS_BIAS)
}

function chance(evidence: Evidence, weights: Readonly<Record<string, number>>, bias: number): number {
  const logit = Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * (evidence[name] ?? 0),
    bias,
  )
  return 1 / (1 + Math.exp(-logit))
}
