import { createHash } from 'node:crypto'
import type { Cable } from '../../src/cables/cable.js'

/** What must be right in a reading, without the words of the cable: facts of its head, and digests of words. */
export interface Description {
  readonly id: string
  readonly head: Readonly<Record<string, unknown>>
  /** Digests of fields that are text. */
  readonly digests: Readonly<Record<string, string>>
  /** Number, marking, digests of heading, first and last words, number of words. */
  readonly paragraphs: readonly (readonly [number | null, string | null, string, string, string, number])[]
}

/** Words at either end of a paragraph that its digests cover. */
const END_WORDS = 6

export function describeCable(cable: Cable): Description {
  const {
    id,
    date,
    origin,
    classification,
    captions,
    precedence,
    tags,
    references,
    reasons,
    declassifyOn,
    signer,
  } = cable
  return {
    id,
    head: {
      date,
      origin,
      classification,
      captions,
      precedence,
      tags,
      references,
      reasons,
      declassifyOn,
      signer,
    },
    digests: {
      subject: digest(cable.subject),
      classifiedBy: digest(cable.classifiedBy ?? ''),
      recipients: digest([...cable.recipients, '|', ...cable.infoRecipients].join('\n')),
      summary: digest(cable.summary ?? ''),
    },
    paragraphs: cable.paragraphs.map(({ number, marking, heading, text }) => {
      const words = text.split(/\s+/)
      return [
        number,
        marking,
        digest(heading ?? ''),
        digest(words.slice(0, END_WORDS).join(' ')),
        digest(words.slice(-END_WORDS).join(' ')),
        words.length,
      ]
    }),
  }
}

function digest(text: string): string {
  return text === '' ? '' : createHash('sha256').update(text).digest('hex').slice(0, 10)
}
