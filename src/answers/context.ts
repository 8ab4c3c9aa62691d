/** @module What a reader needs beside a sentence that is quoted: whom "she" means, and what "It asks for …" goes on to say. */
import { isLabelOnly } from './label-only.js'
import type { RankedSentence } from '../retrieval/query.js'

/**
 * A quote takes in its neighbours while it is no longer than this, in characters: the sentence that is most like a question often only
 * sets the scene, and the next or the one before says who speaks and what came of it. (docs/accuracy.md)
 */
const SHORT_QUOTE = 500

/** What leans on the sentence before. */
const LEANS =
  /^[^\p{L}]*(?:he|she|it|they|this|these|those|his|her|its|their|both|such|the (?:former|latter)|one of (?:them|these))(?![\p{L}\p{N}])/iu

/**
 * Neighbours of a sentence that belong to it: the one that it leans on, the one that its colon announces, and, where it does not
 * itself offer what is asked for, the next: the sentence that is most like a question often only sets the scene.
 * @param sentences of the paragraph, in reading order
 */
export function contextOf(sentence: RankedSentence, sentences: readonly RankedSentence[]): RankedSentence[] {
  const before = sentences[sentence.index - 1]
  const next = sentences[sentence.index + 1]
  const goesOn = /:\s*$/u.test(sentence.text) || sentence.offers < 1
  return [
    ...(before !== undefined && LEANS.test(sentence.text) ? [before] : []),
    ...(next !== undefined && goesOn && !isLabelOnly(next.text) ? [next] : []),
  ]
}

/**
 * The chosen sentences of a passage with the one after the last and the one before the first, as far as the quote stays short.
 * @param sentences of the paragraph, in reading order
 */
export function withNeighbours(
  chosen: ReadonlySet<RankedSentence>,
  sentences: readonly RankedSentence[],
): RankedSentence[] {
  const places = [...chosen].map(({ index }) => index)
  const wider = new Set(chosen)
  for (const at of [Math.max(...places) + 1, Math.min(...places) - 1]) {
    const neighbour = sentences[at]
    if (neighbour === undefined || isLabelOnly(neighbour.text)) continue
    if (lengthOf([...wider, neighbour]) <= SHORT_QUOTE) wider.add(neighbour)
  }
  return [...wider].sort((a, b) => a.index - b.index)
}

function lengthOf(sentences: readonly RankedSentence[]): number {
  return sentences.reduce((sum, { text }) => sum + text.length, 0)
}
