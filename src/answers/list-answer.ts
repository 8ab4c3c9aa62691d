/** @module Questions for a list ("Which three initiatives …?") answered by the items of a paragraph that holds one. */
import type { AnalysedParagraph, RankedSentence } from '../retrieval/query.js'

/** A sentence with the passage it stands in. */
export interface ChosenSentence {
  readonly passage: AnalysedParagraph
  readonly sentence: RankedSentence
}

const COUNTS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** `Which three …`, `What are the 4 …`, `List the five …` */
const COUNTED = new RegExp(
  `\\b(?:which|what|name|list|give|the)\\b[^.?!]*?\\b(${COUNTS.join('|')}|[2-9]|10)\\s+\\p{L}`,
  'iu',
)

/** How an item begins on its line: `--`, `a.`, `(2)`, `3)`. */
const ITEM = /^(?:--?|[•*]|\(?(?:[a-z]|\d{1,2})[.)])\s/i

/** How many things the question asks for, or `null` when it names no number. */
export function countAskedFor(question: string): number | null {
  const word = COUNTED.exec(question)?.[1]?.toLowerCase()
  if (word === undefined) return null
  const named = COUNTS.indexOf(word)
  return named === -1 ? Number(word) : named + 2
}

/**
 * The sentence that leads in and the first sentence of each item, in reading order, when the question asks for as many
 * things as one of the passages (best first) lists; else `null`.
 */
export function listSentences(
  question: string,
  passages: readonly AnalysedParagraph[],
): ChosenSentence[] | null {
  const count = countAskedFor(question)
  if (count === null) return null
  for (const passage of passages) {
    const items = passage.sentences.filter(({ text }) => ITEM.test(text))
    if (items.length !== count) continue
    const leadIn = passage.sentences.find(({ index }) => index + 1 === items[0]?.index)
    const chosen = leadIn?.text.endsWith(':') ? [leadIn, ...items] : items
    return chosen.map((sentence) => ({ passage, sentence }))
  }
  return null
}
