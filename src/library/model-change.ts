import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  ingest,
  type IngestOptions,
  type IngestResult,
  type PassageEmbedder,
  type PassageIndex,
} from './ingest.js'
import type { Library } from './library.js'

export interface ReembedOptions extends Pick<IngestOptions, 'library' | 'signal' | 'onProgress'> {
  readonly embedder: PassageEmbedder
  readonly index: PassageIndex
}

/** A sentence when paragraphs have vectors of another model only, which cannot be compared with a question; else `undefined`. */
export function modelChange(library: Library): string | undefined {
  const others = library.otherModels()
  const pending = others.length === 0 ? 0 : library.countPending()
  if (pending === 0) return undefined
  const { paragraphs } = library.counts()
  return `${pending.toLocaleString('en')} of ${paragraphs.toLocaleString('en')} paragraphs have no vector of the model that is set now, but of another (${others.join('; ')}): they are found by their words only until "npm run pilcrow -- reembed" has embedded them anew.`
}

/** Embeds every paragraph that has no vector of the model in use, and then drops the vectors of others. May be stopped and run again. */
export async function reembed(options: ReembedOptions): Promise<IngestResult> {
  const { library, index } = options
  const result = await embedPending(options)
  if (!result.stopped && library.countPending() === 0) {
    library.dropOtherVectors()
    await index.snapshot()
  }
  return result
}

/** Embeds every paragraph that has no vector of the model in use. May be stopped and run again. */
export async function embedPending(options: ReembedOptions): Promise<IngestResult> {
  return await ingest({ ...options, outcomes: nothing() })
}

async function* nothing(): AsyncGenerator<never> {
  await nextTurn()
}
