import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { inventedCable } from '../support/invented-cables.js'
import { LibraryFixture } from '../support/library-fixture.js'

const fixture = new LibraryFixture(8)

describe('suggesting numbers', () => {
  beforeEach(() => {
    const ids = [
      '06MEXICALIA1889',
      '06MEXICALIA189',
      '07MEXICALIA18',
      '06NEWMEXICALIA5',
      '09EASTPORT2006',
      '06EASTPORT7',
      '10EASTPORT66',
    ]
    fixture.put(...ids.map((id) => inventedCable(id, ['Text.'], { subject: `About ${id}`, date: null })))
  })

  const cases: [string, string[]][] = [
    ['06 mexicalia 18', ['06MEXICALIA189', '06MEXICALIA1889']],
    ['mexicalia 1889', ['06MEXICALIA1889']],
    ['2006 mex', ['06MEXICALIA189', '06MEXICALIA1889', '06NEWMEXICALIA5']],
    ['06MEXICALIA001889', ['06MEXICALIA1889']],
    ['icalia 5', ['06NEWMEXICALIA5']],
    ['eastport 2006', ['09EASTPORT2006', '06EASTPORT7']],
    ['1889', ['06MEXICALIA1889']],
    ['10', ['10EASTPORT66']],
    ['  ', ['10EASTPORT66']],
    ['nowhere', []],
    ["'; DROP TABLE cables --", []],
  ]
  test.each(cases)('for %j', (typed, expected) => {
    expect(
      fixture.library.open
        .suggestIds(typed, 25)
        .map(({ id }) => id)
        .slice(0, Math.max(1, expected.length)),
    ).toEqual(expected)
  })

  test('each once, no more than asked for, with subject and date', () => {
    expect(fixture.library.open.suggestIds('0', 3)).toHaveLength(3)
    const all = fixture.library.open.suggestIds('mex', 25).map(({ id }) => id)
    expect(new Set(all).size).toBe(all.length)
    expect(fixture.library.open.suggestIds('07mex', 1)).toEqual([
      { id: '07MEXICALIA18', subject: 'About 07MEXICALIA18', date: '2007' },
    ])
  })

  test('takes any typed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(fixture.library.open.suggestIds(typed, 5).length).toBeLessThanOrEqual(5)
      }),
    )
  })
})
