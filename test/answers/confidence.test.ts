import { describe, expect, it } from 'vitest'
import { confidenceIn } from '../../src/answers/confidence.js'
import { answerEvidence, evidenceOf } from '../../src/answers/evidence.js'
import { analysed } from '../support/passages.js'
import { understood } from '../support/understood.js'

const QUESTION = 'Who closed the harbour?'
const ALL = understood(QUESTION).terms.map(() => 1)
const NONE = ALL.map(() => 0)

describe('the confidence that a question is answered', () => {
  it('is none without a passage', () => {
    expect(confidenceIn([], understood(QUESTION))).toEqual({ chances: [], answered: 0 })
  })

  it('is higher where a passage holds what the question says', () => {
    const text = 'Warden Oda Merrin closed the harbour.'
    const confidence = (matches: number[]) =>
      confidenceIn([analysed({ text }, { matches })], understood(QUESTION))
    expect(confidence(ALL).answered).toBeGreaterThan(confidence(NONE).answered)
    expect(confidence(ALL).chances[0]).toBeGreaterThan(confidence(NONE).chances[0] ?? 1)
  })

  it('gives a chance to each of the first five passages', () => {
    const passages = Array.from({ length: 8 }, () => analysed({ text: 'The harbour.' }, { matches: ALL }))
    expect(confidenceIn(passages, understood(QUESTION)).chances).toHaveLength(5)
  })
})

describe('the evidence that a question is answered', () => {
  const evidence = [
    { coverage: 0.2, money: 1 },
    { coverage: 0.9, money: 1 },
  ]

  it('is that of the likeliest passage, wherever it is ranked, and how likely all are', () => {
    const found = answerEvidence(evidence, [0.5, 0.9])
    expect(found).toMatchObject({ coverage: 0.9, second: 0.5 })
    expect(found.likeliest).toBeCloseTo(Math.log(9))
    expect(found.together).toBeCloseTo(Math.log(0.7 / 0.3))
  })

  it('says nothing of how the question is put', () => {
    expect(Object.keys(answerEvidence(evidence, [0.5, 0.9]))).not.toContain('money')
  })

  it('stays finite where chances are certain', () => {
    for (const value of Object.values(answerEvidence(evidence, [1, 0]))) expect(value).toBeLessThan(100)
  })
})

describe('the years that a question names', () => {
  const evidenceFor = (text: string, years: number[]) =>
    evidenceOf([analysed({ text }, { matches: ALL })], understood(QUESTION, { years }))[0]

  it.each([
    ['the cable’s own', 'It closed.', [1987], { sameYear: 1, laterYear: 0, otherYear: 0 }],
    ['one that was still to come', 'It closed.', [1990], { sameYear: 0, laterYear: 1, otherYear: 1 }],
    [
      'one that the paragraph names',
      'It closed in 1979.',
      [1979],
      { sameYear: 0, laterYear: 0, otherYear: 0 },
    ],
    ['none', 'It closed.', [], { sameYear: 0, laterYear: 0, otherYear: 0 }],
  ])('%s', (_, text, years, expected) => {
    expect(evidenceFor(text, years)).toMatchObject(expected)
  })
})
