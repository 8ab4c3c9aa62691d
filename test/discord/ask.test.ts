import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MessageFlags } from 'discord.js'
import type { Answer } from '../../src/answers/answer.js'
import type { Query } from '../../src/retrieval/query.js'
import type { User } from '../../src/playground/user.js'
import { abstention, answerOf, HARBOUR, HOSTILE, LONG, passageOf, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const asked: Query[] = []

function answerTo(query: Query): Promise<Answer> {
  asked.push(query)
  if (/olavsen/iu.test(query.text)) {
    return Promise.resolve(
      answerOf(
        [HARBOUR, 2, 'The second is a shared\ncoast guard.'],
        [HARBOUR, 5, 'Ordinary people want the ferry more than the school.'],
      ),
    )
  }
  if (/minutes/iu.test(query.text)) {
    return Promise.resolve(
      answerOf(
        ...LONG.paragraphs.map(({ position, text }): [typeof LONG, number, string] => [
          LONG,
          position,
          text.slice(0, 900).replace(/\.[^.]*$/u, '.'),
        ]),
      ),
    )
  }
  if (/everyone/iu.test(query.text))
    return Promise.resolve(answerOf([HOSTILE, 1, 'said ```stop``` and @here\u200B left.']))
  if (/broken/u.test(query.text)) return Promise.reject(new Error('the index is on fire: secret-stack'))
  return Promise.resolve(abstention(passageOf(HARBOUR, 3), passageOf(LONG, 2)))
}

let running: RunningBot
let ada: User

beforeAll(async () => {
  running = await runBot(servicesOf(answerTo))
})

// Somebody new for each test: how much one person may ask in a minute is limited.
beforeEach(() => {
  ada = running.standIn.user({ name: 'Ada' })
  asked.length = 0
})

afterAll(() => running.stop())

describe('the sources of an answer', () => {
  it('are cited from the answer itself: the menu, then the source', async () => {
    const answer = await ada.command('ask', { question: 'What did Olavsen offer?' })
    const note = await answer.select('[2] 05LINDGARD212 ¶4')
    expect(note.isPrivate).toBe(true)
    expect(note.text).toContain('cable 05LINDGARD212, para. 4')
    expect(note.text).toContain('@misc{cable:05LINDGARD212:p4,')
  })
})

describe('the bot', () => {
  it('has registered its commands for servers, direct messages and people who install it', () => {
    const registered = running.standIn.commands.map(({ name, options }) => ({
      name,
      options: options.map((option) => `${option.name}${option.required === true ? '' : '?'}`).join(' '),
    }))
    expect(registered).toContainEqual({
      name: 'ask',
      options: 'question post? after? before? classification? tag? private?',
    })
    expect(registered).toContainEqual({ name: 'cable', options: 'id paragraph? private?' })
    const ask = running.standIn.commands.find(({ name }) => name === 'ask')
    expect(ask).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] })
  })

  it('is logged in under its name', () => {
    expect(running.bot.userTag).toMatch(/^pilcrow/iu)
  })
})

