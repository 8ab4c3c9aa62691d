/**
 * @module The graph in step with the store. The store is the truth and the graph is derived from it: whatever the graph on disk
 * lacks or has too much is made good at opening, and a graph that cannot be trusted is built anew.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { UserError } from '../src/errors.js'
import { unitVector } from './exact.js'
import { Graph } from './graph.js'
import { NO_SNAPSHOT, readSnapshot, removeLeftovers, writeSnapshot } from './index-snapshot.js'
import { LabelSet } from './label-set.js'
import type { LabelledVector, StoredVectors } from './stored-vectors.js'

/** The event loop is given a turn after this much work (ms). */
const SLICE = 8

/** Vectors fetched from the store at once. */
const PAGE = 256

/** At closing, a snapshot is worth writing when more than this share of the index changed: to add it again would take longer. */
const WORTH_SAVING = 0.005

/** A graph of which more than this share is deleted is built anew at the next snapshot: deleted nodes cost time in every search. */
const MAX_DELETED_SHARE = 0.3

export interface SyncOptions {
  /** Folder of the snapshot. */
  readonly dir: string
  readonly source: StoredVectors
  /** Told while vectors are added at opening: how many of how many, and why. */
  readonly onCatchUp?: (progress: CatchUp) => void
}

export interface CatchUp {
  readonly done: number
  readonly total: number
  /** Why the graph is built anew; `undefined` when it only lacked a few. */
  readonly rebuildReason: string | undefined
}

/** Holds no lock: whoever calls waits until one call is done before the next, and only searches the graph meanwhile. */
export class SyncedGraph {
  readonly #options: SyncOptions
  #graph: Graph
  /** Generation of the store that the graph is known to hold all of. */
  #syncedAt = -1
  /** Labels added and removed since the snapshot on disk. */
  #unsaved = 0

  private constructor(options: SyncOptions) {
    this.#options = options
    this.#graph = Graph.empty(options.source.dimension)
  }

  /** Loads the snapshot when it can be trusted, adds and removes what the store changed since, and otherwise builds the graph anew. */
  static async open(options: SyncOptions): Promise<SyncedGraph> {
    const synced = new SyncedGraph(options)
    await removeLeftovers(options.dir)
    await synced.#load()
    return synced
  }

  /** As it is now: another one when it is built anew. */
  get graph(): Graph {
    return this.#graph
  }

  /** Whether the next start would be the quicker for a snapshot. */
  get isWorthSaving(): boolean {
    return this.#unsaved > WORTH_SAVING * this.#graph.live.size
  }

  /** Adds and removes what the store has changed since, also when another process did. */
  async sync(rebuildReason?: string): Promise<void> {
    const { source } = this.#options
    // Read first: what is committed after this makes the generations differ again.
    const { generation } = source
    if (generation === this.#syncedAt) return
    await this.#addStored([...source.labels(this.#graph.highest)], rebuildReason)
    // Labels are never used twice, so equal counts mean equal sets; else something was removed, or came in another order.
    if (source.count !== this.#graph.live.size) {
      const wanted = LabelSet.of(source.labels())
      this.remove([...this.#graph.live].filter((label) => !wanted.has(label)))
      await this.#addStored(
        [...wanted].filter((label) => !this.#graph.live.has(label)),
        rebuildReason,
      )
    }
    this.#syncedAt = generation
  }

  /** Known labels are passed over. Yields to the event loop between slices. */
  async add(vectors: readonly LabelledVector[]): Promise<void> {
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

  /** Unknown labels are passed over. */
  remove(labels: Iterable<number>): void {
    for (const label of labels) if (this.#graph.remove(label)) this.#unsaved += 1
  }

  async rebuild(reason: string): Promise<void> {
    const { source } = this.#options
    this.#graph = Graph.empty(source.dimension)
    this.#syncedAt = -1
    await this.sync(reason)
  }

  /**
   * Brings the graph up to date and writes it to disk; does nothing when the snapshot is up to date.
   * @throws UserError when it cannot be written: the former snapshot stays, and nothing is lost.
   */
  async save(): Promise<void> {
    await this.sync()
    if (this.#graph.deletedShare > MAX_DELETED_SHARE) {
      await this.rebuild('much of it was deleted')
    }
    if (this.#unsaved === 0 || this.#graph.live.size === 0) return
    await this.#write()
    this.#unsaved = 0
  }

  /** Compares with the store: the labels, the files on disk, and each vector. Plain sentences, one for each thing that is wrong. */
  async verify(): Promise<string[]> {
    const { dir, source } = this.#options
    await this.sync()
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
  }

  async #load(): Promise<void> {
    const { dir, source } = this.#options
    const snapshot = await readSnapshot(dir)
    if ('unusable' in snapshot) return this.rebuild(snapshot.unusable)
    const { description, graph: file } = snapshot
    if (description.modelId !== source.modelId || description.dimension !== source.dimension) {
      return this.rebuild(`the snapshot is of the model ${description.modelId}`)
    }
    if (source.generationOf(description.mark) !== description.generation) {
      return this.rebuild('the snapshot was made of another state of the store')
    }
    const graph = await Graph.read(file, source.dimension, description)
    if (graph.live.size !== description.count) return this.rebuild('the snapshot does not hold what it says')
    this.#graph = graph
    this.#syncedAt = description.generation
    this.#unsaved = 0
    await this.sync()
  }

  async #addStored(labels: readonly number[], rebuildReason: string | undefined): Promise<void> {
    const { source, onCatchUp } = this.#options
    this.#graph.reserve(labels.length)
    for (let done = 0; done < labels.length; done += PAGE) {
      onCatchUp?.({ done, total: labels.length, rebuildReason })
      await this.add([...source.fetch(labels.slice(done, done + PAGE))])
    }
    if (labels.length > 0) onCatchUp?.({ done: labels.length, total: labels.length, rebuildReason })
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
      // In a thread of its own; nothing changes the graph until then, while searches go on.
      await writeSnapshot(dir, content, (path) => this.#graph.write(path))
    } catch (error) {
      throw new UserError(
        `The vector index cannot be saved in ${dir} (${String(error)}); free some space or check the folder. The vectors themselves are stored, and the index is built again from them.`,
        { cause: error },
      )
    }
  }

  #holds({ label, vector }: LabelledVector): boolean {
    return this.#graph.holds(label, unitVector(vector, this.#options.source.dimension))
  }
}
