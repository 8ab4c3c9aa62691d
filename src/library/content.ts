/** @module What makes two readings of a cable the same: its content hash, and the text SQLite can keep letter for letter. */
import { createHash } from 'node:crypto'
import type { Cable, CableHeader, Paragraph } from '../cables/cable.js'

const LONE_SURROGATE = /\p{Surrogate}/gu

/** The same cable with lone surrogates replaced by U+FFFD: UTF-8 has no form for them, so SQLite would change them silently. */
export function wellFormed(cable: Cable): Cable {
  const json = JSON.stringify(cable)
  // A lone surrogate is the only thing that JSON.stringify writes as \ud8xx to \udfxx.
  if (!/\\ud[89a-f]/.test(json)) return cable
  return JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(LONE_SURROGATE, '\ufffd') : value,
  ) as Cable
}

/**
 * SHA-256 over everything that was read, in a fixed order of keys. The source is left out: the same cable from another
 * file, or in another form that reads alike, is unchanged.
 */
export function contentHash(header: CableHeader, paragraphs: readonly Paragraph[]): Buffer {
  const content = [
    header.id,
    header.date,
    header.origin,
    header.classification,
    header.captions,
    header.precedence,
    header.subject,
    header.tags,
    header.references,
    header.classifiedBy,
    header.reasons,
    header.declassifyOn,
    header.recipients,
    header.infoRecipients,
    header.signer,
    header.summary,
    paragraphs.map((p) => [p.position, p.number, p.marking, p.heading, p.text]),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest()
}
