import type { CableHeader, Paragraph } from '../../src/cables/cable.js'
import type { RankedParagraph } from '../../src/retrieval/query.js'

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
    signals: { bm25: 1, similarity: 0.5, coverage: 1 },
  }
}
