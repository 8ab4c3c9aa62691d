import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withNamesByUse } from '../../../src/retrieval/understanding/names-by-use.js'
import { understood } from '../../support/understood.js'

function names(question: string, ...texts: string[]): string[] {
  return withNamesByUse(understood(question), texts)
    .terms.filter(({ isName }) => isName)
    .map(({ word }) => word)
}

describe('names in a question that is typed without capitals', () => {
  it.each([
    ['what the passages write with one', 'We met Anna Kell in the harbour.', ['kell']],
    ['not what only begins a sentence', 'Kell came. "Kell" is not known: Kell it was.', []],
    ['not what is mostly written small', 'The harbour, the Harbour and the harbour.', []],
    ['also by another form', "It was Kell's harbour.", ['kell']],
    ['nothing where cables are in capitals', 'WE MET KELL IN THE HARBOUR.', []],
    ['nothing where it does not stand', 'We met Anna.', []],
  ])('are %s', (_, text, expected) => {
    expect(names('when did kell buy the harbour?', text)).toEqual(expected)
  })

  it('are counted over all passages', () => {
    expect(names('who is kell?', 'A kell.', 'At Kell.')).toEqual([])
    expect(names('who is kell?', 'WE MET KELL.', 'At Kell.')).toEqual(['kell'])
  })

  it('are left as they are where the question has capitals', () => {
    expect(names('Did Kell buy the harbour?', 'We met at Harbour.')).toEqual(['Kell'])
  })

  it('take no term away and change no other', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.array(fc.string()),
        (question, texts) => {
          const before = understood(question)
          const { terms, ...rest } = withNamesByUse(before, texts)
          expect({ ...rest, terms: terms.map(({ stem }) => stem) }).toEqual({
            ...before,
            terms: before.terms.map(({ stem }) => stem),
          })
        },
      ),
    )
  })
})
