import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemOf, stemsOf, termsOf } from '../../src/retrieval/terms.js'

const words = (text: string) => termsOf(text).map(({ word }) => word)

describe('terms of a question', () => {
  it('leave out the words that carry no topic', () => {
    expect(words('How many tankers did the harbour master of Veskaholm seize?')).toEqual([
      'tankers',
      'harbour',
      'master',
      'Veskaholm',
      'seize',
    ])
  })

  it('join forms of a word under one stem', () => {
    expect(stemOf('ratified')).toBe(stemOf('ratify'))
    expect(stemOf("minister's")).toBe(stemOf('ministers'))
    expect(stemOf('Élysée')).toBe('elyse')
  })

  it('mark names and figures, but not the word that begins the sentence', () => {
    const names = termsOf('Harbour dues at Port Aldane in 1987 under NAVCOM rules')
      .filter(({ isName }) => isName)
      .map(({ word }) => word)
    expect(names).toEqual(['Port', 'Aldane', '1987', 'NAVCOM'])
  })

  it('take any text without failing, each stem once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const stems = termsOf(text).map(({ stem }) => stem)
        expect(new Set(stems).size).toBe(stems.length)
        const all = new Set(stemsOf(text))
        expect(stems.every((stem) => all.has(stem))).toBe(true)
      }),
    )
  })
})
