/**
 * @module Which of the possible starts begin a numbered paragraph. No single sign decides: marking, ¶, punctuation, what
 * stands before, what follows, and above all whether the numbers follow each other. The best-scoring chain wins.
 */
import type { PossibleStart } from './paragraph-start.js'
import { withoutEnclosedRuns, withoutNestedLists, withoutSubItems, type Candidate } from './inner-lists.js'
import { quotedUnits } from './quoted-units.js'
import { endsSentence, UNWRAPPED, type TextUnit, type Unit } from './units.js'

/** How a cable prints its paragraphs, learned from a first reading. */
interface Style {
  readonly marked: boolean
  readonly pilcrow: boolean
  readonly parenthesis: boolean
}

const NO_STYLE: Style = { marked: false, pilcrow: false, parenthesis: false }

/** Share of paragraphs from which a way of printing counts as the cable's own. */
const USUAL = 0.6

/** Weights were set by hand on 62 real cables; one unit is about the worth of a dot behind the number. */
const FOLLOWS = 2
const REPEATS_MARKED = -3
const REPEATS_UNMARKED = -6
const SKIPPED_NUMBER = -0.6
const FAR_AHEAD = -6
const RESTART_MARKED = -5
const RESTART_UNMARKED = -14
/** Numbers further apart than this are no gap but a jump. */
const LONGEST_GAP = 10

/** @returns indexes of the units that begin a numbered paragraph, ascending */
export function chooseStarts(units: readonly Unit[]): number[] {
  const quoted = quotedUnits(units)
  const possible = (style: Style): Candidate[] =>
    withoutEnclosedRuns(withoutSubItems(candidates(units, style).filter(({ at }) => !quoted.has(at))))
  const style = styleOf(bestChain(possible(NO_STYLE)))
  const second = bestChain(possible(style))
  return withoutNestedLists(second).map(({ at }) => at)
}

function candidates(units: readonly Unit[], style: Style): Candidate[] {
  const found: Candidate[] = []
  let length = 0
  // From the end, so that the length up to the next possible start is known.
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at]
    if (!unit) break
    length += unit.text.length
    if (unit.kind !== 'text' || unit.start === null || unit.start.number === 0) continue
    const before = units[at - 1]
    found.push({
      at,
      unit,
      number: unit.start.number,
      marked: unit.start.marking !== null,
      evidence: evidenceOf(unit, before, style),
      length,
      listed: before?.kind === 'text' && /:\s*$/.test(before.text) && !isShortHeading(before),
      underHeading:
        before?.kind === 'rule' || (before?.kind === 'text' && !endsSentence(before.text) && before.gap),
    })
    length = 0
  }
  return found.reverse()
}

function isShortHeading({ text, gap, start }: TextUnit): boolean {
  return gap && start === null && text.length <= 40
}

