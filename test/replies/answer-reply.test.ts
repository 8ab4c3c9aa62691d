import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, AnswerSentence } from '../../src/answers/answer.js'
import { answerReply } from '../../src/replies/answer-reply.js'
import { abstention, answerOf, HARBOUR, HOSTILE, LONG, passageOf } from '../support/archive.js'
import { longNastyText, nastyText } from '../support/nasty-text.js'
import { header, passage } from '../support/passages.js'
import { buttonsOf, expectValid, SAY, textsOf } from '../support/replies.js'

const OFFERS = answerOf(
  [HARBOUR, 2, 'The first is a joint pilot school.'],
  [HARBOUR, 2, 'The second is a shared\ncoast guard.'],
  [HARBOUR, 5, 'Ordinary people want the ferry more than the school.'],
)

describe('an answer', () => {
  it('shows each sentence with its mark, and each mark with its passage and a button', () => {
    const reply = answerReply(SAY, 'What did Olavsen offer?', OFFERS)
    expectValid(reply)
    expect(textsOf(reply)).toEqual([
      '> What did Olavsen offer?',
      'The first is a joint pilot school. [1] The second is a shared coast guard. [1]\nOrdinary people want the ferry more than the school. [2]',
      '[1] 05LINDGARD212 ¶1 (C) · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY',
      '[2] 05LINDGARD212 ¶4 · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY',
    ])
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['[1] ¶1', '[2] ¶4'])
  })

  it('names a paragraph without a number by its position', () => {
    const reply = answerReply(
      SAY,
      'When?',
      answerOf([HARBOUR, 1, 'Lindgard will reopen its northern harbour in May.']),
    )
    expect(textsOf(reply)[2]).toMatch(/^\[1\] 05LINDGARD212 \\\[1\\\] \(C\) · Embassy/u)
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['[1] [1]'])
  })

  it('leaves whole sentences out from the end when a message cannot hold them, and says how many', () => {
    const many = answerOf(
      ...Array.from({ length: 12 }, (_, at): [typeof LONG, number, string] => [
        LONG,
        at + 8,
        `Item ${at + 8} of the agenda.`,
      ]),
    )
    const reply = answerReply(SAY, 'What was on the agenda?', many)
    expectValid(reply)
    const [, body, note] = textsOf(reply)
    expect(body?.split('\n')).toHaveLength(8)
    expect(body).toMatch(/Item 15 of the agenda\. \[8\]$/u)
    expect(note).toBe('-# 4 more sentences are left out here for length.')
  })

  it('cuts a sentence only when it is the only one and longer than a message', () => {
    const eel = LONG.paragraphs[6]?.text ?? ''
    const reply = answerReply(SAY, 'Who spoke?', answerOf([LONG, 7, eel]))
    expectValid(reply)
    expect(textsOf(reply)[1]).toMatch(/^Delegate 1 .*… \[1\]$/u)
  })

  it('shows hostile text as text', () => {
    const reply = answerReply(
      SAY,
      '@everyone **now**\n# ?',
      answerOf([HOSTILE, 1, 'said ```stop``` and @here\u200B left.']),
    )
    expectValid(reply)
    expect(textsOf(reply).join('\n')).toMatchInlineSnapshot(`
      "> @​everyone \\*\\*now\\*\\* # ?
      said \\\`\\\`\\\`stop\\\`\\\`\\\` and @​here left. [1]
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
            retrieved: parts.flatMap(([, passages]) => passages),
          }
          expectValid(answerReply(SAY, question, answer))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('an abstention', () => {
  it('says so in one sentence and shows the nearest passages with buttons', () => {
    const reply = answerReply(SAY, 'Who won?', abstention(passageOf(HARBOUR, 3), passageOf(LONG, 2)))
    expectValid(reply)
    expect(textsOf(reply)).toEqual([
      '> Who won?',
      'I found no paragraph in this archive that answers the question.',
      '**Nearest passages**',
      '05LINDGARD212 ¶2 (C) · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY\n> The ferry will run twice a day. -- from Lindgard at dawn; -- from Tarsund at dusk.',
      expect.stringMatching(/^06TARSUND1407 ¶2 \(C\) · .*\n> Item 2 of the agenda\. .*…$/u),
    ])
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['05LINDGARD212 ¶2', '06TARSUND1407 ¶2'])
  })

  it('is one sentence alone when nothing is near', () => {
    const reply = answerReply(SAY, 'Who won?', abstention())
    expectValid(reply)
    expect(textsOf(reply)).toHaveLength(2)
  })

  it('shows a passage once, though it was found twice', () => {
    const reply = answerReply(SAY, 'Who won?', abstention(passageOf(HARBOUR, 3), passageOf(HARBOUR, 3)))
    expectValid(reply)
    expect(buttonsOf(reply)).toHaveLength(1)
  })

  it('does without a button rather than without an answer when a number is too long for one', () => {
    const odd = passage({ text: 'Odd.' }, header({ id: `05${'X'.repeat(120)}1` }))
    const reply = answerReply(SAY, 'Who won?', abstention(odd))
    expectValid(reply)
    expect(buttonsOf(reply)).toEqual([])
  })
})
