import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerSentence } from '../../src/answers/answer.js'
import { citationFault, sentenceFault } from '../../src/answers/check.js'
import type { CableHeader } from '../../src/cables/cable.js'
import { splitSentences } from '../../src/cables/sentences.js'
import { passage } from '../support/passages.js'

const found = [
  passage({ position: 3, number: 2, text: 'The dues rose to\n40 crowns a ton.  Captains protested.' }),
  passage({ position: 1, number: null, text: 'No more was said.' }, { id: '87VESKAHOLM13' }),
]
const good = { cable: '87VESKAHOLM12', paragraph: 2, position: 3, quote: 'The dues rose to 40 crowns a ton.' }

describe('the citation check', () => {
  it('lets through a quote that stands in a found paragraph, white space apart', () => {
    expect(citationFault(good, found)).toBeNull()
    expect(sentenceFault({ text: `“${good.quote}”`, citations: [good] }, found)).toBeNull()
  })

  it.each([
    ['another cable', { ...good, cable: '87VESKAHOLM99' }],
    ['another position', { ...good, position: 2 }],
    ['another printed number', { ...good, paragraph: 3 }],
    ['a changed figure', { ...good, quote: 'The dues rose to 41 crowns a ton.' }],
    ['changed case', { ...good, quote: 'the dues rose to 40 crowns a ton.' }],
    ['an empty quote', { ...good, quote: '  ' }],
    ['words of another paragraph', { ...good, quote: 'No more was said.' }],
  ])('refuses %s', (_what, citation) => {
    expect(citationFault(citation, found)).not.toBeNull()
    expect(sentenceFault({ text: '“…”', citations: [good, citation] }, found)).not.toBeNull()
  })

  it('refuses a sentence that cites nothing', () => {
    expect(sentenceFault({ text: 'The dues rose.', citations: [] }, found)).not.toBeNull()
  })
})

const TEXT = `Minister Oda Merrin told Poloff on April 10 that twenty-three trawlers, worth 2.3 to 2.5 billion crowns, had been
seized since 2005. About 24 percent of the catch, some 15,000 tons, goes to Veskaholm. The "Harvest Moon" affair cost the Mexican
envoy, Jean-Luc d'Arvor, his post; the IAEA and the GOM protested, and U.S. F-16s flew over Cape Sorrow in the 1990s. Merrin was the
third to resign. Two-thirds of the Storting voted for Lars bin Holt's bill. Three ships sank on May 2, 2006, at 14:30. Merrin
called it "a sad day, and a long one" for fishermen. Half of the crew of one trawler swam ashore.`
const header: Partial<CableHeader> = {
  id: '06LINDGARD212',
  date: '2006-05-14T08:30:00Z',
  origin: 'Embassy Lindgard',
  subject: 'TRAWLERS SEIZED: THE OSTRAVIK PROTOCOL',
}
const CITED = passage({ position: 4, number: 3, heading: 'The Kestrel Bank', text: TEXT }, header)

/** Whether the check lets through a sentence that cites the paragraph above. */
function passes(text: string): boolean {
  const quote = 'Three ships sank on May 2, 2006, at 14:30.'
  const sentence: AnswerSentence = {
    text,
    citations: [{ cable: '06LINDGARD212', paragraph: 3, position: 4, quote }],
  }
  return sentenceFault(sentence, [CITED]) === null
}

describe('facts that stand in what is cited, in other words', () => {
  it.each([
    'On 10 April, Minister Merrin said that 23 trawlers had been seized.',
    'On 10 April 2006 Merrin spoke.',
    'The trawlers were worth between 2.3 billion and 2.5 billion crowns.',
    'They were worth 2.3-2.5 billion crowns.',
    'Some 24% of the catch, about 15000 tons, goes there.',
    'Twenty-four per cent goes to Veskaholm.',
    "Merrin's resignation was the 3rd.",
    'According to Merrin, it was "a sad day."',
    'She called it “a sad day … for fishermen”.',
    'Mexico’s envoy lost his post over the Harvest Moon affair.',
    'The International Atomic Energy Agency protested.',
    'The United States flew F-16 fighters over Cape Sorrow during the 1990s.',
    'American F-16s flew there.',
    '3 ships sank on 2 May 2006 at 14:30.',
    '2/3 of the Storting voted for the bill.',
    'Embassy Lindgard reported on May 14, 2006 (06LINDGARD212, paragraph 3).',
    'The Ostravik Protocol was broken.',
    'The Kestrel Bank is named.',
    'Jean-Luc d’Arvor lost his post.',
    'Officials say that one of them swam.',
    'First, the Minister resigned.',
    'The minister said so in April 2006.',
    'Trawlers were seized.',
    'Bin Holt’s bill passed.',
    'Ships sank in May.',
    'The GOM protested.',
  ])('pass: %s', (sentence) => {
    expect(passes(sentence)).toBe(true)
  })
})

