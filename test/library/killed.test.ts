import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { IngestResult } from '../../src/library/ingest.js'
import { verify } from '../../src/library/verify.js'
import { Library } from '../../src/library/library.js'

const SCRIPT = fileURLToPath(new URL('invented-ingest.mjs', import.meta.url))
const CABLES = 1500
/** Of `invented-ingest.mjs`: 1 + (serial mod 7) for each. */
const PARAGRAPHS = Array.from({ length: CABLES }, (_, at) => 1 + ((at + 1) % 7)).reduce((a, b) => a + b, 0)

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-killed-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function run(name: string, mode: 'store' | 'embed'): IngestResult {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [SCRIPT, join(folder, name), String(CABLES), mode],
    {
      encoding: 'utf8',
    },
  )
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as IngestResult
}

/** Runs until it has reported so many times, and kills it there: what it reported must be kept. Gives its last report. */
function killAfter(
  name: string,
  mode: 'store' | 'embed',
  reports: number,
): Promise<{ read: number; embedded: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, join(folder, name), String(CABLES), mode], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
      if (output.split('\n').length > reports) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => {
      const lines = output.split('\n').filter((line) => /^\d+ \d+$/.test(line))
      const [read = 0, embedded = 0] = lines.at(-1)?.split(' ').map(Number) ?? []
      resolve({ read, embedded })
    })
  })
}

/** Every row of every table, but for the names of snapshots, which are random. */
function contentOf(name: string): Record<string, string> {
  const db = new Database(join(folder, name, 'data', 'library.sqlite'), { readonly: true })
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('index_marks', 'sqlite_sequence')
                          AND name NOT LIKE 'words%'`,
    )
    .pluck()
    .all()
  const content = tables.map((table) => {
    const hash = createHash('sha256')
    for (const row of db.prepare<[], unknown[]>(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().iterate()) {
      hash.update(JSON.stringify(row))
    }
    return [table, hash.digest('hex')] as const
  })
  db.close()
  return Object.fromEntries(content)
}

test.each(['store', 'embed'] as const)(
  'an ingest (%s) that is killed at three moments and run again ends with the store of an undisturbed one',
  { timeout: 180_000 },
  async (mode) => {
    const undisturbed = run('undisturbed', mode)
    expect(undisturbed).toMatchObject({
      added: CABLES,
      renewed: 0,
      unchanged: 0,
      refused: CABLES / 50,
      stopped: false,
    })

    let embedded = 0
    for (const reports of [2, 5, 9]) {
      const reported = await killAfter('killed', mode, reports)
      const library = Library.open(join(folder, 'killed', 'data'))
      library.useModel({ modelId: 'invented', dimension: 8 })
      embedded += reported.embedded
      expect(library.counts().vectors).toBeGreaterThanOrEqual(embedded)
      expect(library.counts().cables).toBeGreaterThanOrEqual(
        Math.min(reported.read - reported.read / 50, 100),
      )
      embedded = library.counts().vectors
      expect((await verify(library, undefined)).faults).toEqual([])
      library.close()
    }
    const last = run('killed', mode)

    expect(last.added + last.unchanged).toBe(CABLES)
    expect(last.renewed).toBe(0)
    if (mode === 'embed') expect(last.embedded).toBe(PARAGRAPHS - embedded)
    expect(contentOf('killed')).toEqual(contentOf('undisturbed'))
    // And once more: nothing is done twice.
    expect(run('killed', mode)).toMatchObject({ added: 0, renewed: 0, unchanged: CABLES, embedded: 0 })
    expect(contentOf('killed')).toEqual(contentOf('undisturbed'))
  },
)
