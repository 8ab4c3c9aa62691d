import type { EmbeddedParts } from '../../../embeddings/embedder.js'
import { packVectors } from '../../../embeddings/packed-vectors.js'
import type { PassageEmbedder } from '../../../src/library/ingest.js'
import { inventedTokens } from '../../support/invented-cables.js'
import { DIMENSION, PARAGRAPHS_PER_CABLE, SyntheticVectors } from '../index/synthetic.js'

/** Counts tokens as the real embedder and makes up the vectors: embedding 100,000 paragraphs would take hours. */
export class SyntheticEmbedder implements PassageEmbedder {
  readonly passageTokens: number
  readonly countTokens: PassageEmbedder['countTokens']
  readonly #synthetic = new SyntheticVectors()
  #given = 0

  constructor(counting: Pick<PassageEmbedder, 'passageTokens' | 'countTokens'>) {
    this.passageTokens = counting.passageTokens
    this.countTokens = (words, options) => counting.countTokens(words, options)
  }

  /** Passages come in the order of their cables. */
  embedParts(passages: readonly (readonly string[])[]): Promise<EmbeddedParts[]> {
    return Promise.resolve(
      passages.map((parts) => {
        const number = this.#given++
        const [cable, at] = [Math.floor(number / PARAGRAPHS_PER_CABLE), number % PARAGRAPHS_PER_CABLE]
        const vector = this.#synthetic.cable(cable)[at]
        if (vector === undefined) throw new Error('a cable has fewer synthetic vectors than that')
        // The head, which comes first, has none of its own.
        const sentences = this.#synthetic.sentences(vector, number, parts.length - 1)
        return { vector, parts: packVectors(sentences, DIMENSION), tokens: inventedTokens(parts.join(' ')) }
      }),
    )
  }
}
