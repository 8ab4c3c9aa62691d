import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBot, type Bot } from '../../src/discord/client.js'
import { register } from '../../src/discord/register.js'
import { StandIn } from '../../src/playground/stand-in.js'
import { Records } from '../../src/records/records.js'
import { answerOf, HARBOUR } from '../support/archive.js'
import { validate } from '../support/discord-validation.js'
import { StoredArchive } from '../support/stored-archive.js'

const asked: string[][] = []

const archive = new StoredArchive(({ text, history }) => {
  asked.push([...history, text])
  return Promise.resolve(answerOf([HARBOUR, 3, 'The ferry will run twice a day.']))
})

let standIn: StandIn
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-restart-'))
  standIn = await StandIn.start({ validate })
  await register({ token: standIn.token, apiUrl: standIn.apiUrl })
})

afterAll(async () => {
  await standIn.stop()
  archive.close()
  rmSync(folder, { recursive: true })
  expect(standIn.problems).toEqual([])
})

/** The bot as a process has it: nothing is kept from one run to the next but what is on disk. */
async function withBot<T>(use: (records: Records) => Promise<T>): Promise<T> {
  const records = Records.open(folder, { keepsQuestions: false })
  const bot: Bot = await startBot({
    token: standIn.token,
    apiUrl: standIn.apiUrl,
    services: { ...archive.services, records },
    logger: pino({ level: 'silent' }),
    onLost: (reason) => expect.fail(reason.message),
  })
  try {
    return await use(records)
  } finally {
    await bot.stop()
    records.close()
  }
}

it('everything on a message works after the bot was restarted, for its reader and for nobody else', async () => {
  const ada = standIn.user({ name: 'Ada' })
  const bob = standIn.user({ name: 'Bob' })
  const { answer, secret, cable, found, list } = await withBot(async (records) => {
    records.changeSettings(standIn.home.id, { usesPerMinute: 200 })
    const shown = {
      answer: await ada.command('ask', { question: 'When does the ferry run?', post: 'Lindgard' }),
      secret: await ada.command('ask', { question: 'And in secret?', private: true }),
      cable: await ada.command('cable', { id: '06TARSUND1407' }),
      found: await ada.command('search', { words: 'chair order' }),
      list: await ada.command('browse'),
    }
    await shown.answer.click('👍')
    return shown
  })

  await withBot(async (records) => {
    const paragraph = await answer.click('[1] ¶2')
    expect(paragraph.text).toContain('**The ferry will run twice a day.**')
    expect((await answer.click('More passages')).text).toContain('> When does the ferry run?')
    const modal = await answer.click('Ask a follow-up')
    expect((await modal.submitModal({ question: 'And who pays?' })).text).toContain('Filters: Lindgard')
    expect(asked.at(-1)).toEqual(['When does the ferry run?', 'And who pays?'])

    const told = await secret.as(bob).forge('share.1')
    expect(told.text).toContain('That answer is private.')
    await secret.click('Share')
    await secret.until((text) => text.includes('-# Shared'))

    await cable.click('Page 2 of 6 ▶')
    expect(cable.buttons).toContain('Page 3 of 6 ▶')
    await found.click('Next ▶')
    expect(found.text).toContain('Passages 6 to 10 of 39')
    await list.select('Embassy Tarsund', 'By post')
    expect(list.text).toContain('### Embassy Tarsund')

    // What people and managers left there is still known, too.
    expect(records.settingsOf(standIn.home.id).usesPerMinute).toBe(200)
    expect((await ada.command('privacy forget')).text).toContain('Ratings: 1,')
    expect(records.stats().feedback).toEqual({ up: 0, down: 0 })
  })
})
