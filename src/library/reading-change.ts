/** @module A library whose cables were read by an earlier version of the reader: told, and read again from the stored messages. */
import type { Cable, Paragraph } from '../cables/cable.js'
import type { ReadOutcome } from '../cables/outcome.js'
import { readAgain } from '../cables/read.js'
import { READING_RECIPE } from '../cables/recipe.js'
import { hintsOfStored, withoutOthersValues, withStoredValues } from '../cables/stored-hints.js'
import type { CableRecord } from './cable-changes.js'
import { ingest, type IngestOptions } from './ingest.js'
import type { Library } from './library.js'

/** A sentence when an earlier version read the cables; else `undefined`. They can be used as they are. */
export function readingChange(library: Library): string | undefined {
  if (library.readingRecipe() >= READING_RECIPE || library.counts().cables === 0) return undefined
  return 'The cables in this library were read by an earlier version: "npm run pilcrow -- reread" renews them by the reader of today, from the messages that are stored.'
}

export interface RereadOptions extends Pick<
  IngestOptions,
  'library' | 'embedder' | 'index' | 'signal' | 'onProgress'
> {
  /** Told in a clause what was not simply renewed: kept as it was, or added. */
  readonly onRemark?: ((cable: string, remark: string) => void) | undefined
}

export interface RereadResult {
  /** Stored cables whose message was read. */
  readonly read: number
  /** Cables that are read otherwise now. */
  readonly changed: number
  /** Paragraphs of changed cables that were written, moved or taken away. */
  readonly changedParagraphs: number
  /** Cables that stood in the message of another. */
  readonly added: number
  /** Cables that the reader does not read any more; they stay as they were. */
  readonly kept: number
  /** Paragraphs. */
  readonly embedded: number
  readonly ms: number
  readonly stopped: boolean
}

/**
 * Reads every stored message again, with what its page or dump said (`stored-hints.ts`), and renews what is read otherwise now, as an
 * ingest of the same file does: a paragraph whose passage is the same keeps its vectors. May be stopped or killed and run again.
 */
export async function reread(options: RereadOptions): Promise<RereadResult> {
  const { library } = options
  const run = new Rereading(options)
  const { renewed, added, embedded, ms, stopped } = await ingest({ ...options, outcomes: run.outcomes() })
  if (!stopped) library.endReading()
  const { read, changedParagraphs, kept } = run
  return { read, changed: renewed, changedParagraphs, added, kept, embedded, ms, stopped }
}

type CableOutcome = Extract<ReadOutcome, { kind: 'cable' }> & CableRecord

class Rereading {
  read = 0
  changedParagraphs = 0
  kept = 0
  readonly #library: Library
  readonly #onRemark: RereadOptions['onRemark']

  constructor({ library, onRemark }: RereadOptions) {
    this.#library = library
    this.#onRemark = onRemark
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- an ingest reads files, which are not there at once
  async *outcomes(): AsyncGenerator<CableOutcome> {
    // All numbers at once: cables that are added on the way are as the reader of today reads them.
    for (const id of [...this.#library.ids()]) {
      const stored = this.#library.open.cable(id)
      const message = this.#library.open.message(id)
      if (stored === undefined || message === undefined) continue
      this.read += 1
      yield* this.#renewals(stored, message)
    }
  }

  /** What is to be put for a stored cable: its reading of today, and cables that stood in its message unseen. */
  *#renewals(stored: Cable, message: string): Generator<CableOutcome> {
    const hints = hintsOfStored(stored)
    const outcomes = [...readingsOf(stored, message)]
    const cables = outcomes.flatMap((outcome) => (outcome.kind === 'cable' ? [outcome] : []))
    const own = cables.find(({ cable }) => cable.id === hints.id)
    if (own === undefined) this.#keep(stored.id, whyNone(outcomes))
    else if (hints.id !== stored.id && this.#has(own.cable.id))
      this.#keep(stored.id, `${own.cable.id}, as it is numbered now, is stored, too`)
    else {
      if (hints.id !== stored.id) this.#onRemark?.(stored.id, `is ${own.cable.id} now`)
      this.changedParagraphs += countChanged(stored.paragraphs, own.cable.paragraphs)
      yield { ...own, replaces: stored.id }
    }
    for (const other of cables) {
      if (other === own || this.#has(other.cable.id)) continue
      this.#onRemark?.(stored.id, `its message holds ${other.cable.id}, too, which was added`)
      yield other
    }
  }

  #has(id: string): boolean {
    return this.#library.open.header(id) !== undefined
  }

  #keep(id: string, reason: string): void {
    this.kept += 1
    this.#onRemark?.(id, `was kept as it is: ${reason}`)
  }
}

function readingsOf(stored: Cable, message: string): readonly ReadOutcome[] {
  const hints = hintsOfStored(stored)
  const outcomes = [...readAgain(message, hints)]
  const own = outcomes.find((outcome) => outcome.kind === 'cable' && outcome.cable.id === hints.id)
  if (own?.kind !== 'cable') return outcomes
  if (outcomes.length > 1) return [...readAgain(message, withoutOthersValues(hints))]
  const { date, origin, classification } = own.cable
  const isAsKnown =
    (date ?? stored.date) === date &&
    (origin ?? stored.origin) === origin &&
    (classification ?? stored.classification) === classification
  return isAsKnown ? outcomes : [...readAgain(message, withStoredValues(hints, stored))]
}

function whyNone(outcomes: readonly ReadOutcome[]): string {
  const refused = outcomes.find((outcome) => outcome.kind === 'refused')
  return refused?.kind === 'refused' ? refused.reason : 'its message holds other cables only'
}

/** @returns how many paragraphs of one reading are not in the other, whichever has more of them */
function countChanged(before: readonly Paragraph[], now: readonly Paragraph[]): number {
  const keys = (paragraphs: readonly Paragraph[]) => paragraphs.map((paragraph) => JSON.stringify(paragraph))
  const without = (from: readonly string[], taken: ReadonlySet<string>) =>
    from.filter((key) => !taken.has(key)).length
  const [old, fresh] = [keys(before), keys(now)]
  return Math.max(without(old, new Set(fresh)), without(fresh, new Set(old)))
}
