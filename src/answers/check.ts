/** @module The check that no answer leaves without: each citation names a passage that was found, each quote stands in it. */
import type { RankedParagraph } from '../retrieval/query.js'
import type { AnswerSentence, Citation } from './answer.js'

/** White space apart, quotes are compared letter for letter. */
export function collapseWhiteSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Why a citation does not hold, or `null` when it does. */
export function citationFault(citation: Citation, passages: readonly RankedParagraph[]): string | null {
  const cited = passages.find(
    ({ cable, paragraph }) => cable.id === citation.cable && paragraph.position === citation.position,
  )
  if (cited === undefined) return 'the cited paragraph is not among the passages found'
  if (cited.paragraph.number !== citation.paragraph) return 'the paragraph carries another number'
  const quote = collapseWhiteSpace(citation.quote)
  if (quote === '') return 'the quote is empty'
  if (!collapseWhiteSpace(cited.paragraph.text).includes(quote))
    return 'the quote does not stand in the paragraph'
  return null
}

/** Why a sentence may not be shown, or `null` when each of its citations holds and there is at least one. */
export function sentenceFault(sentence: AnswerSentence, passages: readonly RankedParagraph[]): string | null {
  if (sentence.citations.length === 0) return 'it cites nothing'
  for (const citation of sentence.citations) {
    const fault = citationFault(citation, passages)
    if (fault !== null) return fault
  }
  return null
}
