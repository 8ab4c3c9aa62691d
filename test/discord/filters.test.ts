/** Filters that no cable passes, over a real library. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { User } from '../../src/playground/user.js'
import { abstention, answerOf, HARBOUR } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'
import { StoredArchive } from '../support/stored-archive.js'

let archive: StoredArchive
let running: RunningBot
let ada: User
let asked = 0

beforeAll(async () => {
  archive = new StoredArchive(({ filters }) => {
    asked += 1
    return Promise.resolve(
      filters.origin === 'Embassy Lindgard'
        ? answerOf([HARBOUR, 3, 'The ferry will run twice a day.'])
        : abstention(),
    )
  })
  const { library } = archive
  running = await runBot({
    ...archive.services,
    counts: () => library.counts(),
    origins: () => library.origins(),
    tagCounts: () => library.tagCounts(),
  })
})

beforeEach(() => {
  ada = running.standIn.user({ name: 'Ada' })
  asked = 0
})

afterAll(async () => {
  await running.stop()
  archive.close()
})

const QUESTION = 'How often does the ferry run?'

describe('a filter that no cable passes', () => {
  it('is told to the asker alone, and the near one answers in its place', async () => {
    const reply = await ada.command('ask', { question: QUESTION, post: 'Lindgart' })
    expect(asked).toBe(0)
    expect(reply.isPrivate).toBe(true)
    expect(reply.text).toContain('This archive has no cables from “Lindgart”.')
    expect(reply.buttons[0]).toMatch(/^Embassy Lindgard \(\d+\)$/u)
    const answered = await reply.click(reply.buttons[0] ?? '')
    expect(answered.message.id).toBe(reply.message.id)
    expect(reply.text).toContain(`> ${QUESTION}`)
    expect(reply.text).toContain('The ferry will run twice a day. [1]')
    expect(reply.text).toContain('Embassy Lindgard')
  })

  it('is a TAG that no cable has: the near ones by letters and by meaning', async () => {
    const byLetters = await ada.command('search', { words: 'ferry', tag: 'EWTT' })
    expect(byLetters.text).toContain('No cable in this archive has the TAG “EWTT”.')
    expect(byLetters.buttons[0]).toMatch(/^EWWT \(.+\) \(\d+\)$/u)
    const found = await byLetters.click(byLetters.buttons[0] ?? '')
    expect(found.buttons.some((label) => label.includes('¶'))).toBe(true)
    const byMeaning = await ada.command('browse', { tag: 'waterborne' })
    expect(byMeaning.buttons.join()).toContain('EWWT')
    await byMeaning.click(byMeaning.buttons[0] ?? '')
    expect(byMeaning.text).toContain('3 cables')
  })

  it('is a first day later than the last: the two are exchanged', async () => {
    const years = await ada.command('ask', { question: QUESTION, after: '2006', before: '2004' })
    expect(years.text).toContain('The dates are the wrong way round: 1 Jan 2006 is later than 31 Dec 2004.')
    expect(years.buttons[0]).toContain('from 1 Jan 2004 · until 31 Dec 2006')
    const months = await ada.command('search', { words: 'ferry', after: '2005-10', before: '2005-02' })
    expect(months.buttons[0]).toContain('from 1 Feb 2005 · until 31 Oct 2005')
    const days = await ada.command('search', { words: 'ferry', after: '2005-10-05', before: '2005-02-03' })
    expect(days.buttons[0]).toContain('from 3 Feb 2005 · until 5 Oct 2005')
  })

  it('is a time from which the archive has nothing: it says which years it has', async () => {
    const year = await ada.command('browse', { year: 1999 })
    expect(year.text).toContain('This archive has cables from 1975 to 2005.')
    expect(year.buttons[0]).toMatch(/^2004 \(1\)$/u)
    await year.click(year.buttons[0] ?? '')
    expect(year.text).toContain('### 2004')
    const after = await ada.command('ask', { question: QUESTION, after: '2020' })
    expect(after.text).toContain('No cables from that time.')
    expect(after.buttons[0]).toMatch(/^Without from 1 Jan 2020/u)
  })

  it('is one that only fails beside the others: each can be left out', async () => {
    const reply = await ada.command('browse', { post: 'Embassy Tarsund', year: 2005 })
    expect(reply.text).toContain('No cable matches all these filters together.')
    expect(reply.buttons.map((label) => label.replace(/ \(.*/u, ''))).toEqual([
      'Without Embassy Tarsund',
      'Without 2005',
    ])
  })

  it('is told in each language, with what was typed as text', async () => {
    for (const [locale, sentence] of [
      ['es-ES', 'Este archivo no tiene cables de «\\*\\*Nirgends\\*\\*».'],
      ['fr', 'Cette archive n’a aucun câble de « \\*\\*Nirgends\\*\\* ».'],
      ['de', 'Dieses Archiv hat keine Depeschen von „\\*\\*Nirgends\\*\\*“.'],
    ] as const) {
      const reader = running.standIn.user({ name: `Filters ${locale}`, locale })
      expect((await reader.command('ask', { question: QUESTION, post: '**Nirgends**' })).text).toContain(
        sentence,
      )
    }
  })

  it('several of them are all named, and mended one after the other', async () => {
    const reply = await ada.command('browse', { post: 'Lindgart', tag: 'EWTT' })
    expect(reply.text).toContain('Lindgart')
    expect(reply.text).toContain('EWTT')
    await reply.click('Embassy Lindgard')
    expect(reply.text).not.toContain('Lindgart')
    expect(reply.text).toContain('EWTT')
    await reply.click(reply.buttons[0] ?? '')
    expect(reply.text).toContain('### Embassy Lindgard · EWWT')
  })
})
