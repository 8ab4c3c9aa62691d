import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, AnswerSentence } from '../../src/answers/answer.js'
import { answerReply } from '../../src/replies/answer-reply.js'
import { readAsked } from '../../src/replies/asked.js'
import { cleanLine } from '../../src/replies/clean.js'
import { escapeLine } from '../../src/replies/escape.js'
import type { Reply } from '../../src/replies/components.js'
import { abstention, answerOf, HARBOUR, HOSTILE, LONG, passageOf } from '../support/archive.js'
import { longNastyText, nastyText } from '../support/nasty-text.js'
import { header, passage } from '../support/passages.js'
import { buttonsOf, expectValid, SAY, textsOf } from '../support/replies.js'

/** What can be done with any answer that found passages. */
const ACTIONS = ['More passages', 'Ask a follow-up', '👍', '👎']

function replyTo(question: string, answer: Answer): Reply {
  return answerReply(SAY, {
    asked: { question, filters: {}, history: [] },
    answer,
    isPrivate: false,
    isProtected: true,
  })
}

const OFFERS = answerOf(
  [HARBOUR, 2, 'The first is a joint pilot school.'],
  [HARBOUR, 2, 'The second is a shared\ncoast guard.'],
  [HARBOUR, 5, 'Ordinary people want the ferry more than the school.'],
)

