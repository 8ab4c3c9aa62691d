/** Reading is one private message, turned in place, with a way back. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Reply } from '../../src/playground/reply.js'
import type { User } from '../../src/playground/user.js'
import type { Channel } from '../../src/playground/world.js'
import { answerOf, cable, HARBOUR, LONG, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const QUOTE = 'The second is a shared\ncoast guard.'
const REPORT = cable({ id: '05LINDGARD198', subject: 'THE FIRST ROUND', references: [HARBOUR.id] }, [
  { number: 1, text: 'They met for the first time.' },
])

let running: RunningBot
let ada: User
let channel: Channel

beforeAll(async () => {
  const services = servicesOf(() => Promise.resolve(answerOf([HARBOUR, 2, QUOTE])), [HARBOUR, LONG, REPORT])
  const like = REPORT.paragraphs.map((paragraph) => ({ cable: REPORT, paragraph, similarity: 0.9 }))
  running = await runBot({ ...services, similar: () => Promise.resolve(like) })
})

afterAll(() => running.stop())

beforeEach(() => {
  channel = running.standIn.channel('reading')
  ada = running.standIn.user({ name: 'Ada' })
})

/** The cited paragraph, opened from an answer that all see. */
async function openCited(): Promise<Reply> {
  const answer = await ada.command('ask', { question: 'What did Olavsen offer?' }, { channel })
  return answer.click('[1] ¶1')
}

/** All that Ada sees where she asked. */
function seen(): Reply[] {
  return running.standIn.messages(ada, channel)
}

it('leads to a neighbour and back in two clicks, and leaves one private message behind', async () => {
  const paragraph = await openCited()
  const first = paragraph.text
  expect(first).toContain('**The second is a shared\n│ coast guard.**')
  const next = await paragraph.click('¶2 ▶')
  expect(next.text).toContain('### 05LINDGARD212 ¶2 (C)')
  expect(next.buttons).toContain('↩ 05LINDGARD212 ¶1')
  const again = await next.click('◀ ¶1')
  expect(again.text).toBe(first)
  expect(seen().map(({ isPrivate }) => isPrivate)).toEqual([false, true])
  expect(again.message.id).toBe(paragraph.message.id)
})

it('leads back to the cited paragraph from any distance, its quotes still in bold', async () => {
  const paragraph = await openCited()
  const first = paragraph.text
  await paragraph.click('¶2 ▶')
  await paragraph.click('¶2 ▶')
  await paragraph.click('¶4 ▶')
  expect(paragraph.text).toContain('### 05LINDGARD212 ¶4')
  await paragraph.click('↩ 05LINDGARD212 ¶1')
  expect(paragraph.text).toBe(first)
  expect(seen()).toHaveLength(2)
})

it('opens the cable with the paragraph marked that one came from, and goes back', async () => {
  const paragraph = await openCited()
  const first = paragraph.text
  await paragraph.click('Open cable')
  expect(paragraph.text).toContain('➤ **¶1** (C) Minister Olavsen made three offers.')
  expect(paragraph.text.match(/➤/gu)).toHaveLength(1)
  await paragraph.click('↩ 05LINDGARD212 ¶1')
  expect(paragraph.text).toBe(first)
  expect(seen()).toHaveLength(2)
})

it('walks from cable to cable, to footnotes and to similar passages in place, and back step by step', async () => {
  const reader = await openCited()
  await reader.click('Open cable')
  const page = reader.text
  await reader.select('05LINDGARD198', 'Open a reference (2)')
  expect(reader.text).toContain('### THE FIRST ROUND')
  await reader.click('Cite')
  expect(reader.text).toContain('### How to cite 05LINDGARD198')
  expect(reader.buttons).toEqual([
    'Open the source',
    '↩ 05LINDGARD212 ¶1',
    '↩ 05LINDGARD212',
    '↩ 05LINDGARD198',
  ])
  await reader.click('↩ 05LINDGARD198')
  expect(reader.text).toContain('### THE FIRST ROUND')
  await reader.click('↩ 05LINDGARD212')
  expect(reader.text).toBe(page)
  await reader.click('Similar')
  await reader.click('05LINDGARD198 ¶1')
  expect(reader.text).toContain('They met for the first time.')
  await reader.click('↩ 05LINDGARD212')
  expect(reader.text).toBe(page)
  expect(seen()).toHaveLength(2)
})

it('keeps the way back and the mark while pages are turned, and marks where one jumps to', async () => {
  const copy = await (
    await ada.command('cable', { id: LONG.id, paragraph: '3', private: true }, { channel })
  ).click('Open cable')
  expect(copy.text).toContain('➤ **¶3** (C)')
  const marked = copy.text
  await copy.click('Page 2 of 6 ▶')
  expect(copy.text).not.toContain('➤')
  await copy.click('◀ Page 1 of 6')
  expect(copy.text).toBe(marked)
  await (await copy.click('Go to ¶')).submitModal({ paragraph: '30' })
  expect(copy.text).toContain('➤ **¶30** (C)')
  await copy.click('↩ 06TARSUND1407 ¶3')
  expect(copy.text).toContain('### 06TARSUND1407 ¶3')
})

it('leaves what all see as it is: from there the cable opens beside', async () => {
  const shown = await ada.command('cable', { id: HARBOUR.id, paragraph: '1' }, { channel })
  const before = shown.text
  const whole = await shown.click('Open cable')
  expect(whole.isPrivate).toBe(true)
  expect(whole.text).toContain('➤ **¶1**')
  expect(shown.text).toBe(before)
  const reference = await shown.click('Cite')
  expect(reference.isPrivate).toBe(true)
  expect(reference.buttons).toEqual(['Open the source'])
})

it('says so beside the view when what one goes back to is no more', async () => {
  const reader = await openCited()
  await reader.click('¶2 ▶')
  const before = reader.text
  const told = await reader.forge('back.1:99NOWHERE1:3:0:')
  expect(told.text).toContain('99NOWHERE1 is not in this archive')
  expect(reader.text).toBe(before)
})
