import { join } from 'node:path'
import { Embeddings } from '@langchain/core/embeddings'
import { VectorIndex, type CatchUp } from '../../../embeddings/vector-index.js'
import { Library } from '../../../src/library/library.js'
import { libraryShelf } from '../../../src/library/shelf.js'
import { DIMENSION } from './synthetic.js'

/** @module The product's own library and index, in a folder of the benchmark's. */

/** Nothing is embedded here. */
class NoEmbeddings extends Embeddings {
  constructor() {
    super({})
  }
  override embedQuery(): Promise<number[]> {
    return Promise.reject(new Error('the benchmark has no texts'))
  }
  override embedDocuments(): Promise<number[][]> {
    return Promise.reject(new Error('the benchmark has no texts'))
  }
}

export function openLibrary(folder: string): Library {
  const library = Library.open(folder)
  library.useModel({ modelId: 'synthetic', dimension: DIMENSION })
  return library
}

export function openIndex(
  folder: string,
  library: Library,
  onCatchUp?: (progress: CatchUp) => void,
): Promise<VectorIndex> {
  return VectorIndex.open({
    dir: join(folder, 'index'),
    source: library.storedVectors(),
    embeddings: new NoEmbeddings(),
    shelf: libraryShelf(library),
    ...(onCatchUp === undefined ? {} : { onCatchUp }),
  })
}
