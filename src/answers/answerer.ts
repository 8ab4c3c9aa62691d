/** @module Question -> checked answer. */
import type { Logger } from 'pino'
import type { Query } from '../retrieval/query.js'
import type { ParagraphRetriever } from '../retrieval/retriever.js'
import { type Answer, type AnswerSentence, NOTHING_FOUND } from './answer.js'
import { checkSentences, type EmbedTexts } from './check.js'
import { confidenceIn, MIN_CONFIDENCE } from './confidence.js'
import { extractSentences } from './extract.js'
import type { Writer } from './language-model/writer.js'

/** Passages that an answer carries along, shown when it abstains and measured by `eval`. */
export const RETRIEVED_PASSAGES = 10

export class Answerer {
  readonly #retriever: ParagraphRetriever
  readonly #embed: EmbedTexts
  readonly #logger: Logger
  readonly #writer: Writer | undefined

  /** @param writer puts answers into a language model's words; without one they are quotes */
  constructor(retriever: ParagraphRetriever, embed: EmbedTexts, logger: Logger, writer?: Writer) {
    this.#retriever = retriever
    this.#embed = embed
    this.#logger = logger
    this.#writer = writer
  }

  /** Never invents: what it says is quoted from passages it found, or it says that it found nothing. */
  async answer(query: Query): Promise<Answer> {
    const { passages, understood } = await this.#retriever.retrieve(query, RETRIEVED_PASSAGES)
    const { chances, answered: confidence } = confidenceIn(passages, understood)
    const extracted =
      confidence < MIN_CONFIDENCE ? [] : extractSentences(query.text, passages, chances, understood)
    const { kept, failed } = await checkSentences(extracted, passages, this.#embed)
    for (const { sentence, fault } of failed)
      this.#logger.error({ sentence, fault }, 'a sentence failed the citation check')
    const answer = { confidence, filter: understood.filter, retrieved: passages }
    if (kept.length === 0) return { ...answer, ...NO_ANSWER }
    const written = await this.#writer?.write(query, passages, kept)
    switch (written?.kind) {
      case 'answer':
        return { ...answer, ...answerOf(written.sentences), writtenBy: 'language model' }
      case 'not in the passages':
        return { ...answer, ...NO_ANSWER }
      case 'failed':
      case undefined:
        return { ...answer, ...answerOf(kept) }
    }
  }
}

const NO_ANSWER = { text: NOTHING_FOUND, abstained: true, sentences: [] }

function answerOf(sentences: readonly AnswerSentence[]): Pick<Answer, 'text' | 'abstained' | 'sentences'> {
  return { text: sentences.map(({ text }) => text).join(' '), abstained: false, sentences }
}
