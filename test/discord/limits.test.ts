/** What counts as a question, and as typing. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { SUGGESTIONS_PER_MINUTE } from '../../src/discord/gate.js'
import type { Guild } from '../../src/playground/world.js'
import type { User } from '../../src/playground/user.js'
import { answerOf, HARBOUR, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

let running: RunningBot
let ada: User
let guild: Guild
let other: Guild

beforeAll(async () => {
  const { standIn } = (running = await runBot(
    servicesOf(() => Promise.resolve(answerOf([HARBOUR, 3, 'The ferry will run twice a day.']))),
  ))
  guild = standIn.guild({ name: 'Busy' })
  other = standIn.guild({ name: 'Busy, too' })
  for (const each of [guild, other])
    await standIn.owner.command('settings change', { limit: 2 }, { guild: each })
})

beforeEach(() => {
  ada = running.standIn.user({ name: 'Ada' })
})

afterAll(() => running.stop())

it('more passages are a search of their own', async () => {
  const answer = await ada.command('ask', { question: 'What about the ferry?' }, { guild })
  expect((await answer.click('More passages')).text).toContain('Passages 1 to')
  expect((await answer.click('More passages')).text).toContain('asked a lot')
})

it('a second server is no second minute', async () => {
  for (const place of [guild, other]) await ada.command('ask', { question: 'When?' }, { guild: place })
  expect((await ada.command('ask', { question: 'When?' }, { guild: other })).text).toContain('asked a lot')
})

it('who types like a machine gets no more suggestions, and can still ask', async () => {
  const suggest = () => ada.autocomplete('cable', { focused: 'id', value: '05', guild })
  for (let time = 0; time < SUGGESTIONS_PER_MINUTE; time++) await suggest()
  let last = await suggest()
  // The allowance fills up while this runs.
  for (let time = 0; time < 100 && last.length > 0; time++) last = await suggest()
  expect(last).toEqual([])
  expect((await ada.command('cable', { id: '05LINDGARD212' }, { guild })).text).toContain('HARBOUR TALKS')
  expect(running.log.filter(({ level }) => level >= 50)).toEqual([])
})
