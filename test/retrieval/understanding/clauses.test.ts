import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clausesOf } from '../../../src/retrieval/understanding/clauses.js'

describe('the questions that a question is made of', () => {
  it.each([
    [
      'Who bought Air Corvessa and for how much, and how did the pilots take it?',
      ['Who bought Air Corvessa', 'for how much', 'how did the pilots take it?'],
    ],
    [
      'Where did the warden go and what did he find there?',
      ['Where did the warden go', 'what did he find there?'],
    ],
    [
      'Who signed it, at which meeting did they sign, and what did it say?',
      ['Who signed it', 'at which meeting did they sign', 'what did it say?'],
    ],
    [
      'Eastport cables of 2006: why was the harbour closed?',
      ['Eastport cables of 2006', 'why was the harbour closed?'],
    ],
  ])('%s', (text, clauses) => {
    expect(clausesOf(text)).toEqual(clauses)
  })

  it.each([
    'Who closed the harbour?',
    'When and where did they meet?',
    'Who closed the harbour, and why?',
    'Which ships and which crews were lost?',
    'Where did the warden say what he knew?',
    'Who came and what was said and why was it said and when was it said and who heard of it?',
    '',
  ])('are not parted in: %s', (text) => {
    expect(clausesOf(text)).toEqual([text])
  })

  it('are few, and have the words of the whole in its order, whatever is asked', () => {
    const word = fc.constantFrom(
      'and',
      'or',
      'what',
      'who',
      'in',
      'which',
      'harbour',
      ',',
      ';',
      'why',
      '¶2',
      ': ',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ')
        const clauses = clausesOf(text)
        expect(clauses.length).toBeLessThanOrEqual(4)
        let from = 0
        for (const clause of clauses) {
          const at = text.indexOf(clause, from)
          expect(at).toBeGreaterThanOrEqual(from)
          from = at + clause.length
        }
      }),
    )
  })
})
