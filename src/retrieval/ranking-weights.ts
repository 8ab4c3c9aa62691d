/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  similarity: 2.128,
  sentenceSimilarity: 8.508,
  match: 4.67,
  tokenMatch: 13.713,
  sentenceMatch: 1.681,
  place: 1.838,
  year: 2.635,
  offers: 1.435,
  summary: -0.385,
  length: -4.081,
  earlierCable: 5.238,
  earlierCoverage: 4.704,
  earlierSimilarity: 3.37,
} as const
