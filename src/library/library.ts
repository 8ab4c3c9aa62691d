/** @module The library: everything the bot knows, in one SQLite file. The only door to it for the rooms above. */
import { join } from 'node:path'
import type { Labels } from '../../embeddings/label-set.js'
import type { LabelledVector, StoredVectors } from '../../embeddings/stored-vectors.js'
import { Allowed } from './allowed.js'
import { CableChanges, type CableRecord, type PutCounts, type RemoveCounts } from './cable-changes.js'
import { Cables, type StoredParagraph, type WordTables } from './cables.js'
import { Catalogue } from './catalogue.js'
import { Checks, type VectorCheck } from './checks.js'
import { Counts, type LibraryCounts } from './counts.js'
import type { CableFilter } from './filter.js'
import { HeldWords } from './held-words.js'
import { explaining, type Db } from '../database.js'
import { Models, type ModelInUse } from './models.js'
import { Reading } from './reading.js'
import { openStore } from './schema.js'
import type { SentenceVectors } from './sentence-vectors.js'
import { Tallies, type Tally } from './tallies.js'
import { Suggestions, type CableSuggestion } from './suggest.js'
import { Vectors, type EmbeddedParagraph, type PendingParagraph, type StoredVector } from './vectors.js'
import { Words, type WordMatch } from './words.js'
import { Archive } from './archive.js'
import { Masking, type ProtectionScope, type ProtectionState } from './masking.js'

export type {
  CableRecord,
  CableSuggestion,
  EmbeddedParagraph,
  LibraryCounts,
  PendingParagraph,
  PutCounts,
  RemoveCounts,
  SentenceVectors,
  StoredParagraph,
  StoredVector,
  Tally,
  WordMatch,
}

/**
 * Every call is synchronous and commits before it returns. A full disk, a locked or a damaged file come as `UserError`.
 */
export class Library {
  readonly #db: Db
  readonly #file: string
  readonly #counts: Counts
  readonly #words: WordTables
  readonly #masking: Masking
  readonly #reading: Reading
  readonly #cables: Cables
  readonly #changes: CableChanges
  readonly #models: Models
  readonly #vectors: Vectors
  readonly #allowed: Allowed
  readonly #held: HeldWords
  readonly #suggestions: Suggestions
  readonly #tallies: Tallies
  readonly #checks: Checks
  /** The archive as lists and counts. */
  readonly catalogue: Catalogue
  /** What readers may see by default: without what the cables shield. */
  readonly masked: Archive
  /** The words as written. */
  readonly open: Archive

  private constructor(db: Db, file: string) {
    this.#db = db
    this.#file = file
    this.#counts = new Counts(db)
    this.#words = { masked: new Words(db), open: new Words(db, 'open_words') }
    this.#masking = new Masking(db)
    this.#reading = new Reading(db)
    this.#cables = new Cables(db, this.#words, this.#masking)
    this.#changes = new CableChanges(this.#cables, this.#counts, this.#masking)
    this.#models = new Models(db)
    this.#vectors = new Vectors(db, this.#models, this.#counts)
    this.#allowed = new Allowed(db)
    this.#held = new HeldWords(db, this.#words, this.#allowed)
    this.#suggestions = new Suggestions(db)
    this.#tallies = new Tallies(db)
    this.#checks = new Checks(db, this.#cables)
    this.catalogue = new Catalogue(db, file, this.#counts)
    const parts = {
      file,
      counts: this.#counts,
      cables: this.#cables,
      words: this.#words,
      held: this.#held,
      allowed: this.#allowed,
      suggestions: this.#suggestions,
      catalogue: this.catalogue,
    }
    this.masked = new Archive('masked', parts)
    this.open = new Archive('open', parts)
  }

  /**
   * Opens the library in this folder; makes folder and file when they are not there.
   * @throws UserError when that is not possible, or the file is none of ours or of a newer version.
   */
  static open(dataDir: string): Library {
    return new Library(openStore(dataDir), join(dataDir, 'library.sqlite'))
  }

  close(): void {
    this.#words.masked.close()
    this.#words.open.close()
    this.#db.close()
  }

  /** Grows with every committed change of cables or vectors, by whichever process. */
  get generation(): number {
    return this.#guard(() => this.#counts.generation)
  }

  // Cables

  /** Adds or renews cables in one transaction; a cable whose content is as stored is left alone. */
  put(records: readonly CableRecord[]): PutCounts {
    return this.#write(() => {
      if (this.#counts.all().cables === 0) this.#reading.setCurrent()
      return this.#changes.put(records)
    })
  }

