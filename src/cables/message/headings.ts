/** @module Headings: underlined, boxed between rules, with dashes on their own line, or standing alone before a paragraph. */
import { isTitleInCapitals } from './heading-at-end.js'
import {
  cleanHeading,
  isHeadingLine,
  LONGEST_HEADING,
  readsAsHeading,
  type Heading,
} from './heading-words.js'
import { endsSentence, UNWRAPPED, type TextUnit, type Unit } from './units.js'

/** A run of units that is a heading: from `from` to `to`, both inclusive, rules among them. */
export interface HeadingSpan extends Heading {
  readonly from: number
  readonly to: number
  /** It is underlined or boxed, so it is sure also where no numbered paragraph follows. */
  readonly ruled: boolean
}

/** Most lines of a heading. */
const MOST_LINES = 6
/** More lines than these are a name with its titles and places: none of them is long or ends a sentence. */
const SURE_LINES = 3
const SHORT_LINE = 75
/** Shortest first line of a text under a heading that nothing else marks (characters). */
const FULL_LINE = 50

/** A row of dashes, with or without spaces between. */
const DASHES = '[-‐-―−](?: ?[-‐-―−]){2,200}'

/** `RED SEPTEMBER -------------`, and `------- MEETINGS -------` */
const DASHES_BEHIND = /^(.{2,110}?) *[-‐-―−](?: ?[-‐-―−]){4,200} *$/
const DASHES_AROUND = new RegExp(`^${DASHES} ([^-‐-―−\\s].{0,110}?) *${DASHES}$`)
const DASHES_BEFORE = /^[-‐-―−](?: ?[-‐-―−]){4,200} (?=[A-Z])/
const ENDS_IN_DASHES = /[-‐-―−](?: ?[-‐-―−]){2} *$/

/** Longest heading with its dashes (characters). */
const LONGEST_DASHED = 400

