import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanQuestion, readDay } from '../../commands/question.js'
import { UserError } from '../../src/errors.js'
import { nastyText } from '../support/nasty-text.js'

describe('a question', () => {
  it('becomes one line without invisible characters', () => {
    expect(cleanQuestion('  Who \u200Bmet\r\n\twhom\u202E? ')).toBe('Who met whom?')
  })

  it('is composed, so that é is one letter', () => {
    expect(cleanQuestion('Cafe\u0301?')).toBe('Café?')
  })
})

describe('a day', () => {
  it.each([
    ['2006', '2006-01-01', '2006-12-31'],
    ['2006-02', '2006-02-01', '2006-02-28'],
    ['2008-2', '2008-02-01', '2008-02-29'],
    ['2006-04-10', '2006-04-10', '2006-04-10'],
    [' 2006-4-1 ', '2006-04-01', '2006-04-01'],
  ])('%s begins on %s and ends on %s', (typed, first, last) => {
    expect(readDay(typed, 'after')).toBe(first)
    expect(readDay(typed, 'before')).toBe(last)
  })

  it.each([
    '',
    '2006-13',
    '2006-00',
    '2006-02-29',
    '2006-04-31',
    '2006-04-00',
    '10/04/2006',
    'last year',
    '20060410',
  ])('%s is refused', (typed) => {
    expect(() => readDay(typed, 'after')).toThrow(UserError)
    expect(() => readDay(typed, 'before')).toThrow(UserError)
  })

  it('is a day of the calendar or refused, whatever was typed', () => {
    const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789-')), maxLength: 10 })
    fc.assert(
      fc.property(fc.oneof(nastyText(3), digits), (typed) => {
        try {
          const day = readDay(typed, 'before')
          expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
    )
  })
})