  /** Removes cables with all that belongs to them; unknown numbers are passed over. */
  remove(ids: readonly string[]): RemoveCounts {
    return this.#write(() => this.#changes.remove(ids))
  }

  counts(): LibraryCounts {
    return this.#guard(() => this.#counts.all())
  }

  /** Display names of sending posts, the most frequent first. */
  origins(): readonly Tally[] {
    return this.#guard(() => this.#tallies.of('origins', this.#counts.generation))
  }

  /** TAGS, the most frequent first. */
  tagCounts(): readonly Tally[] {
    return this.#guard(() => this.#tallies.of('tags', this.#counts.generation))
  }

  // Paragraphs

  /** Ascending ids of the paragraphs that a filter lets pass. */
  paragraphIds(filter: CableFilter): number[] {
    return this.#guard(() => this.#allowed.paragraphIds(filter))
  }

  // Reading

  /** By which reader the cables were read: `READING_RECIPE`, or less. */
  readingRecipe(): number {
    return this.#guard(() => this.#reading.recipe())
  }

  /** To be called when every cable has been read again. */
  endReading(): void {
    this.#write(() => {
      this.#reading.setCurrent()
    })
  }

  // Source protection

  protection(): ProtectionState {
    return this.#guard(() => this.#masking.state())
  }

  /** For an empty library, where it costs nothing: masks are made so, by the rules of today. */
  beginProtection(scope: ProtectionScope): void {
    this.#write(() => {
      this.#masking.setScope(scope)
      this.#masking.setCurrent()
    })
  }

  /** Says how cables are masked from now on. Those that are stored are masked so by `remask`: until its end nobody may read them. */
  changeProtection(scope: ProtectionScope): void {
    this.#write(() => {
      this.#masking.setScope(scope)
      this.#masking.setStale()
    })
  }

  /** Masks the next stored cables again, by the rules of today. @returns the last of them, `null` when there are no more */
  remask(
    after: string,
    limit: number,
  ): { readonly last: string | null; readonly droppedVectors: readonly number[] } {
    return this.#write(() => {
      const ids = this.#cables.numbers(after, limit)
      const { changes, droppedVectors } = this.#changes.remask(ids)
      this.#counts.advance(changes + droppedVectors.length)
      return { last: ids.at(-1) ?? null, droppedVectors }
    })
  }

  /** To be called when every cable has been masked again. */
  endProtection(): void {
    this.#write(() => {
      this.#masking.setCurrent()
    })
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
      this.#counts.advance(stored.length)
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
    const { holding } = filter
    return this.#guard(() => {
      const { generation } = this.#counts
      if (holding === undefined) return this.#allowed.vectors(filter, generation)
      return this.#held.vectors(holding.wording, holding.rule, filter, generation)
    })
  }

  /** Paragraph of each label; labels that are no more are left out. */
  paragraphsOfLabels(labels: readonly number[]): Map<number, number> {
    return this.#guard(() => this.#vectors.paragraphsOf(labels))
  }

  /** Drops these and all other vectors of their paragraphs, which are pending again. */
  eraseVectors(labels: readonly number[]): void {
    this.#write(() => {
      this.#counts.advance(this.#vectors.erase(labels))
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
      this.#counts.advance(dropped)
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
      this.#words.masked.isWhole() && this.#words.open.isWhole()
        ? []
        : ['The word index does not agree with the paragraphs.'],
    )
  }

  rebuildWords(): void {
    this.#write(() => {
      this.#words.masked.rebuild()
      this.#words.open.rebuild()
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

  #write<T>(change: () => T): T {
    return this.#guard(() => this.#db.transaction(change).immediate())
  }

  #guard<T>(use: () => T): T {
    return explaining(this.#file, use)
  }
}
