/** @module What makes two readings of a cable the same: its content hash, over text that SQLite can keep letter for letter. */
import { createHash } from 'node:crypto'
import type { Cable, CableHeader, Paragraph } from '../cables/cable.js'

const LONE_SURROGATE = /\p{Surrogate}/gu

/** JSON.stringify writes lone surrogates, and only those, as \ud800 to \udfff; other backslashes are doubled. */
const ESCAPED_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/

export interface CableContent {
  /** The same cable; lone surrogates are replaced by U+FFFD, because UTF-8 has no form for them and SQLite would change them silently. */
  readonly cable: Cable
  readonly hash: Buffer
}

export function contentOf(given: Cable): CableContent {
  const json = contentJson(given, given.paragraphs)
  const isWellFormed = !ESCAPED_SURROGATE.test(json) && given.source.path.search(LONE_SURROGATE) === -1
  if (isWellFormed) return { cable: given, hash: sha256(json) }
  const cable = wellFormed(given)
  return { cable, hash: contentHash(cable, cable.paragraphs) }
}

/**
 * SHA-256 over everything that was read, in a fixed order of keys. The source is left out: the same cable from another
 * file, or in another form that reads alike, is unchanged.
 */
export function contentHash(header: CableHeader, paragraphs: readonly Paragraph[]): Buffer {
  return sha256(contentJson(header, paragraphs))
}

export function wellFormed(cable: Cable): Cable {
  return JSON.parse(JSON.stringify(cable), (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(LONE_SURROGATE, '\ufffd') : value,
  ) as Cable
}

function contentJson(header: CableHeader, paragraphs: readonly Paragraph[]): string {
  return JSON.stringify([
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
  ])
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
