import { describe, expect, it } from 'vitest'
import { TermMatcher } from '../../src/retrieval/term-matching.js'
import { stemsOf, termsOf } from '../../src/retrieval/terms.js'

const matcherOf = (question: string) =>
  new TermMatcher(termsOf(question).map((term) => ({ ...term, weight: 1 })))

describe('terms of a question in a text', () => {
  const share = (question: string, text: string) => {
    const matcher = matcherOf(question)
    return matcher.share(matcher.best(stemsOf(text)))
  }

  it('count in full where the same word stands, in whatever form', () => {
    expect(share('Did ministers resign?', 'A minister resigned.')).toBe(1)
  })

  it('count in part where a word near in meaning stands', () => {
    const near = share('Did ministers resign?', 'The minister quit.')
    expect(near).toBeGreaterThan(share('Did ministers resign?', 'The minister danced.'))
    expect(near).toBeLessThan(1)
  })

  it('count for nothing where a name of which the vocabulary knows nothing is missing', () => {
    expect(share('Zzyzxgorod?', 'The minister quit.')).toBe(0)
  })

  it('are none in a question of function words', () => {
    expect(share('What is it?', 'It is what it is.')).toBe(0)
  })
})
