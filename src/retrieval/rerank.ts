/** @module The second look at the best passages, by a model that reads question and passage together. */
import type { Logger } from 'pino'
import { withTimeLimit } from '../time-limit.js'
import type { RankedParagraph } from './query.js'

/**
 * Scores of texts for a question, in their order; higher is better. Only their order counts.
 * @param signal aborted when the scores are no longer waited for
 */
export type Rerank = (
  question: string,
  texts: readonly string[],
  signal?: AbortSignal,
) => Promise<readonly number[]>

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

/** The second look is a gain, not a need: where it fails, or takes longer than `limitMs`, the passages stay as they are. */
export function orFirstRanking(rerank: Rerank, limitMs: number, logger: Logger): Rerank {
  return async (question, texts) => {
    const deadline = new AbortController()
    const onTimeout = (): Error => {
      const late = new Error(`no scores after ${limitMs} ms (RERANK_TIMEOUT_MS)`)
      // Else the next question would wait for workers that read for nobody.
      deadline.abort(late)
      return late
    }
    try {
      // Of what fails after that the warning has told already.
      return await withTimeLimit(
        rerank(question, texts, deadline.signal),
        limitMs,
        onTimeout,
        () => undefined,
      )
    } catch (error) {
      logger.warn(
        { err: error },
        'the passages could not be looked at again (RERANK_MODEL); the first ranking stands',
      )
      return texts.map((_, at) => -at)
    }
  }
}

/** With the subject, which often says who and where. */
function textOf({ cable, paragraph }: RankedParagraph): string {
  return [cable.subject, paragraph.heading, paragraph.text].filter(Boolean).join('. ')
}