/** A line of which nothing was left. */
const REDACTED = /^\s*[[(]?X{6,}\W*$/i

/**
 * @param starts indexes of the units that begin a numbered paragraph
 * @returns headings by the index of their first unit
 */
export function findHeadings(units: readonly Unit[], starts: ReadonlySet<number>): Map<number, HeadingSpan> {
  const spans = new Map<number, HeadingSpan>()
  let last = -1
  const lastStart = Math.max(-1, ...starts)
  for (let at = 0; at < units.length; at++) {
    const span =
      ruledHeading(units, at, starts) ??
      plainHeading(units, at, starts) ??
      (at > lastStart ? capitalHeading(units, at) : null)
    if (!span) continue
    const above = spans.get(last)
    const line = above?.to === at - 1 ? null : lineAbove(units, at, span, starts)
    if (line !== null) {
      spans.set(at - 1, line)
      last = at - 1
    } else if (above?.to === at - 1 && mayJoin(above.text, span.text)) {
      spans.set(last, {
        ...span,
        from: last,
        text: joined(above.text, span.text, units[at]?.gap === true),
        marking: `${above.marking} ${span.marking}`.trim(),
      })
    } else {
      spans.set(at, span)
      last = at
    }
    at = span.to
  }
  return spans
}

/** A heading whose lines stand apart, the last of which is underlined; or the heading of a part over that of its first section. */
function lineAbove(
  units: readonly Unit[],
  at: number,
  span: HeadingSpan,
  starts: ReadonlySet<number>,
): HeadingSpan | null {
  const [before, line, unit] = [units[at - 2], units[at - 1], units[at]]
  if (before?.kind !== 'text' || line?.kind !== 'text' || !unit?.gap) return null
  if (!line.gap && line.midLine === null) return null
  if (line.afterBreak || starts.has(at - 1) || !starts.has(lastRule(units, span.to) + 1)) return null
  if (!endsSentence(before.text)) return null
  const text = line.text.trim()
  if (!/^(?:[.…]{1,3} ?)?[A-Z]/.test(text) || REDACTED.test(text) || !isHeadingLine(text)) return null
  if (!readsAsHeading(text.replace(/,$/, '')) || !mayJoin(text, span.text)) return null
  const isBroken = UNFINISHED.test(text) || GOES_ON.test(span.text)
  return { ...span, from: at - 1, text: joined(cleanHeading(text).text, span.text, !isBroken) }
}

const UNFINISHED = /\b(?:about|and|as|at|by|close|for|from|in|of|on|or|over|the|to|with|a|an)$/i
const GOES_ON = /^(?:and|as|at|but|by|for|from|in|of|on|or|over|to|with)\b/i

/** Two headings that follow each other are one of a part and one of its first section (characters, together). */
const LONGEST_OF_TWO = 160

/** A redaction stands for what is missing, and `END COMMENT` ends what is above it. */
function mayJoin(above: string, below: string): boolean {
  return above.length + below.length <= LONGEST_OF_TWO && !REDACTED.test(above) && !/^END\b/i.test(above)
}

/** @param apart a blank line stands between them: else it is one heading, underlined line by line */
function joined(above: string, below: string, apart: boolean): string {
  return !apart || /[,;:-]$/.test(above) || /^[a-z]/.test(below) ? `${above} ${below}` : `${above} / ${below}`
}

/** Boxed (rule, text, rule), underlined (text, rule), or on one line with its dashes. */
function ruledHeading(units: readonly Unit[], at: number, starts: ReadonlySet<number>): HeadingSpan | null {
  const unit = units[at]
  if (!unit) return null
  if (unit.kind === 'text') {
    if (starts.has(at)) return null
    const text = unit.text.trim()
    const small = /^-- ([A-Z][^a-z]{2,80}?) --$/.exec(text)
    if (small?.[1] !== undefined) return { from: at, to: at, ...cleanHeading(small[1]), ruled: true }
    const inLine =
      text.length <= LONGEST_DASHED && ENDS_IN_DASHES.test(text)
        ? (DASHES_AROUND.exec(text) ?? DASHES_BEHIND.exec(text))
        : null
    const end = lastRule(units, at)
    const isBeforeStart = starts.has(end + 1) && DASHES_BEFORE.test(text)
    if (isBeforeStart && readsAsHeading(text.replace(DASHES_BEFORE, '')))
      return { from: at, to: end, ...cleanHeading(text), ruled: true }
    if (inLine?.[1] !== undefined) return { from: at, to: at, ...cleanHeading(inLine[1]), ruled: true }
  }
  const boxed = unit.kind === 'rule'
  let next = at + (boxed ? 1 : 0)
  const lines: string[] = []
  for (; lines.length < MOST_LINES; next++) {
    const line = units[next]
    if (line?.kind !== 'text' || starts.has(next) || !isHeadingLine(line.text)) break
    const isClosed = boxed && (line.afterBreak || closesBox(units, next, starts))
    if (lines.length > 0 && line.gap && !isClosed) break
    lines.push(line.text.trim())
  }
  const below = units[next]
  if (lines.length === 0 || below?.kind !== 'rule') return null
  if (
    lines.length > SURE_LINES &&
    lines.some((line) => line.length > SHORT_LINE || /[a-z]{2}[.!?]$/.test(line))
  )
    return null
  // An underline stands directly below its words; behind a gap a rule opens the next heading, if one follows.
  const isSpaced = !boxed && below.gap
  const end = isSpaced ? lastRule(units, next) : next
  if (isSpaced && !(starts.has(end + 1) && isApartWords(units, at, lines.join(' ')))) return null
  // In small letters it can only go on with the underlined line above.
  if (
    !boxed &&
    (!standsApart(units, at) || (/^[a-z]/.test(lines[0] ?? '') && units[at - 1]?.kind !== 'rule'))
  )
    return null
  // The last line of a paragraph that a row of dashes closes.
  if (!boxed && !unit.gap && /\S \S.*[a-z]{2}\.$/.test(lines.at(-1) ?? '')) return null
  if (!boxed && !unit.gap && isRunningText(lines.join(' '))) return null
  // A finished sentence above the heading belongs to the paragraph before it.
  if (!boxed && lines.slice(0, -1).some((line) => /[^.][.!?]["'”’)]{0,3}$/.test(line))) return null
  return { from: at, to: end, ...cleanHeading(lines.join(' ')), ruled: true }
}

/** One or two short lines that stand alone directly before a numbered paragraph. */
function plainHeading(units: readonly Unit[], at: number, starts: ReadonlySet<number>): HeadingSpan | null {
  if (starts.has(at) || !(starts.has(at + 1) || starts.has(at + 2))) return null
  const lines: string[] = []
  let next = at
  for (; lines.length < 2; next++) {
    const line = units[next]
    if (line?.kind !== 'text' || starts.has(next)) break
    if (REDACTED.test(line.text) || (lines.length > 0 && line.gap)) return null
    lines.push(line.text.trim())
  }
  const text = lines.join(' ')
  const isAlone = standsAlone(units, at) || isInCapitals(text, units[at - 1], units[next])
  if (lines.length === 0 || !starts.has(next) || !isAlone) return null
  if (/^[A-Z]+$/.test(text) && beginsAgain(units, next, starts)) return null
  const above = units[at - 1]?.text ?? ''
  if (ENDS_LABEL.test(`${above.slice(-12)} ${text}`) || isAnswer(lines.at(-1) ?? '')) return null
  // The last line of a list of names and values.
  if (LIST_LINE.test(text) && above.length <= LONGEST_HEADING && LIST_LINE.test(above)) return null
  if (!lines.every((line) => isHeadingLine(line))) return null
  if (!readsAsHeading(text) && !isBetweenRedactions(units, at, next)) return null
  return { from: at, to: next - 1, ...cleanHeading(text), ruled: false }
}

/** The answer to a question of a list in capitals. */
function isAnswer(line: string): boolean {
  return /^(?:N\/A|NONE|NO|YES|NIL)\.?$/i.test(line)
}

/** Words between blank lines, below a paragraph of which nothing was left: its last line cannot be one of words. */
function isBetweenRedactions(units: readonly Unit[], at: number, next: number): boolean {
  const [above, unit, below] = [units[at - 1], units[at], units[next]]
  if (above?.kind !== 'text' || unit?.kind !== 'text' || !unit.gap || !below?.gap) return false
  return REDACTED.test(above.start?.rest ?? above.text) && /^[A-Z].*[\p{L}\d?!)"”']$/u.test(unit.text.trim())
}

/** Directly below a finished sentence, before a gap: only capitals tell it from the last line of the paragraph. */
function isInCapitals(text: string, above: Unit | undefined, below: Unit | undefined): boolean {
  if (above?.kind !== 'text' || below?.kind !== 'text') return false
  // Over a marking capitals are enough, for some copies print no gaps.
  const isOverMarking =
    typeof below.start?.marking === 'string' && /[A-Z] [A-Z]/.test(text) && !/[a-z]/.test(text)
  if (!below.gap && !isOverMarking) return false
  return /[a-z]{3}|\bSUMMARY\./.test(above.text) && endsSentence(above.text) && isTitleInCapitals(text)
}

/** The number is not above the one before it: the word over it may be the signature of a first text. */
function beginsAgain(units: readonly Unit[], start: number, starts: ReadonlySet<number>): boolean {
  const numberAt = (unit: Unit | undefined): number | undefined =>
    unit?.kind === 'text' ? unit.start?.number : undefined
  const before = units.slice(0, start).findLast((_unit, at) => starts.has(at))
  return (numberAt(units[start]) ?? Infinity) <= (numberAt(before) ?? 0)
}

/** `End` / `Summary`, broken between two lines. */
const ENDS_LABEL = /\bend\s+(?:summary|comment|note)\.?$/i

/** Behind the last number, in a report that is enclosed: capitals between blank lines, over a text in small letters. */
function capitalHeading(units: readonly Unit[], at: number): HeadingSpan | null {
  const [unit, below] = [units[at], units[at + 1]]
  if (unit?.kind !== 'text' || below?.kind !== 'text' || !unit.gap || !below.gap || unit.afterBreak)
    return null
  const text = unit.text.trim()
  if (text.length > SHORT_LINE || !/^[A-Z][A-Z0-9 ,.:;()'’"/&-]{3,}$/.test(text) || !readsAsHeading(text))
    return null
  return below.text.length >= FULL_LINE &&
    /[a-z]{3}/.test(below.text) &&
    !/^\s*(?:--|[a-z(])/.test(below.text)
    ? { from: at, to: at, ...cleanHeading(text), ruled: false }
    : null
}

/** The last line of a box, over a numbered paragraph. */
function closesBox(units: readonly Unit[], at: number, starts: ReadonlySet<number>): boolean {
  return units[at + 1]?.kind === 'rule' && starts.has(lastRule(units, at + 1) + 1)
}

/** An underline may be broken over several lines. */
function lastRule(units: readonly Unit[], first: number): number {
  let last = first
  while (units[last + 1]?.kind === 'rule') last++
  return last
}

/** Words over a blank line and a rule that read as a heading even without it; apart from the text above they need fewer capitals. */
function isApartWords(units: readonly Unit[], at: number, text: string): boolean {
  const [above, unit] = [units[at - 1], units[at]]
  if (unit?.kind !== 'text') return false
  const isApart = unit.gap || at === 0
  if (isApart && !unit.afterBreak && /^[A-Z]/.test(text) && /[\p{L}\d?!)"”']$/u.test(text)) return true
  return (isApart || (above?.kind === 'text' && endsSentence(above.text))) && readsAsHeading(text)
}

/** Two sentences, most words of which are small: a heading may have two, too (`Great News. What Now?`). */
function isRunningText(text: string): boolean {
  const words = text.split(/\s+/)
  const small = words.filter((word) => /^[a-z]/.test(word)).length
  return /[a-z]{2}[.!?]["”]? +[A-Z]/.test(text) && small * 2 >= words.length
}

const LIST_LINE = /^\s*[^\s:][^:]{1,40}: \S/

/** A heading follows a gap, a rule, the start of the body, or a finished sentence. */
function standsApart(units: readonly Unit[], at: number): boolean {
  const unit = units[at]
  const before = units[at - 1]
  if (before?.kind !== 'text') return true
  return unit?.kind === 'text' && (unit.gap ? true : endsSentence(before.text))
}

/** Without a gap only a line that was never wrapped can be told from the last line of its paragraph. */
function standsAlone(units: readonly Unit[], at: number): boolean {
  const unit = units[at]
  const before = units[at - 1]
  if (before?.kind !== 'text') return true
  if (unit?.kind === 'text' && unit.afterBreak && !endsSentence(before.text)) return false
  if (REDACTED.test(before.text) || (unit?.kind === 'text' && /^\s*\/\/.+\/\/\s*$/.test(unit.text)))
    return true
  if (unit?.kind === 'text' && unit.midLine !== null) return endsSentence(before.text)
  return (unit?.kind === 'text' && unit.gap) || (before.text.length > UNWRAPPED && endsSentence(before.text))
}

/** `¶2. (C) A PICNIC …` with a rule below: the heading stands behind the number. */
export function headingBehindNumber(unit: TextUnit, [rule, words, closing]: readonly Unit[]): Heading | null {
  const rest = unit.start?.rest.trim() ?? ''
  const dashed =
    rest.length <= LONGEST_DASHED && ENDS_IN_DASHES.test(rest) ? DASHES_BEHIND.exec(rest)?.[1] : undefined
  if (dashed !== undefined && !/[a-z]{2}[.] /.test(dashed) && !REDACTED.test(dashed))
    return cleanHeading(dashed)
  if (rule?.kind !== 'rule' || rule.gap || rest === '' || !isHeadingLine(rest)) return null
  // A sentence is no heading, and one that goes on below the rule is none either.
  if (/[a-z]{2}\.["”]?$/.test(rest) && /\S \S/.test(rest)) return null
  if (words?.kind === 'text' && /^[a-z]/.test(words.text)) return null
  // The rule opens the box of the next heading.
  const isBox = words?.kind === 'text' && closing?.kind === 'rule'
  if (isBox && REDACTED.test(rest)) return null
  if (/[a-z)]\. +[A-Z]/.test(rest)) return null
  return cleanHeading(rest)
}
