/** @module What the start of a numbered paragraph looks like, on one line; which of them are true is weighed elsewhere. */
import { MARKING, normaliseMarking } from './marking.js'

/** A place where a paragraph may begin. */
export interface PossibleStart {
  readonly number: number
  readonly marking: string | null
  /** A ¶ (or what was left of it) stands before the number. */
  readonly pilcrow: boolean
  /** `.`, `)`, … behind the number. */
  readonly punctuation: string
  /** What follows number and marking on the line. */
  readonly rest: string
  readonly indent: number
  /** The number stands twice, as `¶1. 1. (SBU)`. */
  readonly twice: boolean
}

// A number is followed by a dot, a parenthesis or a marking. Digits behind the dot (1.4, 2.3 billion) rule it out.
const NUMBER_FIRST = new RegExp(
  `^(\\s*)([¶\\uFFFD]{1,2})? ?(\\d{1,3})(?!\\d)(?: ?(\\.{1,3}-?|[),:;-])(?!\\d)| (?=[(\\[A-Z]))?(?:\\s*${MARKING})?\\s*`,
  'i',
)
const MARKING_FIRST = new RegExp(
  `^(\\s*)[¶\\uFFFD]?${MARKING}\\s*(¶|\\uFFFD)? ?(\\d{1,3})([.)])(?!\\d)\\s*`,
  'i',
)

const L_FOR_ONE = new RegExp(`^\\s*[¶\\uFFFD]? ?l\\.\\s*${MARKING}`)

/** `(3) (C) …`: only with a marking, because sub-items are written so. */
const IN_PARENTHESES = new RegExp(`^(\\s*)(¶|\\uFFFD)? ?\\((\\d{1,3})\\.?\\)\\s*${MARKING}\\s*`, 'i')

/** @returns what the start of the line says, or `null` when no paragraph can begin with it */
export function possibleStart(line: string): PossibleStart | null {
  const start = printedStart(line)
  if (start === null) return null
  if (start.marking !== null) return { ...start, rest: start.rest.replace(/^[:.] +/, '') }
  // `1. SUMMARY (U) The tide`: the marking stands behind the word.
  const behind = MARKED_BEHIND.exec(start.rest)
  if (behind?.[2] !== undefined) {
    const rest = `${behind[1] ?? ''} ${start.rest.slice(behind[0].length)}`
    return { ...start, marking: normaliseMarking(behind[2]), rest }
  }
  const half = start.punctuation.startsWith('.') ? HALF_MARKING.exec(start.rest) : null
  if (half !== null)
    return {
      ...start,
      marking: normaliseMarking(half[1] ?? half[2] ?? ''),
      rest: start.rest.slice(half[0].length),
    }
  // `¶1. 1. (SBU)`: the mirror set the number before the printed one.
  const again = NUMBER_FIRST.exec(start.rest)
  if (again === null || Number(again[3]) !== start.number || !again[4]?.startsWith('.')) return start
  const marking = again[5]
  return {
    ...start,
    marking: marking === undefined ? null : normaliseMarking(marking),
    rest: start.rest.slice(again[0].length),
    twice: true,
  }
}

const MARKED_BEHIND = new RegExp(
  `^((?:begin )?(?:summary|comment|action request)(?: and \\w{1,16})? ?[:.]?) {1,3}${MARKING} *(?=\\S)`,
  'i',
)

/** A marking that lost one of its parentheses: `SBU) Many told us`, `(SBU During the visit`. */
const HALF_MARKING =
  /^(?:((?:TS|SBU|LOU|[SCU])(?:\/{1,2}NF)?)[)\]]|[([](SBU|LOU|[SC](?:\/{1,2}NF)?)(?=\s+(?:[A-Z][a-z]{2}|X{6}))(?! [^)]{0,40}\)))\s*/

function printedStart(line: string): PossibleStart | null {
  // Typists wrote a small L for the figure one.
  if (L_FOR_ONE.test(line)) return printedStart(line.replace('l', '1'))
  const turned = MARKING_FIRST.exec(line)
  if (turned) {
    const [whole, indent = '', marking = '', pilcrow, digits, punctuation = ''] = turned
    return {
      number: Number(digits),
      marking: normaliseMarking(marking),
      pilcrow: pilcrow !== undefined,
      punctuation,
      rest: line.slice(whole.length),
      indent: indent.length,
      twice: false,
    }
  }
  const enclosed = IN_PARENTHESES.exec(line)
  if (enclosed) {
    const [whole, indent = '', pilcrow, digits, marking = ''] = enclosed
    return {
      number: Number(digits),
      marking: normaliseMarking(marking),
      pilcrow: pilcrow !== undefined,
      punctuation: ')',
      rest: line.slice(whole.length),
      indent: indent.length,
      twice: false,
    }
  }
  const found = NUMBER_FIRST.exec(line)
  if (!found) return null
  const [whole, indent = '', pilcrow, digits, punctuation = '', marking] = found
  const isBare = pilcrow === undefined && punctuation === '' && marking === undefined
  // `2 The tide`: without any sign a number is only believed where it closes a gap between others.
  if (isBare && !/^\d{1,2} {1,3}[A-Z][a-z]* [a-z]/.test(line.trimStart())) return null
  return {
    number: Number(digits),
    marking: marking === undefined ? null : normaliseMarking(marking),
    pilcrow: pilcrow !== undefined,
    punctuation,
    rest: line.slice(whole.length),
    indent: indent.length,
    twice: false,
  }
}

/** A line that surely begins a numbered paragraph: with a ¶ and a dot, or with a marking. */
export function isParagraphStart(line: string): boolean {
  const start = possibleStart(line)
  if (start === null || start.number === 0) return false
  return (
    start.marking !== null ||
    (start.pilcrow && start.punctuation !== '') ||
    (start.punctuation === '.' && start.number === 1)
  )
}
