/** @module A post's note on its own pages, at the end of its cables. It is no part of the last paragraph. */
import type { Unit } from './units.js'

/** `Visit Mexico City's Classified Web Site at`, `For more reporting from Embassy …`: the first line of such a note. */
const FIRST_LINE =
  /^[\W_]*(?:please )?(?:visit|see|view|access)\b.{0,120}\b(?:web ?-?sites?|web ?page|home ?page|forum|portal|website|https?:\/\/)|^[\W_]*(?:for )?more reporting from/i
/** The same behind the last sentence of a line: `… two million. Visit Embassy Oslo's Classified Website: http://…` */
const BEHIND_SENTENCE =
  /(?:(?<=[.!?)"”’*:X]\s{0,4})(?:[*-]{3}[*\s-]{0,80})?\b(?:please )?|(?<=\s)please |(?<=\s\s)(?=visit [A-Z]\w{2,20}['’]s classified))visit [A-Z].{0,80}(?:web ?-?site|web ?page|home ?page|forum|portal|\bpage\b)/gi

/** Most lines of a note, most words of its first line, and of a line that holds the rest of its address. */
const MOST_LINES = 6
const MOST_FIRST_WORDS = 30
const MOST_WORDS = 8

/** How far back in a line a note is looked for (characters). */
const REACH = 400

export function beginsWebNote(line: string): boolean {
  return FIRST_LINE.test(line.slice(0, REACH))
}

/** Where a note begins: the unit, and the character in its text. */
export interface NotePlace {
  readonly at: number
  readonly column: number
}

/**
 * @param at index of the last unit
 * @param text what is left of that unit
 * @returns where the note that ends there begins, or `null` when none does; a numbered paragraph is never one as a whole
 */
export function findWebNote(
  units: readonly Unit[],
  at: number,
  text: string,
  isStart: (index: number) => boolean,
): NotePlace | null {
  for (let above = at; above >= 0 && above > at - MOST_LINES; above--) {
    const unit = units[above]
    if (unit === undefined) return null
    if (unit.kind === 'rule') continue
    const line = above === at ? text : unit.text
    const inside = noteInside(line)
    // Number and marking alone are no paragraph.
    const prefix = unit.start === null ? 0 : unit.text.length - unit.start.rest.length
    if (inside !== null && inside > prefix) return { at: above, column: inside }
    if (isStart(above)) return null
    if (beginsWebNote(line.trim())) {
      return countWords(line) <= MOST_FIRST_WORDS ? { at: above, column: 0 } : null
    }
    if (countWords(line) > MOST_WORDS) return null
  }
  return null
}

function noteInside(line: string): number | null {
  const from = Math.max(0, line.length - REACH)
  const found = [...line.slice(from).matchAll(BEHIND_SENTENCE)].at(-1)
  return found ? from + found.index : null
}

function countWords(line: string): number {
  return line.trim().split(/\s+/).length
}
