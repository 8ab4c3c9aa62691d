/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  words: 0.76,
  similarity: 3.904,
  sentenceSimilarity: 8.486,
  coverage: 0.147,
  match: 6.104,
  sentenceMatch: 1.783,
  place: 2.86,
  year: 2.269,
  offers: 1.496,
  summary: -0.324,
  length: -2.173,
  earlierCable: 3.659,
  earlierCoverage: 1.433,
  earlierSimilarity: 2.803,
} as const
