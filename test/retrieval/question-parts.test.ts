import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionParts } from '../../src/retrieval/question-parts.js'
import { termsOf } from '../../src/retrieval/terms.js'

const parts = (text: string) => questionParts(text, termsOf(text))

describe('a question in parts', () => {
  it('is parted at its terms', () => {
    expect(parts('Who closed the harbour, and why did the harbour close?')).toEqual([
      { text: 'Who', isTerm: false },
      { text: 'closed', isTerm: true },
      { text: 'the', isTerm: false },
      { text: 'harbour', isTerm: true },
      { text: ', and why did the', isTerm: false },
      { text: 'harbour', isTerm: true },
      { text: 'close', isTerm: true },
      { text: '?', isTerm: false },
    ])
  })

  it('is one part where it has no terms', () => {
    expect(parts('Why was that?')).toEqual([{ text: 'Why was that?', isTerm: true }])
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
