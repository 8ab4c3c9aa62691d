/** @module Measures of one answered question against its gold paragraphs. Definitions: Manning, Raghavan, Schütze, "Introduction to Information Retrieval", ch. 8. */
import type { EvaluationQuestion, MeasuredResult } from './question.js'

export interface Measures {
  readonly kind: string
  readonly answerable: boolean
  readonly abstained: boolean
  readonly ms: number
  /** 0 to 1, as the answer says it. */
  readonly confidence: number
  /** Cited paragraphs, and those of them that are gold; both 0 when abstained. */
  readonly cited: number
  readonly citedGold: number
  /** The rest only for answerable questions, each 0 to 1. */
  readonly hitAt1: number | null
  readonly hitAt5: number | null
  readonly recallAt5: number | null
  readonly recallAt10: number | null
  readonly ndcgAt10: number | null
  readonly citationRecall: number | null
  /** Share of the expected words in the answer; `null` where none are given. */
  readonly keywords: number | null
}

interface PassageKey {
  readonly cable: string
  readonly paragraph: number | null
}

/** @param gold must be set: a question without it cannot be measured. */
export function measure(
  question: EvaluationQuestion,
  gold: NonNullable<EvaluationQuestion['gold']>,
  result: MeasuredResult,
): Measures {
  const goldKeys = new Set(
    gold.flatMap(({ cable, paragraphs }) =>
      paragraphs.length === 0 ? [`${cable} *`] : paragraphs.map((number) => `${cable} ${number}`),
    ),
  )
  const answerable = goldKeys.size > 0
  const cites = result.abstained ? [] : result.citations.map((key) => goldOf(key, goldKeys))
  const foundRanks = ranksOfGold(result.retrieved, goldKeys)
  const ranked = (value: (ranks: readonly number[]) => number) => (answerable ? value(foundRanks) : null)
  return {
    kind: question.kind,
    answerable,
    abstained: result.abstained,
    ms: result.ms,
    confidence: result.confidence,
    cited: cites.length,
    citedGold: cites.filter((key) => key !== null).length,
    hitAt1: ranked((ranks) => Number(ranks.some((rank) => rank < 1))),
    hitAt5: ranked((ranks) => Number(ranks.some((rank) => rank < 5))),
    recallAt5: ranked((ranks) => recall(ranks, goldKeys.size, 5)),
    recallAt10: ranked((ranks) => recall(ranks, goldKeys.size, 10)),
    ndcgAt10: ranked((ranks) => ndcg(ranks, goldKeys.size)),
    citationRecall: answerable ? new Set(cites.filter((key) => key !== null)).size / goldKeys.size : null,
    keywords: answerable ? keywordShare(question.answer_keywords, result) : null,
  }
}

/** The gold key that this passage meets, or `null`. */
function goldOf({ cable, paragraph }: PassageKey, gold: ReadonlySet<string>): string | null {
  return [`${cable} ${paragraph ?? ''}`, `${cable} *`].find((key) => gold.has(key)) ?? null
}

/** Ranks (from 0) at which gold keys are met for the first time, among the first ten passages. */
function ranksOfGold(retrieved: readonly PassageKey[], gold: ReadonlySet<string>): number[] {
  const met = new Set<string>()
  return retrieved.slice(0, 10).flatMap((passage, rank) => {
    const key = goldOf(passage, gold)
    if (key === null || met.has(key)) return []
    met.add(key)
    return [rank]
  })
}

function recall(ranks: readonly number[], gold: number, k: number): number {
  return ranks.filter((rank) => rank < k).length / Math.min(k, gold)
}

function ndcg(ranks: readonly number[], gold: number): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 2)
  const ideal = Array.from({ length: Math.min(10, gold) }, (_, rank) => gain(rank))
  return sum(ranks.map(gain)) / sum(ideal)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** `a|b` means either; figures must match whole (`5` is not found in `15` or `5.2`). */
function keywordShare(keywords: readonly string[], result: MeasuredResult): number | null {
  if (keywords.length === 0) return null
  const answer = result.abstained ? '' : normalised(result.answer)
  const found = keywords.filter((keyword) =>
    keyword.split('|').some((word) => holds(answer, normalised(word))),
  )
  return found.length / keywords.length
}

function normalised(text: string): string {
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim()
}

function holds(answer: string, word: string): boolean {
  const literal = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const end = /\d$/.test(word) ? '(?!\\d)(?!\\.\\d)' : ''
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?<!\\d[.])${literal}${end}`, 'u').test(answer)
}
