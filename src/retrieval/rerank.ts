/** @module The second look at the best passages, by a model that reads question and passage together. */
import type { RankedParagraph } from './query.js'

/** Scores of texts for a question, in their order; higher is better. Only their order counts. */
export type Rerank = (question: string, texts: readonly string[]) => Promise<readonly number[]>

/** As many as such a model reads in about half a second on two cores. */
const RERANKED = 30

/**
 * The first passages in the order of their new scores, the others behind them. They take over the fused scores in turn, so
 * that what reads those (confidence, choice of sentences) finds the range that it knows.
 * @param passages best first
 */
export async function reranked<Passage extends RankedParagraph>(
  passages: readonly Passage[],
  question: string,
  rerank: Rerank,
): Promise<Passage[]> {
  const first = passages.slice(0, RERANKED)
  const scores = await rerank(question, first.map(textOf))
  if (scores.length !== first.length) throw new Error(`${scores.length} scores for ${first.length} passages`)
  const order = first.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const front = order.flatMap((from, at) => {
    const passage = first[from]
    return passage === undefined ? [] : [{ ...passage, score: first[at]?.score ?? passage.score }]
  })
  return [...front, ...passages.slice(RERANKED)]
}

/** With the subject, which often says who and where. */
function textOf({ cable, paragraph }: RankedParagraph): string {
  return [cable.subject, paragraph.heading, paragraph.text].filter(Boolean).join('. ')
}
