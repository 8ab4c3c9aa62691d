import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CableFilter } from '../../../src/library/filter.js'
import { filtersInWords } from '../../../src/retrieval/understanding/filters.js'

const POSTS = new Map([
  ['VESKAHOLM', 'Embassy Veskaholm'],
  ['TORVANGER', 'Consulate Torvanger'],
])
const ORIGIN = { origin: 'Embassy Veskaholm' }
const QUESTION = 'who sank the boat?'

function read(phrase: string): { filters: CableFilter; rest: string } {
  return filtersInWords(`Cables from Veskaholm ${phrase}: ${QUESTION}`, POSTS)
}

function datesOf(phrase: string): CableFilter {
  const { origin, ...dates } = read(phrase).filters
  expect(origin).toBe(ORIGIN.origin)
  return dates
}

describe('dates written in the question', () => {
  it.each<[string, CableFilter]>([
    ['in 2006', { year: 2006 }],
    ['in 2006 and 2006', { year: 2006 }],
    ['before 2007', { before: '2006-12-31' }],
    ['until 2007', { before: '2007-12-31' }],
    ['by 2007', { before: '2007-12-31' }],
    ['since 2007', { after: '2007-01-01' }],
    ['after 2007', { after: '2008-01-01' }],
    ['between 2007 and 2009', { after: '2007-01-01', before: '2009-12-31' }],
    ['from 2007 to 2009', { after: '2007-01-01', before: '2009-12-31' }],
    ['from 2007 through 2009', { after: '2007-01-01', before: '2009-12-31' }],
    ['in 2009 or 2007', { after: '2007-01-01', before: '2009-12-31' }],
    ['after 2005 and before 2008', { after: '2006-01-01', before: '2007-12-31' }],
  ])('years: %s', (phrase, dates) => {
    expect(read(phrase)).toMatchObject({ filters: { ...ORIGIN, ...dates }, rest: QUESTION })
    expect(datesOf(phrase)).toEqual(dates)
  })

  it.each<[string, CableFilter]>([
    ['in March 2007', { after: '2007-03-01', before: '2007-03-31' }],
    ['before July 2006', { before: '2006-06-30' }],
    ['until June 2008', { before: '2008-06-30' }],
    ['by June 2008', { before: '2008-06-30' }],
    ['since March 2007', { after: '2007-03-01' }],
    ['after March 2007', { after: '2007-04-01' }],
    ['after December 2007', { after: '2008-01-01' }],
    ['before January 2007', { before: '2006-12-31' }],
    ['until February 2008', { before: '2008-02-29' }],
    ['before Sept. 2008', { before: '2008-08-31' }],
    ['between March and June 2007', { after: '2007-03-01', before: '2007-06-30' }],
    ['between March 2006 and June 2007', { after: '2006-03-01', before: '2007-06-30' }],
    ['from March 2006 to June 2007', { after: '2006-03-01', before: '2007-06-30' }],
    ['since March 2006 and until June 2007', { after: '2006-03-01', before: '2007-06-30' }],
    ['from March 2006 to 2007', { after: '2006-03-01', before: '2007-12-31' }],
    ['from 2006 to March 2007', { after: '2006-01-01', before: '2007-03-31' }],
    ['after March 2007 and before July', { after: '2007-04-01', before: '2007-06-30' }],
    ['from 2006 March to 2007 June', { after: '2006-03-01', before: '2007-06-30' }],
  ])('months with a year: %s', (phrase, dates) => {
    expect(read(phrase)).toMatchObject({ filters: { ...ORIGIN, ...dates }, rest: QUESTION })
    expect(datesOf(phrase)).toEqual(dates)
  })

  it.each<[string, CableFilter]>([
    ['in 1973 before July', { after: '1973-01-01', before: '1973-06-30' }],
    ['in 2006 until July', { after: '2006-01-01', before: '2006-07-31' }],
    ['in 2006 by July', { after: '2006-01-01', before: '2006-07-31' }],
    ['in 2006 since July', { after: '2006-07-01', before: '2006-12-31' }],
    ['in 2006 after July', { after: '2006-08-01', before: '2006-12-31' }],
    ['in 2006 between March and June', { after: '2006-03-01', before: '2006-06-30' }],
    ['in 2006 from March to June', { after: '2006-03-01', before: '2006-06-30' }],
  ])('months of a year named before: %s', (phrase, dates) => {
    expect(read(phrase)).toMatchObject({ filters: { ...ORIGIN, ...dates }, rest: QUESTION })
    expect(datesOf(phrase)).toEqual(dates)
  })

  it.each<[string, CableFilter]>([
    ['before late 2006', { before: '2006-12-31' }],
    ['after early 2006', { after: '2006-01-01' }],
    ['before 15 July 2006', { before: '2006-07-31' }],
    ['before July 15th, 2006', { before: '2006-07-31' }],
    ['after 15 July 2006', { after: '2006-07-01' }],
    ['in 2006 before July 15', { after: '2006-01-01', before: '2006-07-31' }],
    ['before summer 2006', { before: '2006-09-30' }],
    // The start is not said for certain: "before July 2006" or "in 2006, before July".
    ['before July in 2006', { before: '2006-06-30' }],
    ['since March or April 2007', { after: '2007-03-01' }],
    ['before March or April 2007', { before: '2007-03-31' }],
  ])('the widest that can be meant: %s', (phrase, dates) => {
    expect(datesOf(phrase)).toEqual(dates)
  })

  it.each<[string, CableFilter]>([
    ['before July', {}],
    ['since 2006 until July', { after: '2006-01-01' }],
    ['in March since 2007', { after: '2007-01-01' }],
    ['in 2006 and 2007 since March', { before: '2007-12-31' }],
    ['between November and March 2007', {}],
    ['from November 2006 to March', {}],
    ['in 2008 and before 2005', {}],
    ['before 2005 and in 2008', {}],
    ['before or after July 2006', {}],
    ['in or before July 2006', {}],
    ['since before July 2006', {}],
    ['in July 2006 or before', {}],
    ['in 2006 or later', {}],
    ['from 2006 onwards', {}],
    ['in 2006 until the vote', {}],
    ['in 2006 up to July', {}],
    ['in 2006 before the vote', { year: 2006 }],
    ['in 2006 just before July', { year: 2006 }],
  ])('what is not certain does not bound: %s', (phrase, dates) => {
    expect(datesOf(phrase)).toEqual(dates)
  })

  it.each([
    [`Cables from 2006 until July: ${QUESTION}`, { after: '2006-01-01' }],
    [`Cables between Veskaholm and Torvanger in 2008: ${QUESTION}`, { ...ORIGIN, year: 2008 }],
    [`According to 2008 cables from Veskaholm, ${QUESTION}`, { ...ORIGIN, year: 2008 }],
    [`Before July cables from 2006 said ${QUESTION}`, { before: '2006-06-30' }],
    [`By July 2008: ${QUESTION}`, { before: '2008-07-31' }],
    ['Who sank the boat? Cables before July 15, 2008.', { before: '2008-07-31' }],
    ['Who had sunk the boat, by July 2008.', {}],
    ['Which boat was sunk by 15 men in 2008?', {}],
  ])('%s', (text, filters) => {
    expect(filtersInWords(text, POSTS).filters).toEqual(filters)
  })

  it('leaves words that restrict nothing in the question', () => {
    const text = `Cables from 2006 onwards: ${QUESTION}`
    expect(filtersInWords(text, POSTS)).toMatchObject({ filters: {}, rest: text })
    expect(read('in 2006 before the vote').rest).toBe(`before the vote: ${QUESTION}`)
  })
})

