import { describe, expect, it } from 'vitest'
import { readMessage } from '../../src/cables/message/message.js'
import { readBodyText } from './reading.js'

const numbersAndEnds = (body: string): (readonly [number | null, string | undefined])[] =>
  readBodyText(body).paragraphs.map(({ number, text }) => [number, text.split('\n').at(-1)] as const)

describe('numbered lists inside paragraphs without markings', () => {
  it('stay inside when the outer numbers go on, however long they are', () => {
    const body =
      '1. ONE IS HERE.\n\n2. THE POINTS ARE:\n\n1. FIRST.\n\n2. SECOND.\n\n3. THIRD.\n\n4. FOURTH.\n\n3. THREE IS HERE.\n\n4. FOUR IS HERE.\n'
    expect(numbersAndEnds(body)).toEqual([
      [1, 'ONE IS HERE.'],
      [2, '4. FOURTH.'],
      [3, 'THREE IS HERE.'],
      [4, 'FOUR IS HERE.'],
    ])
  })

  it('stay inside behind a colon when they end the cable', () => {
    const items = ['FIRST', 'SECOND', 'THIRD', 'FOURTH', 'FIFTH', 'SIXTH', 'SEVENTH', 'EIGHTH']
    const list = items.map((item, at) => `${at + 1}. ${item}.`).join('\n\n')
    expect(numbersAndEnds(`1. ONE IS HERE.\n\n2. TWO IS HERE.\n\n3. THE POINTS ARE:\n\n${list}\n`)).toEqual([
      [1, 'ONE IS HERE.'],
      [2, 'TWO IS HERE.'],
      [3, '8. EIGHTH.'],
    ])
  })
})

describe('headings inside a paragraph that ended with a colon', () => {
  it('keep lines of their own, and what stands under them stays inside', () => {
    const [paragraph] = readBodyText(
      '1. (C) The keepers are the following:\n\nOdo Brandt - North\n-------------------\n\nBrandt was born in 1950.\n\nIda Quill - South\n-----------------\n\nQuill was not.\n\n2. (C) Two.\n',
    ).paragraphs
    expect(paragraph?.text).toBe(
      'The keepers are the following:\nOdo Brandt - North\nBrandt was born in 1950.\nIda Quill - South\nQuill was not.',
    )
  })
})

describe('a date-time group', () => {
  it.each([
    ['R 101922Z APR 06', '2006-04-10T19:22:00Z', 'ROUTINE'],
    ['O R 041614Z FEB 10     (CCY ADX1)', '2010-02-04T16:14:00Z', 'IMMEDIATE'],
    ['P R 281848Z DEC 66', '1966-12-28T18:48:00Z', 'PRIORITY'],
    ['R 310922Z FEB 06', null, null],
    ['R 102522Z APR 06', '2006-04-10', 'ROUTINE'],
  ])('%s is %s', (line, date, precedence) => {
    const outcome = readMessage(
      `${line}\nFM AMEMBASSY PORT LUMINA\n\nUNCLAS PORT LUMINA 000042\n\n1. One.\n`,
      {
        nameId: '06PORTLUMINA42',
        source: { path: 'x', format: 'message' },
      },
    )
    expect(outcome.kind === 'cable' && [outcome.cable.date, outcome.cable.precedence]).toEqual([
      date,
      precedence,
    ])
  })
})
