import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskCable, maskText } from '../../src/cables/protection/mask.js'
import { cable } from '../support/archive.js'
import { longNastyText, nastyText } from '../support/nasty-text.js'
import { processorTime } from '../support/processor-time.js'

describe('a source that is to be protected', () => {
  it.each([
    ['The geologist, Dr. Orest Valko (protect), spoke.', 'The geologist, Dr. █protected█ (protect), spoke.'],
    [
      'Joachim Vell (strictly protect) told us. Vell left.',
      '█protected█ (strictly protect) told us. █protected█ left.',
    ],
    ['Joachim\nVell (please\nprotect) spoke.', '█protected█ (please\nprotect) spoke.'],
    ['We met Oda Merrin [strictly protect] twice.', 'We met █protected█ [strictly protect] twice.'],
    ['We met Oda Merrin (PLEASE STRICTLY PROTECT).', 'We met █protected█ (PLEASE STRICTLY PROTECT).'],
    ['We met Oda Merrin (protect source) again.', 'We met █protected█ (protect source) again.'],
    ['We met Oda Merrin (strictly protect throughout).', 'We met █protected█ (strictly protect throughout).'],
    ['We met Oda Merrin (port pilot; please protect).', 'We met █protected█ (port pilot; please protect).'],
    ['Oda Merrin - strictly protect - sang.', '█protected█ - strictly protect - sang.'],
    ['THE WELDER LINUS GRADY (PROTECT) TOLD US', 'THE WELDER █protected█ (PROTECT) TOLD US'],
    ['Minister Jan de la Cruz (protect) sang.', 'Minister █protected█ (protect) sang.'],
    [
      'Finance Minister Ib Soll (protect) sang. The Minister left.',
      'Finance Minister █protected█ (protect) sang. The Minister left.',
    ],
    ['Antonio O. Marrin, Jr. (protect) sang.', '█protected█, Jr. (protect) sang.'],
    ['Linus Grady, a welder (protect), sang.', '█protected█, a welder (protect), sang.'],
    [
      'Linus Grady, Director of the Port Board (protect), sang.',
      '█protected█, Director of the Port Board (protect), sang.',
    ],
    [
      'In Lindgard, the banker Linus Grady (protect) sang.',
      'In Lindgard, the banker █protected█ (protect) sang.',
    ],
    ['Linus Grady and Ada Moor (protect both) sang.', '█protected█ and █protected█ (protect both) sang.'],
    [
      'Linus Grady, Ib Soll and Ada Moor (protect all) sang.',
      '█protected█, █protected█ and █protected█ (protect all) sang.',
    ],
    ['A pilot (please protect Grady) sang.', 'A pilot (please protect █protected█) sang.'],
    ['(Protect) Linus Grady sang.', '(Protect) █protected█ sang.'],
    ['AlGrady (protect) sang.', '█protected█ (protect) sang.'],
    ['When Grady (protect) sang, all left.', 'When █protected█ (protect) sang, all left.'],
    ['Sheikh Abdullah bin Rashid al-Marun (protect).', 'Sheikh █protected█ (protect).'],
  ])('%s', (text, masked) => {
    expect(maskText(text)).toBe(masked)
  })

  it.each([
    ['Grady’s boat and the Grady-led crew', '█protected█’s boat and the █protected█-led crew'],
    ['Linus alone, but Linus Moor is another', '█protected█ alone, but Linus Moor is another'],
    ['Linus T. Grady', '█protected█'],
    ['GRADY SAID', '█protected█ SAID'],
    ['GRÁDY', '█protected█'],
    ['The gradyometer of Gradyton', 'The gradyometer of Gradyton'],
    [
      'The Sri Lankan Linus and a Costa Rican Grady',
      'The Sri Lankan █protected█ and a Costa Rican █protected█',
    ],
  ])('is hidden where it is mentioned again: %s', (text, masked) => {
    expect(maskText(`Linus Grady (protect). ${text}`)).toBe(`█protected█ (protect). ${masked}`)
  })

  it('is hidden in every paragraph, heading, summary and subject of the cable that marks it once', () => {
    const masked = maskCable(
      cable({ subject: 'GRADY SPEAKS', summary: 'Grady spoke.' }, [
        { text: 'Grady spoke first.', heading: 'What Grady Saw' },
        { text: 'Linus Grady (protect), passport number OR4471902, spoke.' },
        { text: 'The clerk noted OR4471902.' },
      ]),
    )
    expect(JSON.stringify(masked)).not.toMatch(/grady|4471902/i)
    expect(masked.paragraphs[1]?.text).toBe('█protected█ (protect), passport number █protected█, spoke.')
    expect(masked.paragraphs[2]?.text).toBe('The clerk noted █protected█.')
  })
})

