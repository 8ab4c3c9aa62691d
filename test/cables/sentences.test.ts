import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/cables/sentences.js'
import { processorTime } from '../support/processor-time.js'

const texts = (paragraph: string) => splitSentences(paragraph).map(({ text }) => text)

describe('sentences of a paragraph', () => {
  it.each([
    [
      'shortened names and titles',
      'The U.S. and Torvania agreed. Gen. Oda Merrin will resign. Lt. Col. J. F. Hale met Mr. Brandt at St. Orrin.',
      [
        'The U.S. and Torvania agreed.',
        'Gen. Oda Merrin will resign.',
        'Lt. Col. J. F. Hale met Mr. Brandt at St. Orrin.',
      ],
    ],
    [
      'shortened words that end a sentence',
      'He came from the U.S. He left at 3 p.m. The port belongs to Aldermoor Ltd. It closed.',
      ['He came from the U.S.', 'He left at 3 p.m.', 'The port belongs to Aldermoor Ltd.', 'It closed.'],
    ],
    [
      'figures, dates and numbered things',
      'No. 5 cost $2.3 million on Jan. 5. See para. 4 of ref A. She said no. Talks ended.',
      ['No. 5 cost $2.3 million on Jan. 5.', 'See para. 4 of ref A.', 'She said no.', 'Talks ended.'],
    ],
    [
      'capitals',
      'THE U.S. EMBASSY SAID SO. GEN. MERRIN WILL GO. TALKS END JAN. 5. NO RPT NO CHANGE.',
      ['THE U.S. EMBASSY SAID SO.', 'GEN. MERRIN WILL GO.', 'TALKS END JAN. 5.', 'NO RPT NO CHANGE.'],
    ],
    [
      'quotes and brackets',
      '"We agree." He left. (Note: He smiled. End note.) Was it "Harvest Moon?" It was.',
      ['"We agree."', 'He left.', '(Note: He smiled.', 'End note.)', 'Was it "Harvest Moon?"', 'It was.'],
    ],
    [
      'sub-items on their own lines',
      'The tools:\n\n-- A waiver: Torvania signed. It serves us.\n1. Ports and piers\na. Fish',
      ['The tools:', '-- A waiver: Torvania signed.', 'It serves us.', '1. Ports and piers', 'a. Fish'],
    ],
    [
      'lower case behind a stop',
      'He paid approx. forty crowns vs. fifty. done',
      ['He paid approx. forty crowns vs. fifty. done'],
    ],
    [
      'damage in transmission',
      'They made the decision.Many were glad. He called it &a gift.8 It cost 1.8 million. See www.Lamp.Example for more.',
      [
        'They made the decision.',
        'Many were glad.',
        'He called it &a gift.8',
        'It cost 1.8 million.',
        'See www.Lamp.Example for more.',
      ],
    ],
    [
      'redactions',
      'XXXXXXXXXXXX said so. XXXXXXXXXXXX left.',
      ['XXXXXXXXXXXX said so.', 'XXXXXXXXXXXX left.'],
    ],
  ])('are told apart: %s', (_what, paragraph, expected) => {
    expect(texts(paragraph)).toEqual(expected)
  })

  it('are verbatim slices in order, and leave no word out', () => {
    const piece = fc.constantFrom(
      'The U.S. ',
      'Gen. ',
      'left. ',
      '\n',
      '-- ',
      '"No." ',
      '... ',
      'No. 5 ',
      '?! ',
      '1.2 ',
      'é. ',
      '\u{1F600}. ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          const sentences = splitSentences(text)
          let last = 0
          for (const { text: sentence, start, end } of sentences) {
            expect(text.slice(start, end)).toBe(sentence)
            expect(text.slice(last, start)).not.toMatch(/[\p{L}\p{N}]/u)
            last = end
          }
          expect(text.slice(last)).not.toMatch(/[\p{L}\p{N}]/u)
        },
      ),
    )
  })

  it.each(['The U.S. and Torvania agreed. ', '"a( ', '.'.repeat(40), 'x', '. x', "No.'"])(
    'are found in time linear in the length: %j',
    (piece) => {
      const text = piece.repeat(1_000_000 / piece.length)
      const startedAt = processorTime()
      splitSentences(text)
      // Quadratic time would take minutes for a million characters.
      expect(processorTime() - startedAt).toBeLessThan(5000)
    },
  )
})
