/** Discord counts bytes, too: whatever the script, a reply keeps to them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerReply } from '../../src/replies/answer-reply.js'
import { cableReply } from '../../src/replies/cable-reply.js'
import { pagesOf } from '../../src/replies/cable-pages.js'
import { citeReply } from '../../src/replies/cite-reply.js'
import type { Reply } from '../../src/replies/components.js'
import { noticeReply } from '../../src/replies/notice.js'
import { paragraphReply } from '../../src/replies/paragraph-reply.js'
import { roomOf } from '../../src/replies/room.js'
import { searchReply } from '../../src/replies/search-reply.js'
import { sharedCopy } from '../../src/replies/share.js'
import { texts } from '../../src/replies/texts/texts.js'
import { messageProblems } from '../support/discord-rules.js'
import { abstention, answerOf, cable, foundFor, passageOf } from '../support/archive.js'

const SAY = texts('de')
const SCRIPTS = { 漢: 3, '█': 3, '—': 3, '“': 3, é: 2, Ж: 2, '👍': 4, '*': 1, '\u200B': 3 }

function problemsOf(reply: Reply | null): unknown[] {
  if (reply === null) throw new Error('no reply')
  return messageProblems({ components: reply.components, flags: 1 << 15 }, { flags: 0, isEdit: false })
}

describe.each(Object.keys(SCRIPTS))('a cable written in %s', (letter) => {
  const words = `${letter.repeat(7)} `.repeat(500)
  const of = cable(
    {
      id: '05LINDGARD212',
      subject: words.slice(0, 900),
      origin: words.slice(0, 300),
      recipients: Array(30).fill(letter.repeat(20)),
    },
    Array.from({ length: 6 }, () => ({ heading: words.slice(0, 300), text: words })),
  )
  const filters = {}
  const asked = {
    question: words.slice(0, 1_000),
    filters,
    history: Array(5).fill(words.slice(0, 900)) as string[],
  }
  const nearest = of.paragraphs.map(({ position }) => passageOf(of, position))

  it('is shown within Discord’s limits, page by page and paragraph by paragraph', () => {
    const { pages } = pagesOf(SAY, of)
    for (let page = 1; page <= pages.length; page++) expect(problemsOf(cableReply(SAY, of, page))).toEqual([])
    for (const part of [1, 2]) {
      expect(problemsOf(paragraphReply(SAY, of, { position: 1, part, quotes: [] }))).toEqual([])
    }
    expect(problemsOf(citeReply(SAY, { cable: of, paragraph: of.paragraphs[0], url: null }))).toEqual([])
  })

  it('is answered from, searched and shared within them', () => {
    const quotes = of.paragraphs.map(({ position }): [typeof of, number, string] => [
      of,
      position,
      words.slice(0, 399),
    ])
    const view = { asked, isPrivate: true, isProtected: true }
    const answers = [answerOf(...quotes), abstention(...nearest)].map((answer) =>
      answerReply(SAY, { ...view, answer }),
    )
    for (const reply of answers) {
      expect(problemsOf(reply)).toEqual([])
      expect(problemsOf(sharedCopy(SAY, reply.components, letter.repeat(200)))).toEqual([])
    }
    expect(
      problemsOf(searchReply(SAY, asked, foundFor({ text: asked.question, filters: {} }, nearest), 1)),
    ).toEqual([])
    expect(problemsOf(noticeReply(words))).toEqual([])
  })
})

describe('the room of a text', () => {
  it('is never less than its characters, nor than its bytes shared out by 2.4', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const room = roomOf(text)
        expect(room).toBeGreaterThanOrEqual(text.length)
        expect(room * 2.4 + 1e-6).toBeGreaterThanOrEqual(Buffer.byteLength(text))
      }),
    )
  })
})
