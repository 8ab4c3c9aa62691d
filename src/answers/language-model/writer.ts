/** @module Answers in a language model's words: written from the best passages, then checked like every other answer. */
import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import { splitSentences } from '../../cables/sentences.js'
import type { Query, RankedParagraph } from '../../retrieval/query.js'
import { stemsOf } from '../../retrieval/terms.js'
import type { AnswerSentence, Citation } from '../answer.js'
import { checkSentences, collapseWhiteSpace } from '../check.js'
import type { EmbedTexts } from '../check.js'
import { givesOrders } from './instructions.js'
import { type AskModel, LanguageModelError } from './model.js'
import { passagesToSend, promptValues } from './prompt.js'
import { type CitedSentence, readProse } from './prose.js'

export type Written =
  | { readonly kind: 'answer'; readonly sentences: readonly AnswerSentence[] }
  /** The model says that the passages do not answer. */
  | { readonly kind: 'not in the passages' }
  /** Quotes have to stand in. */
  | { readonly kind: 'failed' }

const PASSAGES_SENT = 8

/** At least this share of what the model wrote must hold; what holds of a worse answer is not to be trusted to be the answer. */
const MIN_KEPT = 0.5

/** A sentence that begins so leans on the one before; without that it may say something else. */
const LEANS_BACK =
  /^(?:he|she|it|they|his|her|its|their|this|that|these|those|such|there|both|however|but|and|also|then|instead|moreover|furthermore|nevertheless|still|the (?:former|latter|same|other|second|first))\b/iu

/** Writes answers with a language model. */
export class Writer {
  readonly #ask: AskModel
  readonly #embed: EmbedTexts
  readonly #logger: Logger

  constructor(ask: AskModel, embed: EmbedTexts, logger: Logger) {
    this.#ask = ask
    this.#embed = embed
    this.#logger = logger
  }

  /**
   * @param passages best first
   * @param quoted the answer in quotes: a model is not asked where that rests on a paragraph that gives orders to its reader
   */
  async write(
    query: Query,
    passages: readonly RankedParagraph[],
    quoted: readonly AnswerSentence[],
  ): Promise<Written> {
    const trusted = passages.filter(({ paragraph }) => !givesOrders(paragraph.text))
    const isTrusted = (citation: Citation) =>
      trusted.some(
        ({ cable, paragraph }) => cable.id === citation.cable && paragraph.position === citation.position,
      )
    if (!quoted.every(({ citations }) => citations.every(isTrusted))) return { kind: 'failed' }

    const sent = passagesToSend(trusted, PASSAGES_SENT)
    const prose = await this.#prose(query, sent)
    if (prose === 'failed') return { kind: 'failed' }
    if (prose === null) return { kind: 'not in the passages' }
    const sentences = prose.map((sentence) => withCitations(sentence, sent))
    const { kept, failed } = await checkSentences(
      sentences,
      sent,
      this.#embed,
      [query.text, ...query.history].join(' '),
    )
    for (const { fault } of failed)
      this.#logger.info({ fault }, 'a sentence of the language model was left out')
    const standing = withoutDangling(sentences, kept)
    if (standing.length === 0 || standing.length < MIN_KEPT * sentences.length) {
      this.#logger.warn(
        { sentences: sentences.length, kept: standing.length },
        'too little of what the language model wrote holds; quotes stand in',
      )
      return { kind: 'failed' }
    }
    return { kind: 'answer', sentences: standing }
  }

  async #prose(
    { text, history }: Query,
    sent: readonly RankedParagraph[],
  ): Promise<CitedSentence[] | null | 'failed'> {
    const mark = randomBytes(6).toString('hex')
    try {
      return readProse(await this.#ask(promptValues(text, history, sent, mark)))
    } catch (error) {
      if (!(error instanceof LanguageModelError)) throw error
      this.#logger.warn({ reason: error.message }, 'the language model gave no answer; quotes stand in')
      return 'failed'
    }
  }
}

/** A number that no passage has becomes a citation that no check lets through. */
function withCitations({ text, numbers }: CitedSentence, sent: readonly RankedParagraph[]): AnswerSentence {
  const citations = numbers.map((number): Citation => {
    const passage = sent[number - 1]
    if (passage === undefined) return { cable: '', paragraph: null, position: 0, quote: '' }
    const { cable, paragraph } = passage
    return {
      cable: cable.id,
      paragraph: paragraph.number,
      position: paragraph.position,
      quote: nearestSentence(text, paragraph.text),
    }
  })
  return { text, citations }
}

/** The sentence of the paragraph that shares the most words with the claim, letter for letter. */
function nearestSentence(claim: string, paragraph: string): string {
  const stems = new Set(stemsOf(claim))
  let best = ''
  let most = -1
  for (const { text } of splitSentences(paragraph)) {
    const own = new Set(stemsOf(text))
    const shared = [...own].filter((stem) => stems.has(stem)).length / Math.sqrt(own.size + 4)
    if (shared > most) [best, most] = [text, shared]
  }
  return collapseWhiteSpace(best)
}

/** Without sentences that lean on one that was left out. */
function withoutDangling(
  sentences: readonly AnswerSentence[],
  kept: readonly AnswerSentence[],
): AnswerSentence[] {
  let stood = true
  return sentences.filter((sentence) => {
    stood = kept.includes(sentence) && (stood || !LEANS_BACK.test(sentence.text))
    return stood
  })
}
