/** @module What the reading of a body knows while it goes down the units. */
import type { HeadingSpan } from './headings.js'
import type { ParagraphLine } from './join.js'
import type { TextUnit, Unit } from './units.js'

/** A paragraph that is being read. */
export interface Draft {
  readonly number: number | null
  marking: string | null
  heading: string | null
  readonly lines: ParagraphLine[]
}

export interface BodyState {
  readonly units: readonly Unit[]
  /** Indexes of the units that begin a numbered paragraph. */
  readonly starts: ReadonlySet<number>
  /** Headings by the index of their first unit. */
  readonly headings: ReadonlyMap<number, HeadingSpan>
  /** Index of the unit that begins an annex behind the signature, or `null`. */
  readonly annexAt: number | null
  readonly drafts: Draft[]
  readonly aside: string[]
  /** The heading that waits for its paragraph. */
  pending: HeadingSpan | null
  /** The paragraph is a list that has headings of its own. */
  listOpen: boolean
}

export function begin(
  state: BodyState,
  number: number | null,
  marking: string | null,
  heading: string | null,
): Draft {
  const draft: Draft = { number, marking, heading, lines: [] }
  state.drafts.push(draft)
  return draft
}

export function lineOf(unit: TextUnit, gap: boolean): ParagraphLine {
  return { text: unit.text, gap, afterBreak: unit.afterBreak, midLine: unit.midLine }
}

/** Nothing but a number and a marking so far. */
export function isEmptyDraft(draft: Draft | undefined): boolean {
  return draft?.lines.every(({ text }) => text.trim() === '') === true
}
