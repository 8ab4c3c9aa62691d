import { describe, expect, it } from 'vitest'
import { resolved } from '../../../src/retrieval/understanding/follow-up.js'

const HARVEST = 'How large was the wheat harvest of 2009?'

describe('a follow-up that only changes or completes the question before', () => {
  it.each([
    ['no, in 2004', 'How large was the wheat harvest of 2004?'],
    ['I meant 2004', 'How large was the wheat harvest of 2004?'],
    ['and in 2004?', 'How large was the wheat harvest of 2004?'],
    ['2004', 'How large was the wheat harvest of 2004?'],
    ['what about 2004?', 'How large was the wheat harvest of 2004?'],
    ['where?', 'where: large was the wheat harvest of 2009?'],
  ])('%s: %s', (question, whole) => {
    expect(resolved(question, [HARVEST])).toEqual({ question: whole, history: [] })
  })

  it('adds a year where none was named, and exchanges countries', () => {
    expect(resolved('and in 2004?', ['Who won in Peru?']).question).toBe('Who won in Peru in 2004?')
    expect(resolved('and in Chile?', ['Who won in Peru?']).question).toBe('Who won in Chile?')
  })

  it('asks for one thing more of the same', () => {
    const before = 'When did the wheat harvest reach 3.1 million tons?'
    expect(resolved('in which year?', [before]).question).toBe(
      'in which year: did the wheat harvest reach 3.1 million tons?',
    )
  })

  it('goes through the questions in between', () => {
    expect(resolved('Who was the minister then?', [HARVEST, 'and in 2004?'])).toEqual({
      question: 'Who was the minister then?',
      history: [HARVEST, 'How large was the wheat harvest of 2004?'],
    })
  })

  it.each([
    'and who signed it?',
    'What did he want for that?',
    'Who opened the bridge in 2004?',
    'why did they do that?',
  ])('leaves what says something of its own: %s', (question) => {
    expect(resolved(question, [HARVEST])).toEqual({ question, history: [HARVEST] })
  })

  it('leaves what nothing was asked before', () => {
    expect(resolved('2004', [])).toEqual({ question: '2004', history: [] })
  })
})