const NAMES = `January February March April May June July August September October November December`.split(
  ' ',
)
const month = fc.record({
  year: fc.integer({ min: 1950, max: 2020 }),
  month: fc.integer({ min: 0, max: 11 }),
})
type Month = typeof month extends fc.Arbitrary<infer T> ? T : never

const named = ({ year, month }: Month): string => `${NAMES[month] ?? ''} ${year}`
const day = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
const firstDay = ({ year, month }: Month): string => day(year, month, 1)
const lastDay = ({ year, month }: Month): string => day(year, month + 1, 0)

describe('any dates written in the question', () => {
  it('bound a month by its first and its last day', () => {
    fc.assert(
      fc.property(month, (at) => {
        expect(datesOf(`since ${named(at)}`)).toEqual({ after: firstDay(at) })
        expect(datesOf(`until ${named(at)}`)).toEqual({ before: lastDay(at) })
        expect(datesOf(`before ${named(at)}`)).toEqual({ before: day(at.year, at.month, 0) })
        expect(datesOf(`after ${named(at)}`)).toEqual({ after: day(at.year, at.month + 1, 1) })
      }),
    )
  })

  it('bound a range alike however it is said; none when its end is ahead of its start', () => {
    fc.assert(
      fc.property(month, month, (start, end) => {
        const expected =
          firstDay(start) < lastDay(end) ? { after: firstDay(start), before: lastDay(end) } : {}
        expect(datesOf(`between ${named(start)} and ${named(end)}`)).toEqual(expected)
        expect(datesOf(`from ${named(start)} to ${named(end)}`)).toEqual(expected)
        expect(datesOf(`since ${named(start)} until ${named(end)}`)).toEqual(expected)
      }),
    )
  })

  it('are days in order, whatever the words', () => {
    const word = fc.constantFrom(
      ...`in from to and or since after before until by between early 15 March July summer 2006 2007 Torvanger`.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const { year, after = '1900-01-01', before = '2099-12-31' } = read(words.join(' ')).filters
        expect(after <= before && /^\d{4}-\d\d-\d\d$/.test(after) && /^\d{4}-\d\d-\d\d$/.test(before)).toBe(
          true,
        )
        expect([undefined, 2006, 2007]).toContain(year)
      }),
      { numRuns: 3000 },
    )
  })
})
