import { beforeEach, describe, expect, test } from 'vitest'
import { dateKey, originKey } from '../../src/library/filter-sql.js'
import { inventedCable } from '../support/invented-cables.js'
import { LibraryFixture } from '../support/library-fixture.js'

const fixture = new LibraryFixture(8)

describe('filters', () => {
  beforeEach(() => {
    fixture.put(
      inventedCable('06EASTPORT1', ['harbour one', 'more'], {
        date: '2006-04-10T19:22:00Z',
        classification: 'SECRET//NOFORN',
        tags: ['PREL', 'ECON'],
      }),
      inventedCable('09RIODELSOL2', ['harbour two'], {
        date: '2009-12-31',
        origin: 'Consulate Rio Del Sol',
        classification: 'SECRET',
        tags: ['ECON'],
      }),
      inventedCable('10EASTPORT3', ['harbour three'], {
        date: null,
        classification: 'CONFIDENTIAL',
        tags: [],
      }),
      inventedCable('74EASTPORT4', ['harbour four'], { date: null, classification: null, tags: [] }),
    )
    fixture.embedAll()
  })

  const cases: [string, object, string[]][] = [
    ['a post without its kind', { origin: 'eastport' }, ['06EASTPORT1', '10EASTPORT3', '74EASTPORT4']],
    ['a post with its kind and other spaces', { origin: 'Consulate  General Rio del Sol' }, ['09RIODELSOL2']],
    ['a year', { year: 2006 }, ['06EASTPORT1']],
    ['the year of the number where there is no date', { year: 2010 }, ['10EASTPORT3']],
    ['a year of the last century', { year: 1974 }, ['74EASTPORT4']],
    ['a first day', { after: '2009-12-31' }, ['09RIODELSOL2', '10EASTPORT3']],
    ['a last day, whole', { before: '2006-04-10' }, ['06EASTPORT1', '74EASTPORT4']],
    ['a classification with its captions', { classification: 'secret' }, ['06EASTPORT1', '09RIODELSOL2']],
    ['a narrower classification', { classification: 'SECRET//NOFORN' }, ['06EASTPORT1']],
    ['a tag in lower case', { tag: 'econ' }, ['06EASTPORT1', '09RIODELSOL2']],
    ['two tags', { tag: 'ECON', otherTag: 'prel' }, ['06EASTPORT1']],
    ['a second tag alone', { otherTag: 'PREL' }, ['06EASTPORT1']],
    ['two tags that no cable has both', { tag: 'ECON', otherTag: 'NONE' }, []],
    ['one cable', { cable: '10EASTPORT3' }, ['10EASTPORT3']],
    ['several at once', { origin: 'Eastport', classification: 'SECRET' }, ['06EASTPORT1']],
    ['nothing that is there', { tag: 'NONE' }, []],
  ]
  test.each(cases)('by %s', (_, filter, expected) => {
    const names = (ids: readonly number[]) =>
      [...new Set(fixture.library.open.paragraphs(ids).map(({ cable }) => cable.id))].sort()
    expect(
      [...new Set(fixture.found(['harbour', 'more'], filter).map((name) => name.split('/')[0]))].sort(),
    ).toEqual(expected)
    const ids = fixture.library.paragraphIds(filter)
    expect(names(ids)).toEqual(expected)
    const paragraphOf = fixture.library.paragraphsOfLabels([...(fixture.library.vectorLabels(filter) ?? [])])
    expect([...paragraphOf.values()].sort()).toEqual(ids)
    const { catalogue } = fixture.library
    const listed = fixture.library.open.list(filter, 0, 10).map(({ id }) => id)
    expect(listed.sort()).toEqual(expected)
    expect(catalogue.count(filter)).toBe(expected.length)
    for (const facet of ['origin', 'year'] as const) {
      const counted = catalogue.tally(facet, filter, 10).reduce((sum, { cables }) => sum + cables, 0)
      expect(counted, facet).toBe(expected.length)
    }
  })

  test('lists begin with the oldest cable, or with the newest, and go on from page to page', () => {
    const listed = (offset: number, first?: 'oldest' | 'newest') =>
      fixture.library.open.list({}, offset, 2, first).map(({ id }) => id)
    expect([...listed(0), ...listed(2)]).toEqual([
      '74EASTPORT4',
      '06EASTPORT1',
      '09RIODELSOL2',
      '10EASTPORT3',
    ])
    expect([...listed(0, 'newest'), ...listed(2, 'newest')]).toEqual([
      '10EASTPORT3',
      '09RIODELSOL2',
      '06EASTPORT1',
      '74EASTPORT4',
    ])
  })

  test('that restrict nothing let every vector pass', () => {
    expect(fixture.library.vectorLabels({})).toBeUndefined()
    expect(fixture.library.paragraphIds({})).toHaveLength(5)
  })

  test('a post is known by its letters, whatever stands around them', () => {
    const same = [
      'Embassy São Paulo',
      'AmConsul Sao Paulo',
      'sao paulo',
      'US Consulate General, SAO PAULO',
      'SAOPAULO',
    ]
    expect(new Set(same.map(originKey))).toEqual(new Set(['SAOPAULO']))
    expect(originKey('Embassy The Hague')).toBe('THEHAGUE')
  })

  test('a cable without a date is of the year of its number', () => {
    const ids = ['50EASTPORT1', '66EASTPORT1', '99EASTPORT1', '00EASTPORT1', '10EASTPORT1']
    expect(ids.map((id) => dateKey(null, id))).toEqual(['1950', '1966', '1999', '2000', '2010'])
    expect(dateKey('2006-04-10', '05EASTPORT1')).toBe('2006-04-10')
    expect(dateKey(null, 'EASTPORT1')).toBe('')
  })
})
