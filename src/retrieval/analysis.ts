/** @module What speaks for each candidate: the signals of passages and of their sentences. */
import type { QuestionTokens } from '../../embeddings/token-signs.js'
import type { CableHeader, Paragraph } from '../cables/cable.js'
import { countryOfPost, countryOfTag } from '../cables/vocabulary/countries.js'
import { splitSentences } from '../cables/sentences.js'
import { dateKey, splitNumber } from '../library/filter-sql.js'
import type { SentenceVectors } from '../library/library.js'
import type { AnalysedParagraph, RankedSentence } from './query.js'
import { TermMatcher } from './term-matching.js'
import { stemsOf } from './terms.js'
import { offers } from './understanding/asked-for.js'
import type { Understood } from './understanding/understand.js'
import { weightedShare } from './weighted-terms.js'

export interface QuestionSigns {
  readonly understood: Understood
  /** Unit vectors of the question, and of the one before it. */
  readonly vector: Float32Array
  readonly earlierVector: Float32Array | null
  /** Of the terms of each question that it is made of. */
  readonly tokens: readonly QuestionTokens[]
}

export interface Candidate {
  readonly cable: CableHeader
  readonly paragraph: Paragraph
  readonly similarity: number | null
  readonly earlierSimilarity: number
  /** `null` where none are stored. */
  readonly sentences: SentenceVectors | null
}

/** Parts of the score by which the best sentence of a passage is chosen; cosine counts 1. */
const SENTENCE_WEIGHTS = { match: 0.6, offers: 0.25 }

const SUMMARY = /^\W*(?:begin )?(?:summary|introduction)\b/i
const LOG_OF_MOST_STEMS = 6

/** How quickly a cable falls behind the one that answers the question before: this much less is e times less. */
const EARLIER_FALL = 0.1

const NO_TOKENS = new Uint8Array()

export function analyse(
  candidates: readonly Candidate[],
  signs: QuestionSigns,
): Omit<AnalysedParagraph, 'score'>[] {
  const { understood } = signs
  const matcher = new TermMatcher(understood.terms)
  const split = candidates.map(splitCandidate)
  const earlier = earlierSigns(split, signs)
  return split.map(({ candidate, sentences: spans, stems }, at) => {
    const { cable, paragraph, similarity } = candidate
    const sentences = analyseSentences(candidate, spans, signs, matcher)
    const best = bestSentence(sentences)
    const matches = matcher.best(stems)
    const before = earlier[at]
    const near = signs.tokens.map((own) => own.nearness(candidate.sentences?.tokens ?? NO_TOKENS))
    const nearness = near.map(({ mean }) => mean)
    return {
      cable,
      paragraph,
      sentences,
      matches,
      nearness,
      signals: {
        similarity,
        sentenceSimilarity: sentences.reduce((most, one) => Math.max(most, one.similarity), -1),
        coverage: weightedShare(understood.terms, stems),
        match: matcher.share(matches),
        tokenMatch: Math.max(...nearness),
        weakestToken: Math.max(...near.map(({ weakest }) => weakest)),
        sentenceMatch: sentences.reduce((most, one) => Math.max(most, one.match), 0),
        place: placeShare(cable, understood.countries),
        year: understood.years.includes(yearSent(cable)) ? 1 : 0,
        offers: best?.offers ?? 0,
        summary: SUMMARY.test(paragraph.text) ? 1 : 0,
        length: Math.log(1 + stems.size) / LOG_OF_MOST_STEMS,
        earlierCable: before?.cable ?? 0,
        earlierCoverage: before?.coverage ?? 0,
        earlierSimilarity: before?.similarity ?? 0,
      },
    }
  })
}

/** What a passage is cited for: near in meaning, holding the question's terms, offering what is asked for. */
export function bestSentence(sentences: readonly RankedSentence[]): RankedSentence | undefined {
  return sentences.reduce<RankedSentence | undefined>(
    (best, one) => (best === undefined || one.score > best.score ? one : best),
    undefined,
  )
}

/** Taken to its stems once: that costs most. */
interface SplitCandidate {
  readonly candidate: Candidate
  readonly sentences: readonly { readonly text: string; readonly stems: readonly string[] }[]
  /** Of subject, heading and text. */
  readonly stems: ReadonlySet<string>
}

function splitCandidate(candidate: Candidate): SplitCandidate {
  const { cable, paragraph } = candidate
  const sentences = splitSentences(paragraph.text).map(({ text }) => ({ text, stems: stemsOf(text) }))
  const head = stemsOf(`${cable.subject} ${paragraph.heading ?? ''}`)
  return { candidate, sentences, stems: new Set([head, ...sentences.map(({ stems }) => stems)].flat()) }
}

function analyseSentences(
  { sentences, similarity }: Candidate,
  spans: SplitCandidate['sentences'],
  { understood, vector }: QuestionSigns,
  matcher: TermMatcher,
): RankedSentence[] {
  const vectors = sentences?.count === spans.length ? sentences : null
  return spans.map(({ text, stems }, index) => {
    const matches = matcher.best(stems)
    const match = matcher.share(matches)
    const offered = offers(understood.askedFor, text)
    const near = vectors?.similarity(index, vector) ?? similarity ?? 0
    const score = near + SENTENCE_WEIGHTS.match * match + SENTENCE_WEIGHTS.offers * offered
    return { text, index, similarity: near, match, offers: offered, matches, score }
  })
}

/** For each candidate how it stands to the question before. */
function earlierSigns(
  candidates: readonly SplitCandidate[],
  { understood: { earlier }, earlierVector }: QuestionSigns,
): { cable: number; coverage: number; similarity: number }[] {
  if (earlier === null || earlierVector === null) return []
  const signs = candidates.map(({ candidate: { cable, sentences, earlierSimilarity }, stems }) => {
    let similarity = sentences === null ? earlierSimilarity : -1
    for (let index = 0; index < (sentences?.count ?? 0); index++)
      similarity = Math.max(similarity, sentences?.similarity(index, earlierVector) ?? -1)
    const coverage = weightedShare(earlier.terms, stems)
    return { id: cable.id, coverage, similarity, fit: (earlierSimilarity + similarity + coverage) / 2 }
  })
  const fits = new Map<string, number>()
  for (const { id, fit } of signs) fits.set(id, Math.max(fit, fits.get(id) ?? -Infinity))
  const best = Math.max(...fits.values())
  return signs.map(({ id, coverage, similarity }) => ({
    cable: Math.exp(((fits.get(id) ?? -Infinity) - best) / EARLIER_FALL),
    coverage,
    similarity,
  }))
}

function placeShare(cable: CableHeader, countries: readonly string[]): number {
  if (countries.length === 0) return 0
  const own = new Set([countryOfPost(splitNumber(cable.id).post), ...cable.tags.map(countryOfTag)])
  return countries.filter((country) => own.has(country)).length / countries.length
}

/** 0 where neither date nor number tells. */
export function yearSent({ date, id }: CableHeader): number {
  return Number(dateKey(date, id).slice(0, 4))
}
