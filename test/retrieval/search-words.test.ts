import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.js'
import { operandText } from '../../src/retrieval/found.js'
import { searchWords } from '../../src/retrieval/search-words.js'

/** What is required and ruled out, as text: `all` groups with `|` between what may stand for one another. */
function ruleOf(typed: string): { all: string[]; none: string[]; text: string } {
  const { rule, text } = searchWords(typed)
  return {
    all: rule.all.map((group) => group.map(operandText).join('|')),
    none: rule.none.map(operandText),
    text,
  }
}

describe('the signs of a search', () => {
  it.each([
    ['ferry "coast guard"', ['coast guard'], [], 'ferry coast guard'],
    ['“coast guard” ferry', ['coast guard'], [], 'coast guard ferry'],
    ['« coast guard »', ['coast guard'], [], 'coast guard'],
    ['„coast guard“', ['coast guard'], [], 'coast guard'],
    ['"ferry"', ['ferry'], [], 'ferry'],
    ['ferry -school', [], ['school'], 'ferry'],
    ['ferry -"coast guard"', [], ['coast guard'], 'ferry'],
    ['ferry NOT school', [], ['school'], 'ferry'],
    ['ferry AND NOT school', [], ['school'], 'ferry'],
    ['ferry NOT "coast guard"', [], ['coast guard'], 'ferry'],
    ['ferry NOT (school OR guard)', [], ['school', 'guard'], 'ferry'],
    ['ferry -(school OR guard) pilot', [], ['school', 'guard'], 'ferry pilot'],
    ['tariff OR duty', ['tariff|duty'], [], 'tariff duty'],
    ['(tariff OR duty) ferry', ['tariff|duty'], [], 'tariff duty ferry'],
    ['tariff OR duty OR "customs union"', ['tariff|duty|customs union'], [], 'tariff duty customs union'],
    ['tariff | duty', ['tariff|duty'], [], 'tariff duty'],
    ['ferry AND school', ['ferry', 'school'], [], 'ferry school'],
    ['negotiat*', ['negotiat*'], [], 'negotiat'],
    ['ferry negotiat*, school', ['negotiat*'], [], 'ferry negotiat school'],
    ['"coast gua*"', ['coast gua*'], [], 'coast gua'],
    ['-negotiat* ferry', [], ['negotiat*'], 'ferry'],
    ['NATO OR ISAF', ['NATO|ISAF'], [], 'NATO ISAF'],
    ['ferry -coast-guard', [], ['coast-guard'], 'ferry'],
  ])('%s', (typed, all, none, text) => {
    expect(ruleOf(typed)).toEqual({ all, none, text })
  })

  it.each([
    'What did the minister say?',
    'a joint pilot-school, or not',
    'F-16 sales',
    'talks - and more talks',
    'ferry NOT 2009',
    'ferry -2009',
    '**ferry** *school*',
    'an unclosed "quotation',
    'OR',
    'ferry OR',
    'AND ferry',
    '""',
    'He would NOT have',
    'this OR the other',
    'MINISTER WILL NOT RESIGN OR CALL AN ELECTION',
    '*',
  ])('are not in: %s', (typed) => {
    expect(ruleOf(typed)).toEqual({ all: [], none: [], text: typed })
  })

  it.each(['-school', 'NOT school', '-"coast guard" -school', '-(a OR school)'])(
    'ask for more than what is ruled out: %s',
    (typed) => {
      expect(() => searchWords(typed)).toThrow(UserError)
    },
  )

  it('ask for three letters at least before a star', () => {
    expect(() => searchWords('ferry of*')).toThrow('“of*” is too short. Give at least 3 letters')
  })

  it('are bounded in number, and a long question without them is not', () => {
    const many = (joint: string): string => Array.from({ length: 50 }, (_, at) => `w${at}`).join(joint)
    expect(() => searchWords(many(' OR '))).toThrow('At most 40')
    expect(searchWords(many(' ')).rule.all).toEqual([])
  })

  it('are read from whatever is typed, in time that grows with its length', () => {
    const part = fc.constantFrom(
      '"',
      '“',
      '-',
      '*',
      '(',
      ')',
      ' ',
      'OR',
      'NOT',
      'AND',
      'a',
      'Ferry',
      '\\',
      '|',
      '\0',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        try {
          searchWords(parts.join(''))
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
    )
    for (const each of ['"', '-(', 'a*', '*', '-', 'a"', '("', ' OR ']) {
      const startedAt = performance.now()
      try {
        searchWords(each.repeat(20_000))
      } catch (error) {
        expect(error).toBeInstanceOf(UserError)
      }
      expect(performance.now() - startedAt).toBeLessThan(1000)
    }
  })
})
