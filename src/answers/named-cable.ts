/** @module A cable, or a paragraph, that is asked for by its number: its summary or its text, quoted and cited. */
import type { Cable, Paragraph } from '../cables/cable.js'
import { summaryParagraphs } from '../cables/message/summary.js'
import { splitSentences } from '../cables/sentences.js'
import type { RankedParagraph } from '../retrieval/query.js'
import type { AnswerSentence } from './answer.js'
import { collapseWhiteSpace } from './check.js'
import { isLabelOnly } from './label-only.js'

/** Quoted characters at most; the first sentence is quoted whatever its length. */
const MOST_QUOTED = 1500

/** A first paragraph that is shorter than this tells little: the next one is quoted too (characters). */
const LITTLE = 200

/** @returns the paragraphs that sum the cable up: those marked as its summary, else its first */
export function summaryOf({ paragraphs }: Cable): readonly Paragraph[] {
  const marked = summaryParagraphs(paragraphs)
  if (marked.length > 0) return marked
  const numbered = paragraphs.findIndex(({ number }) => number !== null)
  const from = Math.max(0, numbered)
  const first = paragraphs[from]
  return paragraphs.slice(from, from + (first !== undefined && first.text.length < LITTLE ? 2 : 1))
}

/** Their sentences in order, as far as they fit a reply. */
export function quotesOf({ id }: Cable, paragraphs: readonly Paragraph[]): AnswerSentence[] {
  const quotes: AnswerSentence[] = []
  let left = MOST_QUOTED
  for (const { number, position, text } of paragraphs) {
    for (const sentence of splitSentences(text)) {
      const quote = collapseWhiteSpace(sentence.text)
      if (isLabelOnly(quote)) continue
      left -= quote.length
      if (left < 0 && quotes.length > 0) return quotes
      quotes.push({ text: `“${quote}”`, citations: [{ cable: id, paragraph: number, position, quote }] })
    }
  }
  return quotes
}

/** The given paragraphs first, then the others, as passages: nothing was searched, so nothing speaks for one but its place. */
export function asPassages(cable: Cable, first: readonly Paragraph[], limit: number): RankedParagraph[] {
  const { paragraphs, ...header } = cable
  const others = paragraphs.filter((paragraph) => !first.includes(paragraph))
  return [...first, ...others].slice(0, limit).map((paragraph, at) => ({
    cable: header,
    paragraph,
    score: 1 / (at + 1),
    signals: NO_SIGNALS,
  }))
}

const NO_SIGNALS: RankedParagraph['signals'] = {
  similarity: null,
  sentenceSimilarity: 0,
  coverage: 0,
  match: 0,
  tokenMatch: 0,
  weakestToken: 0,
  sentenceMatch: 0,
  place: 0,
  year: 0,
  offers: 0,
  summary: 0,
  length: 0,
  earlierCable: 0,
  earlierCoverage: 0,
  earlierSimilarity: 0,
}