describe('a number of an identity paper', () => {
  it.each([
    [
      'passport number QC8830417, which expires on May 2',
      'passport number █protected█, which expires on May 2',
    ],
    ['(passport no. 12345678)', '(passport no. █protected█)'],
    ['Passport: A 1234567, born 10/04/1966', 'Passport: █protected█, born 10/04/1966'],
    ['PPT# OR5100001 and OR5100002', 'PPT# █protected█ and █protected█'],
    ['national ID number 123-45-6789', 'national ID number █protected█'],
    ['cédula 1.234.567', 'cédula █protected█'],
    ['identity card No. KX 99 12 34', 'identity card No. █protected█'],
    ['QC8830417 (protect) was stolen', '█protected█ (protect) was stolen'],
  ])('is hidden: %s', (text, masked) => {
    expect(maskText(text)).toBe(masked)
  })

  it.each([
    'The passport issued in 2006 and 60 blank passports.',
    'Passports for 1,200 people in 2006',
    'His passport, dated 10/04/1966, was lost.',
    'The Passport Office counted 163 visas.',
    'paid 14,000,000 crowns',
  ])('is told from other numbers: %s', (text) => {
    expect(maskText(text)).toBe(text)
  })
})

describe('a text that shields nobody', () => {
  it.each([
    'Police (to protect the border) fired.',
    'The Act (Witness Protection) passed.',
    'Vell acts as (e.g., as "protecting power") for us.',
    'The Forest (protected since 1987) burnt.',
    'Vell, protect the harbour!',
    'A senior official (protect) told us.',
    'XXXXXXXXXXXX (strictly protect) gave us the page.',
    'The Minister (protect) told us.',
    'A Costa Rican (protect) told us.',
    'They met @U.S. officials, five a day (5@U.S. rates).',
    'Police found two Sri Lankans in the house. The press failed to keep their identities confidential.',
  ])('stays as it is: %s', (text) => {
    expect(maskText(text)).toBe(text)
  })

  it('stays as it is, whatever it is made of, when no mark, paper or address is in it', () => {
    fc.assert(
      fc.property(nastyText(), (text) => {
        fc.pre(
          !/protect|passport|ppt|dni|curp|ssn|security|licen|permit|dula|cnic|nric|tazk|passer/i.test(text),
        )
        fc.pre(!ADDRESS.test(text))
        expect(maskText(text)).toBe(text)
      }),
    )
  })
})

/** `0@everyoneU.S.` is one: pieces that stand together make addresses, too. */
const ADDRESS = /[\p{L}\p{N}._%+-]\s?@\s?[\p{L}\p{N}-]+\.[\p{L}\p{N}-]/u

const PIECES = [
  'Grady', 'Linus', 'GRADY', 'de', 'bin', '(protect)', '[strictly protect]', '(', 'protect', 'both', ')', ', ', ' and ', '. ', '- ',
  'passport number ', 'OR4471902', '12', '█protected█', ' ', '\n', 'said', 'Dr.', 'of the', '"', '’s', 'É',
] // prettier-ignore

describe('masking', () => {
  const pieces = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 40 })
    .map((parts) => parts.join(''))

  it('never throws, and adds nothing but masks', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, nastyText()), (text) => {
        const kept = maskText(text).split('█protected█')
        let from = 0
        for (const part of kept) {
          const at = text.indexOf(part, from)
          expect(at).toBeGreaterThanOrEqual(from)
          from = at + part.length
        }
      }),
    )
  })

  it.each(['(protect)AaGrady', '[strictly protect]Dr.Grady'])(
    'changes nothing the second time: %s',
    (text) => {
      expect(maskText(maskText(text))).toBe(maskText(text))
    },
  )

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        expect(maskText(maskText(text))).toBe(maskText(text))
      }),
    )
  })

  it('hides a name that has a number behind it', () => {
    expect(maskText('We met Linus Grady OR4471902 (protect). Grady sang.')).toBe(
      'We met █protected█ █protected█ (protect). █protected█ sang.',
    )
  })

  it.each(['8Grady', '8’Grady', '0`Grady', 'AGrady'])(
    'hides a name behind a sign that touches it: %s',
    (text) => {
      expect(maskText(`Linus Grady (protect) sang. ${text}`)).not.toMatch(/Grady/)
    },
  )

  it.each(['Grady█protected█', '█protected█Grady', 'said█protected█Grady'])(
    'hides a name that touches a mask: %s',
    (text) => {
      expect(maskText(`Linus Grady (protect) sang. ${text}`)).not.toContain('Grady')
    },
  )

  it('leaves a name before a comma and a masked one as it was', () => {
    const masked = maskText('Grady, Linus (protect)')
    expect(maskText(masked)).toBe(masked)
  })

  it('lets no form of a marked surname stand', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        expect(maskText(`Linus Grady (protect) sang. ${text}`)).not.toMatch(
          /(?<![\p{L}\p{M}\p{N}'’.-])(?:Grady|GRADY)(?![\p{L}\p{M}\p{N}])/u,
        )
      }),
    )
  })

  it.each([
    ['marks', 'Linus Grady (protect) '],
    ['open brackets', '(strictly '],
    ['names', 'Linus '],
    ['papers', 'passport number '],
    ['digits', '1 '],
    ['particles', 'Linus de '],
  ])('takes time in proportion to the length of a text of %s', (_, piece) => {
    const time = (times: number) => {
      const text = `Linus Grady (protect). ${piece.repeat(times)}`
      const before = processorTime()
      maskText(text)
      return processorTime() - before
    }
    time(2_000)
    expect(time(20_000)).toBeLessThan(30 * Math.max(time(2_000), 1))
  })

  it('bears long texts', () => {
    fc.assert(
      fc.property(longNastyText(), (text) => void maskText(text)),
      { numRuns: 30 },
    )
  })
})
