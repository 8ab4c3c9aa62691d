/** @module Cables put and removed, many in one transaction, with the counts of the library kept in step. */
import type { Cable } from '../cables/cable.js'
import type { Name } from '../cables/protection/marked-names.js'
import type { Cables } from './cables.js'
import type { Counts } from './counts.js'
import type { Masking } from './masking.js'

/** A cable with the original text it was read from. */
export interface CableRecord {
  readonly cable: Cable
  readonly message: string
  /** Number under which it was stored so far, where it is another now. */
  readonly replaces?: string
}

/** A copy that was not taken, because a better one is stored. */
export interface KeptOut {
  readonly id: string
  /** Where the copy was read. */
  readonly path: string
  /** A clause for people. */
  readonly reason: string
}

export interface PutCounts {
  readonly added: number
  /** Numbers of those. */
  readonly addedIds: readonly string[]
  readonly renewed: number
  readonly unchanged: number
  /** Paragraphs written that have no vector yet. */
  readonly newParagraphs: number
  /** Labels of vectors that went with renewed paragraphs: the index has to forget them. */
  readonly droppedVectors: readonly number[]
  /** Counted as unchanged. */
  readonly keptOut: readonly KeptOut[]
}

export interface RemoveCounts {
  readonly removed: number
  /** Labels of vectors that are no more: the index has to forget them. */
  readonly droppedVectors: readonly number[]
}

/** Every method runs inside a transaction. */
export class CableChanges {
  readonly #cables: Cables
  readonly #counts: Counts
  readonly #masking: Masking

  constructor(cables: Cables, counts: Counts, masking: Masking) {
    this.#cables = cables
    this.#counts = counts
    this.#masking = masking
  }

  put(records: readonly CableRecord[]): PutCounts {
    const counts = { added: 0, renewed: 0, unchanged: 0 }
    const droppedVectors: number[] = []
    let changes = 0
    let newParagraphs = 0
    let paragraphs = 0
    const freshNames: Name[] = []
    const keptOut: KeptOut[] = []
    const addedIds: string[] = []
    for (const { cable, message, replaces } of records) {
      const result = this.#cables.put(cable, message, replaces)
      counts[result.change] += 1
      if (result.change === 'added') addedIds.push(cable.id)
      newParagraphs += result.newParagraphs
      droppedVectors.push(...result.droppedVectors)
      freshNames.push(...result.freshNames)
      if (result.stays !== undefined)
        keptOut.push({ id: cable.id, path: cable.source.path, reason: result.stays })
      if (result.change !== 'unchanged') changes += 1 + result.changedParagraphs
      paragraphs += result.moreParagraphs
    }
    const remasked = this.remask(this.#holding(freshNames))
    droppedVectors.push(...remasked.droppedVectors)
    changes += remasked.changes
    this.#counts.advance(changes)
    this.#counts.add(counts.added, paragraphs)
    return { ...counts, addedIds, newParagraphs, droppedVectors, keptOut }
  }

  /** Masks stored cables again. */
  remask(ids: Iterable<string>): { changes: number; droppedVectors: number[] } {
    const droppedVectors: number[] = []
    let changes = 0
    for (const id of ids) {
      const result = this.#cables.remask(id)
      changes += result.changed
      droppedVectors.push(...result.droppedVectors)
    }
    return { changes, droppedVectors }
  }

  /** Cables that may write out a name that is shielded in the whole archive from now on. */
  #holding(names: readonly Name[]): Set<string> {
    if (this.#masking.state().scope === 'cable') return new Set()
    return new Set(
      names.flatMap((name) => {
        const family = name.findLast((word) => /\p{L}{2}/u.test(word))
        return family === undefined ? [] : this.#cables.holding(family)
      }),
    )
  }

  remove(ids: readonly string[]): RemoveCounts {
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
    this.#counts.advance(changes)
    this.#counts.add(-removed, removed - changes)
    return { removed, droppedVectors }
  }
}
