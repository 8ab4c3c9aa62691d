/**
 * @module The index: nearest vectors by an HNSW graph in memory (hnswlib-node), as a LangChain `VectorStore`.
 *
 * The store is the truth and the graph is derived from it: whatever the graph on disk lacks or has too much is made good
 * at opening, and a graph that cannot be trusted is built anew.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Document } from '@langchain/core/documents'
import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { VectorStore } from '@langchain/core/vectorstores'
import { UserError } from '../src/errors.js'
import { nearest, unitVector, type Neighbour } from './exact.js'
import { Graph } from './graph.js'
import { NO_SNAPSHOT, readSnapshot, removeLeftovers, writeSnapshot } from './index-snapshot.js'
import { LabelSet, type Labels } from './label-set.js'
import type { LabelledVector, StoredVectors } from './stored-vectors.js'

/**
 * Candidates looked at in a search (`ef`), times the fourth root of the vectors in all, and at least so many. Where the nearest do
 * not stand out, so many more are looked at. Together recall@10 is 0.99 up to a million vectors (docs/performance.md).
 */
const EFFORT = 12
const DEEP_EFFORT = 60
const LEAST_EF = 100
/** The same where a filter passes all, times the root; of a filter that passes some, their share. */
const FILTERED_EFFORT = 3

/**
 * The nearest stand out when the tenth is this much nearer than the last of so many. Distances that are alike say that the graph
 * has met a crowd, of which it may have seen a part only.
 */
const FLAT = 0.92
const JUDGED = 60
const TENTH = 9

/** The event loop is given a turn after this much work (ms). */
const SLICE = 8

/** Vectors fetched from the store at once. */
const PAGE = 256

/** At closing, a snapshot is worth writing when more than this share of the index changed: to add it again would take longer. */
const WORTH_SAVING = 0.005

/** A graph of which more than this share is deleted is built anew at the next snapshot: deleted nodes cost time in every search. */
const MAX_DELETED_SHARE = 0.3

/**
 * Exact comparison costs about 13 us a vector; the graph with a filter 200 to 400 us divided by the share that passes.
 * So exact is cheaper while (vectors that pass)^2 < this * (vectors in all).
 */
const EXACT_BELOW = 20

/** Where LangChain's documents are kept: the store, seen as documents. */
export interface DocumentShelf {
  /** In the order of the labels; labels that are no more are left out. Each document's `id` is its label. */
  read(labels: readonly number[]): Document[]
  /** Stores the vectors of these documents, and gives them with their labels. */
  write(documents: readonly Document[], vectors: readonly Float32Array[]): readonly LabelledVector[]
  erase(labels: readonly number[]): void
}

export interface VectorIndexOptions {
  /** Folder of the snapshot. */
  readonly dir: string
  readonly source: StoredVectors
  /** Embeds the texts that LangChain's methods are given. */
  readonly embeddings: EmbeddingsInterface
  readonly shelf: DocumentShelf
  /** Told while vectors are added at opening: how many of how many, and why. */
  readonly onCatchUp?: (progress: CatchUp) => void
}

export interface CatchUp {
  readonly done: number
  readonly total: number
  /** Why the graph is built anew; `undefined` when it only lacked a few. */
  readonly rebuildReason: string | undefined
}

export interface SearchOptions {
  /** Only these labels may be found. */
  readonly allowed?: Labels
  /** Candidates looked at: more find better and take longer. Without it as many as the vectors in all and the question need. */
  readonly ef?: number
}

export class VectorIndex extends VectorStore {
  declare FilterType: Labels

  readonly #options: VectorIndexOptions
  #graph: Graph
  /** Generation of the store that the graph is known to hold all of. */
  #syncedAt = -1
  /** Labels added and removed since the snapshot on disk. */
  #unsaved = 0
  #last: Promise<unknown> = Promise.resolve()

  private constructor(options: VectorIndexOptions) {
    super(options.embeddings, {})
    this.#options = options
    this.#graph = Graph.empty(options.source.dimension)
  }

  /** Loads the snapshot when it can be trusted, adds and removes what the store changed since, and otherwise builds the graph anew. */
  static async open(options: VectorIndexOptions): Promise<VectorIndex> {
    const index = new VectorIndex(options)
    await removeLeftovers(options.dir)
    await index.#load()
    return index
  }

  override _vectorstoreType(): string {
    return 'hnswlib'
  }

  /** Vectors that can be found. */
  get size(): number {
    return this.#graph.live.size
  }

