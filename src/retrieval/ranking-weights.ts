/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  similarity: 2.593,
  sentenceSimilarity: 5.536,
  match: 3.558,
  tokenMatch: 12.251,
  sentenceMatch: 1.717,
  place: 2.373,
  year: 1.866,
  offers: 1.809,
  summary: -0.212,
  length: -2.852,
  earlierCable: 5.141,
  earlierCoverage: 2.73,
  earlierSimilarity: 1.979,
} as const
