import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/playground/reply.js'
import type { User } from '../../src/playground/user.js'
import type { Guild } from '../../src/playground/world.js'
import { type App, openApp } from '../../src/app.js'
import type { Cable } from '../../src/cables/cable.js'
import type { ReadOutcome } from '../../src/cables/outcome.js'
import { readSettings } from '../../src/config.js'
import { ingest } from '../../src/library/ingest.js'
import { Records } from '../../src/records/records.js'
import { DEFAULT_SETTINGS } from '../../src/records/settings.js'
import { servicesPerServer } from '../../src/services.js'
import { cable, HARBOUR } from '../support/archive.js'
import { useTestModels } from '../support/embedding.js'
import { runBot, type RunningBot } from '../support/bot.js'

const CHOIR = cable(
  {
    id: '01LINDGARD415',
    origin: 'Embassy Lindgard',
    date: '2001-08-22T10:00:00Z',
    subject: 'THE CHOIR THAT GRADY SOLD',
    references: ['05LINDGARD212'],
  },
  [
    { text: 'Linus Grady (strictly protect), passport number OR4471902, told us all.', heading: 'Grady' },
    { text: 'The next day Grady named the clerk and showed OR4471902.' },
  ],
)
const ORIGINAL = `SUBJECT: ${CHOIR.subject}\n\n${CHOIR.paragraphs.map(({ text }) => text).join('\n\n')}`

/** Whoever is named in the cable, in any part of it. */
const SOURCE = /grady|linus|4471902/iu

async function* outcomesOf(cables: readonly Cable[]): AsyncGenerator<ReadOutcome> {
  for (const each of cables) yield await Promise.resolve({ kind: 'cable', cable: each, message: ORIGINAL })
}

let folder: string
let app: App
let running: RunningBot
let records: Records

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-protection-'))
  records = Records.inMemory()
  const dataDir = join(folder, 'data')
  useTestModels(dataDir)
  app = await openApp(readSettings({ DATA_DIR: dataDir }), pino({ level: 'silent' }), () => undefined)
  await ingest({ ...app, outcomes: outcomesOf([CHOIR, HARBOUR]) })
  const corpus = {
    roles: [],
    add: () => Promise.reject(new Error('nothing is added')),
    remove: () => Promise.resolve(false),
    status: () => ({ pending: 0, isBusy: false }),
  }
  const about = { version: '1', embeddingModel: 'none', languageModel: null, keepsQuestions: false }
  const servicesFor = servicesPerServer({ app, records, corpus, about, sourceUrlTemplate: undefined }, true)
  running = await runBot(servicesFor(DEFAULT_SETTINGS), { servicesFor })
})

afterAll(async () => {
  await running.stop()
  await app.close()
  rmSync(folder, { recursive: true })
})

/** Everything that a person can come to see of the cable, files and suggestions included. */
async function everythingIn(guild: Guild, reader: User): Promise<string[]> {
  const { id } = CHOIR
  const seen: Reply[] = []
  const see = async (reply: Promise<Reply>): Promise<Reply> => {
    const shown = await reply
    seen.push(shown)
    return shown
  }
  const answer = await see(
    reader.command('ask', { question: 'Who named the clerk the next day?' }, { guild }),
  )
  const paragraph = await see(answer.click('[1] ¶2'))
  const texts = [JSON.stringify(answer.message.components)]
  await see(paragraph.click('◀ ¶1'))
  await see(answer.click('More passages'))
  await see((await answer.click('Ask a follow-up')).submitModal({ question: 'And then?' }))
  const shown = await see(reader.command('cable', { id }, { guild }))
  await see(shown.click('Cite'))
  await see(shown.click('Similar'))
  const file = await see(shown.click('Download'))
  texts.push(await (await fetch(file.message.attachments[0]?.url ?? '')).text())
  await see(reader.command('cable', { id: HARBOUR.id }, { guild }))
  await see(reader.command('cable', { id: '01LINDGARD416' }, { guild }))
  await see(reader.command('cite', { id, paragraph: '2' }, { guild }))
  await see(reader.command('search', { words: 'clerk' }, { guild }))
  await see(reader.command('similar', { id: HARBOUR.id }, { guild }))
  await see(reader.command('browse', {}, { guild }))
  await see(reader.mention('Who named the clerk?', { guild }))
  await see(reader.messageCommand('Find cables mentioned', reader.say(`See ${id}.`, { guild })))
  const typed = { focused: 'paragraph', value: '', options: { id }, guild }
  texts.push(JSON.stringify(await reader.autocomplete('cable', typed)))
  texts.push(JSON.stringify(await reader.autocomplete('cable', { focused: 'id', value: '01lind', guild })))
  return [...texts, ...seen.map((reply) => JSON.stringify(reply.message))]
}

describe('a protected source', () => {
  it('is named nowhere in a server that has set nothing, nor in one that masks', async () => {
    const { standIn } = running
    const ada = standIn.user({ name: 'Ada' })
    const masking = standIn.guild({ name: 'Masking' })
    records.changeSettings(masking.id, { protectsSources: true })
    for (const guild of [standIn.home, masking]) {
      const texts = await everythingIn(guild, ada)
      expect(texts.length).toBeGreaterThan(20)
      for (const text of texts) expect(text).not.toMatch(SOURCE)
      expect(texts.join('\n')).toContain('█protected█')
    }
  })

  it('is shown in a server for which the owner allowed it, and there only', async () => {
    const { standIn } = running
    const open = standIn.guild({ name: 'Open' })
    const refused = await standIn.user({ name: 'Bob' }).command('cable', { id: CHOIR.id }, { guild: open })
    expect(refused.text).not.toMatch(SOURCE)
    await standIn.owner.command('settings change', { sources: 'shown' }, { guild: open })
    const ada = standIn.user({ name: 'Ada' })
    const texts = await everythingIn(open, ada)
    expect(texts.filter((text) => SOURCE.test(text)).length).toBeGreaterThan(15)
    // A button that came from there shows no more elsewhere.
    const elsewhere = await ada.command('cable', { id: CHOIR.id }, { dm: true })
    expect(elsewhere.text).not.toMatch(SOURCE)
  })
})
