/** @module Question -> checked answer. */
import type { Logger } from 'pino'
import type { Query } from '../retrieval/query.js'
import type { ParagraphRetriever } from '../retrieval/retriever.js'
import { type Answer, NOTHING_FOUND } from './answer.js'
import { sentenceFault } from './check.js'
import { chancesOf, MIN_CONFIDENCE } from './confidence.js'
import { extractSentences } from './extract.js'

/** Passages that an answer carries along, shown when it abstains and measured by `eval`. */
export const RETRIEVED_PASSAGES = 10

export class Answerer {
  readonly #retriever: ParagraphRetriever
  readonly #logger: Logger

  constructor(retriever: ParagraphRetriever, logger: Logger) {
    this.#retriever = retriever
    this.#logger = logger
  }

  /** Never invents: what it says is quoted from passages it found, or it says that it found nothing. */
  async answer(query: Query): Promise<Answer> {
    const { passages, understood } = await this.#retriever.retrieve(query, RETRIEVED_PASSAGES)
    const chances = chancesOf(passages, understood)
    const confidence = Math.max(0, ...chances)
    const checked =
      confidence < MIN_CONFIDENCE
        ? []
        : extractSentences(query.text, passages, chances, understood).filter((sentence) => {
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
