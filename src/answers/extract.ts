/** @module The extractive answer: the fewest sentences that answer, quoted letter for letter, in reading order. */
import type { WeightedTerm } from '../retrieval/weighted-terms.js'
import { stemsOf } from '../retrieval/terms.js'
import type { AnswerSentence } from './answer.js'
import { collapseWhiteSpace } from './check.js'
import { listSentences } from './list-answer.js'
import type { ScoredSentence } from './sentence-scores.js'

/** More than this no one reads in a chat. */
const MAX_SENTENCES = 3

/** A further sentence must score this share of the best one… */
const MIN_SHARE_OF_BEST = 0.9

/** …unless it brings question terms, worth at least this share of the question, that the sentences so far lack. */
const MIN_NEW_COVERAGE = 0.25

/** Two sentences that share this much of their words say the same: one is enough. */
const SAME_WORDS = 0.8

/**
 * @param ranked sentences, best first. Empty in, empty out.
 * @returns quotes in reading order, each with its citation
 */
export function extractSentences(
  question: string,
  ranked: readonly ScoredSentence[],
  terms: readonly WeightedTerm[],
): AnswerSentence[] {
  const chosen = listSentences(question, ranked) ?? bestSentences(ranked, terms)
  return inReadingOrder(chosen).map(quoted)
}

function bestSentences(ranked: readonly ScoredSentence[], terms: readonly WeightedTerm[]): ScoredSentence[] {
  const [best] = ranked
  if (best === undefined) return []
  const chosen = [best]
  for (const sentence of ranked.slice(1)) {
    if (chosen.length === MAX_SENTENCES) break
    if (chosen.some((other) => sharedWords(other.text, sentence.text) >= SAME_WORDS)) continue
    const strong = sentence.score >= best.score * MIN_SHARE_OF_BEST
    const fills = newCoverage(sentence, chosen, terms) >= MIN_NEW_COVERAGE && sentence.similarity > 0.2
    if (strong || fills) chosen.push(sentence)
  }
  return chosen
}

/** By the rank of their passage, then as they stand in it, so that sentences of one paragraph stay together. */
function inReadingOrder(sentences: readonly ScoredSentence[]): ScoredSentence[] {
  return [...sentences].sort((a, b) => a.passageRank - b.passageRank || a.index - b.index)
}

function quoted({ passage, text }: ScoredSentence): AnswerSentence {
  const quote = collapseWhiteSpace(text)
  return {
    text: `“${quote}”`,
    citations: [
      {
        cable: passage.cable.id,
        paragraph: passage.paragraph.number,
        position: passage.paragraph.position,
        quote,
      },
    ],
  }
}

/** Share of the question's weight that this sentence holds and the chosen ones do not. */
function newCoverage(
  sentence: ScoredSentence,
  chosen: readonly ScoredSentence[],
  terms: readonly WeightedTerm[],
): number {
  const known = new Set(chosen.flatMap(({ text }) => stemsOf(text)))
  const own = new Set(stemsOf(sentence.text))
  let fresh = 0
  let total = 0
  for (const { stem, weight } of terms) {
    total += weight
    if (own.has(stem) && !known.has(stem)) fresh += weight
  }
  return total === 0 ? 0 : fresh / total
}

/** Share of the shorter text's distinct words that the other one has too. */
function sharedWords(a: string, b: string): number {
  const wordsOfA = new Set(stemsOf(a))
  const wordsOfB = new Set(stemsOf(b))
  const smaller = Math.min(wordsOfA.size, wordsOfB.size)
  if (smaller === 0) return 1
  let shared = 0
  for (const word of wordsOfA) if (wordsOfB.has(word)) shared++
  return shared / smaller
}
