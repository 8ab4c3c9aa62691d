/** @module What a unit of the body is, as an ordered table: the first rule that takes the unit decides. */
import { begin, isEmptyDraft, lineOf, type BodyState, type Draft } from './body-state.js'
import { headingBehindNumber } from './headings.js'
import { MARKING, normaliseMarking } from './marking.js'
import type { TextUnit, Unit } from './units.js'
import { beginsUnnumbered, MARKED, standsForMissing } from './unnumbered.js'

export interface BodyRule {
  readonly name: string
  readonly example: string
  /** @returns index of the last unit that it took, or `null` when the unit is none of its kind */
  readonly take: (state: BodyState, unit: Unit, at: number) => number | null
}

export const BODY_RULES: readonly BodyRule[] = [
  {
    name: 'heading',
    example: 'THE TIDE / --------',
    take(state, _unit, at) {
      const span = state.headings.get(at)
      if (!span) return null
      if (state.pending) state.aside.push(state.pending.text)
      for (const line of state.units.slice(span.from, span.to + 1)) {
        if (line.kind === 'rule') state.aside.push(line.text.trim())
      }
      state.aside.push(span.marking)
      state.pending = span
      return span.to
    },
  },
  {
    name: 'rule',
    example: '----------',
    take(state, unit, at) {
      if (unit.kind !== 'rule') return null
      state.aside.push(unit.text.trim())
      return at
    },
  },
  {
    name: 'numbered paragraph',
    example: '2. (C) The tide rose.',
    take(state, unit, at) {
      if (unit.kind !== 'text' || unit.start === null || !state.starts.has(at)) return null
      const { number, marking, rest, twice } = unit.start
      if (twice) state.aside.push(String(number))
      const twin = withoutTwin(state, number)
      const own = headingBehindNumber(unit, state.units.slice(at + 1, at + 4))
      if (own !== null) state.aside.push(state.pending?.text ?? '', own.marking)
      const heading = own?.text ?? state.pending?.text ?? null
      if (heading !== null) state.aside.push(twin?.heading ?? '')
      const draft = begin(state, number, marking, heading ?? twin?.heading ?? null)
      if (own === null) draft.lines.push({ text: rest, gap: false, afterBreak: false })
      state.pending = null
      state.listOpen = false
      return at
    },
  },
  {
    name: 'part of a list, under its own heading',
    example: 'The men are:   / FISHERMEN / -------- / Grady',
    take(state, unit, at) {
      const current = state.drafts.at(-1)
      if (unit.kind !== 'text' || state.pending === null || current === undefined) return null
      state.listOpen ||= typeof current.number === 'number' && /:\s*$/.test(current.lines.at(-1)?.text ?? '')
      if (!state.listOpen) return null
      current.lines.push({ text: state.pending.text, gap: true, afterBreak: false, apart: true })
      current.lines.push({ ...lineOf(unit, true), apart: true })
      state.pending = null
      return at
    },
  },
  {
    name: 'text under a heading',
    example: 'COMMENT / ------- / We think so, too.',
    take(state, unit, at) {
      if (unit.kind !== 'text' || state.pending === null) return null
      addUnnumbered(begin(state, null, null, state.pending.text), unit)
      state.pending = null
      return at
    },
  },
  {
    name: 'words behind a number that stood alone',
    example: '1. (C) / / Summary: The tide rose.',
    take(state, unit, at) {
      const current = state.drafts.at(-1)
      if (
        unit.kind !== 'text' ||
        current === undefined ||
        current.number === null ||
        !isEmptyDraft(current) ||
        current.heading !== null
      )
        return null
      if (current.marking === null) addUnnumbered(current, unit)
      else current.lines.push(lineOf(unit, false))
      return at
    },
  },
  {
    name: 'paragraph without a number',
    example: '(C) The tide rose.',
    take(state, unit, at) {
      if (unit.kind !== 'text') return null
      const current = state.drafts.at(-1)
      const begins =
        current === undefined ||
        at === state.annexAt ||
        beginsUnnumbered(unit, current, state.starts.size > 0) ||
        standsForMissing(state, at, current.number)
      if (!begins) return null
      addUnnumbered(begin(state, null, null, null), unit)
      return at
    },
  },
  {
    name: 'line that goes on',
    example: 'and fell again.',
    take(state, unit, at) {
      const current = state.drafts.at(-1)
      if (unit.kind !== 'text' || current === undefined) return null
      current.lines.push(lineOf(unit, unit.gap))
      return at
    },
  },
]

/** `1. (C)` and below it `1. (C) The tide`: the number is only printed twice. @returns the first, taken out */
function withoutTwin(state: BodyState, number: number): Draft | null {
  const last = state.drafts.at(-1)
  if (last?.number !== number || !isEmptyDraft(last)) return null
  state.aside.push(`${last.number} ${last.marking ?? ''}`.trim())
  return state.drafts.pop() ?? null
}

const MARKING_BEFORE = new RegExp(`^\\s*[¶\\uFFFD]?\\s*${MARKING}`, 'i')

function addUnnumbered(draft: Draft, unit: TextUnit): void {
  const marked = MARKED.test(unit.text) ? MARKING_BEFORE.exec(unit.text) : null
  draft.marking = marked?.[1] === undefined ? null : normaliseMarking(marked[1])
  draft.lines.push({
    text: marked ? unit.text.slice(marked[0].length).trimStart() : unit.text,
    gap: false,
    afterBreak: false,
  })
}
