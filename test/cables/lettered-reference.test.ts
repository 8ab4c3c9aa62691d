import { describe, expect, it } from 'vitest'
import {
  completesItem,
  isLetteredReference,
  isNextItem,
  nextLetter,
} from '../../src/cables/message/lettered-reference.js'

describe('a line is an item of a list of references', () => {
  it.each([
    '¶B. LA PAZ 90',
    '¶A. LA PAZ 90',
    'B) 08 STATE 500',
    '(C) 05 PARIS 12 (NOTAL)',
    'b. 08 nairobi 90',
    'b) Nairobi 90; c) Kampala 12',
    'A. A) NAIROBI 90',
    '¶B. (B) NAIROBI 90 AND PREVIOUS',
    'B: NAIROBI 90, 91 AND 92',
    'REF B: NAIROBI 90',
    'B KUALA LUMPUR 739',
    'C.NAIROBI 90',
    'D. NAIROBI 512 (07)',
    'D. NAIROBI 90 C. KAMPALA 12',
    'B. HCMC 90',
    'B. BA 12',
    'B. USUN NEW YORK 512',
    'B. AMEMBASSY NAIROBI 90',
    'C. 2007 PORT-AU-PRINCE 12',
    'D. AND PREVIOUS',
    'E. SEPTEL',
    'B. ROE/DOE E-MAIL 10/15/07',
    'C) OPS CENTER TELCONS 3/28 AND 29',
    'C. IIR 6 899 0140 10',
    'B. HARBOUR NOTE OF MAY 3 (NOTAL)',
    'B. NAIROBI 90 (THE MAYOR AND THE BRIDGE)',
  ])('%s', (line) => {
    expect(isLetteredReference(line)).toBe(true)
  })
})

describe('a line is no item of a list of references', () => {
  it.each([
    'B. The mayor said that the bridge would open.',
    'A. The mayor of Nairobi met 12 merchants.',
    'B. THE MAYOR SAID THAT NAIROBI 90 WAS WRONG',
    '(B) Nairobi 12 ships arrived in May.',
    'B. In Nairobi 90 lamps are lit.',
    '(C) Summary: the bridge is old.',
    '(C) The mayor sent an e-mail to the ministry on Monday.',
    'A. Two bridges',
    'a bridge 12',
    'A bridge of 1901',
    'NAIROBI 90',
    '1. (C) NAIROBI 90',
    '¶1. (C) The mayor opened the bridge.',
    'U.S. MISSION GENEVA 12',
    'B. He wrote an e-mail to his friends.',
    'C.',
    '',
  ])('%s', (line) => {
    expect(isLetteredReference(line)).toBe(false)
  })
})

describe('a line is the next item of a list, although it is no cable', () => {
  it.each([
    ['¶B. MAYOR READ OUT: THE HARBOUR', 'B'],
    ['C. NAIROBI DAILY REPORT OF MAY 3', 'C'],
    ['B. NAIROBI 90', 'B'],
    ['b) Roe note of May 3', 'b'],
    ['B. PARIS POINTS OF DECEMBER 5', 'B'],
  ])('%s behind the item before %s', (line, expected) => {
    expect(isNextItem(line, expected)).toBe(true)
  })

  it.each([
    ['¶C. MAYOR READ OUT: THE HARBOUR', 'B'],
    ['B. The mayor said that the bridge would open.', 'B'],
    ['B. THE MAYOR WILL OPEN THE BRIDGE', 'B'],
    ['(C) Summary: the bridge is old and must go.', 'C'],
    ['B.', 'B'],
  ])('but not %s behind the item before %s', (line, expected) => {
    expect(isNextItem(line, expected)).toBe(false)
  })
})

describe('the letter that a list expects next', () => {
  it.each([
    ['NAIROBI 90', 'B'],
    ['A. NAIROBI 90', 'B'],
    ['A. NAIROBI 90 B. KAMPALA 12', 'C'],
    ['A. A) NAIROBI 90 B. B) KAMPALA 12', 'C'],
    ['A. NAIROBI 90 B. E. ROE NOTE', 'C'],
    ['a. nairobi 90\nb. kampala 12', 'C'],
    ['B. NAIROBI 90', 'C'],
    ['', null],
  ])('behind %j is %s', (list, letter) => {
    expect(nextLetter(list)).toBe(letter)
  })
})

describe('a line behind a gap completes an item of the list', () => {
  it.each([
    ['723; (C) STATE 500', '(A) NAIROBI 90; (B) RIO DE JANEIRO'],
    ['BRASILIA 1038', 'A. STATE 95073 B.'],
    ['KAMPALA 12', 'NAIROBI 90,'],
    ['08 KAMPALA 12', 'NAIROBI 90 AND'],
  ])('%s behind %s', (line, list) => {
    expect(completesItem(line, list)).toBe(true)
  })

  it.each([
    ['1. (C) The mayor met 12 merchants.', 'A. NAIROBI'],
    ['The bridge of Nairobi 90 is old.', 'A. NAIROBI 90,'],
    ['KAMPALA 12', 'NAIROBI 90'],
    ['SUMMARY', 'A. NAIROBI 90,'],
    ['723', ''],
    ['144565', 'A. STATE...'],
  ])('but not %s behind %s', (line, list) => {
    expect(completesItem(line, list)).toBe(false)
  })
})
