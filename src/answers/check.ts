/**
 * @module The check that no answer leaves without, whoever wrote it: each sentence cites passages that were found; quotes stand
 * there letter for letter; every number, date and name stands there or in the cable's header; sentence and passage mean the same.
 */
import { dotProduct } from '../../embeddings/dot-product.js'
import { splitSentences } from '../cables/sentences.js'
import type { RankedParagraph } from '../retrieval/query.js'
import type { AnswerSentence, Citation } from './answer.js'
import { Evidence } from './facts/evidence.js'
import { unsupported } from './facts/facts.js'

/**
 * Cosine that a sentence must reach with a sentence, or the whole, of what it cites. With pilcrow-minilm, on the rephrased
 * sentences of `test/answers/paraphrases.jsonl`: 40 of 42 reach .48 with their own paragraph (.50 loses 3 more); with the other
 * paragraphs of the same cable 13 of 200, of which 3 pass the check of facts too.
 * Models whose cosines all lie higher are judged more mildly by it; facts are checked as strictly.
 */
export const MIN_MEANING = 0.48

export type EmbedTexts = (texts: readonly string[]) => Promise<readonly Float32Array[]>

/** A sentence of which this share (of its letters) is quoted says nothing else that could mean something else. */
const MOSTLY_QUOTED = 0.6

/** Sentences of one paragraph that meaning is compared with: the longest of real cables has fewer. */
const COMPARED_SENTENCES_MAX = 60

export interface FailedSentence {
  readonly sentence: AnswerSentence
  /** In words, for the log. */
  readonly fault: string
}

export interface CheckedSentences {
  readonly kept: readonly AnswerSentence[]
  readonly failed: readonly FailedSentence[]
}

/** White space apart, quotes are compared letter for letter. */
export function collapseWhiteSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Why a citation does not hold, or `null` when it does. */
export function citationFault(citation: Citation, passages: readonly RankedParagraph[]): string | null {
  const cited = findCited(citation, passages)
  if (cited === undefined) return 'the cited paragraph is not among the passages found'
  if (cited.paragraph.number !== citation.paragraph) return 'the paragraph carries another number'
  const quote = collapseWhiteSpace(citation.quote)
  if (quote === '') return 'the quote is empty'
  if (!collapseWhiteSpace(cited.paragraph.text).includes(quote))
    return 'the quote does not stand in the paragraph'
  return null
}

/** Why a sentence may not be shown, meaning apart, or `null` when it cites something, its citations hold, and so do its facts. */
export function sentenceFault(
  sentence: AnswerSentence,
  passages: readonly RankedParagraph[],
  question = '',
): string | null {
  if (sentence.citations.length === 0) return 'it cites nothing'
  for (const citation of sentence.citations) {
    const fault = citationFault(citation, passages)
    if (fault !== null) return fault
  }
  const own = ownWords(sentence)
  if (!/[\p{L}\p{N}]/u.test(own)) return null
  const missing = unsupported(
    own,
    new Evidence(citedPassages(sentence, passages)),
    sentence.citations.map(({ paragraph }) => paragraph),
    question,
  )
  return missing === null ? null : `${missing} does not stand in what it cites`
}

/**
 * Sorts out what may be shown.
 * @param passages what the answer was to be written from
 * @param embed of passages, unit length
 * @param question what was asked, where somebody else than the program wrote the sentences
 */
export async function checkSentences(
  sentences: readonly AnswerSentence[],
  passages: readonly RankedParagraph[],
  embed: EmbedTexts,
  question = '',
): Promise<CheckedSentences> {
  const faults = sentences.map((sentence) => sentenceFault(sentence, passages, question))
  const doubtful = sentences.filter((sentence, at) => faults[at] === null && !isMostlyQuoted(sentence))
  const meanings = await meaningsOf(doubtful, passages, embed)
  const kept: AnswerSentence[] = []
  const failed: FailedSentence[] = []
  sentences.forEach((sentence, at) => {
    const meaning = meanings.get(sentence) ?? 1
    const fault =
      faults[at] ??
      (meaning < MIN_MEANING
        ? `it is not close in meaning to what it cites (cosine ${meaning.toFixed(2)})`
        : null)
    if (fault === null) kept.push(sentence)
    else failed.push({ sentence, fault })
  })
  return { kept, failed }
}

/** How close each sentence is to the nearest part of what it cites. */
async function meaningsOf(
  sentences: readonly AnswerSentence[],
  passages: readonly RankedParagraph[],
  embed: EmbedTexts,
): Promise<Map<AnswerSentence, number>> {
  if (sentences.length === 0) return new Map()
  const parts = new Map<RankedParagraph, readonly string[]>()
  for (const passage of sentences.flatMap((sentence) => citedPassages(sentence, passages)))
    parts.set(passage, partsOf(passage))
  const texts = [...sentences.map(({ text }) => text), ...[...parts.values()].flat()]
  const vectors = new Map((await embed(texts)).map((vector, at) => [texts[at] ?? '', vector]))
  const cosine = (one: string, other: string): number => {
    const [a, b] = [vectors.get(one), vectors.get(other)]
    if (a === undefined || b === undefined) throw new Error('the embedder returned fewer vectors than texts')
    return dotProduct(a, b)
  }
  return new Map(
    sentences.map((sentence) => [
      sentence,
      Math.max(
        ...citedPassages(sentence, passages)
          .flatMap((passage) => parts.get(passage) ?? [])
          .map((part) => cosine(sentence.text, part)),
      ),
    ]),
  )
}

/** The paragraph, and each of its sentences. */
function partsOf({ paragraph }: RankedParagraph): string[] {
  const sentences = splitSentences(paragraph.text).map(({ text }) => text)
  return [paragraph.text, ...sentences.slice(0, COMPARED_SENTENCES_MAX)]
}

function findCited(
  { cable, position }: Citation,
  passages: readonly RankedParagraph[],
): RankedParagraph | undefined {
  return passages.find((each) => each.cable.id === cable && each.paragraph.position === position)
}

function citedPassages(
  { citations }: AnswerSentence,
  passages: readonly RankedParagraph[],
): RankedParagraph[] {
  return citations.map((citation) => findCited(citation, passages)).filter((passage) => passage !== undefined)
}

/** What a sentence says beside the quotes that its citations carry. */
function ownWords({ text, citations }: AnswerSentence): string {
  return citations.reduce(
    (rest, { quote }) => rest.replace(collapseWhiteSpace(quote), ' ; '),
    collapseWhiteSpace(text),
  )
}

function isMostlyQuoted(sentence: AnswerSentence): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length
  return letters(ownWords(sentence)) <= (1 - MOSTLY_QUOTED) * letters(sentence.text)
}
