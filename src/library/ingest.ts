/**
 * @module Read -> store -> embed -> index. Each step works on what the one before has committed, and what is still to be
 * embedded is asked of the store: so ingest can be killed at any moment and run again, and does nothing twice.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LabelledVector } from '../../embeddings/stored-vectors.js'
import type { ReadOutcome } from '../cables/outcome.js'
import { embedParagraphs, type PassageEmbedder } from './embed-paragraphs.js'
import type { KeptOut } from './cable-changes.js'
import type { CableRecord, EmbeddedParagraph, Library } from './library.js'

export type { PassageEmbedder }

/** What finds the vectors again: the vector index, or anything of this shape. */
export interface PassageIndex {
  add(vectors: readonly LabelledVector[]): Promise<void>
  remove(labels: Iterable<number>): Promise<void>
  snapshot(): Promise<void>
}

export interface IngestOptions {
  readonly library: Library
  readonly outcomes: AsyncIterable<ReadOutcome>
  /** Without it cables are only stored; the next ingest embeds what is pending. */
  readonly embedder?: PassageEmbedder | undefined
  readonly index?: PassageIndex | undefined
  /** Stops after what is being written is committed. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: IngestProgress) => void) | undefined
  /** Told of every record that is no cable. */
  readonly onRefused?: ((refused: Extract<ReadOutcome, { kind: 'refused' }>) => void) | undefined
  /** Told the number of every cable that the library did not have. */
  readonly onAdded?: ((id: string) => void) | undefined
  /** Told of every copy that was not taken, because the library holds a better one. */
  readonly onKeptOut?: ((keptOut: KeptOut) => void) | undefined
}

export interface IngestCounts {
  /** Records, refused ones too. */
  readonly read: number
  readonly added: number
  readonly renewed: number
  readonly unchanged: number
  readonly refused: number
  /** Paragraphs. */
  readonly embedded: number
}

export interface IngestProgress extends IngestCounts {
  /** Everything that was given is read and stored; only embedding goes on. */
  readonly readingDone: boolean
  /** Paragraphs that are stored and not embedded yet; 0 when nothing embeds. */
  readonly pending: number
  /** Records read in a second, over the whole time. */
  readonly recordsPerSecond: number
  /** Paragraphs embedded in a second, over the time since the first. */
  readonly paragraphsPerSecond: number
  /** For what is stored and pending; `null` while that cannot be told. */
  readonly secondsLeft: number | null
}

export interface IngestResult extends IngestCounts {
  readonly ms: number
  /** Stopped by the signal before everything was done. */
  readonly stopped: boolean
}

/** A transaction is committed after so many cables or characters, whichever comes first: about 50 ms of writing. */
const BATCH_CABLES = 100
const BATCH_CHARACTERS = 1_000_000
/** The first is smaller: until it is stored there is nothing to embed. */
const FIRST_BATCH_CABLES = 8

/**
 * Paragraphs that are handed to the embedder at once, and how many such lots are under way: none of its workers waits for the next.
 * Smaller lots keep the event loop freer while they are stored.
 */
const LOT = 32
const LOTS_UNDER_WAY = 8

/** The index is written to disk after so many vectors: what a killed process has to add to its index again at most. */
const SNAPSHOT_EVERY = 25_000

/** @throws UserError when the store cannot be written; what the embedder or the reader throws comes through. What was committed stays. */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
  return await new IngestRun(options).finish()
}

class IngestRun {
  readonly #options: IngestOptions
  readonly #startedAt = performance.now()
  readonly #counts = { read: 0, added: 0, renewed: 0, unchanged: 0, refused: 0, embedded: 0 }
  /** Aborted by the caller's signal, or when either half fails: the other half need not go on. */
  readonly #stop = new AbortController()
  readonly #signal: AbortSignal
  #readingDone = false
  #cutShort = false
  #pending = 0
  #embeddingSince: number | undefined
  #addedSinceSnapshot = 0
  #wake: () => void = () => undefined

