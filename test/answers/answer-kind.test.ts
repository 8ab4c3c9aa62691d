import { describe, expect, it } from 'vitest'
import { answerKindOf, offers } from '../../src/answers/answer-kind.js'

describe('the kind of answer', () => {
  it.each([
    ['How many trawlers were seized?', 'quantity'],
    ['How many people who fled came back?', 'quantity'],
    ['By what vote did the Diet pass the bill?', 'quantity'],
    ['When did the dam open?', 'date'],
    ['In which year was the bank founded?', 'date'],
    ['Who runs the port?', 'person'],
    ['Where does the pipeline end?', 'place'],
    ['Why was the envoy recalled?', 'thing'],
  ])('asked for by "%s" is a %s', (question, kind) => {
    expect(answerKindOf(question)).toBe(kind)
  })

  it.each([
    ['quantity', 'He paid 40 crowns.', 'He paid the fine.'],
    ['quantity', 'Three trawlers sank.', 'The trawlers sank.'],
    ['date', 'It opened on March 3.', 'It opened to cheers.'],
    ['date', 'It opened in May.', 'It may open soon.'],
    ['person', 'Oda Merrin signed it.', 'it was signed at once.'],
    ['place', 'They met in Veskaholm.', 'they met again.'],
  ] as const)('%s is offered by "%s", not by "%s"', (kind, yes, no) => {
    expect(offers(kind, yes)).toBe(true)
    expect(offers(kind, no)).toBe(false)
  })
})
