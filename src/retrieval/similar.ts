/** @module What is said elsewhere of the same matter: nearest paragraphs by the vectors that are stored, without any model. */
import type { VectorIndex } from '../../embeddings/vector-index.js'
import type { ParagraphAddress } from '../cables/cable.js'
import type { Archive } from '../library/archive.js'
import type { Library, StoredParagraph } from '../library/library.js'

export interface SimilarParagraph extends Pick<StoredParagraph, 'cable' | 'paragraph'> {
  /** Cosine, -1 to 1. */
  readonly similarity: number
}

/** Neighbours looked at for each that is wanted: those of the cable itself, and further ones of a cable, fall away. */
const LOOKED_AT = 8

/** Nearest paragraphs of other cables, best first; `undefined` when the paragraph is not stored or has no vector yet. */
export function similarToParagraph(
  library: Library,
  archive: Archive,
  index: VectorIndex,
  { cable, position }: ParagraphAddress,
  limit: number,
): SimilarParagraph[] | undefined {
  const key = library.catalogue.paragraphKeys(cable).get(position)
  const vectors = key === undefined ? [] : library.vectorsOf([key]).map(({ vector }) => vector)
  if (vectors.length === 0) return undefined
  return nearest(library, archive, index, vectors, limit * LOOKED_AT)
    .filter((each) => each.cable.id !== cable)
    .slice(0, limit)
}

/** Nearest other cables, each by its nearest paragraph, best first; `undefined` when the cable is not stored or has no vector yet. */
export function similarToCable(
  library: Library,
  archive: Archive,
  index: VectorIndex,
  cable: string,
  limit: number,
): SimilarParagraph[] | undefined {
  const vectors = library
    .vectorsOf([...library.catalogue.paragraphKeys(cable).values()])
    .map(({ vector }) => vector)
  if (vectors.length === 0) return undefined
  const seen = new Set([cable])
  return nearest(library, archive, index, [meanOf(vectors)], limit * LOOKED_AT * 2)
    .filter((each) => {
      const isNew = !seen.has(each.cable.id)
      seen.add(each.cable.id)
      return isNew
    })
    .slice(0, limit)
}

/** A paragraph of several vectors counts by the best of them. */
function nearest(
  library: Library,
  archive: Archive,
  index: VectorIndex,
  vectors: readonly Float32Array[],
  count: number,
): SimilarParagraph[] {
  const best = new Map<number, number>()
  for (const vector of vectors) {
    const found = index.search(vector, count)
    const paragraphOf = library.paragraphsOfLabels(found.map(({ label }) => label))
    for (const { label, similarity } of found) {
      const key = paragraphOf.get(label)
      if (key !== undefined) best.set(key, Math.max(similarity, best.get(key) ?? -1))
    }
  }
  return archive
    .paragraphs([...best.keys()])
    .map(({ id, cable, paragraph }) => ({ cable, paragraph, similarity: best.get(id) ?? -1 }))
    .sort((a, b) => b.similarity - a.similarity)
}

/** The middle of a cable; the index takes any length of vector. */
function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors) vector.forEach((value, at) => (mean[at] = (mean[at] ?? 0) + value))
  return mean
}
