import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMessage, type MessageOutcome } from '../../src/cables/message/message.js'
import { MESSAGE } from './fixtures.js'
import { countWords, difference, wordsKept } from './words.js'
import { processorTime } from '../support/processor-time.js'

function read(text: string): Extract<MessageOutcome, { kind: 'cable' }> {
  const outcome = readMessage(text, { id: '08PORTLUMINA42', source: { path: 'x', format: 'csv' } })
  if (outcome.kind !== 'cable') throw new Error(outcome.reason)
  return outcome
}

/** Lines as they stand in cables, in any order: most combinations make no sense, and none may lose a word. */
const line = fc.oneof(
  fc.constantFrom(...MESSAGE.split('\n')),
  fc.constantFrom(
    '',
    '',
    '------- ',
    '=====',
    'SUMMARY',
    'Comment',
    'A Heading of Some Words',
    'ON ITS LINE ---------',
    '------ Around It ------',
    '¶2003. Despite the lamp',
    '¶24 Brandt',
    '1.4 (b) and 2.3 billion',
    '(C) Without a number',
    '(S//NF) 7. Turned around',
    '¶6. (C) Six',
    '¶6. (C) Six again. 7. (C) Seven on its line.',
    '9. Nine',
    '  1. First',
    '  2. Second',
    'a. first',
    '(b) second',
    '-- dash',
    '* star',
    'XXXXXXXXXXXX',
    'XXXXXXXXXXXX10. (C) Below',
    'PORT LUMINA 00000042  002 OF 003',
    'words PORT LUMINA 00000042 002 OF 003 and more',
    'PAGE 02 RUEHQZ0042 C O N F I D E N T I A L',
    'SIPDIS',
    'SIPDIS had gone',
    'CONFIDENTIAL',
    'C O N F I D E N T I A L SECTION 02 OF 03 PORT LUMINA 000042',
    'TAGS: PREL',
    'SUBJECT: AGAIN',
    'REF: A. STATE 12',
    '¶B. STATE 13',
    'Classified By: Ida Quill, reason 1.4 (b)',
    'End summary.',
    'END COMMENT. QUILL',
    'QUILL',
    'QUILL QUILL',
    'NNNN',
    'Visit the Classified Web Site at http://example.invalid/',
    'c fm Quill',
    'a word that is cut-',
    'the end of it.',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

const message = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'))

describe('reading any message', () => {
  it('keeps every word: in a paragraph with its labels, or aside', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          message,
          message.map((body) => MESSAGE + body),
        ),
        (text) => {
          const { cable, aside } = read(text)
          const had = countWords(text)
          const kept = wordsKept(cable, aside)
          expect(difference(had, kept)).toEqual([])
          expect(difference(kept, had)).toEqual([])
        },
      ),
      { numRuns: 400 },
    )
  })

  it('numbers positions from 1 and leaves no paragraph without words or number', () => {
    fc.assert(
      fc.property(message, (text) => {
        const { paragraphs } = read(text).cable
        expect(paragraphs.map(({ position }) => position)).toEqual(paragraphs.map((_, index) => index + 1))
        expect(paragraphs.every(({ text: words, number }) => words !== '' || number !== null)).toBe(true)
      }),
    )
  })

  it('gives the same cable again', () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(read(text)).toEqual(read(text))
      }),
      { numRuns: 50 },
    )
  })
})

/** Lines of the head behind which endless text may stand. */
const LABELS = [
  'FM ',
  'TO RUEHC/',
  'INFO ',
  'C O N F I D E N T I A L ',
  'E.O. 12958: DECL: ',
  'TAGS: ',
  'SUBJECT: ',
  'REF: ',
  'Classified By: ',
  'Classified By: X for reasons 1.4 ',
  '¶1. (C) Summary: ',
  '¶1. (C) ',
  '¶1. (C) One.\n',
  '06MEXICO1889\n',
  'R 101922Z APR 06 ',
]

describe('the time to read', () => {
  it.each(LABELS)('does not run away behind %j', (label) => {
    const parts = [
      '(',
      ' ',
      ' (',
      'a ',
      'A ',
      '.',
      '. ',
      '-',
      ', ',
      '1',
      '1.4 ',
      'A 1 ',
      '(A) ',
      '/',
      "'",
      'AND ',
      'b ',
      '\n ',
      '\nA ',
      '\nA. B 1\n',
      'REASON ',
      'END ',
      '(S,REL',
      '(S  NF',
      '(S/NF/REL A,',
      '(\\n',
      'http:',
      'A.A. OF ',
      '0606 ',
    ]
    for (const part of parts) {
      // Patterns run away when the end does not fit.
      const text = `${label}${part.repeat(Math.ceil(60_000 / part.length))}x\nQUILL`
      const startedAt = processorTime()
      read(text)
      expect((processorTime() - startedAt) / 60, `${label}${part}`).toBeLessThan(20)
    }
  })

  it.each([
    'a',
    ' ',
    '\n',
    '-',
    '- ',
    '¶',
    '1. ',
    '1. (C) ',
    '¶1. (C) a.\n',
    '1. a\n',
    '1. a\n\n2. b\n\n',
    'A ',
    'A B. ',
    'REF: A. STATE 1\n',
    'TAGS: PREL ',
    'SUBJECT: A ',
    'XXXXXXXXXXXX',
    '(C/',
    '(C/REL ',
    '&#x41;',
    'C O N F I D E N T I A L ',
    'PORT LUMINA 00000042 002 OF ',
    'a. b\n',
    '-- a\n',
    'HEADING\n-------\n',
    'Visit web ',
    'http://a.b ',
    'End summary. ',
    'Summary ',
  ])('of %j repeated is in line with its length', (part) => {
    const time = (size: number): number => {
      const text = `${MESSAGE}\n${part.repeat(Math.ceil(size / part.length))}`
      const startedAt = processorTime()
      read(text)
      return processorTime() - startedAt
    }
    time(1_000)
    // 50 ms per KB is the bound; one long line or many short ones must stay far below it.
    expect(time(200_000) / 200).toBeLessThan(10)
  })
})
