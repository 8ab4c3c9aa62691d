import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { User } from '../../src/playground/user.js'
import { abstention, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const TOOLS = ['Go to ¶', 'Cite', 'Similar', 'Download']

let running: RunningBot
let ada: User

beforeAll(async () => {
  running = await runBot(servicesOf(() => Promise.resolve(abstention())))
})

// Somebody new for each test: how much one person may ask in a minute is limited.
beforeEach(() => {
  ada = running.standIn.user({ name: 'Ada' })
})

afterAll(() => running.stop())

describe('/cable', () => {
  it('shows a cable', async () => {
    expect((await ada.command('cable', { id: '05LINDGARD212' })).text).toMatchInlineSnapshot(`
      "│ ### HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ 05LINDGARD212 · Embassy Lindgard · 14 Sep 2005, 08:30 UTC · CONFIDENTIAL
      │ **To** SECSTATE WASHDC
      │ **Info** EMBASSY TARSUND
      │ **Precedence** ROUTINE (Ordinary traffic)
      │ **Captions** SIPDIS (SIPRNET distribution: message may be posted on SIPRNET for other agencies)
      │ **TAGS** EWWT (Waterborne Transportation), PREL (External Political Relations), LG (Latvia)
      │ **References** 05LINDGARD198, 04TARSUND77
      │ ---
      │ **[1]** (C) Summary: Lindgard will reopen its northern harbour in May.
      │
      │ **Three offers**
      │ **¶1** (C) Minister Olavsen made three offers. The first is a joint pilot school. The second is a shared
      │ coast guard.
      │
      │ **¶2** (C) The ferry will run twice a day.
      │ -- from Lindgard at dawn;
      │ -- from Tarsund at dusk.
      │
      │ **¶2** (S/NF) A second paragraph carries the number two by mistake.
      │
      │ **Comment**
      │ **¶4** Ordinary people want the ferry more than the school.
      │ [Go to ¶] [Cite] [Similar] [Download]
      │ <Open a reference (2): 05LINDGARD198 | 04TARSUND77>"
    `)
  })

  it.each(['05 Lindgard 212', '05lindgard0212', '2005LINDGARD212', ' lindgard 212 ', '05-LINDGARD-000212'])(
    'takes a number as people type it: %s',
    async (id) => {
      expect((await ada.command('cable', { id })).text).toContain('05LINDGARD212 · Embassy Lindgard')
    },
  )

  it('turns pages in place', async () => {
    const reply = await ada.command('cable', { id: '06TARSUND1407' })
    expect(reply.buttons).toEqual(['Page 2 of 6 ▶', ...TOOLS])
    const second = await reply.click('Page 2 of 6 ▶')
    expect(second.message.id).toBe(reply.message.id)
    expect(reply.buttons).toEqual(['◀ Page 1 of 6', 'Page 3 of 6 ▶', ...TOOLS])
    await reply.click('◀ Page 1 of 6')
    expect(reply.text).toContain('**¶1** (C) Item 1 of the agenda.')
  })

  it('gives another reader a copy instead of turning the page under the first', async () => {
    const reply = await ada.command('cable', { id: '06TARSUND1407' })
    const before = reply.text
    const grace = running.standIn.user({ name: 'Grace' })
    const copy = await reply.as(grace).click('Page 2 of 6 ▶')
    expect(copy.isPrivate).toBe(true)
    expect(copy.text).toContain('◀ Page 1 of 6')
    expect(reply.text).toBe(before)
    await copy.click('Page 3 of 6 ▶')
    expect(copy.text).toContain('◀ Page 2 of 6')
  })

  it.each([
    ['2', '05LINDGARD212 ¶2 (C)'],
    ['¶4', '05LINDGARD212 ¶4'],
    ['para 1', '05LINDGARD212 ¶1 (C)'],
    ['[4]', '05LINDGARD212 ¶2 (S/NF)'],
  ])('opens paragraph %s', async (paragraph, head) => {
    const reply = await ada.command('cable', { id: '05LINDGARD212', paragraph })
    expect(reply.text.split('\n')[0]).toBe(`│ ### ${head}`)
  })

  it.each([
    ['9', '05LINDGARD212 has no paragraph 9; its paragraphs run from \\[1\\] to ¶4.'],
    ['first', '“first” isn’t a paragraph number (example: 2).'],
  ])('says so when there is no paragraph %s', async (paragraph, sentence) => {
    expect((await ada.command('cable', { id: '05LINDGARD212', paragraph })).text).toBe(`│ ${sentence}`)
  })

  it('suggests numbers and paragraphs while they are typed', async () => {
    expect(await ada.autocomplete('cable', { focused: 'id', value: 'tars' })).toEqual([
      { name: '06TARSUND1407 · 3 Mar 1987 · MINUTES OF THE FISHERIES CONFERENCE', value: '06TARSUND1407' },
      { name: '75TARSUND3', value: '75TARSUND3' },
    ])
    const options = { id: '05 lindgard 212' }
    expect(await ada.autocomplete('cable', { focused: 'paragraph', value: '2', options })).toEqual([
      {
        name: '¶2 (C) The ferry will run twice a day. -- from Lindgard at dawn; -- from Tarsund at dusk.',
        value: '[3]',
      },
      { name: '¶2 (S/NF) A second paragraph carries the number two by mistake.', value: '[4]' },
    ])
    expect(await ada.autocomplete('cable', { focused: 'paragraph', value: 'ferry', options })).toHaveLength(2)
    expect(
      await ada.autocomplete('cable', { focused: 'paragraph', value: '', options: { id: 'nonsense' } }),
    ).toEqual([])
  })

  it('asks "did you mean" on a near miss, and opens what is chosen in its place', async () => {
    const reply = await ada.command('cable', { id: '05LINDGARD213' })
    expect(reply.text).toMatchInlineSnapshot(`
      "│ There is no cable 05LINDGARD213 in this archive.
      │ ---
      │ **Did you mean**
      │ 05LINDGARD212 · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ [05LINDGARD212]"
    `)
    await reply.click('05LINDGARD212')
    expect(reply.text).toContain('### HARBOUR TALKS')
  })

  it('says what a number looks like when it was given none', async () => {
    const reply = await ada.command('cable', { id: '**@everyone**' })
    expect(reply.text).toBe('│ “\\*\\*@\u200Beveryone\\*\\*” isn’t a cable number (example: 06MEXICO1889).')
  })
})
