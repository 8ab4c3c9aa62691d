/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  similarity: 1.585,
  sentenceSimilarity: 7.198,
  match: 5.175,
  tokenMatch: 13.074,
  sentenceMatch: 2.582,
  place: 1.496,
  year: 2.666,
  offers: 1.49,
  summary: -0.121,
  length: -3.655,
  earlierCable: 5.175,
  earlierCoverage: 4.273,
  earlierSimilarity: 3.361,
} as const
