/** @module The library: everything the bot knows, in one SQLite file. The only door to it for the rooms above. */
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Labels } from '../../embeddings/label-set.js'
import type { LabelledVector, StoredVectors } from '../../embeddings/stored-vectors.js'
import type { Cable, CableHeader } from '../cables/cable.js'
import { Allowed } from './allowed.js'
import { Cables, type StoredParagraph } from './cables.js'
import { Catalogue } from './catalogue.js'
import { Checks, type VectorCheck } from './checks.js'
import type { CableFilter } from './filter.js'
import { filterSql } from './filter-sql.js'
import { explain, type Db } from '../database.js'
import { Models, type ModelInUse } from './models.js'
import { openStore } from './schema.js'
import type { SentenceVectors } from './sentence-vectors.js'
import { Tallies, type Tally } from './tallies.js'
import { Suggestions, type CableSuggestion } from './suggest.js'
import { Vectors, type EmbeddedParagraph, type PendingParagraph, type StoredVector } from './vectors.js'
import { Words, type LibraryState, type WordMatch } from './words.js'

export type {
  CableSuggestion,
  EmbeddedParagraph,
  PendingParagraph,
  SentenceVectors,
  StoredParagraph,
  StoredVector,
  Tally,
  WordMatch,
}

/** A cable with the original text it was read from. */
export interface CableRecord {
  readonly cable: Cable
  readonly message: string
}

export interface PutCounts {
  readonly added: number
  readonly renewed: number
  readonly unchanged: number
  /** Paragraphs written that have no vector yet. */
  readonly newParagraphs: number
  /** Labels of vectors that went with renewed paragraphs: the index has to forget them. */
  readonly droppedVectors: readonly number[]
}

export interface RemoveCounts {
  readonly removed: number
  /** Labels of vectors that are no more: the index has to forget them. */
  readonly droppedVectors: readonly number[]
}

export interface LibraryCounts {
  readonly cables: number
  readonly paragraphs: number
  /** Of all models. */
  readonly vectors: number
}

/**
 * Every call is synchronous and commits before it returns. A full disk, a locked or a damaged file come as `UserError`.
 */
export class Library {
  readonly #db: Db
  readonly #file: string
  readonly #words: Words
  readonly #cables: Cables
  readonly #models: Models
  readonly #vectors: Vectors
  readonly #suggestions: Suggestions
  readonly #checks: Checks
  /** The archive as lists and counts. */
  readonly catalogue: Catalogue
  readonly #allowed: Allowed
  readonly #statements: ReturnType<typeof prepareStatements>
  readonly #tallies: Tallies

  private constructor(db: Db, file: string) {
    this.#db = db
    this.#file = file
    this.#words = new Words(db)
    this.#cables = new Cables(db, this.#words)
    this.#models = new Models(db)
    this.#vectors = new Vectors(db, this.#models)
    this.#suggestions = new Suggestions(db)
    this.catalogue = new Catalogue(db, file)
    this.#checks = new Checks(db, this.#cables)
    this.#allowed = new Allowed(db)
    this.#tallies = new Tallies(db)
    this.#statements = prepareStatements(db)
  }

  /**
   * Opens the library in this folder; makes folder and file when they are not there.
   * @throws UserError when that is not possible, or the file is none of ours or of a newer version.
   */
  static open(dataDir: string): Library {
    return new Library(openStore(dataDir), join(dataDir, 'library.sqlite'))
  }

  close(): void {
    this.#words.close()
    this.#db.close()
  }

  /** Grows with every committed change of cables or vectors, by whichever process. */
  get generation(): number {
    return this.#guard(() => this.#statements.generation.get() ?? 0)
  }

  // Cables

