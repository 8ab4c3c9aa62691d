import { describe, expect, it } from 'vitest'
import { exclusionsIn } from '../../../src/retrieval/understanding/exclusions.js'

describe('what a question rules out', () => {
  it.each([
    ['wheat NOT 2009', 'wheat', [], [2009]],
    ['wheat harvest not in 2009', 'wheat harvest', [], [2009]],
    ['strikes in Peru, except in 2007', 'strikes in Peru,', [], [2007]],
    ['wheat -barley', 'wheat', ['barlei'], []],
    ['wheat NOT barley', 'wheat', ['barlei'], []],
    ['wheat -2009', 'wheat', [], [2009]],
  ])('%s', (question, text, stems, years) => {
    expect(exclusionsIn(question)).toEqual({ text, stems, years })
  })

  it.each([
    'Who did not open fire?',
    'Who met the vice-president in 2009?',
    'DID THE ARMY NOT OPEN FIRE?',
    'Temperatures of -40 degrees',
    'NOT 2009',
    'Why was the harvest not larger?',
  ])('nothing: %s', (question) => {
    expect(exclusionsIn(question)).toEqual({ text: question, stems: [], years: [] })
  })
})
