/**
 * @module What a page or dump said of a cable, told from the cable as it was read. A library keeps messages and readings, not what
 * stood beside the message, and a message alone does not always say its number, date or post.
 */
import type { CableHeader } from './cable.js'
import { canonicalId } from './ids.js'
import type { MessageHints } from './message/message.js'
import { isPost } from './vocabulary/posts.js'

/**
 * Where the message says the same, it goes before: only the number and, of pages and dumps, the sending post stay as they were
 * (the number in the canonical form of today).
 */
export function hintsOfStored(stored: CableHeader): MessageHints {
  const { date, origin, references, source } = stored
  const id = canonicalId(stored.id) ?? stored.id
  // Header lines stand in the message, so it is told anew whether it has them.
  if (source.format === 'message' || source.format === 'header-lines')
    return { id, nameId: id, source: { ...source, format: 'message' } }
  return {
    id,
    nameId: id,
    source,
    date,
    origin,
    classification: classificationBeside(stored),
    // Only pages have a title, and only dumps have references; what was misread as one names no post.
    ...(source.format === 'mirror-html' ? { subject: stored.subject } : {}),
    ...(source.format === 'csv' ? { references: references.filter(namesPost) } : {}),
  }
}

/** Where a message holds other cables, too, an earlier reading mixed their fields with its own: only what cannot be theirs stays. */
export function withoutOthersValues({ id, nameId, date, origin, source }: MessageHints): MessageHints {
  return { id: id ?? null, nameId: nameId ?? null, date: date ?? null, origin: origin ?? null, source }
}

/** A row of a dump in a message file is stored like any message: what it alone said is kept where the reading has nothing now. */
export function withStoredValues(
  hints: MessageHints,
  { date, origin, classification }: CableHeader,
): MessageHints {
  return { date, origin, classification, ...hints }
}

/** As pages and dumps write it: the only caption that they know is NOFORN, `SECRET//NOFORN`. */
function classificationBeside({ classification, captions }: CableHeader): string | null {
  if (classification === null) return null
  return captions.includes('NOFORN') ? `${classification}//NOFORN` : classification
}

function namesPost(reference: string): boolean {
  return isPost(reference.replace(/^\d\d|\d+$/g, ''))
}
