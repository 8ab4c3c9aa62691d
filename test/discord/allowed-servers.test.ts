/** An owner who names servers: the bot works there, leaves the others, and keeps silent where it is not wanted. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { User } from '../../src/playground/user.js'
import { readSettings } from '../../src/config.js'
import { answerOf, HARBOUR, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const NAMED = '900000000000000001'
const REFUSED = 'I do not answer in this server'

let running: RunningBot
let ada: User

beforeAll(async () => {
  const services = servicesOf(() =>
    Promise.resolve(answerOf([HARBOUR, 3, 'The ferry will run twice a day.'])),
  )
  running = await runBot(services, { allowedServers: [NAMED] })
  ada = running.standIn.user({ name: 'Ada' })
})

afterAll(() => running.stop())

it('leaves a server that it is in at its start, and says so once in the log', async () => {
  await expect.poll(() => running.standIn.home.botIsMember).toBe(false)
  const left = running.log.filter(({ msg }) => msg.includes('ALLOWED_GUILDS'))
  expect(left.map(({ server }) => server)).toEqual([running.standIn.home.id])
})

it('leaves a server that it is invited to, and stays in one that is named', async () => {
  const { standIn } = running
  const other = standIn.guild({ name: 'Elsewhere' })
  const named = standIn.guild({ name: 'Archive', id: NAMED })
  await expect.poll(() => other.botIsMember).toBe(false)
  expect(named.botIsMember).toBe(true)
  const answer = await ada.command('ask', { question: 'When does the ferry run?' }, { guild: named })
  expect(answer.text).toContain('twice a day')
})

it('tells those who installed it for themselves there, privately, and answers in direct messages', async () => {
  const theirs = running.standIn.guild({ name: 'Theirs', botIsMember: false })
  const told = await ada.command('ask', { question: 'When does the ferry run?' }, { guild: theirs })
  expect(told.isPrivate).toBe(true)
  expect(told.text).toContain(REFUSED)
  const typed = { focused: 'id', value: '05', guild: theirs }
  expect(await ada.autocomplete('cable', typed)).toEqual([])
  const direct = await ada.command('ask', { question: 'When does the ferry run?' }, { dm: true })
  expect(direct.text).toContain('twice a day')
})

it('takes ids with commas between them, and says what is wrong with others', () => {
  expect(readSettings({ ALLOWED_GUILDS: `${NAMED} , 900000000000000002` }).allowedServers).toHaveLength(2)
  expect(readSettings({}).allowedServers).toEqual([])
  expect(() => readSettings({ ALLOWED_GUILDS: 'my server' })).toThrow(
    /ALLOWED_GUILDS must be ids of servers/u,
  )
})
