/** @module The SQLite file of a library: how it is opened, and its tables as numbered migrations. */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { UserError } from '../errors.js'

export type Db = Database.Database

/** "PILC": tells a library from any other SQLite file. */
const APPLICATION_ID = 0x50494c43

/** Wait (ms) for another process that is writing. */
const BUSY_TIMEOUT = 10_000

/**
 * One entry per version of the file, applied in order; a released entry is never edited.
 *
 * Keys of cables, paragraphs and vectors are AUTOINCREMENT because none may ever be used again: the index and
 * passages that are being embedded hold them while rows come and go. Counts are kept beside the rows, because every
 * question asks for them and counting millions of rows takes longer than answering.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO meta VALUES ('generation', 0), ('cables', 0), ('paragraphs', 0);

  CREATE TABLE cables (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mrn TEXT NOT NULL UNIQUE,
    post TEXT NOT NULL,
    serial TEXT NOT NULL,
    origin TEXT,
    origin_key TEXT,
    date_key TEXT NOT NULL,
    classification TEXT,
    subject TEXT NOT NULL,
    header TEXT NOT NULL,
    content_hash BLOB NOT NULL
  ) STRICT;
  CREATE INDEX cables_by_post ON cables (post, serial, mrn);
  CREATE INDEX cables_by_serial ON cables (serial, mrn);
  CREATE INDEX cables_by_origin ON cables (origin_key, origin);
  CREATE INDEX cables_by_date ON cables (date_key);
  CREATE INDEX cables_by_classification ON cables (classification);

  CREATE TABLE messages (
    cable INTEGER PRIMARY KEY REFERENCES cables ON DELETE CASCADE,
    deflated BLOB NOT NULL
  ) STRICT;

  CREATE TABLE tags (
    tag TEXT NOT NULL,
    cable INTEGER NOT NULL REFERENCES cables ON DELETE CASCADE,
    PRIMARY KEY (tag, cable)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tags_by_cable ON tags (cable);

  CREATE TABLE refs (
    mrn TEXT NOT NULL,
    cable INTEGER NOT NULL REFERENCES cables ON DELETE CASCADE,
    PRIMARY KEY (mrn, cable)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX refs_by_cable ON refs (cable);

  CREATE TABLE paragraphs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    cable INTEGER NOT NULL REFERENCES cables ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number INTEGER,
    marking TEXT,
    heading TEXT,
    text TEXT NOT NULL,
    UNIQUE (cable, position)
  ) STRICT;
  CREATE INDEX paragraph_cables ON paragraphs (id, cable);

  CREATE VIEW passages AS
    SELECT p.id AS id, p.cable AS cable, c.subject AS subject, p.heading AS heading, p.text AS text
    FROM paragraphs p JOIN cables c ON c.id = p.cable;
  CREATE VIRTUAL TABLE words USING fts5(
    subject, heading, text,
    content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
  );

  CREATE TABLE models (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    recipe INTEGER NOT NULL,
    dimension INTEGER NOT NULL,
    vectors INTEGER NOT NULL DEFAULT 0,
    UNIQUE (name, recipe)
  ) STRICT;
  CREATE TABLE vectors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paragraph INTEGER NOT NULL REFERENCES paragraphs ON DELETE CASCADE,
    cable INTEGER NOT NULL,
    model INTEGER NOT NULL REFERENCES models,
    part INTEGER NOT NULL,
    passage_hash BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    vector BLOB NOT NULL,
    UNIQUE (paragraph, model, part)
  ) STRICT;
  CREATE INDEX vectors_by_model ON vectors (model, id);
  CREATE INDEX vector_cables ON vectors (id, cable);
  CREATE TRIGGER count_added_vector AFTER INSERT ON vectors BEGIN
    UPDATE models SET vectors = vectors + 1 WHERE id = NEW.model;
  END;
  CREATE TRIGGER count_removed_vector AFTER DELETE ON vectors BEGIN
    UPDATE models SET vectors = vectors - 1 WHERE id = OLD.model;
  END;

  CREATE TABLE index_marks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mark TEXT NOT NULL UNIQUE,
    generation INTEGER NOT NULL
  ) STRICT;
  `,
]

/**
 * Opens `<dataDir>/library.sqlite`, creating what is missing and bringing an older file up to date.
 * @throws UserError when the folder cannot be made or written, or the file is none of ours, damaged or from a newer version.
 */
export function openStore(dataDir: string): Db {
  try {
    makeFolder(resolve(dataDir))
  } catch (error) {
    throw new UserError(
      `The data folder ${dataDir} cannot be made (${codeOf(error)}); name another with --data or DATA_DIR.`,
      { cause: error },
    )
  }
  const file = join(dataDir, 'library.sqlite')
  let db: Db | undefined
  try {
    db = new Database(file, { timeout: BUSY_TIMEOUT })
    prepare(db, file)
    return db
  } catch (error) {
    db?.close()
    throw explain(error, file)
  }
}

/** Not `mkdirSync` with `recursive`: that never returns where the system answers ENOENT below an existing folder, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return
  const parent = dirname(path)
  if (parent !== path) makeFolder(parent)
  try {
    mkdirSync(path)
  } catch (error) {
    // Another process may have been faster; a file in the way is not a folder.
    if (!(existsSync(path) && statSync(path).isDirectory())) throw error
  }
}

function prepare(db: Db, file: string): void {
  if (!isOurs(db)) {
    throw new UserError(
      `${file} is not a library of Pilcrow; move it away or name another folder with --data.`,
    )
  }
  // Only an empty file takes a page size: large enough that five vectors of 384 floats share a page.
  db.pragma('page_size = 8192')
  db.pragma('journal_mode = WAL')
  // FULL, because what was reported as stored must also outlive a loss of power; writes come in batches, so it costs little.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('cache_size = -65536')
  db.pragma('journal_size_limit = 67108864')
  migrate(db, file)
  db.exec(`CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'words', 'row')`)
}

function isOurs(db: Db): boolean {
  const id = db.pragma('application_id', { simple: true })
  if (id === APPLICATION_ID) return true
  const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get()
  return id === 0 && tables === 0
}

function migrate(db: Db, file: string): void {
  if (versionOf(db) === MIGRATIONS.length) return
  db.transaction(() => {
    // Read again under the lock: another process may have been faster.
    const version = versionOf(db)
    if (version > MIGRATIONS.length) {
      throw new UserError(
        `${file} was written by a newer version of Pilcrow; install that version, or name another folder with --data.`,
      )
    }
    for (const migration of MIGRATIONS.slice(version)) db.exec(migration)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${MIGRATIONS.length}`)
  }).immediate()
}

function versionOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Sentences for what people can mend; SQLite's extended codes begin with these. */
const SENTENCES: readonly (readonly [code: string, sentence: (file: string) => string])[] = [
  [
    'SQLITE_NOTADB',
    (file) => `${file} is not a library of Pilcrow; move it away or name another folder with --data.`,
  ],
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

/** SQLite's error as a `UserError` where a person can mend it; anything else comes back as it is. */
export function explain(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const found = SENTENCES.find(([code]) => error.code.startsWith(code))
  return found === undefined ? error : new UserError(found[1](file), { cause: error })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}
