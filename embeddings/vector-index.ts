/**
 * @module The index: nearest vectors by an HNSW graph in memory (hnswlib-node), as a LangChain `VectorStore`. Searches at any
 * moment, changes one after the other.
 */
import type { Document } from '@langchain/core/documents'
import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { VectorStore } from '@langchain/core/vectorstores'
import type { Neighbour } from './exact.js'
import { searchGraph, type SearchOptions } from './graph-search.js'
import type { Labels } from './label-set.js'
import type { LabelledVector } from './stored-vectors.js'
import { SyncedGraph, type CatchUp, type SyncOptions } from './synced-graph.js'

export type { CatchUp, SearchOptions }

/** Where LangChain's documents are kept: the store, seen as documents. */
export interface DocumentShelf {
  /** In the order of the labels; labels that are no more are left out. Each document's `id` is its label. */
  read(labels: readonly number[]): Document[]
  /** Stores the vectors of these documents, and gives them with their labels. */
  write(documents: readonly Document[], vectors: readonly Float32Array[]): readonly LabelledVector[]
  erase(labels: readonly number[]): void
}

export interface VectorIndexOptions extends SyncOptions {
  /** Embeds the texts that LangChain's methods are given. */
  readonly embeddings: EmbeddingsInterface
  readonly shelf: DocumentShelf
}

export class VectorIndex extends VectorStore {
  declare FilterType: Labels

  readonly #options: VectorIndexOptions
  readonly #synced: SyncedGraph
  #last: Promise<unknown> = Promise.resolve()

  private constructor(options: VectorIndexOptions, synced: SyncedGraph) {
    super(options.embeddings, {})
    this.#options = options
    this.#synced = synced
  }

  /** Loads the snapshot when it can be trusted, adds and removes what the store changed since, and otherwise builds the graph anew. */
  static async open(options: VectorIndexOptions): Promise<VectorIndex> {
    return new VectorIndex(options, await SyncedGraph.open(options))
  }

  override _vectorstoreType(): string {
    return 'hnswlib'
  }

  /** Vectors that can be found. */
  get size(): number {
    return this.#synced.graph.live.size
  }

  /**
   * The `k` nearest labels, best first; fewer only when fewer exist. Synchronous: under a millisecond for 100,000 vectors.
   * @throws RangeError for a vector of another dimension or with values that are no numbers.
   */
  search(vector: ArrayLike<number>, k: number, options: SearchOptions = {}): Neighbour[] {
    return searchGraph(this.#synced.graph, this.#options.source, vector, k, options)
  }

  /** Adds vectors that the store already holds; known labels are passed over. Yields to the event loop between slices. */
  add(vectors: readonly LabelledVector[]): Promise<void> {
    return this.#exclusive(() => this.#synced.add(vectors))
  }

  /** Takes out labels that the store no longer holds; unknown ones are passed over. */
  remove(labels: Iterable<number>): Promise<void> {
    return this.#exclusive(() => {
      this.#synced.remove(labels)
      return Promise.resolve()
    })
  }

  /** Adds and removes what the store has changed since, also when another process did. Cheap when nothing was. */
  sync(): Promise<void> {
    return this.#exclusive(() => this.#synced.sync())
  }

  /**
   * Brings the graph up to date with the store and writes it to disk; does nothing when the snapshot is up to date.
   * @throws UserError when it cannot be written: the former snapshot stays, and nothing is lost.
   */
  snapshot(): Promise<void> {
    return this.#exclusive(() => this.#synced.save())
  }

  /** Writes a snapshot when the next start would be the quicker for it. @throws UserError as `snapshot`. */
  async saveIfWorthwhile(): Promise<void> {
    if (this.#synced.isWorthSaving) await this.snapshot()
  }

  /** Compares with the store: the labels, the files on disk, and each vector. Plain sentences, one for each thing that is wrong. */
  verify(): Promise<string[]> {
    return this.#exclusive(() => this.#synced.verify())
  }

  /** Builds the graph anew from the store and writes it to disk. */
  async rebuild(): Promise<void> {
    await this.#exclusive(() => this.#synced.rebuild('asked for'))
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

  /** One change after the other: the graph must not change while it is written, nor be caught up twice at once. */
  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    // The caller is given the error; the next in line starts all the same.
    this.#last = result.catch(() => undefined)
    return result
  }
}
