import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UserError } from '../../src/errors.js'
import { Records } from '../../src/records/records.js'
import { DEFAULT_SETTINGS } from '../../src/records/settings.js'

const ADA = '100000000000000001'
const BOB = '100000000000000002'
const SERVER = '200000000000000001'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pilcrow-records-'))
})

afterEach(() => {
  rmSync(dir, { recursive: true })
})

/** Uses the records of the folder as one run of the bot does. */
function inOneRun<T>(use: (records: Records) => T, keepsQuestions = false): T {
  const records = Records.open(dir, { keepsQuestions })
  try {
    return use(records)
  } finally {
    records.close()
  }
}

describe('settings of a server', () => {
  it('outlive the run, server by server', () => {
    inOneRun((records) => {
      expect(records.settingsOf(SERVER)).toEqual(DEFAULT_SETTINGS)
      records.changeSettings(SERVER, { isPrivate: true, channels: ['300000000000000001'] })
      records.changeSettings(SERVER, { language: 'de' })
    })
    inOneRun((records) => {
      const expected = {
        ...DEFAULT_SETTINGS,
        isPrivate: true,
        channels: ['300000000000000001'],
        language: 'de',
      }
      expect(records.settingsOf(SERVER)).toEqual(expected)
      expect(records.settingsOf('200000000000000002')).toEqual(DEFAULT_SETTINGS)
      expect(records.settingsOf(null)).toEqual(DEFAULT_SETTINGS)
    })
  })

  it('that this version cannot use become the default, and the others stay', () => {
    inOneRun((records) => records.changeSettings(SERVER, { isPrivate: true }))
    const db = new Database(join(dir, 'records.sqlite'))
    db.prepare('UPDATE servers SET settings = ?').run(
      '{"isPrivate":true,"usesPerMinute":"lots","colour":"red"}',
    )
    db.close()
    inOneRun((records) => {
      expect(records.settingsOf(SERVER)).toEqual({ ...DEFAULT_SETTINGS, isPrivate: true })
    })
  })
})

describe('what is kept of people', () => {
  const feedback = { answerId: '1', verdict: 'up', question: 'Who met whom?' } as const

  it('is no question and nobody’s id, unless the owner keeps questions', () => {
    inOneRun((records) => {
      records.keepFeedback({ userId: ADA, ...feedback })
      records.keepQuestion({ userId: ADA, question: 'Who met whom?', outcome: 'answered' })
      expect(records.keptOf(ADA)).toEqual({ feedback: 1, questions: 0 })
    })
    for (const file of readdirSync(dir)) {
      const bytes = readFileSync(join(dir, file))
      expect(bytes.includes('Who met')).toBe(false)
      expect(bytes.includes(ADA)).toBe(false)
    }
  })

  it('is the last verdict on an answer', () => {
    inOneRun((records) => {
      records.keepFeedback({ userId: ADA, ...feedback })
      records.keepFeedback({ userId: ADA, ...feedback, verdict: 'down' })
      records.keepFeedback({ userId: BOB, ...feedback })
      expect(records.stats().feedback).toEqual({ up: 1, down: 1 })
    })
  })

  it('is gone when they ask to be forgotten, in a later run too, and of nobody else', () => {
    inOneRun((records) => {
      for (const userId of [ADA, BOB]) {
        records.keepFeedback({ userId, ...feedback, verdict: 'down', question: `Of ${userId}` })
        records.keepQuestion({ userId, question: `Of ${userId}`, outcome: 'abstained' })
      }
      expect(records.stats().badlyAnswered).toHaveLength(2)
    }, true)
    inOneRun((records) => {
      expect(records.forget(ADA)).toEqual({ feedback: 1, questions: 1 })
      expect(records.keptOf(ADA)).toEqual({ feedback: 0, questions: 0 })
      expect(records.keptOf(BOB)).toEqual({ feedback: 1, questions: 1 })
      expect(records.forget(ADA)).toEqual({ feedback: 0, questions: 0 })
    })
    for (const file of readdirSync(dir))
      expect(readFileSync(join(dir, file)).includes(`Of ${ADA}`)).toBe(false)
  })
})

describe('being forgotten while the bot runs', () => {
  const isOnDisk = (words: string): boolean =>
    readdirSync(dir).some((file) => readFileSync(join(dir, file)).includes(words))

  function keepAndForget(records: Records): void {
    records.keepQuestion({ userId: ADA, question: 'Who is the heron?', outcome: 'answered' })
    records.keepFeedback({ userId: ADA, answerId: '1', verdict: 'up', question: 'Where is the heron?' })
    records.keepFeedback({ userId: ADA, answerId: '1', verdict: 'down', question: null })
    expect(isOnDisk('the heron')).toBe(true)
    records.forget(ADA)
  }

  it('leaves no word in any file, the write-ahead log included', () => {
    inOneRun((records) => {
      keepAndForget(records)
      expect(isOnDisk('the heron')).toBe(false)
    }, true)
  })

  it('waits for nobody who reads the file, and is made good when they are done', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const records = Records.open(dir, { keepsQuestions: true })
    const reader = new Database(join(dir, 'records.sqlite'))
    try {
      reader.exec('BEGIN')
      reader.prepare('SELECT count(*) FROM questions').get()
      const startedAt = performance.now()
      keepAndForget(records)
      expect(performance.now() - startedAt).toBeLessThan(2_000)
      expect(isOnDisk('the heron')).toBe(true)
      reader.exec('COMMIT')
      await vi.advanceTimersByTimeAsync(60_000)
      expect(isOnDisk('the heron')).toBe(false)
    } finally {
      reader.close()
      records.close()
      vi.useRealTimers()
    }
  })
})

describe('figures', () => {
  it('add up by what was used and how it ended, the most used first', () => {
    inOneRun((records) => {
      records.countUse({ what: '/ask', outcome: 'answered', ms: 10 })
      records.countUse({ what: '/cable', outcome: 'answered', ms: 1 })
      records.countUse({ what: '/ask', outcome: 'answered', ms: 21 })
      records.countUse({ what: '/ask', outcome: 'failed', ms: 5 })
    })
    const { usage, days } = inOneRun((records) => records.stats())
    expect(usage).toEqual([
      { what: '/ask', outcome: 'answered', uses: 2, meanMs: 16 },
      { what: '/ask', outcome: 'failed', uses: 1, meanMs: 5 },
      { what: '/cable', outcome: 'answered', uses: 1, meanMs: 1 },
    ])
    expect(days?.first).toMatch(/^\d{4}-\d\d-\d\d$/u)
  })

  it('of nothing are none', () => {
    expect(inOneRun((records) => records.stats())).toEqual({
      days: null,
      usage: [],
      feedback: { up: 0, down: 0 },
      badlyAnswered: [],
      questions: { answered: 0, abstained: 0 },
    })
  })
})

describe('a file that is none of ours', () => {
  it('is left alone, with a sentence', () => {
    writeFileSync(join(dir, 'records.sqlite'), 'not a database at all, but long enough to be taken for one')
    expect(() => Records.open(dir, { keepsQuestions: false })).toThrow(UserError)
    expect(() => Records.open(dir, { keepsQuestions: false })).toThrow(/is not the records of Pilcrow/u)
  })
})
