import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalId, findCableIds, readNumber, yearOf } from '../../src/cables/ids.js'
import { findPost, postKey } from '../../src/cables/vocabulary/posts.js'
import { processorTime } from '../support/processor-time.js'

describe('a typed number', () => {
  it.each([
    ['06MEXICO1889', '06MEXICO1889'],
    ['06 Mexico 1889', '06MEXICO1889'],
    ['06MEXICO001889', '06MEXICO1889'],
    ['2006 mexico 00001889', '06MEXICO1889'],
    ['1974STATE150591', '74STATE150591'],
    ['06-MEXICO-1889', '06MEXICO1889'],
    ["'06 Mexico #1889", '06MEXICO1889'],
    ['Mexico 06 1889', '06MEXICO1889'],
    ['06 Embassy Mexico 1889', '06MEXICO1889'],
    ['05 Rio de Janeiro 1242', '05RIODEJANEIRO1242'],
    ['05 RIO 1242', '05RIODEJANEIRO1242'],
    ['09 UNVIE 201', '09UNVIEVIENNA201'],
    ['09 USUN 12', '09USUNNEWYORK12'],
    ['08 St. Petersburg 3', '08STPETERSBURG3'],
    ['08 PORT LUMINA 42', '08PORTLUMINA42'],
    // Malformed numbers of the archive.
    ['08SECTION02OF02SAOPAULO335', '08SAOPAULO335'],
    ['09SECTION01OF03SANJOSE525', '09SANJOSE525'],
    ['08ECTION01OF02MANAMA492', '08MANAMA492'],
    ['09SECTION02OF03QRIPOLI583', '09TRIPOLI583'],
    ['08SCTION02OF02SAOPAULO335', '08SAOPAULO335'],
    ['08CTION01OF02NAIROBI101', '08NAIROBI101'],
    ['08SETION01OF02NAIROBI101', '08NAIROBI101'],
    ['08SECTION01GF02BISHIEK21', '08BISHKEK21'],
    ['08FINALSECTION02OF02NAIROBI101', '08NAIROBI101'],
    ['07EFTOCAIRO123', '07CAIRO123'],
    ['09EFTOLONDON2211', '09LONDON2211'],
    ['05AMEMBASSYHANOI77', '05HANOI77'],
    ['09QXICO12', '09MEXICO12'],
    ['09BERLIN1176_a', '09BERLIN1176'],
  ])('%s is %s', (typed, id) => {
    expect(canonicalId(typed)).toBe(id)
  })

  it.each([
    '',
    'MEXICO',
    '1889',
    'Mexico 1889',
    '06',
    '06MEXICO',
    '06MEXICO0',
    '12 May 2009',
    '06 MX 12',
    'x'.repeat(500),
  ])('%j has no canonical form', (typed) => {
    expect(canonicalId(typed)).toBeNull()
  })

  it('without a year still gives post and serial', () => {
    expect(readNumber('Mexico 1889')).toEqual({ year: null, post: 'MEXICO', serial: 1889 })
  })

  it('that is canonical stays as it is', () => {
    const post = fc.stringMatching(/^[A-Z]{3,20}$/).filter((name) => postKey(name) === name)
    const year = fc.stringMatching(/^\d\d$/)
    fc.assert(
      fc.property(year, post, fc.integer({ min: 1, max: 9_999_999 }), (two, name, serial) => {
        const id = `${two}${name}${serial}`
        fc.pre(canonicalId(id) !== null)
        expect(canonicalId(id)).toBe(id)
      }),
    )
  })

  it('may be anything', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        (text) => canonicalId(text) === null || /^\d\d[A-Z]{3,32}\d+$/.test(canonicalId(text) ?? ''),
      ),
    )
  })
})

describe('mentions in a text', () => {
  it('are found glued and, for known posts, with spaces', () => {
    const text =
      'See 06MEXICO1889 and 05 New Delhi 3846 (also 05-NEW-DELHI-4449), but not 12 June 2009, 05JUN2006, 3 men or 06MEXICO1889.'
    expect(findCableIds(text)).toEqual(['06MEXICO1889', '05NEWDELHI3846', '05NEWDELHI4449'])
  })

  it('of posts that only the library knows need its word', () => {
    expect(findCableIds('as 08 Port Lumina 42 said')).toEqual([])
    expect(findCableIds('as 08 Port Lumina 42 said', (post) => post === 'PORTLUMINA')).toEqual([
      '08PORTLUMINA42',
    ])
  })

  it('are looked for in time that is in line with the length of the text', () => {
    for (const part of ['06 New ', '06NEWDELHI', 'a b c d e ', '0606 ']) {
      const startedAt = processorTime()
      findCableIds(part.repeat(30_000))
      expect(processorTime() - startedAt).toBeLessThan(3000)
    }
  })
})

describe('posts', () => {
  it('are found in any writing', () => {
    expect(findPost('Embassy Port-au-Prince')?.country).toBe('Haiti')
    expect(findPost('mexico city')?.key).toBe('MEXICO')
    expect(findPost('Port Lumina')).toBeNull()
  })

  it('tell the century of a year', () => {
    expect([yearOf('66BUENOSAIRES2481'), yearOf('10DUBAI1')]).toEqual([1966, 2010])
  })
})