describe('an answer', () => {
  it('shows each sentence with its mark, and each mark with its passage and a button', () => {
    const reply = replyTo('What did Olavsen offer?', OFFERS)
    expectValid(reply)
    expect(textsOf(reply)).toEqual([
      '> What did Olavsen offer?',
      'The first is a joint pilot school. [1] The second is a shared coast guard. [1]\nOrdinary people want the ferry more than the school. [2]',
      '-# Sure: the cited paragraphs say so.',
      '[1] 05LINDGARD212 ¶1 (C) · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY',
      '[2] 05LINDGARD212 ¶4 · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY',
    ])
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['[1] ¶1', '[2] ¶4', ...ACTIONS])
  })

  it('names a paragraph without a number by its position', () => {
    const reply = replyTo(
      'When?',
      answerOf([HARBOUR, 1, 'Lindgard will reopen its northern harbour in May.']),
    )
    expect(textsOf(reply)[3]).toMatch(/^\[1\] 05LINDGARD212 \\\[1\\\] \(C\) · Embassy/u)
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['[1] [1]', ...ACTIONS])
  })

  it('leaves whole sentences out from the end when a message cannot hold them, and says how many', () => {
    const many = answerOf(
      ...Array.from({ length: 12 }, (_, at): [typeof LONG, number, string] => [
        LONG,
        at + 8,
        `Item ${at + 8} of the agenda.`,
      ]),
    )
    const reply = replyTo('What was on the agenda?', many)
    expectValid(reply)
    const [, body, note] = textsOf(reply)
    expect(body?.split('\n')).toHaveLength(8)
    expect(body).toMatch(/Item 15 of the agenda\. \[8\]$/u)
    expect(note).toBe('-# 4 more sentences are left out here for length.')
  })

  it('cuts a sentence only when it is the only one and longer than a message', () => {
    const eel = LONG.paragraphs[6]?.text ?? ''
    const reply = replyTo('Who spoke?', answerOf([LONG, 7, eel]))
    expectValid(reply)
    expect(textsOf(reply)[1]).toMatch(/^Delegate 1 .*… \[1\]$/u)
  })

  it('says in plain words how sure it is', () => {
    const likely = replyTo('What?', { ...OFFERS, confidence: 0.6 })
    expect(textsOf(likely)).toContain('-# Likely: open the paragraphs and check before you rely on it.')
  })

  it('that is private can be shared', () => {
    const asked = { question: 'What?', filters: {}, history: [] }
    const labels = buttonsOf(
      answerReply(SAY, { asked, answer: OFFERS, isPrivate: true, isProtected: true }),
    ).map(({ label }) => label)
    expect(labels).toContain('Share')
  })

  it('shows what narrowed the search and the questions before, the newest of them', () => {
    const asked = {
      question: 'And when?',
      filters: { tag: 'PREL' },
      history: ['One?', 'Two?', 'Three?', 'Four?', 'Five?', 'Six **bold**?'],
    }
    // The post and the dates were read from the question's words.
    const filter = { ...asked.filters, origin: 'Lindgard', after: '2005-01-01', before: '2005-12-31' }
    const reply = answerReply(SAY, {
      asked,
      answer: { ...OFFERS, filter },
      isPrivate: false,
      isProtected: true,
    })
    expectValid(reply)
    expect(textsOf(reply).slice(0, 3)).toEqual([
      '-# Following up on:\n-# ↳ Two?\n-# ↳ Three?\n-# ↳ Four?\n-# ↳ Five?\n-# ↳ Six \\*\\*bold\\*\\*?',
      '> And when?',
      '-# Filters: Lindgard · from 1 Jan 2005 · until 31 Dec 2005 · PREL (External Political Relations)',
    ])
    expect(readAsked(reply.components)).toEqual({
      question: 'And when?',
      history: ['Two?', 'Three?', 'Four?', 'Five?', 'Six **bold**?'],
    })
  })

  it('gives back the question that it shows, whatever that says', () => {
    fc.assert(
      fc.property(nastyText(20), (typed) => {
        const question = cleanLine(typed)
        fc.pre(question !== '' && escapeLine(question).length <= 1_000)
        const reply = answerReply(SAY, {
          asked: { question, filters: {}, history: [question] },
          answer: OFFERS,
          isPrivate: false,
          isProtected: true,
        })
        expect(readAsked(reply.components)?.question).toBe(question)
      }),
    )
  })

  it('shows hostile text as text', () => {
    const reply = replyTo(
      '@everyone **now**\n# ?',
      answerOf([HOSTILE, 1, 'said ```stop``` and @here\u200B left.']),
    )
    expectValid(reply)
    expect(textsOf(reply).join('\n')).toMatchInlineSnapshot(`
      "> @​everyone \\*\\*now\\*\\* # ?
      said \\\`\\\`\\\`stop\\\`\\\`\\\` and @​here left. [1]
      -# Sure: the cited paragraphs say so.
      [1] 07OSTRAVIK66 ¶1 (C) · Embassy \\<@&​1> Ostravik · 3 Mar 1987 · @​everyone \\*\\*READ\\*\\* \\\`THIS\\\` https\\://example.org yrtne"
    `)
  })

  it('is one that Discord takes, whatever the question, the sentences and the cables say', () => {
    const sentence = (cables: number): fc.Arbitrary<[AnswerSentence, Answer['retrieved']]> =>
      fc
        .tuple(longNastyText(), fc.array(fc.integer({ min: 1, max: cables }), { maxLength: 12 }), nastyText())
        .map(([text, positions, subject]) => [
          {
            text,
            citations: positions.map((position) => ({
              cable: '05LINDGARD212',
              paragraph: position,
              position,
              quote: text.slice(0, 90),
            })),
          },
          positions.map((position) =>
            passage({ text, position, number: position }, { id: '05LINDGARD212', subject }),
          ),
        ])
    fc.assert(
      fc.property(
        nastyText(),
        fc.array(sentence(20), { maxLength: 12 }),
        fc.boolean(),
        (question, parts, abstained) => {
          const answer: Answer = {
            text: parts.map(([{ text }]) => text).join(' '),
            abstained,
            confidence: 0.5,
            sentences: parts.map(([each]) => each),
            filter: {},
            notices: [],
            retrieved: parts.flatMap(([, passages]) => passages),
          }
          expectValid(replyTo(question, answer))
          const asked = { question, filters: {}, history: parts.map(([{ text }]) => text) }
          expectValid(answerReply(SAY, { asked, answer, isPrivate: true, isProtected: true }))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('an abstention', () => {
  it('says so in one sentence and shows the nearest passages with buttons', () => {
    const reply = replyTo('Who won?', abstention(passageOf(HARBOUR, 3), passageOf(LONG, 2)))
    expectValid(reply)
    expect(textsOf(reply)).toEqual([
      '> Who won?',
      'I found no paragraph in this archive that answers the question.',
      '**Nearest passages**',
      '05LINDGARD212 ¶2 (C) · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY\n> The ferry will run twice a day. -- from Lindgard at dawn; -- from Tarsund at dusk.',
      expect.stringMatching(/^06TARSUND1407 ¶2 \(C\) · .*\n> Item 2 of the agenda\. .*…$/u),
    ])
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual([
      '05LINDGARD212 ¶2',
      '06TARSUND1407 ¶2',
      ...ACTIONS,
    ])
  })

  it('is one sentence alone when nothing is near', () => {
    const reply = replyTo('Who won?', abstention())
    expectValid(reply)
    expect(textsOf(reply)).toHaveLength(2)
  })

  it('shows a passage once, though it was found twice', () => {
    const reply = replyTo('Who won?', abstention(passageOf(HARBOUR, 3), passageOf(HARBOUR, 3)))
    expectValid(reply)
    expect(buttonsOf(reply)).toHaveLength(1 + ACTIONS.length)
  })

  it('does without a button rather than without an answer when a number is too long for one', () => {
    const odd = passage({ text: 'Odd.' }, header({ id: `05${'X'.repeat(120)}1` }))
    const reply = replyTo('Who won?', abstention(odd))
    expectValid(reply)
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(ACTIONS)
  })
})
