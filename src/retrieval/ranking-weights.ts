/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  words: 0.136,
  similarity: 1.929,
  sentenceSimilarity: 5.708,
  coverage: 0.447,
  match: 3.827,
  exactNameShare: -3.644,
  tokenMatch: 11.346,
  sentenceMatch: 2.123,
  place: 2.414,
  year: 1.956,
  offers: 1.756,
  summary: -0.306,
  length: -2.356,
  earlierCable: 4.017,
  earlierCoverage: 2.153,
  earlierSimilarity: 3.935,
} as const
