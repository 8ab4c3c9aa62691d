/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  words: 0.165,
  similarity: 2.161,
  sentenceSimilarity: 5.632,
  coverage: 0.367,
  match: 3.983,
  exactNames: -3.752,
  tokenMatch: 11.559,
  sentenceMatch: 2.097,
  place: 2.512,
  year: 2.044,
  offers: 1.75,
  summary: -0.297,
  length: -2.43,
  earlierCable: 4.056,
  earlierCoverage: 2.111,
  earlierSimilarity: 4.128,
} as const
