import { describe, expect, it } from 'vitest'
import { contextOf } from '../../src/answers/context.js'
import { extractSentences } from '../../src/answers/extract.js'
import { analysed } from '../support/passages.js'
import { understood } from '../support/understood.js'

/** What comes with the sentence at this place, where that offers so much of what is asked for. */
function context(text: string, at: number, offers = 1): string[] {
  const { sentences } = analysed({ text })
  const sentence = sentences[at]
  if (sentence === undefined) throw new Error('there is no such sentence')
  return contextOf({ ...sentence, offers }, sentences).map((one) => one.text)
}

const ENVELOPE = 'The envelope was opened in court. It was empty. Nobody laughed.'

describe('the context of a sentence', () => {
  it.each([
    ['the one that it leans on', ENVELOPE, 1, ['The envelope was opened in court.']],
    ['nothing where neither leans', ENVELOPE, 2, []],
    [
      'what its colon announces',
      'The note demands:\n\na. three boats;\n\nb. a well.',
      0,
      ['a. three boats;'],
    ],
    ['also in capitals', 'NAVY SENT BOATS. THEY SANK.', 1, ['NAVY SENT BOATS.']],
    ['nothing where it is alone', 'He wrote.', 0, []],
  ])('is %s', (_, text, at, expected) => {
    expect(context(text, at)).toEqual(expected)
  })

  it('is also the next one where it does not itself offer what is asked for', () => {
    expect(context(ENVELOPE, 0, 0.5)).toEqual(['It was empty.'])
    expect(context('She left. He wrote. It burned.', 1, 0)).toEqual(['She left.', 'It burned.'])
    expect(context(ENVELOPE, 2, 0)).toEqual([])
  })

  it.each(['Items were sold. Itself a ruin.', 'Heads of state met. Theirs was the day.'])(
    'is not seen in words that only begin alike: %s',
    (text) => {
      expect(context(text, 1)).toEqual([])
    },
  )

  it('is quoted in reading order, once', () => {
    const [first, ...others] = analysed({ text: ENVELOPE }).sentences
    if (first === undefined) throw new Error('three sentences were expected')
    const passage = {
      ...analysed({ text: ENVELOPE }),
      sentences: [{ ...first, score: 0.2 }, ...others.map((one, at) => ({ ...one, score: 0.9 - at }))],
    }
    const question = 'What was in the envelope?'
    expect(
      extractSentences(question, [passage], [0.9], understood(question)).map(({ text }) => text),
    ).toEqual(['“The envelope was opened in court.”', '“It was empty.”', '“Nobody laughed.”'])
  })
})
