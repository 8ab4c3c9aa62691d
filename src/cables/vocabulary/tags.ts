/** @module TAGS (Traffic Analysis by Geography and Subject), the State Department's index codes. */
import { readTable } from './table.js'

export interface Tag {
  /** `PREL`, `MX`, `UNGA` */
  readonly code: string
  readonly kind: 'subject' | 'program' | 'place' | 'organization'
  /** `External Political Relations`, or empty where only the meaning is known. */
  readonly name: string
  /** One sentence, or empty. */
  readonly meaning: string
  /** When the code was in use (`1970s`, `1980s-2010`), or empty. */
  readonly era: string
}

const KINDS: Readonly<Record<string, Tag['kind']>> = {
  subject: 'subject',
  program: 'program',
  place: 'place',
  organization: 'organization',
}

const TAGS: ReadonlyMap<string, Tag> = new Map(
  readTable('tags').map(([code = '', kind = '', name = '', meaning = '', era = '']) => [
    code,
    { code, kind: KINDS[kind] ?? 'subject', name, meaning, era },
  ]),
)

export function findTag(code: string): Tag | null {
  return TAGS.get(code.toUpperCase()) ?? null
}

export function tags(): readonly Tag[] {
  return [...TAGS.values()]
}

/**
 * Parts of codes that were printed without a space (`PRELPGOVMX` -> `PREL`, `PGOV`, `MX`), or `null` when the
 * word is not made of known codes. Only four-letter subjects and programs are taken apart, with at most one
 * place at the end, so that a word that merely looks like codes stays whole.
 */
export function splitGluedTags(word: string): readonly string[] | null {
  if (word.length < 6 || TAGS.has(word)) return null
  const parts: string[] = []
  let at = 0
  while (word.length - at >= 4) {
    const code = word.slice(at, at + 4)
    const kind = TAGS.get(code)?.kind
    if (kind !== 'subject' && kind !== 'program') return null
    parts.push(code)
    at += 4
  }
  if (at === word.length) return parts
  const rest = word.slice(at)
  if (TAGS.get(rest)?.kind !== 'place') return null
  return [...parts, rest]
}
