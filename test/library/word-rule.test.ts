import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Archive } from '../../src/library/archive.js'
import type { CableFilter } from '../../src/library/filter.js'
import type { WordRule } from '../../src/library/word-rule.js'
import { searchWords } from '../../src/retrieval/search-words.js'
import { inventedCable } from '../support/invented-cables.js'
import { LibraryFixture } from '../support/library-fixture.js'

const fixture = new LibraryFixture(8)

/** Positions of the paragraphs that keep the rule, by words and by vectors, which must agree. */
function kept(typed: string, archive: Archive = fixture.library.open, filters: CableFilter = {}): string[] {
  const { rule, text } = searchWords(typed)
  const filter = { ...filters, holding: archive.holding(rule) }
  const byWords = named(
    archive,
    archive.searchWords(text.split(' '), filter, 50).map(({ paragraphId }) => paragraphId),
  )
  const labels = [...(fixture.library.vectorLabels(filter) ?? [])]
  const byVectors = named(archive, [...new Set(fixture.library.paragraphsOfLabels(labels).values())])
  // By vectors also what has none of the wanted words, where only words are ruled out.
  if (rule.all.length > 0) expect(byVectors).toEqual(byWords)
  else expect(byVectors).toEqual(expect.arrayContaining(byWords))
  return byWords
}

function named(archive: Archive, ids: readonly number[]): string[] {
  return archive
    .paragraphs(ids)
    .map(({ cable, paragraph }) => `${cable.id.slice(-1)}/${paragraph.position}`)
    .sort()
}

function count(typed: string, archive: Archive = fixture.library.open, most = 100): number {
  return archive.countHolding(searchWords(typed).rule, {}, most)
}

describe('words that a passage must have or must not have', () => {
  beforeEach(() => {
    fixture.put(
      inventedCable(
        '06EASTPORT1',
        [
          'The coast guard negotiated with the pilots.',
          'A guard stood on the coast.',
          'Negotiations on the tariff went on.',
          'The negotiators ran; running is news to nobody.',
          'The duty on cod.',
        ],
        { subject: 'TALKS', tags: ['EWWT'] },
      ),
      inventedCable('06EASTPORT2', ['The coast guard has a school.'], { subject: 'PILOTS' }),
    )
    fixture.embedAll()
  })

  test('a phrase is found in this order only', () => {
    expect(kept('"coast guard"')).toEqual(['1/1', '2/1'])
    expect(kept('"guard coast"')).toEqual([])
    expect(count('"coast guard"')).toBe(2)
  })

  test('what is ruled out is found neither by words nor by meaning', () => {
    expect(kept('"coast guard" -school')).toEqual(['1/1'])
    expect(kept('coast -school')).toEqual(['1/1', '1/2'])
    expect(kept('coast -"coast guard"')).toEqual(['1/2'])
    expect(kept('coast NOT (school OR pilots)')).toEqual(['1/2'])
    expect(count('"coast guard" -school')).toBe(1)
  })

  test('one of two words is enough with OR, both are wanted with AND', () => {
    expect(kept('tariff OR duty')).toEqual(['1/3', '1/5'])
    expect(kept('guard AND school')).toEqual(['2/1'])
    expect(kept('(tariff OR duty) "negotiations"')).toEqual(['1/3'])
  })

  test('the beginning of a word finds every word that begins so, though the index holds stems', () => {
    expect(kept('negot*')).toEqual(['1/1', '1/3', '1/4'])
    expect(kept('negotiat*')).toEqual(['1/1', '1/3', '1/4'])
    expect(kept('negotiations*')).toEqual(['1/1', '1/3', '1/4'])
    expect(kept('runni*')).toEqual(['1/4'])
    expect(kept('new*')).toEqual(['1/4'])
    expect(kept('tarif*')).toEqual(['1/3'])
    expect(kept('"coast gua*"')).toEqual(['1/1', '2/1'])
    expect(kept('xyzzy*')).toEqual([])
    expect(kept('coast -schoo*')).toEqual(['1/1', '1/2'])
  })

  test('the rule holds beside filters of the cable', () => {
    expect(kept('"coast guard"', fixture.library.open, { tag: 'EWWT' })).toEqual(['1/1'])
    expect(kept('coast -pilots', fixture.library.open, { tag: 'EWWT' })).toEqual(['1/2'])
  })

  test('counting stops where it is told to', () => {
    expect(count('coast OR tariff')).toBe(4)
    expect(count('coast OR tariff', fixture.library.open, 2)).toBe(2)
  })

  test('an operand is text: nothing in it is an operator, nothing makes it throw', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 250 }),
      fc
        .array(fc.constantFrom('"', "'", '*', '^', '(', ')', 'NEAR', ' ', 'a', ':', '\0', '+'), {
          maxLength: 12,
        })
        .map((all) => all.join('')),
    )
    const operand = fc.record({ words, prefix: fc.option(words) })
    const rule: fc.Arbitrary<WordRule> = fc.record({
      all: fc.array(fc.array(operand, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
      none: fc.array(operand, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(rule, (given) => {
        for (const archive of [fixture.library.masked, fixture.library.open]) {
          const filter = { holding: archive.holding(given) }
          expect(archive.searchWords(['coast'], filter, 10).length).toBeLessThanOrEqual(6)
          expect(archive.countHolding(given, {}, 10)).toBeLessThanOrEqual(6)
          expect(fixture.library.vectorLabels(filter)?.size).toBeLessThanOrEqual(6)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('words of a cable that shields a name', () => {
  beforeEach(() => {
    fixture.put(
      inventedCable(
        '06EASTPORT3',
        ['Linus Grady (strictly protect) saw the ledger.', 'The ledger is closed.'],
        {
          subject: 'A LEDGER',
        },
      ),
    )
    fixture.embedAll()
  })

  test('never match in the masked archive, in no way of asking', () => {
    const { masked } = fixture.library
    for (const typed of [
      '"Linus Grady"',
      '"Grady"',
      'Grad*',
      '"Linus Gra*"',
      'Grady OR Linus',
      'ledger AND Grady',
    ])
      expect(kept(typed, masked), typed).toEqual([])
    // Nor does ruling the name out tell where it is.
    expect(kept('ledger -Grady', masked)).toEqual(kept('ledger -Qplumbrex', masked))
    expect(kept('ledger -Grad*', masked)).toEqual(['3/1', '3/2'])
    expect(count('"Grady"', masked)).toBe(0)
  })

  test('are looked for as written in the open one', () => {
    const { open } = fixture.library
    expect(kept('"Linus Grady"', open)).toEqual(['3/1'])
    expect(kept('Grad*', open)).toEqual(['3/1'])
    expect(kept('ledger -Grady', open)).toEqual(['3/2'])
    expect(count('Grad* OR closed', open)).toBe(2)
    expect(count('ledger AND ledger', open)).toBe(2)
  })
})
