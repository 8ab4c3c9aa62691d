import { describe, expect, it } from 'vitest'
import { countAskedFor, listSentences } from '../../src/answers/list-answer.js'
import { extractSentences } from '../../src/answers/extract.js'
import type { ScoredSentence } from '../../src/answers/sentence-scores.js'
import { splitSentences } from '../../src/cables/sentences.js'
import { passage } from '../support/passages.js'

function scored(text: string, score: number, rank = 0): ScoredSentence[] {
  const found = { ...passage({ position: rank + 1, number: rank + 1, text }), score }
  return splitSentences(text).map((sentence, index) => ({
    passage: found,
    passageRank: rank,
    index,
    text: sentence.text,
    similarity: score,
    coverage: score,
    offersKind: true,
    score: score - index / 100,
  }))
}

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
    const sentences = [...scored(PLAIN, 0.9), ...scored(LIST, 0.8, 1)]
    const answer = extractSentences('Which three changes does the board want?', sentences, [])
    expect(answer.map(({ text }) => text)).toEqual([
      '“The board wants three changes:”',
      '“-- Lower dues: they rose twice.”',
      '“-- A new pier.”',
      '“-- More pilots.”',
    ])
    expect(answer.every(({ citations }) => citations[0]?.paragraph === 2)).toBe(true)
  })

  it('is answered sentence by sentence when no paragraph lists as many', () => {
    expect(listSentences('Which four changes does the board want?', scored(LIST, 0.8))).toBeNull()
    expect(
      extractSentences('Which four changes does the board want?', scored(LIST, 0.8), []),
    ).not.toHaveLength(0)
  })
})
