/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  words: 0.108,
  similarity: 2.303,
  sentenceSimilarity: 5.539,
  coverage: 0.575,
  match: 4.094,
  exactNameShare: -3.636,
  tokenMatch: 11.01,
  sentenceMatch: 2.069,
  place: 2.38,
  year: 1.967,
  offers: 1.778,
  summary: -0.265,
  length: -2.321,
  earlierCable: 5.232,
  earlierCoverage: 2.714,
  earlierSimilarity: 2.387,
} as const
