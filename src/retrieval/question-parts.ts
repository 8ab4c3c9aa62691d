/** @module A question in the parts whose tokens are compared with those of passages: its terms, and what stands between them. */
import type { QuestionPart } from '../../embeddings/worker-protocol.js'
import { stemOf, type Term, wordsOf } from './terms.js'

/**
 * All paragraphs of a cable are about the names that are asked for; which of them answers the other words tell. And the other
 * signals count names already. (From .1 to .3 do equally well.)
 */
const NAME_WEIGHT = 0.2

/** In reading order; a question without terms is one such part. Parted by white space they are the question. */
export function questionParts(text: string, terms: readonly Term[]): QuestionPart[] {
  if (terms.length === 0) return [{ text, weight: 1 }]
  const weights = weightsOf(terms)
  const parts: QuestionPart[] = []
  let end = 0
  const between = (to: number): void => {
    const gap = text.slice(end, to).trim()
    if (gap !== '') parts.push({ text: gap, weight: 0 })
  }
  for (const { word, index } of wordsOf(text)) {
    const weight = weights.get(stemOf(word))
    if (weight === undefined) continue
    between(index)
    parts.push({ text: word, weight })
    end = index + word.length
  }
  between(text.length)
  return parts
}

/** The weights of the parts that have one, by terms that are known better since. */
export function weightsOfParts(parts: readonly QuestionPart[], terms: readonly Term[]): number[] {
  const weights = weightsOf(terms)
  return parts.flatMap(({ text, weight }) => (weight === 0 ? [] : [weights.get(stemOf(text)) ?? weight]))
}

function weightsOf(terms: readonly Term[]): ReadonlyMap<string, number> {
  return new Map(terms.map(({ stem, isName }) => [stem, isName ? NAME_WEIGHT : 1]))
}
