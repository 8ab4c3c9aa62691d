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

/** `Which parties …`, `List the …`, `name all …`: several things, however many. */
const SEVERAL =
  /\b(?:which|what) (?:\p{L}+ ){0,2}\p{L}{3,}s\b|\b(?:list|name|enumerate)\b|\b(?:all|each|every one) (?:of )?(?:the|its|his|her|their)\b/iu

/** Items that are quoted at most. */
const MOST_ITEMS = 10

/**
 * The items among which the best sentence of a passage stands, or that it leads in to, with what leads in to them; `null` where the
 * question does not ask for several things, or the best sentence belongs to no list.
 */
export function itemsAround(
  question: string,
  best: RankedSentence,
  sentences: readonly RankedSentence[],
): RankedSentence[] | null {
  if (!SEVERAL.test(question)) return null
  const isItem = (at: number): boolean => ITEM.test(sentences[at]?.text ?? '')
  const leadsIn = /:\s*$/u.test(best.text) && isItem(best.index + 1)
  if (!leadsIn && !isItem(best.index)) return null
  let from = leadsIn ? best.index + 1 : best.index
  while (isItem(from - 1)) from--
  let to = from
  while (isItem(to + 1)) to++
  if (to - from < 1) return null
  const before = sentences[from - 1]
  const items = sentences.slice(from, Math.min(to + 1, from + MOST_ITEMS))
  return before !== undefined && /:\s*$/u.test(before.text) ? [before, ...items] : items
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
