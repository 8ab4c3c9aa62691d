/** @module The SQLite file of a library: its settings, and its tables as numbered migrations. */
import { join } from 'node:path'
import { openDatabase, type Db } from '../database.js'

/** "PILC": tells a library from any other SQLite file. */
const APPLICATION_ID = 0x50494c43

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

  CREATE TABLE sentence_vectors (
    paragraph INTEGER NOT NULL REFERENCES paragraphs ON DELETE CASCADE,
    model INTEGER NOT NULL REFERENCES models,
    checksum INTEGER NOT NULL,
    vectors BLOB NOT NULL,
    UNIQUE (paragraph, model)
  ) STRICT;
  CREATE TRIGGER drop_sentence_vectors AFTER DELETE ON vectors BEGIN
    DELETE FROM sentence_vectors WHERE paragraph = OLD.paragraph AND model = OLD.model;
  END;

  CREATE TABLE index_marks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mark TEXT NOT NULL UNIQUE,
    generation INTEGER NOT NULL
  ) STRICT;
  `,
  `ALTER TABLE sentence_vectors ADD COLUMN tokens BLOB NOT NULL DEFAULT x''`,
  // What is searched is masked: 'passages' gives the masked words, and 'open_words' has those of masked paragraphs as written.
  `
  ALTER TABLE cables ADD COLUMN masked_header TEXT;
  ALTER TABLE cables ADD COLUMN shielded TEXT;
  ALTER TABLE paragraphs ADD COLUMN masked_heading TEXT;
  ALTER TABLE paragraphs ADD COLUMN masked_text TEXT;

  CREATE TABLE shielded_names (
    name TEXT NOT NULL,
    cable INTEGER NOT NULL REFERENCES cables ON DELETE CASCADE,
    PRIMARY KEY (name, cable)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX shielded_names_by_cable ON shielded_names (cable);

  DROP VIEW passages;
  CREATE VIEW passages AS
    SELECT p.id AS id, p.cable AS cable,
      CASE WHEN p.masked_text IS NULL THEN c.subject
        ELSE replace(coalesce(json_extract(c.masked_header, '$.subject'), c.subject), '█protected█', '█') END AS subject,
      CASE WHEN p.masked_text IS NULL THEN p.heading
        ELSE replace(p.masked_heading, '█protected█', '█') END AS heading,
      CASE WHEN p.masked_text IS NULL THEN p.text
        ELSE replace(p.masked_text, '█protected█', '█') END AS text
    FROM paragraphs p JOIN cables c ON c.id = p.cable;
  CREATE VIEW open_passages AS
    SELECT p.id AS id, p.cable AS cable, c.subject AS subject, p.heading AS heading, p.text AS text
    FROM paragraphs p JOIN cables c ON c.id = p.cable WHERE p.masked_text IS NOT NULL;
  CREATE VIRTUAL TABLE open_words USING fts5(
    subject, heading, text,
    content = 'open_passages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
  );
  INSERT INTO meta VALUES ('protection_recipe', 0), ('protection_archive', 0), ('mask_changes', 0);
  `,
]

/**
 * Opens `<dataDir>/library.sqlite`, creating what is missing and bringing an older file up to date.
 * @throws UserError when the folder cannot be made or written, or the file is none of ours, damaged or from a newer version.
 */
export function openStore(dataDir: string): Db {
  const db = openDatabase({
    file: join(dataDir, 'library.sqlite'),
    what: 'a library',
    applicationId: APPLICATION_ID,
    migrations: MIGRATIONS,
    configure: (opened) => {
      // Only an empty file takes a page size: large enough that five vectors of 384 floats share a page.
      opened.pragma('page_size = 8192')
      opened.pragma('journal_mode = WAL')
      // FULL, because what was reported as stored must also outlive a loss of power; writes come in batches, so it costs little.
      opened.pragma('synchronous = FULL')
      opened.pragma('foreign_keys = ON')
      opened.pragma('cache_size = -65536')
      opened.pragma('journal_size_limit = 67108864')
    },
  })
  db.exec(`
    CREATE VIRTUAL TABLE temp.words_vocabulary USING fts5vocab('main', 'words', 'row');
    CREATE VIRTUAL TABLE temp.open_words_vocabulary USING fts5vocab('main', 'open_words', 'row');
  `)
  return db
}
