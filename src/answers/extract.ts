/** @module The extractive answer: the fewest sentences that answer, quoted letter for letter, in reading order. */
import type { AnalysedParagraph, RankedSentence } from '../retrieval/query.js'
import { stemsOf } from '../retrieval/terms.js'
import { INTRODUCES } from '../retrieval/understanding/introductions.js'
import type { Understood } from '../retrieval/understanding/understand.js'
import type { WeightedTerm } from '../retrieval/weighted-terms.js'
import type { AnswerSentence } from './answer.js'
import { collapseWhiteSpace } from './check.js'
import { contextOf, withNeighbours } from './context.js'
import { isLabelOnly } from './label-only.js'
import { type ChosenSentence, itemsAround, listSentences } from './list-answer.js'

/** Citations that a reader can still follow in a chat. */
const MAX_PASSAGES = 3

/** A further passage is cited when it rather answers than not. */
const MIN_CHANCE_OF_MORE = 0.6
/** Or when of all it comes nearest to one of several questions, and is not much less likely. */
const MIN_CHANCE_OF_PART = 0.4

/** A second sentence of a passage must bring question terms, worth at least this share, that the first lacks. */
const MIN_NEW_MATCH = 0.2

/** Two sentences that share this much of their words say the same: one is enough. */
const SAME_WORDS = 0.8

/** What only says that a list goes on; letters and numbers of items may be referred to, and stay. */
const LIST_DASH = /^(?:[-–—•*]+ )+/u

/**
 * @param passages best first; empty in, empty out
 * @param chances of the first passages, in the same order
 * @returns quotes, passage by passage as they are ranked, within a passage as they stand in it
 */
export function extractSentences(
  question: string,
  passages: readonly AnalysedParagraph[],
  chances: readonly number[],
  { terms, askedFor }: Understood,
): AnswerSentence[] {
  const cited = citedAt(passages, chances).flatMap((at) => passages[at] ?? [])
  const chosen =
    (askedFor.kind === 'identity' ? introductionsIn(cited) : null) ??
    listSentences(question, cited) ??
    withoutRepetition(cited.flatMap((passage) => bestSentences(question, passage, terms)))
  return chosen.map(quoted)
}

/** The sentences that say who or what it is, the best of each passage; `null` when none does. */
function introductionsIn(passages: readonly AnalysedParagraph[]): ChosenSentence[] | null {
  const chosen = passages.flatMap((passage) => {
    const best = passage.sentences
      .filter(({ offers }) => offers >= INTRODUCES)
      .reduce<RankedSentence | undefined>(
        (most, one) => (most !== undefined && most.score >= one.score ? most : one),
        undefined,
      )
    return best === undefined ? [] : [{ passage, sentence: best }]
  })
  return chosen.length === 0 ? null : withoutRepetition(chosen)
}

/**
 * Which of the first passages to cite: the likeliest, others that answer as likely as not, and of several questions the nearest
 * to each; as they are ranked.
 */
export function citedAt(
  passages: readonly Pick<AnalysedParagraph, 'nearness'>[],
  chances: readonly number[],
): number[] {
  const chanceOf = (at: number): number => chances[at] ?? 0
  const likeliest = [...chances.keys()].sort((a, b) => chanceOf(b) - chanceOf(a))
  const sure = likeliest.filter((at, order) => order === 0 || chanceOf(at) >= MIN_CHANCE_OF_MORE)
  const possible = likeliest.filter((at) => chanceOf(at) >= MIN_CHANCE_OF_PART)
  return [...new Set([...sure, ...nearestToEach(passages, possible)])]
    .slice(0, MAX_PASSAGES)
    .sort((a, b) => a - b)
}

/** Nobody answers "Who bought it, and how did the pilots take it?" in one breath. None where one question was asked. */
function nearestToEach(
  passages: readonly Pick<AnalysedParagraph, 'nearness'>[],
  among: readonly number[],
): number[] {
  const [first, ...others] = among
  const questions = passages[first ?? -1]?.nearness ?? []
  if (first === undefined || questions.length < 2) return []
  return [...questions.keys()].map((question) => {
    const nearness = (at: number): number => passages[at]?.nearness[question] ?? 0
    return others.reduce((best, at) => (nearness(at) > nearness(best) ? at : best), first)
  })
}

/** The best sentence with what belongs to it, and one more when that holds what the best lacks. */
function bestSentences(
  question: string,
  passage: AnalysedParagraph,
  terms: readonly WeightedTerm[],
): ChosenSentence[] {
  const telling = passage.sentences.filter(({ text }) => !isLabelOnly(text))
  const [best, ...others] = [...telling].sort((a, b) => b.score - a.score)
  if (best === undefined) return []
  const items = itemsAround(question, best, passage.sentences)
  if (items !== null) return items.map((sentence) => ({ passage, sentence }))
  const total = terms.reduce((sum, { weight }) => sum + weight, 0)
  const news = ({ matches }: RankedSentence): number =>
    terms.reduce(
      (sum, { weight }, at) => sum + weight * Math.max(0, (matches[at] ?? 0) - (best.matches[at] ?? 0)),
      0,
    ) / total
  const second = others.find((one) => news(one) >= MIN_NEW_MATCH)
  const chosen = new Set([
    best,
    ...contextOf(best, passage.sentences),
    ...(second === undefined ? [] : [second]),
  ])
  return withNeighbours(chosen, passage.sentences).map((sentence) => ({ passage, sentence }))
}

function withoutRepetition(chosen: readonly ChosenSentence[]): ChosenSentence[] {
  const kept: ChosenSentence[] = []
  for (const one of chosen) {
    const repeats = kept.some(({ sentence }) => sharedWords(sentence.text, one.sentence.text) >= SAME_WORDS)
    if (!repeats) kept.push(one)
  }
  return kept
}

function quoted({ passage: { cable, paragraph }, sentence }: ChosenSentence): AnswerSentence {
  const quote = collapseWhiteSpace(sentence.text).replace(LIST_DASH, '')
  return {
    text: `“${quote}”`,
    citations: [{ cable: cable.id, paragraph: paragraph.number, position: paragraph.position, quote }],
  }
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
