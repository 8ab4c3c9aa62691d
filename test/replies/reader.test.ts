import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cable } from '../../src/cables/cable.js'
import { cableReply, didYouMeanReply } from '../../src/replies/cable-reply.js'
import { pagesOf } from '../../src/replies/cable-pages.js'
import { escapeText } from '../../src/replies/escape.js'
import { noticeReply } from '../../src/replies/notice.js'
import { paragraphReply } from '../../src/replies/paragraph-reply.js'
import { markQuotes } from '../../src/replies/quotes.js'
import type { Reply } from '../../src/replies/components.js'
import { cable, HARBOUR, HOSTILE, LONG, SPARSE } from '../support/archive.js'
import { longNastyText, nastyText } from '../support/nasty-text.js'
import { buttonsOf, expectValid, SAY, textsOf } from '../support/replies.js'

function present(reply: Reply | null): Reply {
  if (reply === null) throw new Error('there is no such view')
  expectValid(reply)
  return reply
}

/** On every page of a cable with more than one paragraph. */
const TOOLS = ['Go to ¶', 'Cite', 'Similar', 'Download']

describe('a cable', () => {
  it('that is short stands on one page, head first', () => {
    const reply = present(cableReply(SAY, HARBOUR, 1))
    expect(textsOf(reply).join('\n~\n')).toMatchInlineSnapshot(`
      "### HARBOUR TALKS: THREE OFFERS AND A FERRY
      05LINDGARD212 · Embassy Lindgard · 14 Sep 2005, 08:30 UTC · CONFIDENTIAL
      **To** SECSTATE WASHDC
      **Info** EMBASSY TARSUND
      **Precedence** ROUTINE (Ordinary traffic)
      **Captions** SIPDIS (SIPRNET distribution: message may be posted on SIPRNET for other agencies)
      **TAGS** EWWT (Waterborne Transportation), PREL (External Political Relations), LG (Latvia)
      **References** 05LINDGARD198, 04TARSUND77
      ~
      **[1]** (C) Summary: Lindgard will reopen its northern harbour in May.

      **Three offers**
      **¶1** (C) Minister Olavsen made three offers. The first is a joint pilot school. The second is a shared
      coast guard.

      **¶2** (C) The ferry will run twice a day.
      -- from Lindgard at dawn;
      -- from Tarsund at dusk.

      **¶2** (S/NF) A second paragraph carries the number two by mistake.

      **Comment**
      **¶4** Ordinary people want the ferry more than the school."
    `)
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(TOOLS)
  })

  it('that is long has pages of whole paragraphs, with buttons to the pages around', () => {
    const { pages } = pagesOf(SAY, LONG)
    expect(pages.length).toBeGreaterThan(3)
    pages.forEach((_, at) => {
      const labels = buttonsOf(present(cableReply(SAY, LONG, at + 1))).map(({ label }) => label)
      expect(labels).toEqual([
        ...(at === 0 ? [] : [`◀ Page ${at} of ${pages.length}`]),
        ...(at === pages.length - 1 ? [] : [`Page ${at + 2} of ${pages.length} ▶`]),
        ...TOOLS,
      ])
    })
    const whole = LONG.paragraphs.filter(({ position }) => position !== 7)
    for (const { number, text } of whole) {
      expect(pages.filter((page) => page.includes(`**¶${number ?? 0}** (C) ${text}`))).toHaveLength(1)
    }
  })

  it('cuts a paragraph only when it is longer than a page, at sentences, and says that it goes on', () => {
    const { pages, pageOf } = pagesOf(SAY, LONG)
    const first = (pageOf.get(7) ?? 0) - 1
    expect(pages[first]).toMatch(/^\*\*¶7\*\* \(C\) Delegate 1 .*at length\.$/u)
    expect(pages[first + 1]).toMatch(
      /^\*\*¶7\*\* \(C\) \*\(continued\)\* Delegate \d+ spoke .*Delegate 90 spoke/u,
    )
  })

  it('shows hostile text as text', () => {
    const [head, body] = textsOf(present(cableReply(SAY, HOSTILE, 1)))
    expect(`${head}\n~\n${body?.slice(0, 300)}`).toMatchInlineSnapshot(`
      "### @​everyone \\*\\*READ\\*\\* \\\`THIS\\\` https\\://example.org yrtne
      07OSTRAVIK66 · Embassy \\<@&​1> Ostravik · 3 Mar 1987, 09:00 UTC · CONFIDENTIAL
      **Precedence** ROUTINE (Ordinary traffic)
      **Captions** \\|\\|SIPDIS\\|\\|
      **TAGS** \\_\\_PREL\\_\\_
      ~
      **\\# \\[Heading\\](https\\://example.org)**
      **¶1** (C) \\> \\<@​123456789012345678> said \\\`\\\`\\\`stop\\\`\\\`\\\` and @​here left.
      \\# Not a heading
      1\\. Not a list
      ⁨שלום \\*\\*bold\\*\\* \\| 2⁩"
    `)
  })

  it('of which next to nothing is known still shows', () => {
    expect(textsOf(present(cableReply(SAY, SPARSE, 1)))).toEqual([
      '### (no subject)\n75TARSUND3',
      '*(this cable has no text)*',
    ])
  })

  it('has no page beyond its last', () => {
    expect(cableReply(SAY, HARBOUR, 2)).toBeNull()
    expect(cableReply(SAY, HARBOUR, 0)).toBeNull()
  })

  it('is one that Discord takes on every page, whatever it says, and no word of it is lost', () => {
    fc.assert(
      fc.property(anyCable(), (any) => {
        const { pages, pageOf } = pagesOf(SAY, any)
        pages.forEach((_, at) => present(cableReply(SAY, any, at + 1)))
        for (const { position, text } of any.paragraphs) {
          const from = (pageOf.get(position) ?? 0) - 1
          expect(from).toBeGreaterThanOrEqual(0)
          const rest = letters(pages.slice(from).join(''))
          expect(rest).toContain(letters(escapeText(text)).slice(0, 40))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a paragraph', () => {
  it('shows whole, with its quotes in bold, its heading and its neighbours', () => {
    const text = HARBOUR.paragraphs[1]?.text ?? ''
    const quotes = markQuotes(text, ['The first is a joint pilot school.', 'shared coast guard'])
    const reply = present(paragraphReply(SAY, HARBOUR, { position: 2, part: 0, quotes }))
    expect(textsOf(reply).join('\n~\n')).toMatchInlineSnapshot(`
      "### 05LINDGARD212 ¶1 (C)
      Embassy Lindgard · 14 Sep 2005 · CONFIDENTIAL
      -# HARBOUR TALKS: THREE OFFERS AND A FERRY
      ~
      **Three offers**
      Minister Olavsen made three offers. **The first is a joint pilot school.** The second is a **shared
      coast guard**."
    `)
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual([
      '◀ [1]',
      '¶2 ▶',
      'Open cable',
      'Cite',
      'Similar',
    ])
  })

  it('at the end of its cable has one neighbour', () => {
    const labels = (position: number) =>
      buttonsOf(present(paragraphReply(SAY, HARBOUR, { position, part: 0, quotes: [] }))).map(
        ({ label }) => label,
      )
    expect(labels(1)).toEqual(['¶1 ▶', 'Open cable', 'Cite', 'Similar'])
    expect(labels(5)).toEqual(['◀ ¶2', 'Open cable', 'Cite', 'Similar'])
  })

  it('shows nothing in bold when other words stand there by now', () => {
    const quotes = markQuotes('Other words altogether.', ['Other words'])
    const [, body] = textsOf(present(paragraphReply(SAY, HARBOUR, { position: 2, part: 0, quotes })))
    expect(body).toBe(`**Three offers**\n${HARBOUR.paragraphs[1]?.text ?? ''}`)
  })

  it('too long for one message comes in parts and opens at the quoted one', () => {
    const text = LONG.paragraphs[6]?.text ?? ''
    const quotes = markQuotes(text, ['Delegate 88 spoke on the price of smoked eel at length.'])
    const reply = present(paragraphReply(SAY, LONG, { position: 7, part: 0, quotes }))
    expect(textsOf(reply)[1]).toMatch(
      /^-# Part 2 of 2\nDelegate .* \*\*Delegate 88 spoke .* at length\.\*\* Delegate 89/u,
    )
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual([
      '◀ Earlier part',
      '◀ ¶6',
      '¶8 ▶',
      'Open cable',
      'Cite',
      'Similar',
    ])
    expect(paragraphReply(SAY, LONG, { position: 7, part: 3, quotes })).toBeNull()
  })

  it('that is not there is no view', () => {
    expect(paragraphReply(SAY, HARBOUR, { position: 6, part: 0, quotes: [] })).toBeNull()
  })

  it('is one that Discord takes in every part, whatever it says and whatever is quoted', () => {
    fc.assert(
      fc.property(anyCable(), fc.array(fc.nat(), { maxLength: 6 }), (any, cuts) => {
        for (const { position, text } of any.paragraphs) {
          const quotes = markQuotes(
            text,
            cuts.map((cut) => text.slice(cut % (text.length + 1)).slice(0, 60)),
          )
          for (let part = 0, more = true; more; part++) {
            const reply = paragraphReply(SAY, any, { position, part, quotes })
            more = reply !== null
            if (reply !== null) expectValid(reply)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a notice', () => {
  it('is one that Discord takes, whatever the sentence repeats', () => {
    fc.assert(
      fc.property(longNastyText(), (text) => {
        expectValid(noticeReply(`“${text}” is no cable number.`))
        expectValid(
          didYouMeanReply(SAY, `“${text}” is no cable number.`, [
            { id: '05LINDGARD212', date: '', subject: text },
          ]),
        )
      }),
      { numRuns: 60 },
    )
  })
})

function anyCable(): fc.Arbitrary<Cable> {
  const paragraph = fc.record({
    number: fc.option(fc.integer({ min: 1, max: 99 })),
    marking: fc.option(nastyText(3)),
    heading: fc.option(nastyText()),
    text: longNastyText(),
  })
  return fc
    .tuple(fc.array(paragraph, { maxLength: 5 }), fc.option(nastyText()), nastyText(), fc.array(nastyText(5)))
    .map(([paragraphs, origin, subject, list]) =>
      cable(
        {
          origin,
          subject,
          date: origin,
          captions: list,
          tags: list,
          recipients: list,
          references: list,
          infoRecipients: list,
        },
        paragraphs,
      ),
    )
}

/** Letters and digits only: what is left of a text however it was escaped and cut. */
function letters(text: string): string {
  return text.replace(/\*\*¶?\[?\d+\]?\*\*|\*\(continued\)\*/gu, '').replace(/[^\p{L}\p{N}]/gu, '')
}
