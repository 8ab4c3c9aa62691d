/**
 * @module Which of the possible starts begin a numbered paragraph. No single sign decides: marking, ¶, punctuation, what
 * stands before, what follows, and above all whether the numbers follow each other. The best-scoring chain wins.
 */
import type { PossibleStart } from './paragraph-start.js'
import { endsSentence, UNWRAPPED, type TextUnit, type Unit } from './units.js'

interface Candidate {
  /** Index of the unit. */
  readonly at: number
  readonly unit: TextUnit
  readonly number: number
  readonly marked: boolean
  readonly evidence: number
  /** Characters up to the next possible start. */
  readonly length: number
  /** The unit before ends with a colon, and is no short heading: what follows is its list. */
  readonly listed: boolean
  readonly underHeading: boolean
}

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

const QUOTED =
  '(?:text|points?|talking points|non-?paper|resolution|letter|statement|transcript|draft|declaration|agreement)'
const QUOTE_BEGINS = new RegExp(
  `\\b(?:begin|start)(?:ning)?(?: of)?(?: \\w{1,20}){0,2} ${QUOTED}\\b[^.]{0,80}$`,
  'i',
)
const QUOTE_ENDS = new RegExp(`\\bend(?: of)?(?: \\w{1,20}){0,2} ${QUOTED}\\b`, 'i')

/** Units of texts that a paragraph quotes whole (`Begin text of resolution:` … `End text.`), when they number their parts from 1. */
function quotedUnits(units: readonly Unit[]): ReadonlySet<number> {
  const quoted = new Set<number>()
  let inside: number[] | null = null
  let first: PossibleStart | null = null
  let numbered = false
  units.forEach((unit, at) => {
    if (unit.kind === 'text' && inside !== null) {
      first ??= unit.start
      if (QUOTE_ENDS.test(unit.text.slice(0, LONGEST_OPENING))) {
        if (first?.number === 1 && first.marking === null) for (const index of inside) quoted.add(index)
        inside = null
      }
    }
    inside?.push(at)
    if (unit.kind !== 'text') return
    numbered ||= unit.start !== null
    if (inside === null && numbered && QUOTE_BEGINS.test(unit.text.slice(-LONGEST_OPENING))) {
      inside = []
      first = null
    }
  })
  return quoted
}

/** How far in a line the words that open or close a quoted text are looked for (characters). */
const LONGEST_OPENING = 160

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
  if (start.number > 150) score -= 4
  else if (start.number > 60) score -= 1.5
  if (start.indent >= 5 && start.marking === null) score -= 1
  return score
}

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

/** Takes out runs `1) 2) …` in a cable whose paragraphs are printed `1. 2. …`: they are the parts of a paragraph, also with markings. */
function withoutSubItems(found: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  let isInside = false
  for (const candidate of found) {
    const isBracket = candidate.unit.start?.punctuation === ')'
    const last = kept.at(-1)?.unit.start?.punctuation ?? ''
    isInside = isBracket && (isInside || (candidate.number === 1 && last.startsWith('.')))
    if (!isInside) kept.push(candidate)
  }
  return kept
}

/** Takes out runs `1, 2, …` without markings that are lists inside the paragraph before them. */
function withoutEnclosedRuns(found: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (let at = 0; at < found.length; at++) {
    const candidate = found[at]
    const outer = kept.at(-1)
    if (!candidate) break
    let end = at
    if (outer && candidate.number === 1 && !candidate.marked) {
      end++
      while (found[end]?.number === end - at + 1 && found[end]?.marked === false) end++
    }
    if (outer && end > at && isList(kept, found.slice(at, end), found[end]?.number)) at = end - 1
    else kept.push(candidate)
  }
  return kept
}

/**
 * A run is a list when the number before it goes on behind it. When the run itself holds that number, it stands behind a colon
 * and is a list throughout if what bears the later numbers is about as long as the first items, not as the paragraphs before.
 */
function isList(before: readonly Candidate[], run: readonly Candidate[], next: number | undefined): boolean {
  const outer = before.at(-1)?.number ?? 0
  if (next === outer + 1) return true
  const [items, later] = [run.slice(0, outer), run.slice(outer)]
  if (run[0]?.listed !== true || later.length === 0) return false
  const indent = (candidate: Candidate | undefined): number => candidate?.unit.start?.indent ?? 0
  if (indent(items[0]) !== indent(later[0])) return false
  const size = meanLength(later)
  return Math.abs(size - meanLength(items)) + CLEARLY < Math.abs(size - meanLength(before))
}

/** How much nearer (in natural logarithms) one length must be than the other. */
const CLEARLY = 0.2

/** Mean of the logarithms: one long paragraph among short ones does not decide. */
function meanLength(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { length }) => sum + Math.log(length + 1), 0) / candidates.length
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

/**
 * Takes out lists whose numbers begin anew inside a paragraph: unmarked items that follow a colon, or behind which the
 * outer numbers go on. A restart under a heading, with no such sign, is a new part of the cable and stays.
 */
function withoutNestedLists(chain: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (let index = 0; index < chain.length; index++) {
    const candidate = chain[index]
    const outer = kept.at(-1)
    if (!candidate) break
    if (!outer || candidate.marked || candidate.number > outer.number) {
      kept.push(candidate)
      continue
    }
    let end = index
    while (
      end < chain.length &&
      chain[end]?.marked === false &&
      (chain[end]?.number ?? 0) !== outer.number + 1
    )
      end++
    const goesOn = chain[end]?.number === outer.number + 1 && end > index
    const isDuplicate = candidate.number === outer.number
    if (!isDuplicate && (goesOn || candidate.listed || !candidate.underHeading)) index = end - 1
    else kept.push(candidate)
  }
  return kept
}
