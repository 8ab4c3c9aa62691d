import { describe, expect, it } from 'vitest'
import { citationFault } from '../src/answers/check.js'
import type { Answer } from '../src/answers/answer.js'
import { cableView, readerView } from '../src/reader-view.js'
import { answerOf, cable } from './support/archive.js'
import { passage } from './support/passages.js'

/** The mark stands in a paragraph that the answer does not cite. */
const CHOIR = cable({ id: '01LINDGARD415', subject: 'THE CHOIR THAT GRADY SOLD' }, [
  { text: 'Linus Grady (strictly protect), passport number OR4471902, told us all.', heading: 'Grady' },
  { text: 'The next day Grady named the clerk and showed OR4471902.' },
])
const { paragraphs, ...header } = CHOIR
const passages = paragraphs.map((paragraph) => passage(paragraph, header))
const answer: Answer = {
  ...answerOf([CHOIR, 2, 'The next day Grady named the clerk and showed OR4471902.']),
  text: '“The next day Grady named the clerk and showed OR4471902.”',
  retrieved: passages,
}

const query = { text: 'Who named the clerk?', filters: {}, history: [] }
const view = (protect: boolean) =>
  readerView(
    {
      ask: () => Promise.resolve(answer),
      search: () => Promise.resolve(passages),
      similar: () => Promise.resolve(passages.map((passage) => ({ ...passage, similarity: 1 }))),
      library: { cable: (id) => (id === CHOIR.id ? CHOIR : undefined) },
    },
    protect,
  )

describe('what readers see with source protection', () => {
  it.each([
    ['an answer', () => view(true).ask(query)],
    ['passages', () => view(true).search(query, 10)],
    ['similar passages', () => view(true).similar(CHOIR.id, 1, 5)],
    ['a cable', () => Promise.resolve(view(true).cable(CHOIR.id))],
    ['a line about a cable', () => Promise.resolve(view(true).textOf(CHOIR.id, CHOIR.subject))],
  ])('hides the source in %s, also where only another paragraph marks it', async (_, seen) => {
    const text = JSON.stringify(await seen())
    expect(text).not.toMatch(/grady|linus|4471902/i)
    expect(text).toContain('█████')
  })

  it('keeps quotes letter for letter in the paragraphs that are shown', async () => {
    const shown = await view(true).ask(query)
    const citation = shown.sentences[0]?.citations[0]
    if (citation === undefined) expect.fail('no citation')
    expect(citationFault(citation, shown.retrieved)).toBeNull()
    const paragraph = view(true).cable(CHOIR.id)?.paragraphs[1]
    expect(paragraph?.text).toContain(citation.quote)
  })
})

describe('what readers see without source protection', () => {
  it('is as it stands in the archive', async () => {
    expect(await view(false).ask(query)).toBe(answer)
    expect(view(false).cable(CHOIR.id)).toBe(CHOIR)
    expect(view(false).textOf(CHOIR.id, CHOIR.subject)).toBe(CHOIR.subject)
    expect((await view(false).search(query, 10))[0]?.paragraph.text).toContain('Linus Grady')
  })
})

it('a cable that is not there is not there in either view, and what a text itself marks is masked', () => {
  const library = { cable: () => undefined }
  expect(cableView(library, true).cable('01NOWHERE1')).toBeUndefined()
  expect(cableView(library, true).textOf('01NOWHERE1', 'Oda Merrin (protect)')).toBe('█████ (protect)')
})
