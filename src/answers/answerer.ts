/** @module Question -> checked answer. */
import type { Logger } from 'pino'
import type { Cable, Paragraph } from '../cables/cable.js'
import type { Archive } from '../library/archive.js'
import type { Query, RankedParagraph } from '../retrieval/query.js'
import type { ParagraphRetriever } from '../retrieval/retriever.js'
import { languageOf, type QuestionLanguage } from '../retrieval/understanding/language.js'
import { type AskedRequest, requestOf } from '../retrieval/understanding/request.js'
import type { Correction } from '../retrieval/understanding/spelling.js'
import type { Answer, AnswerSentence } from './answer.js'
import { checkSentences, type EmbedTexts } from './check.js'
import { citationsRight, confidenceIn, MIN_CONFIDENCE, SURE_CONFIDENCE } from './confidence.js'
import { citedAt, extractSentences } from './extract.js'
import type { Writer } from './language-model/writer.js'
import { asPassages, quotesOf, summaryOf } from './named-cable.js'
import { wordsNotFound } from './not-found.js'
import { type Notice, noticesOfSilence, noticeText } from './notices.js'

/** Passages that an answer carries along, shown when it abstains and measured by `eval`. */
export const RETRIEVED_PASSAGES = 10

/** A question in another language is matched by its names only: its answer is never called sure. */
const MOST_IN_ANOTHER_LANGUAGE = SURE_CONFIDENCE - 0.01

export class Answerer {
  readonly #archive: Archive
  readonly #retriever: ParagraphRetriever
  readonly #embed: EmbedTexts
  readonly #logger: Logger
  readonly #writer: Writer | undefined

  /**
   * @param archive that the retriever searches
   * @param writer puts answers into a language model's words; without one they are quotes
   */
  constructor(
    archive: Archive,
    retriever: ParagraphRetriever,
    embed: EmbedTexts,
    logger: Logger,
    writer?: Writer,
  ) {
    this.#archive = archive
    this.#retriever = retriever
    this.#embed = embed
    this.#logger = logger
    this.#writer = writer
  }

  /** Never invents: what it says is quoted from passages it found, or it says that it found nothing. */
  async answer(query: Query): Promise<Answer> {
    const request = requestOf(query.text, query.history)
    switch (request.kind) {
      case 'nothing':
        return abstention(query, { key: request.why })
      case 'summary':
      case 'paragraph':
        return (await this.#named(query, request)) ?? (await this.#search(query))
      case 'question':
        return await this.#search(query)
    }
  }

  /** `null` where the filters leave the cable out, or it holds no text to sum up. */
  async #named(
    query: Query,
    request: Exclude<AskedRequest, { kind: 'question' | 'nothing' }>,
  ): Promise<Answer | null> {
    const cable = this.#archive.cable(request.cable)
    if (cable === undefined) return abstention(query, { key: 'noCable', values: { cable: request.cable } })
    const filter = { ...query.filters, cable: cable.id }
    if (this.#archive.list(filter, 0, 1).length === 0) return null
    const asked = request.kind === 'summary' ? summaryOf(cable) : paragraphsOf(cable, request.paragraph)
    const retrieved = asPassages(cable, asked, RETRIEVED_PASSAGES)
    const sentences = await this.#checked(quotesOf(cable, asked), retrieved)
    if (sentences.length > 0) return { ...answerOf(sentences), confidence: 1, filter, notices: [], retrieved }
    if (request.kind === 'summary') return null
    const values = { cable: cable.id, paragraph: String(request.paragraph) }
    return { ...abstention(query, { key: 'noParagraph', values }), filter, retrieved }
  }

  /** What may be shown; the rest goes to the log. */
  async #checked(
    sentences: readonly AnswerSentence[],
    passages: readonly RankedParagraph[],
  ): Promise<readonly AnswerSentence[]> {
    const { kept, failed } = await checkSentences(sentences, passages, this.#embed)
    for (const { sentence, fault } of failed)
      this.#logger.error({ sentence, fault }, 'a sentence failed the citation check')
    return kept
  }

  async #search(query: Query): Promise<Answer> {
    const { passages, understood } = await this.#retriever.retrieve(query, RETRIEVED_PASSAGES)
    const language = languageOf(query.text)
    const notices = noticesOf(language, understood.corrections)
    const { chances, answered } = confidenceIn(passages, understood)
    const isAnswered = answered >= MIN_CONFIDENCE
    const cited = isAnswered ? citedAt(passages, chances) : []
    const right = isAnswered
      ? citationsRight(
          cited.map((at) => chances[at] ?? 0),
          answered,
        )
      : answered
    const confidence = language === 'en' ? right : Math.min(right, MOST_IN_ANOTHER_LANGUAGE)
    const extracted = isAnswered ? extractSentences(query.text, passages, chances, understood) : []
    const kept = await this.#checked(extracted, passages)
    const answer = { confidence, filter: understood.filter, notices, retrieved: passages }
    if (kept.length === 0) return { ...answer, ...silent(notices) }
    const missing = wordsNotFound(
      cited.flatMap((at) => passages[at] ?? []),
      understood,
    )
    const beside = { ...answer, notices: [...notices, ...noticesOfMissing(missing, confidence)] }
    const written = await this.#writer?.write(query, passages, kept)
    switch (written?.kind) {
      case 'answer':
        return { ...beside, ...answerOf(written.sentences), writtenBy: 'language model' }
      case 'not in the passages':
        return { ...answer, ...silent(notices) }
      case 'failed':
      case undefined:
        return { ...beside, ...answerOf(kept) }
    }
  }
}

function noticesOf(language: QuestionLanguage, corrections: readonly Correction[]): Notice[] {
  const foreign: Notice[] =
    language === 'en' ? [] : [language === 'other' ? { key: 'english' } : { key: 'english', language }]
  return [
    ...foreign,
    ...corrections.map(({ typed, found }): Notice => ({ key: 'corrected', values: { typed, found } })),
  ]
}

/** What is sure needs no such word: the passage then says it in its own. */
function noticesOfMissing(words: readonly string[], confidence: number): Notice[] {
  if (words.length === 0 || confidence >= SURE_CONFIDENCE) return []
  return [{ key: 'notFound', values: { words: words.map((word) => `“${word}”`).join(', ') } }]
}

function paragraphsOf({ paragraphs }: Cable, number: number): readonly Paragraph[] {
  return paragraphs.filter((paragraph) => paragraph.number === number)
}

/** No search was made, for the reason that the notice gives. */
function abstention({ filters }: Query, notice: Notice): Answer {
  return { ...silent([notice]), confidence: 0, filter: filters, notices: [notice], retrieved: [] }
}

function silent(notices: readonly Notice[]): Pick<Answer, 'text' | 'abstained' | 'sentences'> {
  const text = noticesOfSilence(notices).map((notice) => noticeText(notice))
  return { text: text.join(' '), abstained: true, sentences: [] }
}

function answerOf(sentences: readonly AnswerSentence[]): Pick<Answer, 'text' | 'abstained' | 'sentences'> {
  return { text: sentences.map(({ text }) => text).join(' '), abstained: false, sentences }
}
