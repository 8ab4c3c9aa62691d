/**
 * @module A message sent in sections repeats its transmission header before each, and some files hold the same message twice.
 * Neither is a part of the text.
 */
import { labelOf } from './fields.js'
import { classificationLine } from './kinds.js'
import { isParagraphStart, possibleStart } from './paragraph-start.js'
import type { Piece } from './pieces.js'

export interface Cleaned {
  readonly pieces: readonly Piece[]
  readonly aside: readonly string[]
}

/** The first lines of a transmission: `VZCZCXYZ0102`, `DE RUEHNR #0101/02 1011201`, `ZNY CCCCC ZZH`. */
const TRANSMISSION = /^(?:VZCZC[A-Z0-9]+$|ZCZC|DE R[A-Z]{3,8} +#\d{4}|ZN[YR] [A-Z]{5} ZZ)/

/** Longest transmission header (lines); a list of addressees may be long. */
const LONGEST_HEADER = 150
/** How far below its classification line a copy must show its labels and its first paragraph (lines). */
const LONGEST_HEAD = 60

/** @param serial of the cable, or `null` where its classification line has none */
export function withoutRepeatedHeads(pieces: readonly Piece[], serial: number | null): Cleaned {
  const kept: Piece[] = []
  const aside: string[] = []
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]
    const text = piece?.text.trim() ?? ''
    if (kept.length > 0 && beginsCopy(pieces, at, serial)) {
      aside.push(...pieces.slice(at).map((left) => left.text.trim()))
      break
    }
    const end = TRANSMISSION.test(text) ? endOfHeader(pieces, at) : null
    if (end !== null) {
      aside.push(...pieces.slice(at, end).map((left) => left.text.trim()))
      at = end - 1
    } else if (piece) {
      kept.push(piece)
    }
  }
  return { pieces: kept, aside }
}

/** @returns index behind the header, or `null` when no message follows */
function endOfHeader(pieces: readonly Piece[], from: number): number | null {
  for (let at = from + 1; at < Math.min(pieces.length, from + LONGEST_HEADER); at++) {
    const text = pieces[at]?.text.trim() ?? ''
    if (text === 'BT') return at + 1
    if (typeof classificationLine(text)?.post === 'string') return at
    if (isParagraphStart(text)) return null
  }
  return null
}

/** The message's own first line again, with labels and a first paragraph below it. */
function beginsCopy(pieces: readonly Piece[], at: number, serial: number | null): boolean {
  const found = classificationLine(pieces[at]?.text.trim() ?? '')
  if (serial === null || found?.serial !== serial || /SECTION +0*(?:[2-9]|[1-9]\d) /.test(found.rest))
    return false
  const below = pieces.slice(at + 1, at + LONGEST_HEAD).map(({ text }) => text.trim())
  const first = below.find(isParagraphStart)
  return (
    below.some((line) => labelOf(line, true).field !== null) &&
    first !== undefined &&
    possibleStart(first)?.number === 1
  )
}
