/** @module Names in a question that is typed without capitals: the words that the passages found for it write with one. */
import { stemOf, wordsOf } from '../terms.js'
import type { Understood } from './understand.js'

/** Of the places where a capital tells something, so many have one. */
const MOSTLY = 0.8

/** Where a sentence, an item or a quote begins, every word has a capital. */
const BEGINNING = /(?:^|[.!?:;•\n]|--)[\s"“”'(\[]*$/u
const LOOKED_BACK = 4

/**
 * The question with the terms marked as names that are names by use; the same where capitals tell already.
 * @param texts of the passages that were found
 */
export function withNamesByUse(understood: Understood, texts: readonly string[]): Understood {
  if (/\p{Lu}/u.test(understood.text)) return understood
  const seen = new Map(understood.terms.map(({ stem }) => [stem, { capital: 0, small: 0 }]))
  for (const text of texts) {
    // Cables in capitals tell nothing.
    if (!/\p{Ll}{3}/u.test(text)) continue
    for (const { word, index } of wordsOf(text)) {
      const counts = seen.get(stemOf(word))
      if (counts === undefined || BEGINNING.test(text.slice(Math.max(0, index - LOOKED_BACK), index)))
        continue
      if (/^\p{Lu}/u.test(word)) counts.capital++
      else counts.small++
    }
  }
  const isName = (stem: string): boolean => {
    const { capital, small } = seen.get(stem) ?? { capital: 0, small: 0 }
    return capital > 0 && capital >= MOSTLY * (capital + small)
  }
  const terms = understood.terms.map((term) => (isName(term.stem) ? { ...term, isName: true } : term))
  return { ...understood, terms }
}
