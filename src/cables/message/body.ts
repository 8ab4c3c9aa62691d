/** @module The body of a message: numbered and unnumbered paragraphs with their headings, signature and tail cut off. */
import type { Paragraph } from '../cable.js'
import { BODY_RULES } from './body-rules.js'
import type { BodyState, Draft } from './body-state.js'
import { findHeadings } from './headings.js'
import { joinLines } from './join.js'
import { withMissingStarts } from './missing-starts.js'
import type { Piece } from './pieces.js'
import { withoutRepeatedHeads } from './repeated-heads.js'
import { chooseStarts } from './sequence.js'
import { cutTail } from './tail.js'
import { toUnits } from './units.js'

export interface Body {
  readonly paragraphs: readonly Paragraph[]
  readonly signer: string | null
  /** Page breaks, rules, headings without a paragraph, signature and tail: what belongs to no paragraph, in order. */
  readonly aside: readonly string[]
}

/**
 * @param headLines lines of the head, which the next section of a long cable may repeat
 * @param serial of the cable, or `null` where its classification line has none
 */
export function readBody(
  pieces: readonly Piece[],
  headLines: readonly string[],
  serial: number | null,
): Body {
  const cleaned = withoutRepeatedHeads(pieces, serial)
  const { units: printed, aside } = toUnits(cleaned.pieces, headLines, serial)
  const { units: all, starts: numbered } = withMissingStarts({
    units: printed,
    starts: chooseStarts(printed),
  })
  const chosen = new Set(numbered)
  const tail = cutTail(all, (index) => chosen.has(index))
  const starts = new Set([...chosen].filter((index) => index < tail.units.length))
  const state: BodyState = {
    units: tail.units,
    starts,
    headings: findHeadings(tail.units, starts),
    annexAt: tail.annexAt,
    drafts: [],
    aside: [...cleaned.aside, ...aside],
    pending: null,
    listOpen: false,
  }
  for (let at = 0; at < state.units.length; at++) at = takeUnit(state, at)
  if (state.pending) state.aside.push(state.pending.text)
  return {
    paragraphs: toParagraphs(state.drafts),
    signer: tail.signer,
    aside: [...state.aside, ...tail.aside].filter((line) => line !== ''),
  }
}

/** @returns index of the last unit that was taken */
function takeUnit(state: BodyState, at: number): number {
  const unit = state.units[at]
  for (const rule of BODY_RULES) {
    const last = unit ? rule.take(state, unit, at) : null
    if (last !== null) return last
  }
  return at
}

function toParagraphs(drafts: readonly Draft[]): Paragraph[] {
  return drafts
    .map((draft) => ({ ...draft, text: joinLines(draft.lines) }))
    .filter(({ text, number }) => text !== '' || number !== null)
    .map(({ number, marking, heading, text }, index) => ({
      position: index + 1,
      number,
      marking,
      heading,
      text,
    }))
}
