/** @module Question -> checked answer. */
import type { Logger } from 'pino'
import type { Query } from '../retrieval/query.js'
import type { ParagraphRetriever } from '../retrieval/retriever.js'
import { type Answer, NOTHING_FOUND } from './answer.js'
import { answerKindOf } from './answer-kind.js'
import { sentenceFault } from './check.js'
import { confidenceOf, MIN_CONFIDENCE } from './confidence.js'
import { extractSentences } from './extract.js'
import { type EmbedTexts, scoreSentences } from './sentence-scores.js'

/** Passages that an answer carries along, shown when it abstains and measured by `eval`. */
export const RETRIEVED_PASSAGES = 10

export class Answerer {
  readonly #retriever: ParagraphRetriever
  readonly #embed: EmbedTexts
  readonly #logger: Logger

  constructor(retriever: ParagraphRetriever, embed: EmbedTexts, logger: Logger) {
    this.#retriever = retriever
    this.#embed = embed
    this.#logger = logger
  }

  /** Never invents: what it says is quoted from passages it found, or it says that it found nothing. */
  async answer(query: Query): Promise<Answer> {
    const { passages, terms, vector } = await this.#retriever.retrieve(query, RETRIEVED_PASSAGES)
    const sentences = await scoreSentences(passages, terms, answerKindOf(query.text), vector, this.#embed)
    const confidence = confidenceOf(passages, sentences)
    const checked =
      confidence < MIN_CONFIDENCE
        ? []
        : extractSentences(query.text, sentences, terms).filter((sentence) => {
            const fault = sentenceFault(sentence, passages)
            if (fault !== null)
              this.#logger.error({ sentence, fault }, 'a sentence failed the citation check')
            return fault === null
          })
    if (checked.length === 0) {
      return { text: NOTHING_FOUND, abstained: true, confidence, sentences: [], retrieved: passages }
    }
    return {
      text: checked.map(({ text }) => text).join(' '),
      abstained: false,
      confidence,
      sentences: checked,
      retrieved: passages,
    }
  }
}
