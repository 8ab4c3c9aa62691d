/** @module What the bot keeps of its use: settings of servers, counts, feedback, and questions if the owner wants them. */
import { createHmac, randomBytes } from 'node:crypto'
import type { Statement } from 'better-sqlite3'
import { BUSY_TIMEOUT, type Db } from '../database.js'
import { openInMemory, openRecordsFile } from './schema.js'
import { DEFAULT_SETTINGS, readServerSettings, type ServerSettings } from './settings.js'
import { readStats, type Stats } from './stats.js'

export type Verdict = 'up' | 'down'

/** `refused` with a sentence, `failed` with an error number, `limited` because it was too often, `lost` when nothing reached the asker. */
export type Outcome = 'answered' | 'refused' | 'failed' | 'limited' | 'lost'

export interface Use {
  /** Command, or kind and name of a component: `/ask`, `button para`. Never anything that was typed. */
  readonly what: string
  readonly outcome: Outcome
  readonly ms: number
}

export interface Feedback {
  /** Discord's id; only a digest of it is kept. */
  readonly userId: string
  /** Id of the message that was judged. A second verdict of the same person replaces the first. */
  readonly answerId: string
  readonly verdict: Verdict
  /** Kept only when the owner keeps questions. */
  readonly question: string | null
}

export interface AskedQuestion {
  readonly userId: string
  readonly question: string
  readonly outcome: 'answered' | 'abstained'
}

/** How much is kept of a person. */
export interface Kept {
  readonly feedback: number
  readonly questions: number
}

export interface RecordsOptions {
  /** Off unless the owner turns it on. */
  readonly keepsQuestions: boolean
}

/** Characters of a question that are kept. */
const QUESTION_MAX = 1_000

/** Wait (ms) before the log is emptied again, where another process was reading. */
const RETRY_MS = 5_000

export class Records {
  readonly #db: Db
  readonly #key: Buffer
  /** Runs with every use. */
  readonly #countUse: Statement<[string, string, string, number]>
  readonly #settings = new Map<string, ServerSettings>()
  readonly keepsQuestions: boolean
  #retry: NodeJS.Timeout | undefined

  /** @throws UserError when the file cannot be used */
  static open(dataDir: string, options: RecordsOptions): Records {
    return new Records(openRecordsFile(dataDir), options)
  }

  /** Forgotten when the process ends. */
  static inMemory(options: RecordsOptions = { keepsQuestions: false }): Records {
    return new Records(openInMemory(), options)
  }

  private constructor(db: Db, { keepsQuestions }: RecordsOptions) {
    this.#db = db
    this.#key = keyOf(db)
    this.keepsQuestions = keepsQuestions
    this.#countUse = db.prepare(
      `INSERT INTO usage VALUES (?, ?, ?, 1, ?)
       ON CONFLICT DO UPDATE SET uses = uses + 1, milliseconds = milliseconds + excluded.milliseconds`,
    )
  }

  /** @param serverId `null` in direct messages */
  settingsOf(serverId: string | null): ServerSettings {
    if (serverId === null) return DEFAULT_SETTINGS
    const known = this.#settings.get(serverId)
    if (known !== undefined) return known
    const json = this.#db
      .prepare<[string], string>('SELECT settings FROM servers WHERE server = ?')
      .pluck()
      .get(serverId)
    const settings = json === undefined ? DEFAULT_SETTINGS : readServerSettings(json)
    this.#settings.set(serverId, settings)
    return settings
  }

  /** @returns the settings as they stand now */
  changeSettings(serverId: string, changes: Partial<ServerSettings>): ServerSettings {
    // Through the same reading as what is stored, so that nothing is kept that could not be read again.
    const settings = readServerSettings(JSON.stringify({ ...this.settingsOf(serverId), ...changes }))
    this.#db
      .prepare('INSERT INTO servers VALUES (?, ?) ON CONFLICT DO UPDATE SET settings = excluded.settings')
      .run(serverId, JSON.stringify(settings))
    this.#settings.set(serverId, settings)
    return settings
  }

  countUse({ what, outcome, ms }: Use): void {
    this.#countUse.run(today(), what, outcome, Math.round(ms))
  }

  keepFeedback({ userId, answerId, verdict, question }: Feedback): void {
    this.#db
      .prepare(
        `INSERT INTO feedback VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET verdict = excluded.verdict, day = excluded.day, question = excluded.question`,
      )
      .run(this.#digest(userId), answerId, verdict, today(), this.#keptText(question))
  }

  /** Does nothing unless the owner keeps questions. */
  keepQuestion({ userId, question, outcome }: AskedQuestion): void {
    const text = this.#keptText(question)
    if (text === null) return
    this.#db
      .prepare('INSERT INTO questions (person, day, question, outcome) VALUES (?, ?, ?, ?)')
      .run(this.#digest(userId), today(), text, outcome)
  }

  keptOf(userId: string): Kept {
    const person = this.#digest(userId)
    const count = (table: 'feedback' | 'questions'): number =>
      this.#db
        .prepare<[Buffer], number>(`SELECT count(*) FROM ${table} WHERE person = ?`)
        .pluck()
        .get(person) ?? 0
    return { feedback: count('feedback'), questions: count('questions') }
  }

  /** Removes all that is kept of a person, from the log beside the file too. @returns what was there */
  forget(userId: string): Kept {
    const person = this.#digest(userId)
    const kept = this.#db.transaction(() => ({
      feedback: this.#db.prepare('DELETE FROM feedback WHERE person = ?').run(person).changes,
      questions: this.#db.prepare('DELETE FROM questions WHERE person = ?').run(person).changes,
    }))()
    this.#emptyLog()
    return kept
  }

  stats(): Stats {
    return readStats(this.#db)
  }

  close(): void {
    clearTimeout(this.#retry)
    this.#db.pragma('wal_checkpoint(TRUNCATE)')
    this.#db.close()
  }

  /** What was deleted must not live on in the log beside the file. Another process that reads it is not waited for. */
  #emptyLog(): void {
    clearTimeout(this.#retry)
    this.#db.pragma('busy_timeout = 0')
    const [result] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    this.#db.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
    if (result?.busy === 0) return
    this.#retry = setTimeout(() => {
      this.#emptyLog()
    }, RETRY_MS).unref()
  }

  #digest(userId: string): Buffer {
    return createHmac('sha256', this.#key).update(userId).digest().subarray(0, 16)
  }

  #keptText(question: string | null): string | null {
    return this.keepsQuestions && question !== null ? question.slice(0, QUESTION_MAX) : null
  }
}

/** The key of this installation, made once. */
function keyOf(db: Db): Buffer {
  db.prepare('INSERT OR IGNORE INTO keys VALUES (?, ?)').run('person', randomBytes(32))
  const key = db.prepare<[string], Buffer>('SELECT value FROM keys WHERE name = ?').pluck().get('person')
  if (key === undefined) throw new Error('the key of the records was not stored')
  return key
}

/** Days are all that is kept of times. UTC. */
function today(): string {
  return new Date().toISOString().slice(0, 10)
}
