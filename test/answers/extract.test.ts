import { describe, expect, it } from 'vitest'
import { citedAt, extractSentences } from '../../src/answers/extract.js'
import { offers } from '../../src/retrieval/understanding/asked-for.js'
import { analysed } from '../support/passages.js'
import { understood } from '../support/understood.js'

describe('the passages that are cited', () => {
  it.each([
    ['the likeliest alone when the others are unlikely', [0.6, 0.3, 0.2], [0]],
    ['the likeliest, wherever it is ranked', [0.3, 0.6], [1]],
    ['others that rather answer than not, in the order of their rank', [0.6, 0.7, 0.65], [0, 1, 2]],
    ['three at most', [0.9, 0.8, 0.7, 0.6, 0.6], [0, 1, 2]],
    ['none without a passage', [], []],
  ])('are %s', (_, chances, cited) => {
    expect(
      citedAt(
        chances.map(() => ({ nearness: [0.5] })),
        chances,
      ),
    ).toEqual(cited)
  })

  it.each([
    ['the nearest to each of two questions', [0.9, 0.45, 0.5], [0, 2]],
    ['but none that hardly answers', [0.9, 0.45, 0.3], [0]],
    ['and those that rather answer than not first', [0.9, 0.7, 0.65, 0.5], [0, 1, 2]],
  ])('are %s', (_, chances, cited) => {
    const nearness = [
      [0.6, 0.3],
      [0.5, 0.2],
      [0.4, 0.5],
      [0.4, 0.6],
    ]
    const passages = chances.map((_, at) => ({ nearness: nearness[at] ?? [] }))
    expect(citedAt(passages, chances)).toEqual(cited)
  })
})

describe('an extractive answer', () => {
  const question = 'Who closed the harbour, and why?'

  it('quotes the best sentence letter for letter, with its paragraph', () => {
    const passages = [analysed({ text: 'The warden closed  the harbour.', number: 7, position: 3 })]
    expect(extractSentences(question, passages, [0.9], understood(question))).toEqual([
      {
        text: '“The warden closed the harbour.”',
        citations: [
          { cable: '87VESKAHOLM12', paragraph: 7, position: 3, quote: 'The warden closed the harbour.' },
        ],
      },
    ])
  })

  it.each([
    ['-- The warden closed the harbour.', 'The warden closed the harbour.'],
    ['• The warden closed the harbour.', 'The warden closed the harbour.'],
    ['(a) The warden closed the harbour.', '(a) The warden closed the harbour.'],
    ['-40 degrees closed the harbour.', '-40 degrees closed the harbour.'],
  ])('quotes "%s" as "%s"', (text, quote) => {
    const [sentence] = extractSentences(question, [analysed({ text })], [0.9], understood(question))
    expect(sentence?.citations[0]?.quote).toBe(quote)
  })

  it.each(['End comment.', '(End summary.)', 'Comment:', 'END SUMMARY AND COMMENT.'])(
    'never quotes a label alone: %s',
    (label) => {
      const passages = [analysed({ text: `The warden closed the harbour. ${label}` })]
      const quotes = extractSentences(question, passages, [0.9], understood(question))
      expect(quotes.map(({ text }) => text)).toEqual(['“The warden closed the harbour.”'])
    },
  )

  it('adds a sentence of the same paragraph that holds what the first lacks, in reading order', () => {
    const asked = understood(question)
    const passage = analysed({ text: 'He did so for fear of fire. The warden closed the harbour.' })
    const [why, who] = passage.sentences
    if (!why || !who) throw new Error('two sentences were expected')
    const told = {
      ...passage,
      sentences: [
        { ...why, score: 0.5, matches: Float32Array.of(0, 1) },
        { ...who, score: 0.9, matches: Float32Array.of(1, 0) },
      ],
    }
    expect(extractSentences(question, [told], [0.9], asked).map(({ text }) => text)).toEqual([
      '“He did so for fear of fire.”',
      '“The warden closed the harbour.”',
    ])
  })

  it('to who somebody is are the sentences that say it, where there are any', () => {
    const asked = 'Who is Anna Kell?'
    const passages = [
      analysed({ text: 'Nobody had ever met Anna Kell.' }),
      analysed({ text: 'Anna Kell laughed. Anna Kell, a judge, came at noon.', number: 2 }),
    ].map((passage) => ({
      ...passage,
      sentences: passage.sentences.map((one) => ({
        ...one,
        offers: offers(understood(asked).askedFor, one.text),
      })),
    }))
    const quotes = (of: typeof passages) =>
      extractSentences(asked, of, [0.9, 0.8], understood(asked)).map(({ text }) => text)
    expect(quotes(passages)).toEqual(['“Anna Kell, a judge, came at noon.”'])
    expect(quotes(passages.slice(0, 1))).toEqual(['“Nobody had ever met Anna Kell.”'])
  })

  it('says the same thing once', () => {
    const passages = [
      analysed({ text: 'The warden closed the harbour in May.' }),
      analysed({ text: 'In May the warden closed the harbour.', position: 2, number: 2 }),
    ]
    expect(extractSentences(question, passages, [0.9, 0.9], understood(question))).toHaveLength(1)
  })
})
