/** @module A question in the parts whose tokens are compared one by one: its terms, and what stands between them. */
import type { QuestionPart } from '../../embeddings/worker-protocol.js'
import { stemOf, type Term, wordsOf } from './terms.js'

/** In reading order; a question without terms is one such part. Parted by white space they are the question. */
export function questionParts(text: string, terms: readonly Term[]): QuestionPart[] {
  if (terms.length === 0) return [{ text, isTerm: true }]
  const stems = new Set(terms.map(({ stem }) => stem))
  const parts: QuestionPart[] = []
  let end = 0
  const between = (to: number): void => {
    const gap = text.slice(end, to).trim()
    if (gap !== '') parts.push({ text: gap, isTerm: false })
  }
  for (const { word, index } of wordsOf(text)) {
    if (!stems.has(stemOf(word))) continue
    between(index)
    parts.push({ text: word, isTerm: true })
    end = index + word.length
  }
  between(text.length)
  return parts
}