  constructor(options: IngestOptions) {
    this.#options = options
    this.#signal =
      options.signal === undefined ? this.#stop.signal : AbortSignal.any([options.signal, this.#stop.signal])
    this.#signal.addEventListener('abort', () => {
      this.#wake()
    })
  }

  async finish(): Promise<IngestResult> {
    const { embedder, index, library } = this.#options
    if (embedder !== undefined) this.#pending = library.countPending()
    const halves = [this.#readAndStore(), ...(embedder === undefined ? [] : [this.#embedPending(embedder)])]
    const ends = await Promise.allSettled(halves)
    const failed = ends.find((end) => end.status === 'rejected')
    if (failed !== undefined) throw failed.reason
    await index?.snapshot()
    this.#report()
    return { ...this.#counts, ms: performance.now() - this.#startedAt, stopped: this.#cutShort }
  }

  async #readAndStore(): Promise<void> {
    try {
      let batch: CableRecord[] = []
      let characters = 0
      let isFirst = true
      for await (const outcome of this.#options.outcomes) {
        this.#counts.read += 1
        if (outcome.kind === 'refused') {
          this.#counts.refused += 1
          this.#options.onRefused?.(outcome)
        } else {
          batch.push(outcome)
          characters += outcome.message.length
        }
        const limit = isFirst ? FIRST_BATCH_CABLES : BATCH_CABLES
        if (batch.length >= limit || characters >= BATCH_CHARACTERS) {
          await this.#store(batch)
          batch = []
          characters = 0
          isFirst = false
        }
        if (this.#signal.aborted) {
          this.#cutShort = true
          break
        }
      }
      await this.#store(batch)
      this.#readingDone = true
      // Counted once more: renewed cables may have taken pending paragraphs away.
      if (this.#options.embedder !== undefined) this.#pending = this.#options.library.countPending()
    } catch (error) {
      this.#stop.abort(error)
      throw error
    } finally {
      this.#wake()
    }
  }

  async #store(batch: readonly CableRecord[]): Promise<void> {
    if (batch.length === 0) return
    const { library, index, embedder } = this.#options
    const { added, addedIds, renewed, unchanged, newParagraphs, droppedVectors, keptOut } = library.put(batch)
    for (const id of addedIds) this.#options.onAdded?.(id)
    for (const copy of keptOut) this.#options.onKeptOut?.(copy)
    this.#counts.added += added
    this.#counts.renewed += renewed
    this.#counts.unchanged += unchanged
    if (embedder !== undefined) this.#pending += newParagraphs
    if (droppedVectors.length > 0) await index?.remove(droppedVectors)
    this.#wake()
    this.#report()
    // Readers of files seldom wait: without this neither workers nor signals would be heard.
    await nextTurn()
  }

  async #embedPending(embedder: PassageEmbedder): Promise<void> {
    const underWay: Promise<void>[] = []
    try {
      await this.#handOut(embedder, underWay)
      await Promise.all(underWay)
    } catch (error) {
      if (error !== this.#signal.reason) {
        this.#stop.abort(error)
        throw error
      }
      // Stopped: what had not begun was dropped, and is pending still.
      this.#cutShort = true
    } finally {
      // Nothing may be written after ingest has returned.
      await Promise.allSettled(underWay)
    }
  }

  async #handOut(embedder: PassageEmbedder, underWay: Promise<void>[]): Promise<void> {
    let last = 0
    let leftBefore = Infinity
    for (;;) {
      this.#signal.throwIfAborted()
      const lot = this.#options.library.pendingParagraphs(LOT, last)
      // A lot that is not full waits for more as long as more may come: small lots would leave workers idle.
      if (lot.length < LOT && !this.#readingDone) {
        await (underWay.shift() ?? this.#moreToEmbed())
        continue
      }
      const final = lot.at(-1)
      if (final === undefined) {
        // What was masked while it was embedded is pending again, behind where we are.
        await Promise.all(underWay.splice(0))
        const left = this.#options.library.countPending()
        if (left === 0 || left >= leftBefore) return
        leftBefore = left
        last = 0
        continue
      }
      last = final.paragraphId
      this.#embeddingSince ??= performance.now()
      // Stored in the order they were handed out, so that the same input gives the same store.
      const stored = Promise.all([embedParagraphs(lot, embedder, this.#signal), underWay.at(-1)]).then(
        ([made]) => this.#storeVectors(made),
      )
      // Heard when its turn comes; until then it must not count as unhandled.
      stored.catch(() => undefined)
      underWay.push(stored)
      if (underWay.length >= LOTS_UNDER_WAY) await underWay.shift()
    }
  }

  async #storeVectors(items: readonly EmbeddedParagraph[]): Promise<void> {
    const { library, index } = this.#options
    const stored = library.putVectors(items)
    this.#counts.embedded += items.length
    this.#pending -= items.length
    this.#report()
    if (index === undefined) return
    await index.add(stored)
    this.#addedSinceSnapshot += stored.length
    if (this.#addedSinceSnapshot >= SNAPSHOT_EVERY) {
      this.#addedSinceSnapshot = 0
      await index.snapshot()
    }
  }

  /** Resolves when more was stored, reading has ended, or all is to stop. */
  #moreToEmbed(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  #report(): void {
    const now = performance.now()
    const paragraphsPerSecond =
      this.#embeddingSince === undefined ? 0 : rate(this.#counts.embedded, now - this.#embeddingSince)
    const pending = Math.max(0, this.#pending)
    this.#options.onProgress?.({
      ...this.#counts,
      readingDone: this.#readingDone,
      pending,
      recordsPerSecond: rate(this.#counts.read, now - this.#startedAt),
      paragraphsPerSecond,
      secondsLeft: paragraphsPerSecond > 0 ? pending / paragraphsPerSecond : null,
    })
  }
}

function rate(count: number, ms: number): number {
  return ms <= 0 ? 0 : (count * 1000) / ms
}
