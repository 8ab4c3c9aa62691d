/** @module Where a paragraph without a number begins. */
import type { BodyState, Draft } from './body-state.js'
import { isCut } from './join.js'
import { MARKING } from './marking.js'
import { endsSentence, UNWRAPPED, type TextUnit } from './units.js'

/** A text that begins with a portion marking. */
export const MARKED = new RegExp(`^\\s*[¶\\uFFFD]?\\s*${MARKING}\\s*(?=\\S)`, 'i')

/** Summary and comment may stand without a number; so does a paragraph that lost its number but kept its marking. */
export function beginsUnnumbered(unit: TextUnit, current: Draft, numbered: boolean): boolean {
  if (unit.afterBreak || unit.midLine !== null) return false
  const before = current.lines.at(-1)?.text ?? ''
  const isParted = unit.gap || (before.length > UNWRAPPED && endsSentence(before))
  if (isParted && MARKED.test(unit.text)) return true
  if (!unit.gap) return false
  if (/^\s*(?:(?:begin )?(?:summary|comment)|action request)\b.{0,24}?[:.]/i.test(unit.text))
    return endsSentence(before)
  if (numbered && current.number !== null) return false
  // Without numbers, blank lines part the paragraphs; sub-items and cut sentences go on.
  return (
    (endsSentence(before) || !isCut(before.trim(), unit.text.trim())) &&
    !/:\s*$/.test(before) &&
    !isSubItem(unit.text)
  )
}

/** A redaction alone on its line where the numbers jump is what is left of the paragraphs between them. */
export function standsForMissing(
  { units, starts, headings }: BodyState,
  at: number,
  current: number | null,
): boolean {
  if (current === null || !/^\s*X{8,}\s*$/.test(units[at]?.text ?? '')) return false
  let next = at + 1
  while (next < units.length && !starts.has(next)) {
    const span = headings.get(next)
    if (!span && units[next]?.kind !== 'rule') return false
    next = (span?.to ?? next) + 1
  }
  const unit = units[next]
  return unit?.kind === 'text' && unit.start !== null && unit.start.number > current + 1
}

function isSubItem(text: string): boolean {
  return /^\s*(?:[-–—•*]|¶? ?\(?[A-Za-z0-9]{1,2}[.)]\s|end\s+(?:summary|comment|text|note))/i.test(text)
}
