/** A cable with more references, and more cables that cite it, than a menu holds. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { User } from '../../src/playground/user.js'
import { abstention, cable, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const HUB = cable(
  {
    id: '06TARSUND500',
    subject: 'THE HUB',
    references: Array.from({ length: 31 }, (_, at) => `05LINDGARD${100 + at}`),
  },
  [{ text: 'It all comes together here.' }],
)
const CITING = Array.from({ length: 40 }, (_, at) =>
  cable({ id: `07TARSUND${600 + at}`, subject: `PART ${at + 1}`, references: [HUB.id] }, [
    { text: 'See ref.' },
  ]),
)

let running: RunningBot
let ada: User

beforeAll(async () => {
  running = await runBot(servicesOf(() => Promise.resolve(abstention()), [HUB, ...CITING]))
  ada = running.standIn.user({ name: 'Ada' })
})

afterAll(() => running.stop())

it('says how many there are, and gives the first', async () => {
  const { text } = await ada.command('cable', { id: HUB.id })
  expect(text).toContain('<Open a reference (31): 05LINDGARD100 |')
  expect(text).toContain('<Cited by (40): 07TARSUND600 |')
  expect(text).toContain('[All 31 references] [All 40 that cite it]')
})

it('lists all that cite it, page by page, and opens each', async () => {
  const hub = await ada.command('cable', { id: HUB.id })
  const list = await hub.click('All 40 that cite it')
  expect(list.isPrivate).toBe(true)
  expect(list.text).toContain('### Cables that cite 06TARSUND500\n│ -# 40 cables · page 1 of 4')
  const seen = new Set<string>()
  for (let page = 1; ; page++) {
    for (const [id] of list.text.matchAll(/07TARSUND\d+/gu)) seen.add(id)
    if (page === 4) break
    await list.click('Later ▶')
    await list.until((now) => now.includes(`page ${page + 1} of 4`))
  }
  expect(seen.size).toBe(40)
  expect(list.buttons).toEqual(['◀ Earlier'])
  expect((await list.select('07TARSUND639')).text).toContain('### PART 40')
})

it('lists all references, also those that are not here', async () => {
  const hub = await ada.command('cable', { id: HUB.id })
  const list = await hub.click('All 31 references')
  expect(list.text).toContain('1\\. 05LINDGARD100 · not in this archive')
  await list.click('Later ▶')
  await list.until((now) => now.includes('31 cables · page 2 of 4'))
  expect(list.text).toContain('20\\. 05LINDGARD119')
})