  /**
   * The `k` nearest labels, best first; fewer only when fewer exist. Synchronous: under a millisecond for 100,000 vectors.
   * @throws RangeError for a vector of another dimension or with values that are no numbers.
   */
  search(vector: ArrayLike<number>, k: number, { allowed, ef }: SearchOptions = {}): Neighbour[] {
    const query = unitVector(vector, this.#options.source.dimension)
    const { live } = this.#graph
    if (k < 1 || live.size === 0) return []
    if (allowed === undefined) {
      const found = ef === undefined ? this.#searchGraph(query, k) : this.#graph.search(query, k, ef)
      return found.length < Math.min(k, live.size) ? this.#searchExactly(query, k, live) : found
    }
    if (allowed.size ** 2 < EXACT_BELOW * live.size) return this.#searchExactly(query, k, allowed)
    // To meet `ef` nodes that pass, the graph looks at as many times more as the filter is narrow.
    const share = allowed.size / live.size
    const effort = candidatesOf(FILTERED_EFFORT * share * Math.sqrt(live.size))
    const found = this.#graph.search(query, k, ef ?? effort, allowed)
    // A node can be cut off from the graph's entry; then what passes the filter is compared one by one.
    return found.length < k ? this.#searchExactly(query, k, allowed) : found
  }

  /** Adds vectors that the store already holds; known labels are passed over. Yields to the event loop between slices. */
  add(vectors: readonly LabelledVector[]): Promise<void> {
    return this.#exclusive(() => this.#add(vectors))
  }

  /** Takes out labels that the store no longer holds; unknown ones are passed over. */
  remove(labels: Iterable<number>): Promise<void> {
    return this.#exclusive(() => {
      this.#remove(labels)
      return Promise.resolve()
    })
  }

  /** Adds and removes what the store has changed since, also when another process did. Cheap when nothing was. */
  sync(): Promise<void> {
    return this.#exclusive(() => this.#sync())
  }

  /**
   * Brings the graph up to date with the store and writes it to disk; does nothing when the snapshot is up to date.
   * @throws UserError when it cannot be written: the former snapshot stays, and nothing is lost.
   */
  snapshot(): Promise<void> {
    return this.#exclusive(async () => {
      await this.#sync()
      if (this.#graph.deletedShare > MAX_DELETED_SHARE) {
        await this.#rebuild('much of it was deleted')
      }
      if (this.#unsaved === 0 || this.#graph.live.size === 0) return
      await this.#write()
      this.#unsaved = 0
    })
  }

  /** Writes a snapshot when the next start would be the quicker for it. @throws UserError as `snapshot`. */
  async saveIfWorthwhile(): Promise<void> {
    if (this.#unsaved > WORTH_SAVING * this.#graph.live.size) await this.snapshot()
  }

  /** Compares with the store: the labels, the files on disk, and each vector. Plain sentences, one for each thing that is wrong. */
  verify(): Promise<string[]> {
    return this.#exclusive(async () => {
      const { dir, source } = this.#options
      await this.#sync()
      const faults: string[] = []
      const snapshot = await readSnapshot(dir)
      if ('unusable' in snapshot && snapshot.unusable !== NO_SNAPSHOT) {
        faults.push(`The vector index on disk cannot be used: ${snapshot.unusable}.`)
      }
      let differing = 0
      for (const label of this.#graph.live) {
        const [stored] = source.fetch([label])
        if (stored === undefined || !this.#holds(stored)) differing += 1
        if (label % PAGE === 0) await nextTurn()
      }
      if (differing > 0) faults.push(`${differing} vectors of the index are not those of the store.`)
      return faults
    })
  }

  /** Builds the graph anew from the store and writes it to disk. */
  async rebuild(): Promise<void> {
    await this.#exclusive(() => this.#rebuild('asked for'))
    await this.snapshot()
  }

  // LangChain

  override async addDocuments(documents: Document[]): Promise<string[]> {
    const vectors = await this.embeddings.embedDocuments(documents.map((document) => document.pageContent))
    return this.addVectors(vectors, documents)
  }

  /** Stores and indexes; gives the labels. */
  override async addVectors(vectors: number[][], documents: Document[]): Promise<string[]> {
    const stored = this.#options.shelf.write(
      documents,
      vectors.map((vector) => Float32Array.from(vector)),
    )
    await this.add(stored)
    return stored.map(({ label }) => String(label))
  }

  /** Removes documents by their ids (labels) from store and index. */
  override async delete({ ids }: { ids: readonly string[] }): Promise<void> {
    const labels = ids.map(Number)
    this.#options.shelf.erase(labels)
    await this.remove(labels)
  }

  /** Scores are cosines. */
  override similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: Labels,
  ): Promise<[Document, number][]> {
    const found = this.search(query, k, filter === undefined ? {} : { allowed: filter })
    const similarity = new Map(found.map((neighbour) => [String(neighbour.label), neighbour.similarity]))
    const documents = this.#options.shelf.read(found.map((neighbour) => neighbour.label))
    return Promise.resolve(documents.map((document) => [document, similarity.get(document.id ?? '') ?? 0]))
  }

  // Searching

  #holds({ label, vector }: LabelledVector): boolean {
    return this.#graph.holds(label, unitVector(vector, this.#options.source.dimension))
  }

  #searchGraph(query: Float32Array, k: number): Neighbour[] {
    const found = this.#graph.search(query, Math.max(k, JUDGED), this.#effort(EFFORT))
    const [tenth, last] = [found[TENTH], found[JUDGED - 1]]
    const isFlat = tenth && last && 1 - tenth.similarity > FLAT * (1 - last.similarity)
    return isFlat ? this.#graph.search(query, k, this.#effort(DEEP_EFFORT)) : found.slice(0, k)
  }

  #effort(times: number): number {
    return candidatesOf(times * this.#graph.live.size ** 0.25)
  }

  #searchExactly(query: Float32Array, k: number, allowed: Labels): Neighbour[] {
    const labels: number[] = []
    for (const label of allowed) if (this.#graph.live.has(label)) labels.push(label)
    return nearest(query, this.#options.source.fetch(labels), k)
  }

  // Changing: everything below runs under the lock.

  /** One change after the other: the graph must not change while it is written, nor be caught up twice at once. */
  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    // The caller is given the error; the next in line starts all the same.
    this.#last = result.catch(() => undefined)
    return result
  }

  async #write(): Promise<void> {
    const { dir, source } = this.#options
    const content = {
      modelId: source.modelId,
      dimension: source.dimension,
      mark: source.mark(this.#syncedAt),
      generation: this.#syncedAt,
      ...this.#graph.description,
    }
    try {
      // In a thread of its own; the lock keeps the graph as it is until then, while searches go on.
      await writeSnapshot(dir, content, (path) => this.#graph.write(path))
    } catch (error) {
      throw new UserError(
        `The vector index cannot be saved in ${dir} (${String(error)}); free some space or check the folder. The vectors themselves are stored, and the index is built again from them.`,
        { cause: error },
      )
    }
  }

  async #load(): Promise<void> {
    const { dir, source } = this.#options
    const snapshot = await readSnapshot(dir)
    if ('unusable' in snapshot) return this.#rebuild(snapshot.unusable)
    const { description, graph: file } = snapshot
    if (description.modelId !== source.modelId || description.dimension !== source.dimension) {
      return this.#rebuild(`the snapshot is of the model ${description.modelId}`)
    }
    if (source.generationOf(description.mark) !== description.generation) {
      return this.#rebuild('the snapshot was made of another state of the store')
    }
    const graph = await Graph.read(file, source.dimension, description)
    if (graph.live.size !== description.count) return this.#rebuild('the snapshot does not hold what it says')
    this.#graph = graph
    this.#syncedAt = description.generation
    this.#unsaved = 0
    await this.#sync()
  }

  async #rebuild(reason: string): Promise<void> {
    const { source } = this.#options
    this.#graph = Graph.empty(source.dimension)
    this.#syncedAt = -1
    await this.#sync(reason)
  }

  async #sync(rebuildReason?: string): Promise<void> {
    const { source } = this.#options
    // Read first: what is committed after this makes the generations differ again.
    const { generation } = source
    if (generation === this.#syncedAt) return
    await this.#addStored([...source.labels(this.#graph.highest)], rebuildReason)
    // Labels are never used twice, so equal counts mean equal sets; else something was removed, or came in another order.
    if (source.count !== this.#graph.live.size) {
      const wanted = LabelSet.of(source.labels())
      this.#remove([...this.#graph.live].filter((label) => !wanted.has(label)))
      await this.#addStored(
        [...wanted].filter((label) => !this.#graph.live.has(label)),
        rebuildReason,
      )
    }
    this.#syncedAt = generation
  }

  async #addStored(labels: readonly number[], rebuildReason: string | undefined): Promise<void> {
    const { source, onCatchUp } = this.#options
    this.#graph.reserve(labels.length)
    for (let done = 0; done < labels.length; done += PAGE) {
      onCatchUp?.({ done, total: labels.length, rebuildReason })
      await this.#add([...source.fetch(labels.slice(done, done + PAGE))])
    }
    if (labels.length > 0) onCatchUp?.({ done: labels.length, total: labels.length, rebuildReason })
  }

  async #add(vectors: readonly LabelledVector[]): Promise<void> {
    this.#graph.reserve(vectors.length)
    let sliceStart = performance.now()
    for (const { label, vector } of vectors) {
      if (this.#graph.live.has(label)) continue
      this.#graph.add(unitVector(vector, this.#options.source.dimension), label)
      this.#unsaved += 1
      if (performance.now() - sliceStart < SLICE) continue
      await nextTurn()
      sliceStart = performance.now()
    }
  }

  #remove(labels: Iterable<number>): void {
    for (const label of labels) if (this.#graph.remove(label)) this.#unsaved += 1
  }
}

function candidatesOf(effort: number): number {
  return Math.max(LEAST_EF, Math.round(effort))
}
