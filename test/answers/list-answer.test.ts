import { describe, expect, it } from 'vitest'
import { extractSentences } from '../../src/answers/extract.js'
import { countAskedFor, itemsAround, listSentences } from '../../src/answers/list-answer.js'
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

describe('the items of a list', () => {
  const { sentences } = analysed({
    text: 'The guild asked for:\n\n-- a bridge;\n\n-- two ferries;\n\n-- a school.\n\nNobody answered.',
  })
  const around = (question: string, at: number): string[] | null => {
    const best = sentences[at]
    if (best === undefined) throw new Error('there is no such sentence')
    return itemsAround(question, best, sentences)?.map(({ text }) => text) ?? null
  }
  const all = ['The guild asked for:', '-- a bridge;', '-- two ferries;', '-- a school.']

  it.each([
    ['Which things did the guild ask for?', 0],
    ['Which things did the guild ask for?', 2],
    ['Name what the guild asked for.', 3],
  ])('are all quoted where several are asked for: %s (%i)', (question, at) => {
    expect(around(question, at)).toEqual(all)
  })

  it('are not where one is asked for, or the best sentence is none of them', () => {
    expect(around('Why did the guild ask for it?', 1)).toBeNull()
    expect(around('Which things did the guild ask for?', 4)).toBeNull()
  })
})
