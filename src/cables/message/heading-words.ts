/** @module Which words read as a heading, and what of them belongs to it. */
import { isTableRow } from './join.js'
import { isRule } from './kinds.js'
import { MARKING } from './marking.js'

/** Longest line of a heading (characters). */
export const LONGEST_HEADING = 110

const MARKING_BEFORE = new RegExp(`^${MARKING}\\s*`, 'i')

export interface Heading {
  readonly text: string
  /** A portion marking that stood before the words, or empty: it belongs to neither heading nor paragraph. */
  readonly marking: string
}

export function isHeadingLine(text: string): boolean {
  const line = text.trim()
  return (
    line.length <= LONGEST_HEADING &&
    !isRule(line) &&
    !isTableRow(line) &&
    !/^(?:--|•|\*|[a-z][.)] |\([a-z]\) )/.test(line)
  )
}

/** Without a rule only the words tell: no full stop at the end, capitals, no running sentence. */
export function readsAsHeading(text: string): boolean {
  const words = text.replace(MARKING_BEFORE, '').trim()
  if (/^X{6,}$|\bend note[.)\]]{1,2}$|^\[content removed\]$/i.test(words) || words.length > LONGEST_HEADING)
    return false
  if (/^(?:begin|end)\b.*\b(?:text|summary|comment|note|quote|transcript|points?)\b/i.test(words))
    return false
  // A full stop at the end, or inside, is a sentence's; that of an abbreviation (U.S.) is not.
  if (/(?<!\.\.)(?<!(?:^|[^A-Za-z])[A-Z])[.!]["'”’)]*$|[,;]$/.test(words)) return false
  if (/[A-Za-z]{4,}\. +[A-Z]/.test(words)) return false
  if (
    (!/^(?:\.{3}|…) ?[a-z]/.test(words) && !/^[.…]* ?["“'‘(/[.…]*[A-Z0-9]/.test(words)) ||
    !/[A-Za-z]{2}/.test(words)
  )
    return false
  const long = words.split(/\s+/).filter((word) => /[A-Za-z]{4,}/.test(word))
  const capital = long.filter((word) => /^[^A-Za-z]*[A-Z]/.test(word))
  const few = words.split(/\s+/).length
  if (/:$/.test(words) && few > 6 && /[a-z]/.test(words)) return false
  return few <= 5 || capital.length >= long.length * 0.6
}

/** Decoration and a portion marking do not belong to a heading's words. */
export function cleanHeading(printed: string): Heading {
  const bare = printed
    .replace(/^[/*_=~#\s-]+(?=[^/*_=~#\s-])/, '')
    .replace(/[/*_=~#\s-]+$/, '')
    .trim()
  const marking = MARKING_BEFORE.exec(bare)?.[0] ?? ''
  const text = bare.slice(marking.length).replace(/\s+/g, ' ')
  return text === '' ? { text: bare, marking: '' } : { text, marking: marking.trim() }
}
