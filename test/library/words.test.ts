import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedCable } from '../support/invented-cables.js'
import { LibraryFixture } from '../support/library-fixture.js'

const fixture = new LibraryFixture(8)

describe('searching words', () => {
  test('ranks by BM25, finds inflections and ignores accents', () => {
    fixture.put(
      inventedCable('06EASTPORT1', [
        'Ministers negotiated a treaty, a treaty at last.',
        'A minister spoke about São Tomé.',
      ]),
      inventedCable('06EASTPORT2', ['Nothing of note.']),
    )
    expect(fixture.found(['treaties'])).toEqual(['06EASTPORT1/1'])
    expect(fixture.found(['sao'])).toEqual(['06EASTPORT1/2'])
    const matches = fixture.library.open.searchWords(['minister', 'treaty'], {}, 10)
    expect(matches).toHaveLength(2)
    expect(matches[0]?.bm25).toBeGreaterThan(matches[1]?.bm25 ?? Infinity)
    expect(fixture.library.open.searchWords(['minister', 'treaty'], {}, 1)).toHaveLength(1)
  })

  test('matches a term of several words as a phrase', () => {
    fixture.put(inventedCable('06EASTPORT1', ['The prime minister left.', 'The minister was in his prime.']))
    expect(fixture.found(['prime minister'])).toEqual(['06EASTPORT1/1'])
  })

  test('takes any term as text: nothing in it is an operator, nothing makes it throw', () => {
    fixture.put(inventedCable('06EASTPORT1', ['near "quoted" heading:text AND OR NOT']))
    expect(fixture.found(['"quoted"'])).toEqual(['06EASTPORT1/1'])
    expect(fixture.found(['NOT'])).toEqual(['06EASTPORT1/1'])
    expect(fixture.found(['absent NOT near'])).toEqual([])
    const foreign = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            "'",
            '*',
            '^',
            '(',
            ')',
            'NEAR',
            ' ',
            'a',
            ':',
            '\0',
            '-',
            '+',
            '{',
            '}',
            'AND',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(fc.array(foreign, { maxLength: 80 }), (terms) => {
        expect(fixture.library.open.searchWords(terms, {}, 10).length).toBeLessThanOrEqual(1)
        for (const term of terms) expect(fixture.library.open.documentFrequency(term)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 200 },
    )
  })

  test('finds every paragraph by any word that stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[\p{Lu}\p{Ll}\p{Nd}]{1,12}$/u), { minLength: 1, maxLength: 8 }),
        (words) => {
          fixture.put(inventedCable('06EASTPORT1', [words.join(' ')]))
          for (const word of words) expect(fixture.found([word])).toEqual(['06EASTPORT1/1'])
        },
      ),
      { numRuns: 100 },
    )
  })

  test('counts the paragraphs that a word stands in, and notices changes', () => {
    fixture.put(inventedCable('06EASTPORT1', ['A treaty.', 'Treaties.', 'None.'], { subject: '' }))
    expect(fixture.library.open.documentFrequency('treaty')).toBe(2)
    expect(fixture.library.open.documentFrequency('war')).toBe(0)
    fixture.put(inventedCable('06EASTPORT2', ['No treaty.'], { subject: '' }))
    expect(fixture.library.open.documentFrequency('treaty')).toBe(3)
  })
})

describe('the words of the archive', () => {
  test('are told by their beginning, with the number of their paragraphs', () => {
    fixture.put(inventedCable('06EASTPORT1', ['The physicians left.', 'A physician and the physics of it.']))
    expect(fixture.library.masked.stemsWith('phys')).toEqual([
      { stem: 'physic', documents: 1 },
      { stem: 'physician', documents: 2 },
    ])
    expect(fixture.library.masked.stemsWith('zz')).toEqual([])
    expect(fixture.library.masked.stemsWith('')).toEqual([])
  })

  test('are given as they are printed', () => {
    fixture.put(inventedCable('06EASTPORT1', ['Much was said, and then the PHYSICIANS left.']))
    expect(fixture.library.masked.wordOfStem('physician')).toBe('PHYSICIANS')
    expect(fixture.library.masked.wordOfStem('lawyer')).toBeUndefined()
    expect(fixture.library.masked.wordOfStem('" OR left')).toBeUndefined()
  })

  test('are found where only a sign parts them', () => {
    fixture.put(
      inventedCable('06EASTPORT1', [
        "Fighting in Sa'ada closed the road.",
        "Minister As'ad resigned in March.",
        'They flew an F-16 home.',
        'A sea wall.',
      ]),
    )
    expect(fixture.library.masked.joinedBySign('sa', 'ada')).toBe("Sa'ada")
    expect(fixture.library.masked.joinedBySign('F', '16')).toBe('F-16')
    expect(fixture.library.masked.joinedBySign('as', 'ad')).toBe("As'ad")
    expect(fixture.library.masked.joinedBySign('sea', 'wall')).toBeUndefined()
  })
})
