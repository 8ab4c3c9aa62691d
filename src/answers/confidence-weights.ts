/** @module Written by `npm run fit`: the weights of `confidence.ts`, by the names of `evidence.ts`. */
export const CHANCE_BIAS = -6
export const CHANCE_WEIGHTS: Readonly<Record<string, number>> = {
  sentenceSimilarity: 3,
  match: 2,
  sentenceMatch: 1.5,
  share: 2,
  notOffered: -1,
  offered: 0.5,
}
