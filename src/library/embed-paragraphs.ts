/** @module Paragraphs -> vectors of their windows and of their sentences. */
import type { EmbeddedParts } from '../../embeddings/embedder.js'
import { unitVector } from '../../embeddings/exact.js'
import { packVectors, PackedVectors, recordBytes } from '../../embeddings/packed-vectors.js'
import { passageWindows, type PassageMeasure, type PassageWindow } from './passage.js'
import type { EmbeddedParagraph, PendingParagraph } from './vectors.js'

/** What embeds: the pool of workers, or anything of this shape. */
export interface PassageEmbedder extends PassageMeasure {
  /** Each passage in parts, of which the first is its head; what is made of them, in their order. */
  embedParts(
    passages: readonly (readonly string[])[],
    options: { readonly priority: 'ingest'; readonly signal?: AbortSignal | undefined },
  ): Promise<EmbeddedParts[]>
}

export async function embedParagraphs(
  paragraphs: readonly PendingParagraph[],
  embedder: PassageEmbedder,
  signal: AbortSignal,
): Promise<EmbeddedParagraph[]> {
  const windows = await passageWindows(
    paragraphs.map(({ parts }) => parts),
    embedder,
    signal,
  )
  const passages = windows.flat().map(({ parts }) => parts)
  const made = await embedder.embedParts(passages, { priority: 'ingest', signal })
  if (made.length !== passages.length) {
    throw new Error(`the embedder gave ${made.length} vectors for ${passages.length} texts`)
  }
  let next = 0
  return paragraphs.map(({ paragraphId, passageHash }, at) => {
    const own = windows[at] ?? []
    const embedded = made.slice(next, next + own.length)
    next += own.length
    const vectors = embedded.map(({ vector }) => vector)
    const tokens = Buffer.concat(embedded.map((window) => window.tokens))
    return { paragraphId, passageHash, vectors, sentences: sentencesOf(own, embedded), tokens }
  })
}

/** A sentence that no window holds whole has the mean of its pieces. */
function sentencesOf(windows: readonly PassageWindow[], embedded: readonly EmbeddedParts[]): Uint8Array {
  const dimension = embedded[0]?.vector.length ?? 0
  const size = recordBytes(dimension)
  const found: Uint8Array[][] = []
  windows.forEach(({ sentences }, at) => {
    sentences.forEach((sentence, part) => {
      if (sentence === undefined) return
      const record = embedded[at]?.parts.subarray(part * size, (part + 1) * size)
      if (record?.length !== size)
        throw new Error('the embedder gave fewer vectors than the passage has parts')
      ;(found[sentence] ??= []).push(record)
    })
  })
  return Buffer.concat(
    found.map((records) => {
      const [first = new Uint8Array(), ...more] = records
      return more.length === 0 ? first : packVectors([meanOf(records, dimension)], dimension)
    }),
  )
}

function meanOf(records: readonly Uint8Array[], dimension: number): Float32Array {
  const sum = new Float32Array(dimension)
  for (const record of records) {
    new PackedVectors(record, dimension).vector(0).forEach((value, at) => (sum[at] = (sum[at] ?? 0) + value))
  }
  return unitVector(sum, dimension)
}
