import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filtersInWords } from '../../../src/retrieval/understanding/filters.js'

const POSTS = new Map([
  ['VESKAHOLM', 'Embassy Veskaholm'],
  ['PORTLUMINA', 'Embassy Port Lumina'],
  ['TORVANGER', 'Consulate Torvanger'],
])
const read = (text: string) => filtersInWords(text, POSTS)

describe('filters written in the question', () => {
  it.each([
    [
      'Port Lumina 2006: who closed the harbour?',
      { origin: 'Embassy Port Lumina', year: 2006 },
      'who closed the harbour?',
    ],
    [
      'Who closed the harbour? Cables from Veskaholm between May and July 2008',
      { origin: 'Embassy Veskaholm', after: '2008-05-01', before: '2008-07-31' },
      'Who closed the harbour?',
    ],
    [
      'Secret cables tagged PTER since 2007: who paid the crew?',
      { classification: 'SECRET', tag: 'PTER', after: '2007-01-01' },
      'who paid the crew?',
    ],
    [
      'In unclassified reporting from Torvanger before 1990, who wrote the opera?',
      { classification: 'UNCLASSIFIED', origin: 'Consulate Torvanger', before: '1989-12-31' },
      'who wrote the opera?',
    ],
    [
      "How many boats sank, according to Veskaholm's secret cable of 2010?",
      { origin: 'Embassy Veskaholm', classification: 'SECRET', year: 2010 },
      'How many boats sank?',
    ],
    [
      'What did the embassy in Port Lumina say about the tide?',
      { origin: 'Embassy Port Lumina' },
      'say about the tide?',
    ],
    [
      'Veskaholm, February 2009, NOFORN: who saw the comet?',
      { origin: 'Embassy Veskaholm', after: '2009-02-01', before: '2009-02-28' },
      'who saw the comet?',
    ],
    [
      'which two docks may they use, embassy Torvanger 2010',
      { origin: 'Consulate Torvanger', year: 2010 },
      'which two docks may they use',
    ],
  ])('%s', (text, filters, rest) => {
    expect(read(text)).toMatchObject({ filters, rest })
  })

  it.each([
    'In 2005, what did the mayor tell the guests in Veskaholm about the dam?',
    'Is it true that Port Lumina sold Torvanger tugs in 2007?',
    'Who attacked the consulate in Torvanger?',
    'May the crew keep the secret?',
  ])('"%s" restricts nothing', (text) => {
    expect(read(text)).toMatchObject({ filters: {}, rest: text })
  })

  it('names posts and years that may also be what the question is about', () => {
    expect(read('In 2005, who came to Veskaholm?')).toMatchObject({
      origins: ['Embassy Veskaholm'],
      years: [2005],
    })
  })

  it('leaves a question that would have no words of its own as it is', () => {
    expect(read('secret cables from Veskaholm 2006').rest).toBe('secret cables from Veskaholm 2006')
  })

  it('are read in whatever is typed', () => {
    const piece = fc.constantFrom(
      'Veskaholm',
      'Port Lumina',
      '2006',
      'May',
      ':',
      ',',
      '(',
      ')',
      'cables',
      'from',
      'secret',
      'tag',
      'PTER',
      'between',
      'please',
      '.',
      'who',
      'sank',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 30 }),
        (pieces) => {
          const { rest } = read(pieces.join(' '))
          expect(rest.length).toBeLessThanOrEqual(pieces.join(' ').length)
        },
      ),
    )
  })
})
