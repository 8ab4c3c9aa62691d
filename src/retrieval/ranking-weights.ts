/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  words: 0.830,
  similarity: 5.615,
  sentenceSimilarity: 5.615,
  coverage: -0.012,
  match: 6.324,
  sentenceMatch: 2.437,
  place: 2.866,
  year: 2.400,
  offers: 1.570,
  summary: -0.267,
  length: -1.821,
  earlierCable: 3.927,
  earlierCoverage: 1.773,
  earlierSimilarity: 2.042,
} as const
