/** @module Questions for a list ("Which three initiatives …?") answered by the items of a paragraph that holds one. */
import type { ScoredSentence } from './sentence-scores.js'

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
 * things as a paragraph among the candidates lists; else `null`.
 */
export function listSentences(
  question: string,
  sentences: readonly ScoredSentence[],
): ScoredSentence[] | null {
  const count = countAskedFor(question)
  if (count === null) return null
  const passages = new Set(sentences.map(({ passage }) => passage))
  const byRank = [...passages].sort((a, b) => b.score - a.score)
  for (const passage of byRank) {
    const own = sentences.filter((one) => one.passage === passage).sort((a, b) => a.index - b.index)
    const items = own.filter(({ text }) => ITEM.test(text))
    if (items.length !== count) continue
    const leadIn = own.find(({ index }) => index + 1 === items[0]?.index)
    return leadIn?.text.endsWith(':') ? [leadIn, ...items] : items
  }
  return null
}
