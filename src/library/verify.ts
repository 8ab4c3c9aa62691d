/** @module Checks of everything stored: the file itself, every checksum, words, counts, vectors, and the index against them. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { UserError } from '../errors.js'
import type { Library } from './library.js'

/** What can be compared with the store and built anew from it: the vector index, or anything of this shape. */
export interface VerifiableIndex {
  /** Plain sentences, one for each thing that is wrong. */
  verify(): Promise<string[]>
  rebuild(): Promise<void>
}

export interface VerifyReport {
  readonly cables: number
  readonly paragraphs: number
  readonly vectors: number
  /** Paragraphs that wait to be embedded: no fault, the next ingest does it. */
  readonly pending: number
  /** Plain sentences, one for each thing that is wrong; empty when all is well. */
  readonly faults: readonly string[]
  /** What was mended, with `repair`. */
  readonly repaired: readonly string[]
}

/** The event loop is given a turn after so many rows. */
const ROWS_BETWEEN_TURNS = 500

/** More faults of one kind are counted, not listed. */
const LISTED = 20

/**
 * Checks everything; with `repair` what is derived (words, counts, index) is built anew, and vectors that are damaged, not
 * complete or of another passage are dropped with all of their paragraph, so that they are made again.
 */
export async function verify(
  library: Library,
  index: VerifiableIndex | undefined,
  { repair = false }: { readonly repair?: boolean } = {},
): Promise<VerifyReport> {
  const faults: string[] = []
  const repaired: string[] = []

  faults.push(...library.checkFile())
  faults.push(...(await damagedCables(library)))

  const wordFaults = library.checkWords()
  faults.push(...wordFaults)
  if (repair && wordFaults.length > 0) {
    library.rebuildWords()
    repaired.push('The word index was built anew.')
  }

  const countFaults = library.checkCounts()
  faults.push(...countFaults)
  if (repair && countFaults.length > 0) {
    library.recount()
    repaired.push('The counts were made anew.')
  }

  const wrongVectors = await damagedVectors(library)
  faults.push(...listed(wrongVectors.map(({ fault }) => fault)))
  if (repair && wrongVectors.length > 0) {
    library.eraseVectors(wrongVectors.map(({ label }) => label))
    repaired.push(`${wrongVectors.length} vectors were dropped; "reembed" embeds their paragraphs again.`)
  }

  if (index !== undefined) {
    const indexFaults = await index.verify()
    faults.push(...indexFaults)
    if (repair && (indexFaults.length > 0 || wrongVectors.length > 0)) {
      await index.rebuild()
      repaired.push('The vector index was built anew.')
    }
  }
  return { ...library.counts(), pending: library.countPending(), faults, repaired }
}

/** Every cable is read, its content hash computed again and its message unpacked (which checks that too). */
async function damagedCables(library: Library): Promise<string[]> {
  const faults: string[] = []
  let rows = 0
  for (const id of library.ids()) {
    try {
      if (!library.isIntact(id)) faults.push(`The cable ${id} is not as it was stored; ingest it again.`)
    } catch (error) {
      if (error instanceof UserError) throw error
      faults.push(`The cable ${id} cannot be read (${String(error)}); ingest it again.`)
    }
    rows += 1
    if (rows % ROWS_BETWEEN_TURNS === 0) await nextTurn()
  }
  return listed(faults)
}

async function damagedVectors(library: Library): Promise<{ label: number; fault: string }[]> {
  const found: { label: number; fault: string }[] = []
  let rows = 0
  for (const check of library.checkVectors()) {
    if (check.fault !== undefined) found.push({ label: check.label, fault: check.fault })
    rows += 1
    if (rows % ROWS_BETWEEN_TURNS === 0) await nextTurn()
  }
  return found
}

function listed(faults: readonly string[]): string[] {
  if (faults.length <= LISTED) return [...faults]
  return [...faults.slice(0, LISTED), `${faults.length - LISTED} more of the kind.`]
}
