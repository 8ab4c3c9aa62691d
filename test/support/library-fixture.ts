import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { packVectors } from '../../embeddings/packed-vectors.js'
import type { LabelledVector } from '../../embeddings/stored-vectors.js'
import type { Cable } from '../../src/cables/cable.js'
import { splitSentences } from '../../src/cables/sentences.js'
import type { CableFilter } from '../../src/library/filter.js'
import { Library, type PutCounts } from '../../src/library/library.js'
import { passageText } from '../../src/library/passage.js'
import { inventedTokens, inventedVector } from './invented-cables.js'

/** A real library in a folder of its own for each test, with vectors that are made up from the text. */
export class LibraryFixture {
  folder = ''
  #library: Library | undefined

  constructor(readonly dimension: number) {
    beforeEach(() => {
      this.folder = mkdtempSync(join(tmpdir(), 'pilcrow-'))
      this.reopen()
    })
    afterEach(() => {
      this.close()
      rmSync(this.folder, { recursive: true, force: true })
    })
  }

  get library(): Library {
    if (this.#library === undefined) throw new Error('the library is closed')
    return this.#library
  }

  get dataDir(): string {
    return join(this.folder, 'data')
  }

  close(): void {
    this.#library?.close()
    this.#library = undefined
  }

  /** As another process would find it. */
  open(modelId = 'invented', dimension = this.dimension): Library {
    const opened = Library.open(this.dataDir)
    opened.useModel({ modelId, dimension })
    return opened
  }

  reopen(modelId?: string, dimension?: number): void {
    this.close()
    this.#library = this.open(modelId, dimension)
  }

  put(...cables: Cable[]): PutCounts {
    return this.library.put(cables.map((cable) => ({ cable, message: `message of ${cable.id}` })))
  }

  embedAll(vectorOf: (passage: string, at: number) => Float32Array = this.#invented): LabelledVector[] {
    return this.library.putVectors(
      this.library.pendingParagraphs(100_000).map(({ paragraphId, parts, passageHash }, at) => {
        const vector = vectorOf(passageText(parts), at)
        const sentences = splitSentences(parts.text).map(({ text }) => inventedVector(text, vector.length))
        return {
          paragraphId,
          passageHash,
          vectors: [vector],
          sentences: packVectors(sentences, vector.length),
          tokens: inventedTokens(passageText(parts)),
        }
      }),
    )
  }

  /** Where the words are found, best first, as `06EASTPORT1/2`. */
  found(terms: readonly string[], filter: CableFilter = {}): string[] {
    const ids = this.library.open.searchWords(terms, filter, 50).map(({ paragraphId }) => paragraphId)
    return this.library.open
      .paragraphs(ids)
      .map(({ cable, paragraph }) => `${cable.id}/${paragraph.position}`)
  }

  readonly #invented = (passage: string) => inventedVector(passage, this.dimension)
}
