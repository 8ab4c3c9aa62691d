import { describe, expect, it } from 'vitest'
import { messagesIn } from '../../src/cables/forms/messages.js'
import { readMessage, type MessageHints } from '../../src/cables/message/message.js'
import { processorTime } from '../support/processor-time.js'

function header(serial: number, section = '', sender = 'AMEMBASSY NAIROBI'): string {
  return `VZCZCXYZ0001
RR RUEHC
DE RUEHNR #${String(serial).padStart(4, '0')}${section} 1011200
ZNY CCCCC ZZH
R 101200Z APR 08
FM ${sender}
TO RUEHC/SECSTATE WASHDC 1234
`
}

function text(serial: number, post = 'NAIROBI', section = ''): string {
  return `C O N F I D E N T I A L ${section}${post} ${String(serial).padStart(6, '0')}

SIPDIS

E.O. 12958: DECL: 04/10/2018
TAGS: PGOV, KE
SUBJECT: REPORT ${serial}

1. (C) The mayor opened bridge ${serial}.
QUILL
`
}

const OUTER: MessageHints = { source: { path: 'x', format: 'message' } }

function ids(message: string, outer: MessageHints = OUTER): string[] {
  return messagesIn(message, outer).map((found) => {
    const read = readMessage(found.message, found.hints)
    return read.kind === 'cable' ? read.cable.id : read.reason
  })
}

const FIRST = header(101) + text(101)

describe('the cables of a text', () => {
  it.each([
    ['one', FIRST, ['08NAIROBI101']],
    ['a second header', `${FIRST}\nNNNN\n\n${header(102)}${text(102)}`, ['08NAIROBI101', '08NAIROBI102']],
    [
      'three, of two posts',
      `${FIRST}${header(7, '', 'AMEMBASSY KAMPALA')}${text(7, 'KAMPALA')}${header(102)}${text(102)}`,
      ['08NAIROBI101', '08KAMPALA7', '08NAIROBI102'],
    ],
    ['a second head without a header', `${FIRST}\n${text(102)}`, ['08NAIROBI101', '08NAIROBI102']],
    [
      'a header whose classification line has no number',
      `${FIRST}\n${header(102)}CONFIDENTIAL\n\nTAGS: PGOV\nSUBJECT: B\n\n1. (C) It rains.\n`,
      ['08NAIROBI101', 'the cable has no number: neither the message nor the file name gives one'],
    ],
    [
      'sections with their own headers',
      `${header(101, '/01')}${text(101, 'NAIROBI', 'SECTION 01 OF 02 ')}${header(101, '/02')}${text(101, 'NAIROBI', 'SECTION 02 OF 02 ')}`,
      ['08NAIROBI101'],
    ],
    ['the same cable twice', `${FIRST}\nNNNN\n\n${FIRST}`, ['08NAIROBI101']],
    ['the header twice', `${header(101)}\n${FIRST}`, ['08NAIROBI101']],
    [
      'a number that is cut',
      `${FIRST}\nC O N F I D E N T I A L NAIROBI 00010\n\nTAGS: PGOV\n`,
      ['08NAIROBI101'],
    ],
    [
      'a page line of the message centre',
      FIRST.replace('1. (C)', 'CONFIDENTIAL PTQ2529\n\n1. (C)'),
      ['08NAIROBI101'],
    ],
    [
      'a quoted cable',
      `${header(101)}${text(101).replace('QUILL', `2. (C) Post sent:\n\nQUOTE\n${text(102)}UNQUOTE\n\nROE`)}`,
      ['08NAIROBI101'],
    ],
    [
      'a cable that is announced',
      `${header(101)}${text(101).replace('QUILL', `2. (C) The text of the message:\n\n${header(102)}${text(102)}`)}`,
      ['08NAIROBI101'],
    ],
    [
      'a cable that is repeated up to END MESSAGE',
      `${FIRST}\n${text(102)}\nEND MESSAGE.\n\nROE\n`,
      ['08NAIROBI101'],
    ],
    ['a level with a number in the text', `${FIRST}\nSECRET BALLOT 1974\n\nTAGS: NONE\n`, ['08NAIROBI101']],
  ])('%s', (_, message, expected) => {
    expect(ids(message)).toEqual(expected)
  })

  it('have the number of a page or file only where they print it', () => {
    const both = `${FIRST}\nNNNN\n${header(102)}${text(102)}`
    expect(ids(both, { ...OUTER, id: '08NAIROBI102', origin: 'Embassy Nairobi' })).toEqual([
      '08NAIROBI101',
      '08NAIROBI102',
    ])
    expect(ids(both, { ...OUTER, nameId: '08NAIROBI101' })).toEqual(['08NAIROBI101', '08NAIROBI102'])
  })

  it('are told apart in linear time', () => {
    const hostile = [
      'ZNY CCCCC ZZH\n'.repeat(20_000),
      'C O N F I D E N T I A L NAIROBI 000102\nTAGS: A\nROE\n'.repeat(6000),
      'QUOTE\nR 101200Z APR 08\nFM A\nNAIROBI 1\n'.repeat(6000),
      '\n'.repeat(200_000) + 'R 101200Z APR 08\n'.repeat(5000),
      '1,4/10/2008 12:00,08NAIROBI101,"a'.repeat(9000),
      'id: 1 date: 4/10/2008 12:00 refid: 08NAIROBI1 origin: classification: destination: 08A1|'.repeat(3000),
      '\nid: 1\ndate: 4/10/2008 12:00\nrefid: 08NAIROBI1\norigin: a\nclassification: b\ndestination: 08A1|'.repeat(
        3000,
      ),
    ]
    for (const message of hostile) {
      const before = processorTime()
      messagesIn(FIRST + message, OUTER)
      expect(processorTime() - before, message.slice(0, 40)).toBeLessThan(3000)
    }
  })
})
