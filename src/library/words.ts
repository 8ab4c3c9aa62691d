/** @module Search by words: the FTS5 table over subject, heading and text of every paragraph. */
import Database from 'better-sqlite3'
import { LabelSet } from '../../embeddings/label-set.js'
import type { Db } from '../database.js'

export interface WordMatch {
  readonly paragraphId: number
  /** Higher is better; comparable within one search. */
  readonly bm25: number
}

/** Weights of subject, heading and text in `bm25()`. */
export const COLUMN_WEIGHTS = '0.6, 0.8, 1.0'

/** More terms than a long question has; bounds what foreign input can cost. */
const MAX_TERMS = 64
const MAX_TERM_LENGTH = 200

/**
 * Matches that one search compares at most (about 0.3 us each), unless its rarest term alone has more: a share of the paragraphs,
 * within bounds. What stands in more of them says little of any: with 2 % and without bounds our questions are answered as well.
 */
const MATCHES_SHARE = 0.05
const MATCHES_AT_LEAST = 5000
const MATCHES_AT_MOST = 50_000

/** Stands on both sides of what was found: SQL's char(2). */
const FOUND = '\u0002'

/** Stems of one beginning that are looked at. */
const MAX_STEMS = 20_000

/** What dates the document frequencies that are remembered. */
export interface LibraryState {
  /** Grows by one for each row that changes. */
  readonly generation: number
  readonly paragraphs: number
  /** Grows with every change of what is masked: a word may then be in no paragraph any longer. */
  readonly maskChanges: number
}

/** Document frequencies that are remembered, and how much of the library may change until they are counted again. */
const MAX_REMEMBERED = 10_000
const STALE_SHARE = 0.01

/** What each table of words is made of. */
const PASSAGES = { words: 'passages', open_words: 'open_passages' } as const

export class Words {
  readonly #db: Db
  readonly table: keyof typeof PASSAGES
  readonly #tokenizer = new Tokenizer()
  readonly #searchAll: Database.Statement<[string, number], WordMatch>
  readonly #searchAllowed: Database.Statement<[string, number], WordMatch>
  /** What the search that is under way is restricted to. */
  #allowed = new LabelSet()
  readonly #frequencies = new Map<string, number>()
  readonly #frequency: Database.Statement<[string], number>
  readonly #beginning: Database.Statement<[string, string, number], { stem: string; documents: number }>
  readonly #one: Database.Statement<[string], string>
  readonly #addParagraph: Database.Statement<[number, string, string | null, string]>
  readonly #removeCable: Database.Statement<[number]>
  #frequenciesAt = -Infinity
  #maskChangesAt = 0

