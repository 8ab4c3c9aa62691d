/** @module Source protection of answers and passages: done last, behind the check, which compares with the words as they are. */
import { maskText, type Shielded } from '../cables/protection/mask.js'
import type { RankedParagraph } from '../retrieval/query.js'
import type { Answer, AnswerSentence, Citation } from './answer.js'

/** What a cable shields: a paragraph alone does not tell, because a name is marked once and mentioned again elsewhere. */
export type ShieldedOf = (cable: string) => Shielded

/** The answer with every text, quote and passage masked. Quotes then stand in the masked paragraphs letter for letter. */
export function protectAnswer(answer: Answer, shieldedOf: ShieldedOf): Answer {
  const sentences = answer.sentences.map((sentence) => protectSentence(sentence, shieldedOf))
  const cited = new Set(answer.sentences.flatMap(({ citations }) => citations.map(({ cable }) => cable)))
  return {
    ...answer,
    text: maskFor([...cited], answer.text, shieldedOf),
    sentences,
    retrieved: answer.retrieved.map((passage) => protectPassage(passage, shieldedOf)),
  }
}

export function protectPassage<P extends Pick<RankedParagraph, 'cable' | 'paragraph'>>(
  passage: P,
  shieldedOf: ShieldedOf,
): P {
  const { cable, paragraph } = passage
  const mask = (text: string) => maskFor([cable.id], text, shieldedOf)
  const maskOrNull = (text: string | null) => (text === null ? null : mask(text))
  return {
    ...passage,
    cable: { ...cable, subject: mask(cable.subject), summary: maskOrNull(cable.summary) },
    paragraph: { ...paragraph, heading: maskOrNull(paragraph.heading), text: mask(paragraph.text) },
  }
}

function protectSentence({ text, citations }: AnswerSentence, shieldedOf: ShieldedOf): AnswerSentence {
  return {
    text: maskFor(
      citations.map(({ cable }) => cable),
      text,
      shieldedOf,
    ),
    citations: citations.map((citation) => protectCitation(citation, shieldedOf)),
  }
}

function protectCitation(citation: Citation, shieldedOf: ShieldedOf): Citation {
  return { ...citation, quote: maskFor([citation.cable], citation.quote, shieldedOf) }
}

/** A sentence may speak of several cables: what any of them shields is hidden. */
function maskFor(cables: readonly string[], text: string, shieldedOf: ShieldedOf): string {
  return [...new Set(cables)].reduce((masked, cable) => maskText(masked, shieldedOf(cable)), text)
}
