import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { introduces, INTRODUCES, nameAskedAbout } from '../../../src/retrieval/understanding/introductions.js'

describe('the name that a question asks about', () => {
  it.each([
    ['Who is Anna Kell?', 'Anna Kell'],
    ['who was Dr. Anna Kell', 'Dr. Anna Kell'],
    ["Who's Sheikh Karim al-Sabri?", 'Sheikh Karim al-Sabri'],
    ['What is the Harbor Bank?', 'Harbor Bank'],
    ['What is Kell and Sons?', 'Kell and Sons'],
    ['What was the Society for the Relief of Seamen?', 'Society for the Relief of Seamen'],
  ])('%s', (question, name) => {
    expect(nameAskedAbout(question)).toBe(name)
  })

  it.each([
    'Who is the minister of health?',
    'Who paid Anna Kell?',
    'Who is Anna Kell married to?',
    'What was Anna Kell doing in Eastport?',
    'Who is guilty?',
    'What is said of Anna Kell?',
    '',
  ])('is none in: %s', (question) => {
    expect(nameAskedAbout(question)).toBeNull()
  })
})

describe('a sentence introduces somebody', () => {
  it.each([
    ['Anna Kell, a lawyer from Eastport, came at noon.'],
    ['Anna Kell, 51, the warden of the harbor, came at noon.'],
    ['Kell, who is a judge, laughed.'],
    ['Anna Kell (protect), the former mayor, laughed.'],
    ['A welder, Anna Kell, told us of it.'],
    ['The owner is Anna Kell.'],
    ['He sent a lawyer named Anna Kell.'],
    ['Anna Kell was the second mate of the ship.'],
    ['Anna Kell has been a judge since 1990.'],
    ['Kell owns three newspapers.'],
    ['ANNA KELL, A JUDGE, CAME AT NOON.'],
    ['We met Vice Consul Anna Kell.'],
    ['We met the harbor director Dr. Kell.'],
    ['It was sold by the arms trafficker Anna Kell.'],
  ])('%s', (sentence) => {
    expect(introduces('Anna Kell', sentence)).toBeGreaterThanOrEqual(INTRODUCES)
  })

  it.each([
    ['Anna Kell was released at noon.'],
    ['He had never met Anna Kell.'],
    ['Anna Kell laughed.'],
    ['We came after Anna Kell.'],
    ['The judge came, and so did Anna Kell.'],
  ])('and here only names her: %s', (sentence) => {
    const found = introduces('Anna Kell', sentence)
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(INTRODUCES)
  })

  it.each([['The warden, a judge, came at noon.'], ['Mr. Kellner, a judge, came at noon.'], ['']])(
    'and here does not even name her: %s',
    (sentence) => {
      expect(introduces('Anna Kell', sentence)).toBe(0)
    },
  )

  it('whatever the name and the sentence hold, in a time that does not run away', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(fc.constantFrom('the ', 'Kell', ', ', 'a ', 'judge ', 'is ', '(x) ', 'Dr. ', '51, '), {
          maxLength: 200,
        })
        .map((words) => words.join('')),
    )
    fc.assert(
      fc.property(text, text, (name, sentence) => {
        const found = introduces(name === '' ? 'Kell' : name, sentence)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        nameAskedAbout(sentence)
      }),
    )
  })
})
