/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  words: 1.22,
  similarity: 4.93,
  sentenceSimilarity: 9.07,
  coverage: -0.9,
  match: 6.65,
  sentenceMatch: 1.73,
  place: 3.76,
  year: 1.5,
  offers: 1.62,
  summary: -0.4,
  length: 0,
  earlierCable: 4.18,
  earlierCoverage: 0.73,
  earlierSimilarity: 3.59,
} as const
