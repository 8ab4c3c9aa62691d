/** @module Written by `npm run bench -- fit`: the weights of `confidence.ts`, by the names of `evidence.ts`. */
export const PASSAGE_BIAS = -5.903

export const PASSAGE_WEIGHTS: Readonly<Record<string, number>> = {
  coverage: 0.755,
  similarity: -1.816,
  sentenceSimilarity: 0.737,
  match: 0.968,
  sentenceMatch: -0.052,
  place: 0.56,
  earlierCable: 2.224,
  followUp: -0.838,
  share: 2.583,
  gap: -0.441,
  first: -0.176,
  summary: 0.127,
  exactNames: -0.164,
  exactOthers: 0.634,
  names: 0.015,
  others: 0.241,
  othersAround: 1.012,
  worstMissing: 0.223,
  worstMissingAround: -0.957,
  missingAround: 0.532,
  weakest: -0.759,
  weakestAround: 0.065,
  othersInSentence: 0.551,
  allAround: 0.745,
  bestSimilarity: 2.89,
  bestScore: 1.578,
  offered: -0.153,
  notOffered: -0.711,
  nowhereOffered: -0.388,
  anyKind: 0.407,
  money: -1.764,
  count: -0.33,
  person: -0.212,
  named: -0.927,
  date: 0.463,
}

export const ANSWER_BIAS = 0

export const ANSWER_WEIGHTS: Readonly<Record<string, number>> = {}
