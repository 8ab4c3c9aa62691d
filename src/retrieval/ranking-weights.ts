/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  words: 0.101,
  similarity: 2.234,
  sentenceSimilarity: 5.391,
  coverage: 0.539,
  match: 3.891,
  exactNameShare: -3.728,
  tokenMatch: 11.159,
  sentenceMatch: 2.208,
  place: 2.395,
  year: 1.952,
  offers: 1.795,
  summary: -0.3,
  length: -2.259,
  earlierCable: 5.209,
  earlierCoverage: 2.72,
  earlierSimilarity: 2.36,
} as const
