/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  similarity: 2.58,
  sentenceSimilarity: 5.463,
  coverage: -0.454,
  match: 3.772,
  tokenMatch: 12.531,
  sentenceMatch: 1.625,
  place: 2.387,
  year: 1.885,
  offers: 1.807,
  summary: -0.174,
  length: -2.614,
  earlierCable: 4.885,
  earlierCoverage: 2.737,
  earlierSimilarity: 2.145,
} as const
