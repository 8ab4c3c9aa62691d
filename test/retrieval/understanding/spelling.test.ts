import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemOf } from '../../../src/retrieval/terms.js'
import {
  corrected,
  correctionsOf,
  editDistance,
  type Vocabulary,
} from '../../../src/retrieval/understanding/spelling.js'

function vocabularyOf(documents: Readonly<Record<string, number>>): Vocabulary {
  const words = Object.entries(documents).map(([word, count]) => ({ word, count, stem: stemOf(word) }))
  return {
    documentFrequency: (word) => words.find(({ stem }) => stem === stemOf(word))?.count ?? 0,
    stemsWith: (prefix) =>
      words
        .filter(({ stem }) => stem.startsWith(prefix))
        .map(({ stem, count }) => ({ stem, documents: count })),
    joinedBySign: (first, second) =>
      ["Sa'ada", 'F-16', "O'Brien"].find(
        (one) => one.replace(/[^A-Za-z0-9]/g, ' ').toLowerCase() === `${first} ${second}`.toLowerCase(),
      ),
    wordOfStem: (stem) => words.find((one) => one.stem === stem)?.word,
  }
}

const ARCHIVE = vocabularyOf({
  physicians: 40,
  Beijing: 900,
  Beja: 4,
  embassy: 5000,
  embasy: 3,
  Diyarbakir: 12,
  Nairobi: 80,
  Lender: 5,
  leaders: 900,
  Sa: 9,
  ada: 9,
  F: 9,
  '16': 9,
  O: 9,
  Brien: 9,
})

function read(question: string): string {
  return corrected(question, correctionsOf(question, ARCHIVE))
}

describe('a word that the archive does not know', () => {
  it.each([
    ['how many physicans resigned?', 'how many physicians resigned?'],
    ['what did bejing plan?', 'what did Beijing plan?'],
    ['who left the embasy?', 'who left the embassy?'],
    ['who governs Diyarbakr?', 'who governs Diyarbakir?'],
    ['where is nairobbi?', 'where is Nairobi?'],
    ['Saada', "Sa'ada"],
    ['how many F16 came?', 'how many F-16 came?'],
    ['who is obrien', "who is O'Brien"],
  ])('is read as the word that it was meant to be: %s', (typed, meant) => {
    expect(read(typed)).toBe(meant)
  })

  it.each([
    ['is English', 'which hearse was hired?'],
    ['is a short name', 'Who is Nairoba?'],
    ['has nothing near it', 'who is zyxwvut?'],
    ['has a digit', 'what is bejing7?'],
  ])('stays as it is when it %s', (_, question) => {
    expect(read(question)).toBe(question)
  })

  it('is replaced whole, and nowhere inside another', () => {
    expect(corrected('embasy embasyes', [{ typed: 'embasy', found: 'embassy' }])).toBe('embassy embasyes')
  })
})

describe('the distance of two words', () => {
  it.each([
    ['', '', 0],
    ['gaurd', 'guard', 1],
    ['moroco', 'morocco', 1],
    ['kitten', 'sitting', 3],
  ])('%s, %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance)
  })

  it('is the same both ways, 0 only for equal words, and never more than the bound and one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const distance = editDistance(a, b, most)
        expect(distance).toBe(editDistance(b, a, most))
        expect(distance === 0).toBe(a === b)
        expect(distance).toBeLessThanOrEqual(most + 1)
      }),
    )
  })
})
