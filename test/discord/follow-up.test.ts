import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/answer.js'
import type { Query } from '../../src/retrieval/query.js'
import type { User } from '../../src/playground/user.js'
import { abstention, answerOf, HARBOUR, passageOf, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const asked: Query[] = []

function answerTo(query: Query): Promise<Answer> {
  asked.push(query)
  return Promise.resolve(
    /nobody knows/u.test(query.text)
      ? abstention(passageOf(HARBOUR, 3))
      : answerOf([HARBOUR, 5, 'Ordinary people want the ferry more than the school.']),
  )
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

describe('a follow-up', () => {
  it('keeps the questions before it, and their filters, from one to the next', async () => {
    const question = 'What do *ordinary* people want from @everyone?'
    const first = await ada.command('ask', { question, post: 'Embassy Lindgard', after: '2005', tag: 'PREL' })
    const modal = await first.click('Ask a follow-up')
    expect(modal.text).toMatchInlineSnapshot(`
      "# A follow-up question
      Your question (required): 
      Everyone in this channel will see your question and the answer.
      Only cables from this post: <No filter: *Embassy Lindgard | Embassy <@&1> Ostravik | Embassy Tarsund>
      Only this classification: <No filter: Unclassified | Confidential | Secret>"
    `)
    const second = await modal.submitModal({ question: 'And who pays for it?' })
    expect(second.text).toMatchInlineSnapshot(`
      "│ -# Following up on:
      │ -# ↳ What do \\*ordinary\\* people want from @​everyone?
      │ > And who pays for it?
      │ -# Filters: Embassy Lindgard · from 1 Jan 2005 · PREL (External Political Relations)
      │ Ordinary people want the ferry more than the school. [1]
      │ -# Sure: the cited paragraphs say so.
      │ ---
      │ [1] 05LINDGARD212 ¶4 · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ [[1] ¶4]
      │ <Cite a source in a footnote: [1] 05LINDGARD212 ¶4>
      │ ---
      │ [More passages] [Ask a follow-up] [👍] [👎]"
    `)
    expect(second.isPrivate).toBe(false)
    expect(second.message.id).not.toBe(first.message.id)
    const third = await (
      await second.click('Ask a follow-up')
    ).submitModal({ 'Your question': 'What nobody knows?' })
    expect(third.text).toMatchInlineSnapshot(`
      "│ -# Following up on:
      │ -# ↳ What do \\*ordinary\\* people want from @​everyone?
      │ -# ↳ And who pays for it?
      │ > What nobody knows?
      │ -# Filters: Embassy Lindgard · from 1 Jan 2005 · PREL (External Political Relations)
      │ I found no paragraph in this archive that answers the question.
      │ ---
      │ **Nearest passages**
      │ 05LINDGARD212 ¶2 (C) · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ > The ferry will run twice a day. -- from Lindgard at dawn; -- from Tarsund at dusk.
      │ [05LINDGARD212 ¶2]
      │ ---
      │ [More passages] [Ask a follow-up] [👍] [👎]"
    `)
    const filters = { origin: 'Embassy Lindgard', after: '2005-01-01', tag: 'PREL' }
    expect(asked.map(({ text, history }) => ({ text, history }))).toEqual([
      { text: question, history: [] },
      { text: 'And who pays for it?', history: [question] },
      { text: 'What nobody knows?', history: [question, 'And who pays for it?'] },
    ])
    expect(asked.map((query) => query.filters)).toEqual([filters, filters, filters])
  })

  it('of a private answer is private', async () => {
    const first = await ada.command('ask', { question: 'What do people want?', private: true })
    const modal = await first.click('Ask a follow-up')
    expect(modal.text).not.toContain('Everyone in this channel')
    expect((await modal.submitModal({ question: 'And then?' })).isPrivate).toBe(true)
  })

  it('of another reader follows up on the same answer, without touching it', async () => {
    const first = await ada.command('ask', { question: 'What do people want?' })
    const before = first.text
    const modal = await first.as(running.standIn.user({ name: 'Grace' })).click('Ask a follow-up')
    const second = await modal.submitModal({ question: 'And then?' })
    expect(second.text).toContain('-# ↳ What do people want?')
    expect(first.text).toBe(before)
  })

  it('works in a direct message, where no channel is known', async () => {
    const first = await ada.command('ask', { question: 'What do people want?' }, { dm: true })
    const second = await (await first.click('Ask a follow-up')).submitModal({ question: 'And then?' })
    expect(second.text).toContain('-# ↳ What do people want?')
  })

  it('is asked in the reader’s language', async () => {
    const ana = running.standIn.user({ name: 'Ana', locale: 'es-ES' })
    const first = await ana.command('ask', { question: 'What do people want?' })
    expect(first.text).toMatchInlineSnapshot(`
      "│ > What do people want?
      │ Ordinary people want the ferry more than the school. [1]
      │ -# Seguro: lo dicen los párrafos citados.
      │ ---
      │ [1] 05LINDGARD212 ¶4 · Embassy Lindgard · 14 sept 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ [[1] ¶4]
      │ <Citar una fuente en una nota: [1] 05LINDGARD212 ¶4>
      │ ---
      │ [Más pasajes] [Pregunta de seguimiento] [👍] [👎]"
    `)
    const modal = await first.click('Pregunta de seguimiento')
    expect(modal.text).toMatchInlineSnapshot(`
      "# Pregunta de seguimiento
      Tu pregunta (required): 
      Todos en este canal verán tu pregunta y la respuesta.
      Solo cables de este puesto: <Sin filtro: Embassy <@&1> Ostravik | Embassy Lindgard | Embassy Tarsund>
      Solo esta clasificación: <Sin filtro: Unclassified | Confidential | Secret>"
    `)
    // What was asked is found again whatever the language it is shown in.
    await modal.submitModal({ question: 'And then?' })
    expect(asked.at(-1)?.history).toEqual(['What do people want?'])
  })

  it('without a question is refused', async () => {
    const first = await ada.command('ask', { question: 'What do people want?' })
    const modal = await first.click('Ask a follow-up')
    expect((await modal.submitModal({ question: ' ? ' })).text).toMatch(/question is empty/u)
  })
})

describe('a private answer', () => {
  it('is shared as it stands, by its asker only, and once', async () => {
    const answer = await ada.command('ask', { question: 'What do people want?', private: true })
    await answer.click('Share')
    await answer.until((now) => now.includes('-# Shared'))
    const shared = running.standIn.messages(running.standIn.user({ name: 'Grace' })).at(-1)
    expect(shared?.isPrivate).toBe(false)
    expect(shared?.text).toMatchInlineSnapshot(`
      "│ > What do people want?
      │ Ordinary people want the ferry more than the school. [1]
      │ -# Sure: the cited paragraphs say so.
      │ ---
      │ [1] 05LINDGARD212 ¶4 · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ [[1] ¶4]
      │ <Cite a source in a footnote: [1] 05LINDGARD212 ¶4>
      │ ---
      │ [More passages] [Ask a follow-up] [👍] [👎]
      -# Shared by Ada"
    `)
    expect(answer.text).toMatchInlineSnapshot(`
      "(private)
      │ > What do people want?
      │ Ordinary people want the ferry more than the school. [1]
      │ -# Sure: the cited paragraphs say so.
      │ ---
      │ [1] 05LINDGARD212 ¶4 · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ [[1] ¶4]
      │ <Cite a source in a footnote: [1] 05LINDGARD212 ¶4>
      │ ---
      │ [More passages] [Ask a follow-up] [👍] [👎]
      -# Shared"
    `)
    expect(answer.buttons).not.toContain('Share')
    const opened = await shared?.click('[1] ¶4')
    expect(opened?.text).toContain('**Ordinary people want the ferry')
  })

  it('is shared once, however often the button is pressed before it goes', async () => {
    const { standIn } = running
    const question = 'What do people want, once?'
    const answer = await ada.command('ask', { question, private: true })
    const presses = await Promise.all([1, 2, 3].map(() => answer.click('Share')))
    await answer.until((now) => now.includes('-# Shared'))
    const shared = standIn
      .messages(standIn.user({ name: 'Grace' }))
      .filter(({ text }) => text.endsWith('Shared by Ada') && text.includes(question))
    expect(shared).toHaveLength(1)
    const told = presses.filter(({ text }) => text.includes('You have already shared this answer.'))
    expect(told).toHaveLength(2)
  })

  it('cannot be used by anybody else', async () => {
    const answer = await ada.command('ask', { question: 'What do people want?', private: true })
    const grace = running.standIn.user({ name: 'Grace' })
    expect(() => answer.as(grace).click('Share')).toThrow(/grace does not see it/u)
  })
})

describe('more passages', () => {
  it('for the question of an answer are shown to who asks for them, with the words in bold', async () => {
    const answer = await ada.command('ask', { question: 'What about the ferry at dawn?' })
    const more = await answer.click('More passages')
    expect(more.text).toMatchInlineSnapshot(`
      "(private)
      │ > What about the ferry at dawn?
      │ -# Passages 1 to 2 of 2, best first
      │ ---
      │ 1\\. 05LINDGARD212 ¶2 (C) · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ > The **ferry** will run twice a day. -- from Lindgard at **dawn**; -- from Tarsund at dusk.
      │ [05LINDGARD212 ¶2]
      │ 2\\. 05LINDGARD212 ¶4 · Embassy Lindgard · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ > Ordinary people want the **ferry** more than the school.
      │ [05LINDGARD212 ¶4]"
    `)
    expect(more.isPrivate).toBe(true)
  })
})

describe('/search', () => {
  it('shows ranked passages page by page', async () => {
    const found = await ada.command('search', { words: 'chair order' })
    expect(found.text).toMatchInlineSnapshot(`
      "│ > chair order
      │ -# Passages 1 to 5 of 39, best first
      │ ---
      │ 1\\. 06TARSUND1407 ¶1 (C) · Embassy Tarsund · 3 Mar 1987 · MINUTES OF THE FISHERIES CONFERENCE
      │ > Item 1 of the agenda. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The…
      │ [06TARSUND1407 ¶1]
      │ 2\\. 06TARSUND1407 ¶2 (C) · Embassy Tarsund · 3 Mar 1987 · MINUTES OF THE FISHERIES CONFERENCE
      │ > Item 2 of the agenda. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The…
      │ [06TARSUND1407 ¶2]
      │ 3\\. 06TARSUND1407 ¶3 (C) · Embassy Tarsund · 3 Mar 1987 · MINUTES OF THE FISHERIES CONFERENCE
      │ > Item 3 of the agenda. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The…
      │ [06TARSUND1407 ¶3]
      │ 4\\. 06TARSUND1407 ¶4 (C) · Embassy Tarsund · 3 Mar 1987 · MINUTES OF THE FISHERIES CONFERENCE
      │ > Item 4 of the agenda. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The…
      │ [06TARSUND1407 ¶4]
      │ 5\\. 06TARSUND1407 ¶5 (C) · Embassy Tarsund · 3 Mar 1987 · MINUTES OF THE FISHERIES CONFERENCE
      │ > Item 5 of the agenda. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The **chair** asked for **order** and got it. The…
      │ [06TARSUND1407 ¶5]
      │ [Next ▶]"
    `)
    await found.click('Next ▶')
    expect(found.text).toContain('Passages 6 to 10 of 39')
    await found.click('◀ Previous')
    expect(found.text).toContain('Passages 1 to 5 of 39')
    const opened = await found.click('06TARSUND1407 ¶1')
    expect(opened.text).toContain('Item 1 of the agenda')
  })

  it('says so when nothing fits', async () => {
    expect((await ada.command('search', { words: 'zeppelin', post: 'Lindgard' })).text)
      .toMatchInlineSnapshot(`
        "│ > zeppelin
        │ -# Filters: Lindgard
        │ -# Nothing in this archive matches these words. Try other words or fewer filters."
      `)
  })
})
