/** The real app over the invented cables, and the real bot on top of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { type App, openApp } from '../../src/app.js'
import { ingestInto } from '../../src/cli/ingest.js'
import { readSettings } from '../../src/config.js'
import type { OptionValue } from '../../src/playground/command-options.js'
import type { Place } from '../../src/playground/dispatch.js'
import type { Reply } from '../../src/playground/reply.js'
import type { User } from '../../src/playground/user.js'
import { Records } from '../../src/records/records.js'
import { DEFAULT_SETTINGS } from '../../src/records/settings.js'
import { servicesPerServer } from '../../src/services.js'
import { runBot, type RunningBot } from '../support/bot.js'
import { useTestModels } from '../support/embedding.js'
import { MESSAGES, written } from './cables.js'
import { shown } from './asking.js'

/** A data folder of its own. */
export class Archive {
  readonly folder = mkdtempSync(join(tmpdir(), 'pilcrow-attempts-'))
  readonly dataDir = join(this.folder, 'data')
  readonly #apps: App[] = []

  constructor() {
    useTestModels(this.dataDir)
  }

  /** Opens it once more, with other settings. */
  async open(
    settings: Readonly<Record<string, string>> = {},
    logger: Logger = pino({ level: 'silent' }),
  ): Promise<App> {
    const all = { DATA_DIR: this.dataDir, EMBEDDING_THREADS: '1', ...settings }
    const app = await openApp(readSettings(all), logger, () => undefined)
    this.#apps.push(app)
    return app
  }

  /** Through the real ingest, in the order of the numbers given. */
  async fill(app: App, messages: Readonly<Record<string, string>> = MESSAGES): Promise<void> {
    for (const [at, [id, message]] of Object.entries(messages).entries()) {
      await ingestInto(app, [written(join(this.folder, `cables-${at}-${Math.random()}`), { [id]: message })])
    }
  }

  async close(): Promise<void> {
    for (const app of this.#apps) await app.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** People who each ask once, so that nobody asks too often. */
export class Room {
  readonly #running: RunningBot
  readonly records: Records
  #readers = 0

  private constructor(running: RunningBot, records: Records) {
    this.#running = running
    this.records = records
  }

  static async start(app: App): Promise<Room> {
    const records = Records.inMemory({ keepsQuestions: true })
    const corpus = {
      roles: [],
      add: () => Promise.reject(new Error('nothing is added')),
      remove: () => Promise.resolve(false),
      status: () => ({ pending: 0, isBusy: false }),
    }
    const about = { version: '1', embeddingModel: 'none', languageModel: null, keepsQuestions: true }
    const sourceUrlTemplate = 'https://archive.example/cable/{id}'
    const servicesFor = servicesPerServer({ app, records, corpus, about, sourceUrlTemplate }, true)
    return new Room(await runBot(servicesFor(DEFAULT_SETTINGS), { servicesFor }), records)
  }

  get standIn(): RunningBot['standIn'] {
    return this.#running.standIn
  }

  get log(): string {
    return JSON.stringify(this.#running.log)
  }

  reader(): User {
    this.#readers += 1
    return this.standIn.user({ name: `Reader ${this.#readers}` })
  }

  command(name: string, options: Readonly<Record<string, OptionValue>>, place: Place = {}): Promise<Reply> {
    return this.reader().command(name, options, place)
  }

  /** What an answer shows, without the question. */
  async ask(
    question: string,
    options: Readonly<Record<string, OptionValue>> = {},
    place: Place = {},
  ): Promise<string> {
    return shown(await this.command('ask', { question, ...options }, place), echoes(question))
  }

  async search(words: string, options: Readonly<Record<string, OptionValue>> = {}): Promise<string> {
    return withoutNamed(shown(await this.command('search', { words, ...options }), echoes(words)), words)
  }

  /** Every page of what is found. */
  async pagesOf(words: string): Promise<string> {
    const reply = await this.command('search', { words })
    const pages = [shown(reply, echoes(words))]
    for (let next = onwards(reply); next !== undefined; next = onwards(reply)) {
      await reply.click(next)
      pages.push(shown(reply, echoes(words)))
    }
    return withoutNamed(pages.join('\n'), words)
  }

  stop(): Promise<void> {
    return this.#running.stop()
  }
}

/** The button to the next page. */
function onwards(reply: Reply): string | undefined {
  return reply.buttons.find((label) => label.endsWith('▶'))
}

/** Without the words of what was typed that the reply names one by one, as those that are nowhere. */
export function withoutNamed(text: string, typed: string): string {
  return text.replace(/“([^”]*)”/gu, (quoted, words: string) =>
    typed.includes(words.replaceAll('\\', '')) ? '“«typed»”' : quoted,
  )
}

/** What was typed, and as the bot repeats it: composed, without invisible characters. */
function echoes(typed: string): string[] {
  return [typed, typed.normalize('NFC').replace(/\u200B/gu, '')]
}