  /** @param table `words`, or `open_words`: what masked paragraphs say as written */
  constructor(db: Db, table: 'words' | 'open_words' = 'words') {
    this.#db = db
    this.table = table
    const isAllowed = `is_allowed_in_${table}`
    // Called for each row that matches, in the statement below only.
    db.function(isAllowed, (id: number) => (this.#allowed.has(id) ? 1 : 0))
    const select = (where: string) =>
      `SELECT rowid AS paragraphId, -bm25(${table}, ${COLUMN_WEIGHTS}) AS bm25 FROM ${table} WHERE ${table} MATCH ? ${where}
       ORDER BY 2 DESC, 1 LIMIT ?`
    this.#searchAll = db.prepare(select(''))
    this.#searchAllowed = db.prepare(select(`AND ${isAllowed}(rowid)`))
    this.#frequency = db
      .prepare<[string], number>(`SELECT doc FROM temp.${table}_vocabulary WHERE term = ?`)
      .pluck()
    this.#beginning = db.prepare(
      `SELECT term AS stem, doc AS documents FROM temp.${table}_vocabulary WHERE term >= ? AND term < ? LIMIT ?`,
    )
    this.#one = db
      .prepare<[string], string>(
        `SELECT snippet(${table}, -1, char(2), char(2), '', 8) FROM ${table} WHERE ${table} MATCH ? LIMIT 1`,
      )
      .pluck()
    this.#addParagraph = db.prepare<[number, string, string | null, string]>(
      `INSERT INTO ${table} (rowid, subject, heading, text) VALUES (?, ?, ?, ?)`,
    )
    this.#removeCable = db.prepare<[number]>(
      `INSERT INTO ${table} (${table}, rowid, subject, heading, text)
       SELECT 'delete', id, subject, heading, text FROM ${PASSAGES[table]} WHERE cable = ?`,
    )
  }

  /**
   * One row at a time: a statement that writes several rows opens a savepoint, and FTS5 then writes out all that it has
   * gathered so far, which makes a large ingest twice as slow.
   */
  addParagraph(id: number, subject: string, heading: string | null, text: string): void {
    this.#addParagraph.run(id, subject, heading, text)
  }

  /** Call while the cable's rows are as they were when added: FTS5 needs the old words to forget them. */
  removeCable(cable: number): void {
    this.#removeCable.run(cable)
  }

  /**
   * Paragraphs with any of the terms, best first. A term may be several words; then it is matched as a phrase.
   * Terms are foreign input: whatever stands in them is searched for as text. Where the terms stand in more paragraphs than
   * can be compared in good time, the most frequent ones, which tell least, are left out.
   * @param allowed only these paragraphs, when given
   */
  search(
    terms: readonly string[],
    allowed: LabelSet | undefined,
    limit: number,
    state: LibraryState,
  ): WordMatch[] {
    const match = matchAny(this.affordable(terms, state))
    if (match === '') return []
    if (allowed === undefined) return this.#searchAll.all(match, limit)
    this.#allowed = allowed
    return this.#searchAllowed.all(match, limit)
  }

  /** In how many paragraphs the term stands (any of its inflections); of several words, the rarest counts. */
  documentFrequency(term: string, state: LibraryState): number {
    const isStale =
      Math.abs(state.generation - this.#frequenciesAt) > state.paragraphs * STALE_SHARE ||
      state.maskChanges !== this.#maskChangesAt
    if (isStale || this.#frequencies.size > MAX_REMEMBERED) {
      this.#frequencies.clear()
      this.#frequenciesAt = state.generation
      this.#maskChangesAt = state.maskChanges
    }
    let frequency = this.#frequencies.get(term)
    if (frequency === undefined) {
      const found = this.stems(term).map((stem) => this.#frequency.get(stem) ?? 0)
      frequency = found.length === 0 ? 0 : Math.min(...found)
      // A word that is not there yet must be found as soon as it is.
      if (frequency > 0) this.#frequencies.set(term, frequency)
    }
    return frequency
  }

  /** Whether any paragraph has the word, in any of its inflections. */
  isHeld(word: string): boolean {
    return this.stems(word).some((stem) => (this.#frequency.get(stem) ?? 0) > 0)
  }

  /** Stems that begin with these letters, with the number of their paragraphs; a bounded number of them. */
  stemsWith(prefix: string): { stem: string; documents: number }[] {
    return prefix === '' ? [] : this.#beginning.all(prefix, `${prefix}\u{10FFFF}`, MAX_STEMS)
  }

  /** A word with this stem, as one of the paragraphs has it. */
  wordOfStem(stem: string): string | undefined {
    return this.#printed(stem)
  }

  /** Two parts that stand in a paragraph with only a sign between them (`Sa'ada`, `F-16`), as it is printed there. */
  joinedBySign(first: string, second: string): string | undefined {
    const printed = this.#printed(`${first} ${second}`)
    return printed !== undefined && /^[\p{L}\p{N}]+['’‘`-][\p{L}\p{N}]+$/u.test(printed) ? printed : undefined
  }

  /** The term as the first paragraph that has it prints it. */
  #printed(term: string): string | undefined {
    const match = matchAny(searchable([term]))
    return match === '' ? undefined : this.#one.get(match)?.split(FOUND)[1]
  }

  /** The index's own form of each word of a text, each once: lower case, without accents, stemmed. */
  stems(text: string): string[] {
    return this.#tokenizer.stems(text)
  }

  /** Whether the index agrees with the stored paragraphs, word for word. */
  isWhole(): boolean {
    try {
      this.#db.exec(`INSERT INTO ${this.table} (${this.table}, rank) VALUES ('integrity-check', 1)`)
      return true
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code === 'SQLITE_CORRUPT_VTAB') return false
      throw error
    }
  }

  rebuild(): void {
    this.#db.exec(`INSERT INTO ${this.table} (${this.table}) VALUES ('rebuild')`)
  }

  close(): void {
    this.#tokenizer.close()
  }

  /** The rarest terms, as many as together stand in few enough paragraphs; one at least. */
  affordable(terms: readonly string[], state: LibraryState): string[] {
    const byRarity = searchable(terms)
      .map((term) => ({ term, frequency: this.documentFrequency(term, state) }))
      .filter(({ frequency }) => frequency > 0)
      .sort((a, b) => a.frequency - b.frequency)
    const limit = Math.min(MATCHES_AT_MOST, Math.max(MATCHES_AT_LEAST, MATCHES_SHARE * state.paragraphs))
    let matches = 0
    return byRarity
      .filter(({ frequency }, at) => {
        matches += frequency
        return at === 0 || matches <= limit
      })
      .map(({ term }) => term)
  }
}

/** Terms that hold something to look for, bounded in number and length. */
function searchable(terms: readonly string[]): string[] {
  return terms
    .map((term) => term.slice(0, MAX_TERM_LENGTH).replaceAll('\0', ' '))
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .slice(0, MAX_TERMS)
}

/** An FTS5 expression that matches any of the terms; empty when there is none. */
export function matchAny(terms: readonly string[]): string {
  return terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ')
}

/** The first list with the second. The masked paragraphs that hold a rare word as written are few, so their BM25 is on another scale: the best is as good as the best. */
export function joinedMatches(
  found: readonly WordMatch[],
  open: readonly WordMatch[],
  limit: number,
): WordMatch[] {
  const best = Math.max(1, ...found.map(({ bm25 }) => bm25))
  const bestOpen = Math.max(Number.MIN_VALUE, ...open.map(({ bm25 }) => bm25))
  const byId = new Map(found.map((match) => [match.paragraphId, match]))
  for (const { paragraphId, bm25 } of open) {
    const scaled = (best * bm25) / bestOpen
    if ((byId.get(paragraphId)?.bm25 ?? 0) < scaled) byId.set(paragraphId, { paragraphId, bm25: scaled })
  }
  return [...byId.values()].sort((a, b) => b.bm25 - a.bm25 || a.paragraphId - b.paragraphId).slice(0, limit)
}

/** Asks FTS5 itself for the stems, in a table of one row in memory: no second implementation that could differ. */
class Tokenizer {
  readonly #db = new Database(':memory:')
  readonly #put: Database.Statement<[string]>
  readonly #read: Database.Statement<[], string>
  readonly #clear: Database.Statement<[]>

  constructor() {
    this.#db.exec(`
      CREATE VIRTUAL TABLE given USING fts5(text, tokenize = 'porter unicode61 remove_diacritics 2');
      CREATE VIRTUAL TABLE stems USING fts5vocab(given, 'row');
    `)
    this.#put = this.#db.prepare<[string]>('INSERT INTO given (rowid, text) VALUES (1, ?)')
    this.#read = this.#db.prepare<[], string>('SELECT term FROM stems').pluck()
    this.#clear = this.#db.prepare<[]>('DELETE FROM given')
  }

  stems(text: string): string[] {
    this.#clear.run()
    this.#put.run(text)
    return this.#read.all()
  }

  close(): void {
    this.#db.close()
  }
}
