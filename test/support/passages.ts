import type { CableHeader, Paragraph } from '../../src/cables/cable.js'
import { splitSentences } from '../../src/cables/sentences.js'
import type { AnalysedParagraph, RankedParagraph, RankingSignals } from '../../src/retrieval/query.js'

/** A cable's header with fitting values for all that a test does not care about. */
export function header(changes: Partial<CableHeader> = {}): CableHeader {
  return {
    id: '87VESKAHOLM12',
    date: '1987-03-03T09:00:00Z',
    origin: 'Embassy Veskaholm',
    classification: 'CONFIDENTIAL',
    captions: [],
    precedence: 'ROUTINE',
    subject: 'HARBOUR DUES',
    tags: ['EWWT'],
    references: [],
    classifiedBy: null,
    reasons: [],
    declassifyOn: null,
    recipients: [],
    infoRecipients: [],
    signer: null,
    summary: null,
    source: { path: 'test', format: 'message' },
    ...changes,
  }
}

export function passage(
  paragraph: Partial<Paragraph> & { text: string },
  cable: Partial<CableHeader> = {},
): RankedParagraph {
  return {
    cable: header(cable),
    paragraph: { position: 1, number: 1, marking: 'C', heading: null, ...paragraph },
    score: 1,
    signals: signals(),
  }
}

export function signals(changes: Partial<RankingSignals> = {}): RankingSignals {
  return {
    similarity: 0.5,
    sentenceSimilarity: 0.5,
    coverage: 1,
    match: 1,
    tokenMatch: 0.5,
    weakestToken: 0.5,
    sentenceMatch: 1,
    place: 0,
    year: 0,
    offers: 0.5,
    summary: 0,
    length: 0.5,
    earlierCable: 0,
    earlierCoverage: 0,
    earlierSimilarity: 0,
    ...changes,
  }
}

/** Its sentences fall in score from the first on. `matches` are those of every sentence and of the whole. */
export function analysed(
  paragraph: Partial<Paragraph> & { text: string },
  { score = 1, matches = [] as number[] } = {},
): AnalysedParagraph {
  const own = Float32Array.from(matches)
  return {
    ...passage(paragraph),
    score,
    matches: own,
    nearness: [0.5],
    sentences: splitSentences(paragraph.text).map(({ text }, index) => ({
      text,
      index,
      similarity: 0.5,
      match: 1,
      offers: 0.5,
      matches: own,
      score: 1 - index / 100,
    })),
  }
}