describe('/ask', () => {
  it('answers with marks, passages and buttons', async () => {
    const reply = await ada.command('ask', { question: 'What did Olavsen offer?' })
    expect(reply.isPrivate).toBe(false)
    expect(reply.text).toMatchInlineSnapshot(`
      "│ > What did Olavsen offer?
      │ The second is a shared coast guard. [1]
      │ Ordinary people want the ferry more than the school. [2]
      │ -# Sure: the cited paragraphs say so.
      │ ---
      │ [1] 05LINDGARD212 ¶1 (C) · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ [[1] ¶1]
      │ [2] 05LINDGARD212 ¶4 · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ [[2] ¶4]
      │ <Cite a source in a footnote: [1] 05LINDGARD212 ¶1 | [2] 05LINDGARD212 ¶4>
      │ ---
      │ [More passages] [Ask a follow-up] [👍] [👎]"
    `)
  })

  it('opens the cited paragraph with the quote in bold, beside the answer and only for who clicks', async () => {
    const reply = await ada.command('ask', { question: 'What did Olavsen offer?' })
    const before = reply.text
    const opened = await reply.click('[1] ¶1')
    expect(opened.text).toMatchInlineSnapshot(`
      "(private)
      │ ### 05LINDGARD212 ¶1 (C)
      │ Embassy Lindgard · 14 Sep 2005 · CONFIDENTIAL
      │ -# HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ ---
      │ **Three offers**
      │ Minister Olavsen made three offers. The first is a joint pilot school. **The second is a shared
      │ coast guard.**
      │ [◀ [1]] [¶2 ▶] [Open cable] [Cite] [Similar]"
    `)
    expect(opened.isPrivate).toBe(true)
    expect(reply.text).toBe(before)
  })

  it('leads from a citation to the neighbours, and from there to the cable at that page', async () => {
    const answer = await ada.command('ask', { question: 'What did Olavsen offer?' })
    const paragraph = await answer.click('[1] ¶1')
    const next = await paragraph.click('¶2 ▶')
    expect(next.message.id).toBe(paragraph.message.id)
    expect(paragraph.text).toContain('### 05LINDGARD212 ¶2 (C)')
    expect(paragraph.text).toContain('The ferry will run twice a day.')
    await paragraph.click('◀ ¶1')
    expect(paragraph.text).toContain('Minister Olavsen made three offers.')
    const cable = await paragraph.click('Open cable')
    expect(cable.isPrivate).toBe(true)
    // In its place, so that one private message is left behind.
    expect(cable.message.id).toBe(paragraph.message.id)
    expect(cable.text).toContain('### HARBOUR TALKS: THREE OFFERS AND A FERRY')
  })

  it('opens a long cable at the page where the paragraph stands', async () => {
    const reply = await ada.command('ask', { question: 'Who won the regatta?' })
    const paragraph = await reply.click('06TARSUND1407 ¶2')
    for (let at = 2; at < 20; at++) await paragraph.click(`¶${at + 1} ▶`)
    const cable = await paragraph.click('Open cable')
    expect(cable.text).toContain('**¶20** (C) Item 20 of the agenda.')
  })

  it('abstains in one sentence, and its nearest passages open', async () => {
    const reply = await ada.command('ask', { question: 'Who won the regatta?' })
    expect(reply.text).toMatchInlineSnapshot(`
      "│ > Who won the regatta?
      │ I found no paragraph in this archive that answers the question.
      │ ---
      │ **Nearest passages**
      │ 05LINDGARD212 ¶2 (C) · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ > The ferry will run twice a day. -- from Lindgard at dawn; -- from Tarsund at dusk.
      │ [05LINDGARD212 ¶2]
      │ 06TARSUND1407 ¶2 (C) · Embassy Tarsund · 3 Mar 1987 · MINUTES OF THE FISHERIES CONFERENCE
      │ > Item 2 of the agenda. The chair asked for order and got it. The chair asked for order and got it. The chair asked for order and got it. The chair asked for order and got it. The chair asked for order and got it. The…
      │ [06TARSUND1407 ¶2]
      │ ---
      │ [More passages] [Ask a follow-up] [👍] [👎]"
    `)
    const opened = await reply.click('05LINDGARD212 ¶2')
    expect(opened.text).toContain('### 05LINDGARD212 ¶2 (C)')
  })

  it('cuts a long answer between sentences, with the citation of each that is left, and says so', async () => {
    const reply = await ada.command('ask', { question: 'What do the minutes say?' })
    const marked = [...reply.text.matchAll(/^│ .*\. \[(\d+)\]$/gmu)].map(([, mark]) => Number(mark))
    expect(marked.length).toBeGreaterThan(3)
    const cited = reply.buttons.filter((label) => label.includes('¶'))
    expect(cited).toEqual(marked.map((mark) => `[${mark}] ¶${mark}`))
    expect(reply.text).toContain(`-# ${40 - marked.length} more sentences are left out here for length.`)
    const last = await reply.click(cited.at(-1) ?? '')
    expect(last.text).toMatch(new RegExp(`### 06TARSUND1407 ¶${marked.length} .*\\*\\*.+\\.\\*\\*`, 'su'))
  })

  it('answers privately when asked to', async () => {
    const reply = await ada.command('ask', { question: 'What did Olavsen offer?', private: true })
    expect(reply.isPrivate).toBe(true)
  })

  it('answers in a direct message and in a server without the bot', async () => {
    const inDm = await ada.command('ask', { question: 'What did Olavsen offer?' }, { dm: true })
    expect(inDm.text).toContain('05LINDGARD212 ¶1')
    expect((await inDm.click('[1] ¶1')).text).toContain('**The second is a shared')
    const elsewhere = running.standIn.guild({ name: 'Elsewhere', botIsMember: false })
    const reply = await ada.command('ask', { question: 'What did Olavsen offer?' }, { guild: elsewhere })
    expect((await reply.click('[2] ¶4')).text).toContain('### 05LINDGARD212 ¶4')
  })

  it('hands on the question clean and the filters checked', async () => {
    await ada.command('ask', {
      question: '  Who \u200B won\n the regatta? ',
      post: 'Lindgard',
      after: '2004',
      before: '2005-02',
      classification: 'SECRET',
      tag: 'PREL',
    })
    expect(asked.at(-1)).toEqual({
      text: 'Who won the regatta?',
      filters: {
        origin: 'Lindgard',
        after: '2004-01-01',
        before: '2005-02-28',
        classification: 'SECRET',
        tag: 'PREL',
      },
      history: [],
    })
  })

  it.each([
    ['an empty question', { question: ' \u200B ' }, /question is empty/u],
    ['a question of signs only', { question: '???' }, /question is empty/u],
    [
      'a day that does not exist',
      { question: 'Who won?', after: '2005-02-30' },
      /can’t read “2005-02-30” as a date/u,
    ],
    ['a date in words', { question: 'Who won?', before: 'yesterday' }, /can’t read “yesterday” as a date/u],
  ])('refuses %s with a sentence', async (_, options, sentence) => {
    const before = asked.length
    expect((await ada.command('ask', options)).text).toMatch(sentence)
    expect(asked).toHaveLength(before)
  })

  it('suggests posts and TAGS of the archive while they are typed', async () => {
    expect(await ada.autocomplete('ask', { focused: 'post', value: 'lind' })).toEqual([
      { name: 'Embassy Lindgard (1)', value: 'Embassy Lindgard' },
    ])
    expect(await ada.autocomplete('ask', { focused: 'tag', value: 'waterborne' })).toEqual([
      { name: 'EWWT · Waterborne Transportation (2)', value: 'EWWT' },
    ])
    const [post] = await ada.autocomplete('ask', { focused: 'post', value: '<@&1>' })
    expect(post?.value).toBe(HOSTILE.origin)
  })

  it('shows hostile text as text and pings nobody', async () => {
    const reply = await ada.command('ask', { question: '@everyone <@&1> `what` did they **say**?' })
    expect(reply.text).toMatchInlineSnapshot(`
      "│ > @​everyone \\\`what\\\` did they \\*\\*say\\*\\*?
      │ said \\\`\\\`\\\`stop\\\`\\\`\\\` and @​here left. [1]
      │ -# Sure: the cited paragraphs say so.
      │ ---
      │ [1] 07OSTRAVIK66 ¶1 (C) · Embassy \\<@&​1> Ostravik · 3 Mar 1987 · @​everyone \\*\\*READ\\*\\* \\\`THIS\\\` https\\://example.org yrtne
      │ [[1] ¶1]
      │ <Cite a source in a footnote: [1] 07OSTRAVIK66 ¶1>
      │ ---
      │ [More passages] [Ask a follow-up] [👍] [👎]"
    `)
    expect(reply.message.mention_everyone).toBe(false)
    expect(reply.message.mentions).toEqual([])
    expect((await reply.click('[1] ¶1')).text).toMatchInlineSnapshot(`
      "(private)
      │ ### 07OSTRAVIK66 ¶1 (C)
      │ Embassy \\<@&​1> Ostravik · 3 Mar 1987 · CONFIDENTIAL
      │ -# @​everyone \\*\\*READ\\*\\* \\\`THIS\\\` https\\://example.org yrtne
      │ ---
      │ **\\# \\[Heading\\](https\\://example.org)**
      │ \\> \\<@​123456789012345678> **said \\\`\\\`\\\`stop\\\`\\\`\\\` and @​here left.**
      │ \\# Not a heading
      │ 1\\. Not a list
      │ ⁨שלום \\*\\*bold\\*\\* \\| 2⁩
      │ [¶2 ▶] [Open cable] [Cite] [Similar]"
    `)
  })

  it('tells of a fault with a number, and keeps the stack in the log beside the interaction', async () => {
    const reply = await ada.command('ask', { question: 'What is broken?' })
    const [, errorId] = /error number ([0-9a-f]{8})/u.exec(reply.text) ?? []
    expect(reply.text).toMatch(/Something went wrong on my side/u)
    expect(reply.text).not.toContain('secret')
    expect(running.log.find((line) => line.errorId === errorId)).toMatchObject({
      level: 50,
      interaction: reply.interaction?.id,
      what: '/ask',
      err: {
        message: 'the index is on fire: secret-stack',
        stack: expect.stringContaining('answerTo') as string,
      },
    })
  })

  it('keeps what people ask out of the log', async () => {
    await ada.command('ask', { question: 'Who is the unspeakable Grimsel?' })
    expect(JSON.stringify(running.log)).not.toContain('Grimsel')
  })
})

describe('whatever is sent', () => {
  it('is acknowledged first, mentions nobody and shows no link preview', () => {
    const bodies = running.standIn.requests.filter(({ route }) => route.startsWith('/webhooks/'))
    expect(bodies.length).toBeGreaterThan(20)
    for (const { body } of bodies) {
      expect(body).toMatchObject({ allowed_mentions: { parse: [] } })
      const { flags } = body as { flags: number }
      expect(flags & MessageFlags.SuppressEmbeds).toBe(MessageFlags.SuppressEmbeds)
      expect(flags & MessageFlags.IsComponentsV2).toBe(MessageFlags.IsComponentsV2)
    }
    for (const milliseconds of running.standIn.acknowledgements) expect(milliseconds).toBeLessThan(3_000)
  })
})
