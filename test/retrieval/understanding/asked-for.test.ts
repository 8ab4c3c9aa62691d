import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedFor, offers } from '../../../src/retrieval/understanding/asked-for.js'

describe('the kind of answer', () => {
  it.each([
    ['How many trawlers were seized?', 'count', 'trawler'],
    ['How many people who fled came back?', 'count', 'peopl'],
    ['By what vote did the Diet pass the bill?', 'quantity', null],
    ['How far below the hill does the hall lie?', 'quantity', null],
    ['How long did the strike last?', 'duration', null],
    ['What share of the receipts goes to the port?', 'percentage', null],
    ['What fine did the court impose?', 'money', null],
    ['What did the pump cost?', 'money', null],
    ['How much did the prince pay for the horse?', 'money', null],
    ['When did the dam open?', 'date', null],
    ['In which year was the bank founded?', 'date', null],
    ['Who runs the port?', 'person', null],
    ['Which minister resigned?', 'person', null],
    ['Which bank gave the guarantee?', 'named', 'bank'],
    ['What was the name of the ship that sank?', 'named', 'ship'],
    ['Where does the pipeline end?', 'place', null],
    ['Why was the envoy recalled?', 'thing', null],
    ['What did the envoy say when he met the warden who sold the eel?', 'thing', null],
    ['And when did he come?', 'date', null],
  ])('asked for by "%s" is a %s of %s', (question, kind, noun) => {
    expect(askedFor(question)).toMatchObject({ kind, noun })
  })

  it.each([
    ['How many trawlers sank?', 'Three trawlers sank.', 'Three men saw the trawlers sink.'],
    ['How far is it?', 'It is 40 miles away.', 'It is far away.'],
    ['How long did it last?', 'It went on for two weeks.', 'It went on for two reasons.'],
    ['What did it cost?', 'He paid 40 crowns.', 'He paid 40 visits.'],
    ['What share did he want?', 'He wanted 12 percent.', 'He wanted more.'],
    ['When did it open?', 'It opened on March 3.', 'It opened to cheers.'],
    ['When did it open?', 'It opened in May.', 'It may open soon.'],
    ['Who signed it?', 'It was Oda Merrin.', 'It was signed at once.'],
    ['Who was with Oda Merrin?', 'With Oda Merrin came Ida Quill.', 'Oda Merrin came.'],
    ['Which bank paid?', 'The Meridian Trust bank paid.', 'A bank paid.'],
    ['Where did they meet?', 'They met in Veskaholm.', 'they met again.'],
  ] as const)('"%s" is answered rather by "%s" than by "%s"', (question, better, worse) => {
    const asked = askedFor(question)
    expect(offers(asked, better)).toBeGreaterThan(offers(asked, worse))
  })

  it('is read, and looked for, in whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 500 }),
        fc.string({ unit: 'binary', maxLength: 500 }),
        (question, sentence) => {
          const offered = offers(askedFor(question), sentence)
          expect(offered).toBeGreaterThanOrEqual(0)
          expect(offered).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