describe('facts that do not stand in what is cited', () => {
  it.each([
    ['a changed number', 'Merrin said that 24 trawlers had been seized.'],
    ['a changed number in words', 'Merrin said that twenty-four trawlers had been seized.'],
    ['another scale', 'They were worth 2.3 million crowns.'],
    ['per cent for a count', 'Merrin said that 23 percent were seized.'],
    ['a count for per cent', 'Merrin said that 24 were seized.'],
    ['another thousand', 'Some 16,000 tons go there.'],
    ['another day', 'On April 11 Merrin spoke.'],
    ['another month', 'On May 10 Merrin spoke.'],
    ['another year', 'On April 10, 2007, Merrin spoke.'],
    ['a year that a dated day does not have', 'Three ships sank on May 2, 2005.'],
    ['another rank', 'Merrin was the fourth to resign.'],
    ['another decade', 'They flew in the 1980s.'],
    ['another time', 'Ships sank at 14:35.'],
    ['another fraction', 'Three quarters of the Storting voted.'],
    ['another aircraft', 'F-15s flew over Cape Sorrow.'],
    ['an invented name', 'Minister Halvorsen spoke.'],
    ['an invented name at the start', 'Rice spoke.'],
    ['an invented name with a possessive', 'Halvorsen’s trawlers were seized.'],
    ['a given name that belongs to another', 'Lars Merrin spoke.'],
    ['another country', 'The Spanish envoy lost his post.'],
    ['another title', 'President Merrin spoke.'],
    ['an acronym', 'The OSCE protested.'],
    ['another cable', '06LINDGARD213 says that trawlers were seized.'],
    ['another paragraph', 'Paragraph 9 says that trawlers were seized.'],
    ['a quote with another word', 'Merrin called it "a bad day."'],
    ['a quote with a number', 'Merrin called it "a sad day" for "24 men".'],
    ['an address', 'See https://example.org for the trawlers.'],
    ['an address without scheme', 'See evil.example.com for the trawlers.'],
    ['digits of another script', 'Merrin said that ٢٣ trawlers were seized.'],
    ['a name of another script', 'Merrin and Сорокин spoke.'],
    ['a vague number', 'Hundreds of trawlers were seized.'],
    ['a number hidden by a zero-width space', 'Merrin said that 2\u200B4 trawlers were seized.'],
    ['a word in capitals', 'PWNED by the trawlers.'],
    ['one for three', 'One ship sank on May 2, 2006.'],
  ])('are refused: %s', (what, sentence) => {
    // "one trawler" stands in the text, so the last is told only by its meaning.
    expect(passes(sentence)).toBe(what === 'one for three')
  })

  it('are refused when a digit of a supported sentence is changed to make a number that is not there', () => {
    const sentences = splitSentences(TEXT.replace(/\s+/g, ' '))
      .map(({ text }) => text.replace(/"/g, ''))
      .filter((text) => /\d/.test(text))
    fc.assert(
      fc.property(fc.constantFrom(...sentences), fc.nat(), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        expect(passes(text)).toBe(true)
        const digits = [...text.matchAll(/\d/g)].map(({ index }) => index)
        const place = digits[at % digits.length] ?? 0
        const digit = (Number(text[place]) + by) % 10
        const changed = `${text.slice(0, place)}${digit}${text.slice(place + 1)}`
        const number = /[\d.,:]*\d/g
        const own = new Set(TEXT.match(number))
        fc.pre(
          (changed.match(number) ?? []).some((each) => !own.has(each)) &&
            !/(?<!\d)0\d|2006-|May 0|April 00/.test(changed),
        )
        expect(passes(changed), changed).toBe(false)
      }),
    )
  })

  it('are refused when a letter of a name is changed', () => {
    const names = ['Merrin', 'Oda', 'Veskaholm', 'Holt', 'Storting', 'Sorrow', 'Harvest', 'Arvor', 'Lars']
    const letters = fc.constantFrom(...'b c d f g h j k l m n p q r t v w x z'.split(' '))
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), letters, fc.boolean(), (name, at, letter, first) => {
        const place = 1 + (at % (name.length - 1))
        fc.pre(name[place] !== letter)
        const changed = name.slice(0, place) + letter + name.slice(place + 1)
        expect(passes(first ? `${name} was named.` : `They named ${name}.`)).toBe(true)
        expect(passes(first ? `${changed} was named.` : `They named ${changed}.`), changed).toBe(false)
      }),
    )
  })
})

describe('the check of any sentence', () => {
  it('never throws and is fast', () => {
    const pieces = fc.constantFrom(
      'Merrin ',
      '24 ',
      'two ',
      'and ',
      '"',
      '.',
      ',',
      'million ',
      '%',
      'May ',
      '-',
      'a',
      '1',
      ' ',
      '(',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 300 }), (parts) => {
        passes(parts.join(''))
      }),
      { numRuns: 200 },
    )
  })

  it('lets every sentence of a paragraph cite its paragraph', () => {
    for (const { text } of splitSentences(TEXT)) expect(passes(text), text).toBe(true)
  })
})