  /** Adds or renews cables in one transaction; a cable whose content is as stored is left alone. */
  put(records: readonly CableRecord[]): PutCounts {
    return this.#write(() => {
      const counts = { added: 0, renewed: 0, unchanged: 0 }
      const droppedVectors: number[] = []
      let changes = 0
      let newParagraphs = 0
      let paragraphs = 0
      for (const { cable, message } of records) {
        const result = this.#cables.put(cable, message)
        counts[result.change] += 1
        newParagraphs += result.newParagraphs
        droppedVectors.push(...result.droppedVectors)
        if (result.change !== 'unchanged') changes += 1 + result.changedParagraphs
        paragraphs += result.moreParagraphs
      }
      this.#advance(changes)
      this.#count(counts.added, paragraphs)
      return { ...counts, newParagraphs, droppedVectors }
    })
  }

  /** Removes cables with all that belongs to them; unknown numbers are passed over. */
  remove(ids: readonly string[]): RemoveCounts {
    return this.#write(() => {
      const droppedVectors: number[] = []
      let removed = 0
      let changes = 0
      for (const id of ids) {
        const result = this.#cables.remove(id)
        if (result === undefined) continue
        removed += 1
        changes += 1 + result.changedParagraphs
        droppedVectors.push(...result.droppedVectors)
      }
      this.#advance(changes)
      this.#count(-removed, removed - changes)
      return { removed, droppedVectors }
    })
  }

  cable(id: string): Cable | undefined {
    return this.#guard(() => this.#cables.cable(id))
  }

  header(id: string): CableHeader | undefined {
    return this.#guard(() => this.#cables.header(id))
  }

  /** The original text of the cable. */
  message(id: string): string | undefined {
    return this.#guard(() => this.#cables.message(id))
  }

  /** Cables that refer to this one, oldest first; the cable itself need not be stored. */
  citedBy(id: string, limit = 100): CableHeader[] {
    return this.#guard(() => this.#cables.citedBy(id, limit))
  }

  /** Numbers that fit what a person has typed so far, best first. */
  suggestIds(typed: string, limit: number): CableSuggestion[] {
    return this.#guard(() => this.#suggestions.suggest(typed, limit, this.generation))
  }

  counts(): LibraryCounts {
    return this.#guard(() => ({
      cables: this.#statements.countCables.get() ?? 0,
      paragraphs: this.#statements.countParagraphs.get() ?? 0,
      vectors: this.#models.countAllVectors(),
    }))
  }

  /** Display names of sending posts, the most frequent first. */
  origins(): readonly Tally[] {
    return this.#guard(() => this.#tallies.of('origins', this.generation))
  }

  /** TAGS, the most frequent first. */
  tagCounts(): readonly Tally[] {
    return this.#guard(() => this.#tallies.of('tags', this.generation))
  }

  // Paragraphs

  /** In the given order; ids that are no more are left out. */
  paragraphs(ids: readonly number[]): StoredParagraph[] {
    return this.#guard(() => this.#cables.paragraphs(ids))
  }

  /** Ascending ids of the paragraphs that a filter lets pass. */
  paragraphIds(filter: CableFilter): number[] {
    return this.#guard(() => {
      const { conditions, parameters } = filterSql(filter)
      if (conditions === '') return this.#statements.paragraphIds.all()
      // Not by way of the remembered sets: for one cable's paragraphs every key would be read.
      return this.#db
        .prepare<unknown[], number>(
          `SELECT p.id FROM cables c JOIN paragraphs p ON p.cable = c.id WHERE ${conditions} ORDER BY p.id`,
        )
        .pluck()
        .all(...parameters)
    })
  }

  // Words

  /** Paragraphs with any of the terms, by BM25, best first. A term of several words is matched as a phrase; terms may hold anything. */
  searchWords(terms: readonly string[], filter: CableFilter, limit: number): WordMatch[] {
    return this.#guard(() => {
      const state = this.#state()
      return this.#words.search(terms, this.#allowed.paragraphs(filter, state.generation), limit, state)
    })
  }

  /** In how many paragraphs the word stands, in any of its inflections. */
  documentFrequency(term: string): number {
    return this.#guard(() => this.#words.documentFrequency(term, this.#state()))
  }

  // Vectors

  /** Names the model that embeds; every call below means its vectors only. */
  useModel(model: ModelInUse): void {
    this.#guard(() => {
      this.#models.use(model)
    })
  }

  /** Paragraphs without a vector, ascending; the next page begins `after` the last id of this one. */
  pendingParagraphs(limit: number, after = 0): PendingParagraph[] {
    return this.#guard(() => this.#vectors.pending(limit, after))
  }

  countPending(): number {
    return this.#guard(() => this.#vectors.countPending())
  }

  /** Stores vectors in one transaction and gives them with their labels, for the index. Paragraphs that are no more are passed over. */
  putVectors(items: readonly EmbeddedParagraph[]): LabelledVector[] {
    return this.#write(() => {
      const stored = this.#vectors.put(items)
      this.#advance(stored.length)
      return stored
    })
  }

  /** All vectors by ascending label, read in pages. */
  vectors(): Iterable<StoredVector> {
    return this.#vectors.all()
  }

  vectorsOf(paragraphIds: readonly number[]): StoredVector[] {
    return this.#guard(() => this.#vectors.ofParagraphs(paragraphIds))
  }

  /** Vectors of their sentences; paragraphs that have none (not embedded yet, damaged, no more) are left out. */
  sentenceVectors(paragraphIds: readonly number[]): Map<number, SentenceVectors> {
    return this.#guard(() => this.#vectors.ofSentences(paragraphIds))
  }

  /** Labels of the vectors that a filter lets pass; `undefined` when it restricts nothing. */
  vectorLabels(filter: CableFilter): Labels | undefined {
    return this.#guard(() => this.#allowed.vectors(filter, this.generation))
  }

  /** Paragraph of each label; labels that are no more are left out. */
  paragraphsOfLabels(labels: readonly number[]): Map<number, number> {
    return this.#guard(() => this.#vectors.paragraphsOf(labels))
  }

  /** Drops these and all other vectors of their paragraphs, which are pending again. */
  eraseVectors(labels: readonly number[]): void {
    this.#write(() => {
      this.#advance(this.#vectors.erase(labels))
    })
  }

  /** Names of the models, besides the one in use, that vectors are stored of. */
  otherModels(): string[] {
    return this.#guard(() => this.#models.others())
  }

  /** Drops the vectors of every model but the one in use; gives how many went. */
  dropOtherVectors(): number {
    return this.#write(() => {
      const dropped = this.#models.dropOthers()
      this.#advance(dropped)
      return dropped
    })
  }

  /** What the vector index is derived from. */
  storedVectors(): StoredVectors {
    return this.#vectors.source()
  }

  // Checks: what `verify` is made of; each gives a plain sentence for each thing that is wrong.

  /** Every cable's number, ascending. */
  ids(): Iterable<string> {
    return this.#checks.ids()
  }

  checkFile(): string[] {
    return this.#guard(() => this.#checks.file())
  }

  /** Whether a cable's content is what its hash was made of. @throws Error when it cannot be unpacked. */
  isIntact(id: string): boolean {
    return this.#guard(() => this.#checks.isIntact(id))
  }

  checkWords(): string[] {
    return this.#guard(() =>
      this.#words.isWhole() ? [] : ['The word index does not agree with the paragraphs.'],
    )
  }

  rebuildWords(): void {
    this.#write(() => {
      this.#words.rebuild()
    })
  }

  checkCounts(): string[] {
    return this.#guard(() => this.#checks.counts())
  }

  recount(): void {
    this.#write(() => {
      this.#checks.recount()
    })
  }

  *checkVectors(): Iterable<VectorCheck> {
    yield* this.#checks.vectors()
    yield* this.#checks.sentences()
  }

  #state(): LibraryState {
    return { generation: this.generation, paragraphs: this.#statements.countParagraphs.get() ?? 0 }
  }

  #advance(changes: number): void {
    if (changes > 0) this.#statements.advance.run(changes)
  }

  #count(moreCables: number, moreParagraphs: number): void {
    if (moreCables !== 0) this.#statements.addToCount.run(moreCables, 'cables')
    if (moreParagraphs !== 0) this.#statements.addToCount.run(moreParagraphs, 'paragraphs')
  }

  #write<T>(change: () => T): T {
    return this.#guard(() => this.#db.transaction(change).immediate())
  }

  #guard<T>(use: () => T): T {
    try {
      return use()
    } catch (error) {
      throw explain(error, this.#file)
    }
  }
}

function prepareStatements(db: Db) {
  const pluck = (sql: string): Database.Statement<[], number> => db.prepare<[], number>(sql).pluck()
  return {
    paragraphIds: pluck('SELECT id FROM paragraphs INDEXED BY paragraph_cables ORDER BY id'),
    generation: pluck(`SELECT value FROM meta WHERE name = 'generation'`),
    advance: db.prepare<[number]>(`UPDATE meta SET value = value + ? WHERE name = 'generation'`),
    addToCount: db.prepare<[number, string]>('UPDATE meta SET value = value + ? WHERE name = ?'),
    countCables: pluck(`SELECT value FROM meta WHERE name = 'cables'`),
    countParagraphs: pluck(`SELECT value FROM meta WHERE name = 'paragraphs'`),
  }
}
