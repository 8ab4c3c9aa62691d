/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  similarity: 2.26,
  sentenceSimilarity: 8.42,
  match: 6.078,
  tokenMatch: 16.908,
  sentenceMatch: 2.392,
  place: 1.22,
  year: 2.425,
  offers: 1.748,
  summary: -0.529,
  length: -4.478,
  earlierCable: 5.414,
  earlierCoverage: 5.2,
  earlierSimilarity: 4.225,
} as const
