/** @module How a SQLite file of ours is opened, made and brought up to date, and what people are told when that fails. */
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { UserError } from './errors.js'
import { makeFolder } from './make-folder.js'

export type Db = Database.Database

/** Wait (ms) for another process that is writing. */
export const BUSY_TIMEOUT = 10_000

export interface DatabaseFile {
  readonly file: string
  /** For sentences: `a library`. */
  readonly what: string
  /** Tells the file from any other SQLite file; 32 bits. */
  readonly applicationId: number
  /** One entry per version of the file, applied in order; a released entry is never edited. */
  readonly migrations: readonly string[]
  /** Sets what must be set before there are tables. */
  readonly configure: (db: Db) => void
}

/** @throws UserError when the folder cannot be made or written, or the file is none of ours, damaged or from a newer version. */
export function openDatabase(of: DatabaseFile): Db {
  const { file, what } = of
  const dir = dirname(file)
  try {
    makeFolder(resolve(dir))
  } catch (error) {
    throw new UserError(
      `The data folder ${dir} cannot be made (${codeOf(error)}); name another with --data or DATA_DIR.`,
      { cause: error },
    )
  }
  let db: Db | undefined
  try {
    db = new Database(file, { timeout: BUSY_TIMEOUT })
    if (!isOurs(db, of.applicationId)) throw notOurs(file, what)
    of.configure(db)
    migrate(db, of)
    return db
  } catch (error) {
    db?.close()
    throw explain(error, file, what)
  }
}

function isOurs(db: Db, applicationId: number): boolean {
  const id = db.pragma('application_id', { simple: true })
  if (id === applicationId) return true
  const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get()
  return id === 0 && tables === 0
}

function notOurs(file: string, what: string): UserError {
  return new UserError(`${file} is not ${what} of Pilcrow; move it away or name another folder with --data.`)
}

function migrate(db: Db, { file, applicationId, migrations }: DatabaseFile): void {
  if (versionOf(db) === migrations.length) return
  db.transaction(() => {
    // Read again under the lock: another process may have been faster.
    const version = versionOf(db)
    if (version > migrations.length) {
      throw new UserError(
        `${file} was written by a newer version of Pilcrow; install that version, or name another folder with --data.`,
      )
    }
    for (const migration of migrations.slice(version)) db.exec(migration)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${migrations.length}`)
  }).immediate()
}

function versionOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Sentences for what people can mend; SQLite's extended codes begin with these. */
const SENTENCES: readonly (readonly [code: string, sentence: (file: string) => string])[] = [
  [
    'SQLITE_CANTOPEN',
    (file) =>
      `${file} cannot be opened; check that the folder can be written, or name another with --data or DATA_DIR.`,
  ],
  [
    'SQLITE_READONLY',
    (file) =>
      `${file} cannot be written; check its permissions, or name another folder with --data or DATA_DIR.`,
  ],
  [
    'SQLITE_FULL',
    (file) => `The disk is full: ${file} cannot grow; free some space and run the command again.`,
  ],
  ['SQLITE_BUSY', (file) => `Another process is writing to ${file}; try again when it is done.`],
  [
    'SQLITE_CORRUPT',
    (file) =>
      `${file} is damaged; run "verify", and if the store itself is broken, ingest the cables into a new folder.`,
  ],
  [
    'SQLITE_IOERR',
    (file) =>
      `${file} cannot be read or written (disk error); check the disk, or name another folder with --data.`,
  ],
]

/** Gives what `use` gives; an error of SQLite is thrown as a `UserError` where a person can mend it. */
export function explaining<T>(file: string, use: () => T): T {
  try {
    return use()
  } catch (error) {
    throw explain(error, file)
  }
}

/** SQLite's error as a `UserError` where a person can mend it; anything else comes back as it is. */
function explain(error: unknown, file: string, what = 'a library'): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code.startsWith('SQLITE_NOTADB')) return notOurs(file, what)
  const found = SENTENCES.find(([code]) => error.code.startsWith(code))
  return found === undefined ? error : new UserError(found[1](file), { cause: error })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}
