/** @module A signature that stands between the text and an annex, a list or a table. */
import { isCommonWord } from './not-names.js'
import { isFinished, nameWords } from './signature.js'
import type { Unit } from './units.js'
import type { Words } from './word-use.js'

/** Most lines of an annex that are searched for the signature above them. */
const MOST_LINES = 400

const ENDS_COMMENT = /\bend(?: of)? (?:comment|summary|note|text)[\s.)\]"”]{0,4}$/i
const IN_CAPITALS = /^(?=.*[AEIOUY])\p{Lu}{3,}$/u

/**
 * Finds a name in capitals alone on its line, in a text of small letters, behind a finished sentence and before a blank line.
 * In a text all in capitals a heading looks the same.
 * @returns index and name, or `null` where it is not certain
 */
export function findBeforeAnnex(
  units: readonly Unit[],
  isStart: (index: number) => boolean,
  words: Words,
): { readonly at: number; readonly name: string } | null {
  if (words.capitals) return null
  const floor = Math.max(1, units.length - MOST_LINES)
  for (let at = units.length - 2; at >= floor; at--) {
    if (isStart(at)) return null
    const [before, unit, next] = [units[at - 1], units[at], units[at + 1]]
    if (unit?.kind !== 'text' || before?.kind !== 'text' || next === undefined) continue
    if (!next.gap || next.kind === 'rule' || !/[.)"”]\s*$|comment\s*$/i.test(before.text)) continue
    const names = nameWords(unit.text)
    const name = names[0] ?? ''
    if (names.length !== 1 || !isFinished(before.text)) continue
    // In small letters only `End comment.` before it makes it certain.
    if (!(ENDS_COMMENT.test(before.text) ? /^\p{Lu}/u : IN_CAPITALS).test(name)) continue
    if (!isCommonWord(name) && !words.occurs(name)) return { at, name: name.toUpperCase() }
  }
  return null
}
