/** @module Written by `npm run bench -- fit`: the weights of `ranking.ts`. */
export const RANKING_WEIGHTS = {
  similarity: 2.604,
  sentenceSimilarity: 5.494,
  match: 3.475,
  tokenMatch: 12.324,
  sentenceMatch: 1.567,
  place: 2.38,
  year: 1.884,
  offers: 1.794,
  summary: -0.175,
  length: -2.574,
  earlierCable: 4.953,
  earlierCoverage: 2.704,
  earlierSimilarity: 2.181,
} as const
