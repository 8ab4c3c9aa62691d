import type { EmbeddedParts } from '../../../embeddings/embedder.js'
import type { PassageEmbedder } from '../../../src/library/ingest.js'
import { SyntheticVectors } from '../index/synthetic.js'

/**
 * Embeds, and then scatters the vectors of passages. Varied text repeats the same few paragraphs hundreds of times, in nearly the
 * same words; scattered, their vectors lie to a question as those of so many paragraphs of real text do (docs/performance.md).
 * What is told of tokens and sentences stays as it is.
 */
export class ScatteringEmbedder implements PassageEmbedder {
  readonly passageTokens: number
  readonly countTokens: PassageEmbedder['countTokens']
  readonly #embedder: PassageEmbedder
  readonly #synthetic = new SyntheticVectors()
  #given = 0

  constructor(embedder: PassageEmbedder) {
    this.passageTokens = embedder.passageTokens
    this.countTokens = (words, options) => embedder.countTokens(words, options)
    this.#embedder = embedder
  }

  async embedParts(
    passages: readonly (readonly string[])[],
    options: Parameters<PassageEmbedder['embedParts']>[1],
  ): Promise<EmbeddedParts[]> {
    const first = this.#given
    this.#given += passages.length
    const embedded = await this.#embedder.embedParts(passages, options)
    return embedded.map((made, at) => ({
      ...made,
      vector: this.#synthetic.scattered(made.vector, first + at),
    }))
  }
}
