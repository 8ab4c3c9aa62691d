import { join } from 'node:path'
import { Embeddings } from '@langchain/core/embeddings'
import { beforeEach, expect } from 'vitest'
import type { LabelSet } from '../../embeddings/label-set.js'
import type { LabelledVector, StoredVectors } from '../../embeddings/stored-vectors.js'
import { VectorIndex, type CatchUp } from '../../embeddings/vector-index.js'
import { libraryShelf } from '../../src/library/shelf.js'
import { inventedCable, inventedVector } from './invented-cables.js'
import { LibraryFixture } from './library-fixture.js'

const DIMENSION = 16

/** LangChain's face of `inventedVector`. */
class InventedEmbeddings extends Embeddings {
  constructor() {
    super({})
  }
  override embedQuery(text: string): Promise<number[]> {
    return Promise.resolve(Array.from(inventedVector(text, DIMENSION)))
  }
  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)))
  }
}

/** A real index over a real library; its vectors lie around a few centres, as meanings do. */
export class IndexFixture extends LibraryFixture {
  /** What was told while an index was opened or caught up. */
  caughtUp: CatchUp[] = []

  constructor() {
    super(DIMENSION)
    beforeEach(() => {
      this.caughtUp = []
    })
  }

  get indexDir(): string {
    return join(this.folder, 'index')
  }

  openIndex(
    source: StoredVectors = this.library.storedVectors(),
    dir: string = this.indexDir,
  ): Promise<VectorIndex> {
    return VectorIndex.open({
      dir,
      source,
      embeddings: new InventedEmbeddings(),
      shelf: libraryShelf(this.library),
      onCatchUp: (progress) => this.caughtUp.push(progress),
    })
  }

  /** Why the index was last built anew; `undefined` when it was not. */
  rebuildReason(): string | undefined {
    return this.caughtUp.at(-1)?.rebuildReason
  }

  /** Puts a cable of so many paragraphs, and stores a vector for each. */
  store(id: string, count: number, dimension = DIMENSION): LabelledVector[] {
    this.put(
      inventedCable(
        id,
        Array.from({ length: count }, (_, at) => `${id} ${at}`),
      ),
    )
    return this.embedAll((passage, at) => clustered(passage, at, dimension))
  }

  /** What a search has to find, by comparing with every stored vector. */
  exactly(query: Float32Array, k: number, isAllowed: (label: number) => boolean = () => true) {
    return [...this.library.vectors()]
      .filter(({ label }) => isAllowed(label))
      .map(({ label, vector }) => ({ label, similarity: cosine(query, vector) }))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, k)
  }

  /** Share of the true nearest that the index finds, over many queries; each search gives as many as there are. */
  recall(index: VectorIndex, k: number, allowed?: LabelSet): number {
    let hits = 0
    let wanted = 0
    for (let at = 0; at < 12; at += 1) {
      const query = queryVector(at)
      const truth = this.exactly(query, k, (label) => allowed?.has(label) ?? true)
      const found = index.search(query, k, allowed === undefined ? {} : { allowed })
      const similarities = found.map(({ similarity }) => similarity)
      expect(similarities).toHaveLength(truth.length)
      expect(similarities).toEqual([...similarities].sort((a, b) => b - a))
      const labels = new Set(found.map(({ label }) => label))
      hits += truth.filter(({ label }) => labels.has(label)).length
      wanted += truth.length
    }
    return hits / wanted
  }
}

export function queryVector(at = 0): Float32Array {
  return clustered(`query ${at}`, at, DIMENSION)
}

function clustered(text: string, at: number, dimension: number): Float32Array {
  const centre = inventedVector(`centre ${at % 20}`, dimension)
  const own = inventedVector(text, dimension)
  return centre.map((value, i) => value + 0.7 * (own[i] ?? 0))
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
  return dot / (Math.hypot(...a) * Math.hypot(...b))
}
