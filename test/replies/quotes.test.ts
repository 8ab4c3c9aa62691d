import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuote, markQuotes, standingMarks } from '../../src/replies/quotes.js'
import { nastyText } from '../support/nasty-text.js'

const TEXT = 'The first is a school. The second is a\nshared coast guard. The third (of 3) costs $5.'

describe('a quote in its paragraph', () => {
  it('is found over a line break', () => {
    const range = findQuote(TEXT, 'The second is a shared coast guard.')
    expect(range && TEXT.slice(range.start, range.end)).toBe('The second is a\nshared coast guard.')
  })

  it('is found with characters that mean something in patterns', () => {
    expect(findQuote(TEXT, 'The third (of 3) costs $5.')).not.toBeNull()
  })

  it('is not found when it does not stand there', () => {
    expect(findQuote(TEXT, 'the second')).toBeNull()
    expect(findQuote(TEXT, '  ')).toBeNull()
  })

  it('is found wherever it was cut from', () => {
    fc.assert(
      fc.property(nastyText(), fc.nat(), fc.nat(), (text, a, b) => {
        const quote = text.slice(a % (text.length + 1), (b % (text.length + 1)) + 1)
        fc.pre(quote.trim() !== '' && !/\p{Surrogate}/u.test(quote))
        const range = findQuote(text, quote)
        expect(range && text.slice(range.start, range.end).split(/\s+/u)).toEqual(quote.trim().split(/\s+/u))
      }),
    )
  })
})

describe('marks of quotes', () => {
  it('stand in reading order without overlaps, three at most', () => {
    const marks = markQuotes(TEXT, [
      'costs $5.',
      'The first is',
      'first is a school.',
      'not there',
      'shared coast',
    ])
    expect(marks.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      'The first is',
      'shared coast',
      'costs $5.',
    ])
  })

  it('hold only while the same words stand there', () => {
    const marks = markQuotes(TEXT, ['The first is a school.', 'shared coast guard.'])
    expect(standingMarks(TEXT, marks)).toEqual(marks)
    expect(standingMarks(TEXT.replace('school', 'schule'), marks)).toEqual(marks.slice(1))
    expect(standingMarks('', marks)).toEqual([])
  })
})
