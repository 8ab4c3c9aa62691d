import { askedFor } from '../../src/retrieval/understanding/asked-for.js'
import type { Understood } from '../../src/retrieval/understanding/understand.js'
import { questionParts } from '../../src/retrieval/question-parts.js'
import { termsOf } from '../../src/retrieval/terms.js'

/** A question taken apart without a library: every term weighs the same. */
export function understood(text: string, changes: Partial<Understood> = {}): Understood {
  const terms = termsOf(text).map((term) => ({ ...term, weight: 1 }))
  return {
    text,
    terms,
    parts: questionParts(text, terms),
    clauses: [],
    filter: {},
    askedFor: askedFor(text),
    countries: [],
    years: [],
    corrections: [],
    excluded: { stems: [], years: [] },
    earlier: null,
    paragraphs: 1000,
    ...changes,
  }
}
