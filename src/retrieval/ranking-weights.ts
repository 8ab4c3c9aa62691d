/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  words: 0.766,
  similarity: 3.899,
  sentenceSimilarity: 8.406,
  coverage: 0.138,
  match: 6.148,
  sentenceMatch: 1.826,
  place: 2.833,
  year: 2.256,
  offers: 1.813,
  summary: -0.315,
  length: -2.171,
  earlierCable: 3.697,
  earlierCoverage: 1.428,
  earlierSimilarity: 2.76,
} as const