function evidenceOf(unit: TextUnit, before: Unit | undefined, style: Style): number {
  const { start } = unit
  if (start === null) return -Infinity
  let score = 0
  if (start.marking !== null) score += 4
  else if (style.marked) score -= 4
  if (start.pilcrow) score += start.punctuation !== '' || start.marking !== null ? 2 : -2
  else if (style.pilcrow && start.marking === null) score -= 2
  if (unit.midLine !== null) score -= 1
  score += placeScore(unit, before)
  score += punctuationScore(start, style)
  if (/^["“'‘([]?[A-Z]/.test(start.rest)) score += 0.5
  else if (/^[a-z]/.test(start.rest)) score -= 2
  else if (/^\d/.test(start.rest)) score -= 1
  else if (start.rest === '') score -= 0.5
  if (NAMED.test(start.rest)) score += 3
  if (start.number > 150) score -= 4
  else if (start.number > 60) score -= 1.5
  if (start.indent >= 5 && start.marking === null) score -= 1
  return score
}

/** `6. Comment: The mayor`: such a paragraph is often printed without its marking. */
const NAMED = /^(?:begin )?(?:comment|summary|action request|biographical note):/i

/** What stands before: a gap, a rule or the end of a sentence speaks for a start, an unfinished line against it. */
function placeScore(unit: TextUnit, before: Unit | undefined): number {
  if (before === undefined || before.kind === 'rule') return 1.5
  if (REFERS.test(before.text.slice(-20)) && !unit.gap) return -6
  if (DASHED.test(before.text.slice(-20))) return 1.5
  const finished = endsSentence(before.text)
  // Lines that the sender did not wrap are whole paragraphs: each ends where it ends.
  if (!unit.gap && !unit.afterBreak && before.text.length > UNWRAPPED) return 1
  if (unit.gap) return finished || before.text.length < 60 ? 1.5 : 0
  return finished ? 0.5 : -2.5
}

/** `citing para` / `4. (C) of the last cable`: the number belongs to the word above. */
const REFERS = /\b(?:paras?|paragraphs?|pages?|nos?|section|article|chapter|lot|annex|ref|refs)\.?$/i

/** A heading in the line before it. */
const DASHED = /[-‐-―−](?: ?[-‐-―−]){2} *$/

function punctuationScore({ punctuation, marking, pilcrow }: PossibleStart, style: Style): number {
  if (punctuation.startsWith('.')) return 1
  if (punctuation === ')') return style.parenthesis ? 1 : -1
  if (punctuation !== '') return -1.5
  return marking !== null || pilcrow ? -1 : NO_SIGN
}

/** A bare number that only fits between its neighbours. */
const NO_SIGN = -2

function styleOf(chain: readonly Candidate[]): Style {
  if (chain.length < 2) return NO_STYLE
  const share = (test: (candidate: Candidate) => boolean): boolean =>
    chain.filter(test).length / chain.length >= USUAL
  return {
    marked: share(({ marked }) => marked),
    pilcrow: share(({ unit }) => unit.start?.pilcrow === true),
    parenthesis: share(({ unit }) => unit.start?.punctuation === ')'),
  }
}

interface Link {
  readonly candidate: Candidate
  readonly score: number
  readonly before: Link | null
}

/** Best chain in one pass: for each candidate only the best link per number, and the best of all, can come before it. */
function bestChain(found: readonly Candidate[]): Candidate[] {
  const bestOf = new Map<number, Link>()
  let bestOfAll: Link | null = null
  for (const candidate of found) {
    let before: Link | null = null
    let best = firstScore(candidate)
    const consider = (link: Link | null | undefined, step: number): void => {
      if (link && link.score + step > best) {
        best = link.score + step
        before = link
      }
    }
    consider(bestOf.get(candidate.number - 1), FOLLOWS)
    consider(bestOf.get(candidate.number), candidate.marked ? REPEATS_MARKED : REPEATS_UNMARKED)
    for (let gap = 2; gap <= LONGEST_GAP; gap++) {
      consider(bestOf.get(candidate.number - gap), SKIPPED_NUMBER * (gap - 1))
    }
    consider(bestOfAll, jumpScore(bestOfAll, candidate))
    const link: Link = { candidate, score: best + candidate.evidence, before }
    const known = bestOf.get(candidate.number)
    if (!known || link.score > known.score) bestOf.set(candidate.number, link)
    if (bestOfAll === null || link.score > bestOfAll.score) bestOfAll = link
  }
  const chain: Candidate[] = []
  for (let link = bestOfAll !== null && bestOfAll.score > 0 ? bestOfAll : null; link; link = link.before) {
    chain.push(link.candidate)
  }
  return chain.reverse()
}

function firstScore({ number }: Candidate): number {
  return number === 1 ? 2 : -Math.min(3, 0.5 * (number - 1))
}

function jumpScore(from: Link | null, { number, marked }: Candidate): number {
  if (from === null) return -Infinity
  if (number > from.candidate.number) return FAR_AHEAD
  return marked ? RESTART_MARKED : RESTART_UNMARKED
}
