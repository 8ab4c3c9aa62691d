import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionParts, weightsOfParts } from '../../src/retrieval/question-parts.js'
import { termsOf } from '../../src/retrieval/terms.js'

const parts = (text: string) => questionParts(text, termsOf(text))

describe('a question in parts', () => {
  it('is parted at its terms', () => {
    expect(parts('Who closed the harbour, and why did the harbour close?')).toEqual([
      { text: 'Who', weight: 0 },
      { text: 'closed', weight: 1 },
      { text: 'the', weight: 0 },
      { text: 'harbour', weight: 1 },
      { text: ', and why did the', weight: 0 },
      { text: 'harbour', weight: 1 },
      { text: 'close', weight: 1 },
      { text: '?', weight: 0 },
    ])
  })

  it('counts names less', () => {
    expect(parts('Did Kestrel pay the harbour?').filter(({ weight }) => weight > 0)).toEqual([
      { text: 'Kestrel', weight: 0.2 },
      { text: 'pay', weight: 1 },
      { text: 'harbour', weight: 1 },
    ])
  })

  it('is weighed anew where a term proves to be a name', () => {
    const terms = termsOf('did kestrel pay the harbour?')
    const known = terms.map((term) => ({ ...term, isName: term.word === 'kestrel' }))
    expect(weightsOfParts(parts('did kestrel pay the harbour?'), known)).toEqual([0.2, 1, 1])
    expect(weightsOfParts(parts('why?'), [])).toEqual([1])
  })

  it('is one part where it has no terms', () => {
    expect(parts('Why was that?')).toEqual([{ text: 'Why was that?', weight: 1 }])
  })

  it('loses nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const bare = (of: string) => of.replace(/\s/gu, '')
        expect(
          bare(
            parts(text)
              .map((part) => part.text)
              .join(' '),
          ),
        ).toBe(bare(text))
      }),
    )
  })
})
