import { describe, expect, it } from 'vitest'
import { extractSentences } from '../../src/answers/extract.js'
import { countAskedFor, listSentences } from '../../src/answers/list-answer.js'
import { analysed } from '../support/passages.js'
import { understood } from '../support/understood.js'

const PLAIN = 'The board met in May. It talked of three things. Nobody wrote them down.'
const LIST =
  'The board wants three changes:\n-- Lower dues: they rose twice.\nNot again.\n-- A new pier.\n-- More pilots.'

describe('a question for a number of things', () => {
  it.each([
    ['Which three changes does the board want?', 3],
    ['What are the 4 conditions?', 4],
    ['Name the two ministers who resigned', 2],
    ['How many ships sank?', null],
    ['Which changes does the board want?', null],
    ['What happened in May 1987?', null],
  ])('%s -> %s', (question, count) => {
    expect(countAskedFor(question)).toBe(count)
  })

  it('is answered by the paragraph that lists as many, with the sentence that leads in', () => {
    const question = 'Which three changes does the board want?'
    const passages = [analysed({ text: PLAIN }), analysed({ text: LIST, position: 2, number: 2 })]
    const answer = extractSentences(question, passages, [0.9, 0.8], understood(question))
    expect(answer.map(({ text }) => text)).toEqual([
      '“The board wants three changes:”',
      '“Lower dues: they rose twice.”',
      '“A new pier.”',
      '“More pilots.”',
    ])
    expect(answer.every(({ citations }) => citations[0]?.paragraph === 2)).toBe(true)
  })

  it('is answered sentence by sentence when no paragraph lists as many', () => {
    const question = 'Which four changes does the board want?'
    const passages = [analysed({ text: LIST })]
    expect(listSentences(question, passages)).toBeNull()
    expect(extractSentences(question, passages, [0.9], understood(question))).not.toHaveLength(0)
  })
})
