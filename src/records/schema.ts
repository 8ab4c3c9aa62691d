/** @module The SQLite file of what the bot keeps beside the archive. It may be deleted: settings and figures begin anew, the archive stays. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openDatabase, type Db, type DatabaseFile } from '../database.js'

/** "PILR" */
const APPLICATION_ID = 0x50494c52

/**
 * `person` is never Discord's id, only a keyed digest of it: enough to find a person's rows when they ask to be forgotten.
 * A feedback's `answer` is the id of the message that was judged.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE keys (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE servers (server TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE usage (
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    outcome TEXT NOT NULL,
    uses INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    PRIMARY KEY (day, what, outcome)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE feedback (
    person BLOB NOT NULL,
    answer TEXT NOT NULL,
    verdict TEXT NOT NULL,
    day TEXT NOT NULL,
    question TEXT,
    PRIMARY KEY (person, answer)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE questions (
    id INTEGER PRIMARY KEY,
    person BLOB NOT NULL,
    day TEXT NOT NULL,
    question TEXT NOT NULL,
    outcome TEXT NOT NULL
  ) STRICT;
  CREATE INDEX questions_by_person ON questions (person);
  `,
]

const FILE: Omit<DatabaseFile, 'file'> = {
  what: 'the records',
  applicationId: APPLICATION_ID,
  migrations: MIGRATIONS,
  configure: (db) => {
    db.pragma('journal_mode = WAL')
    // A use or two lost with the power is no harm; every use waiting for the disk would be.
    db.pragma('synchronous = NORMAL')
    // What a person asks to be forgotten is overwritten, not only unlinked.
    db.pragma('secure_delete = ON')
  },
}

export function openRecordsFile(dataDir: string): Db {
  return openDatabase({ ...FILE, file: join(dataDir, 'records.sqlite') })
}

/** Kept nowhere. */
export function openInMemory(): Db {
  const db = new Database(':memory:')
  for (const migration of MIGRATIONS) db.exec(migration)
  return db
}
