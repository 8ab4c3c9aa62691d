/** @module A message as printed -> one text in which words broken over line and page ends are whole, with the way back. */
import { isBreakLine, splitBreak } from '../message/page-breaks.js'
import type { Span } from './words.js'

/** A part of the message under a span of the text. */
export interface Piece extends Span {
  /** Not the first part of its span: it is taken out, because the mask is in the place of the first. */
  readonly isRest: boolean
}

export interface PrintedLines {
  readonly text: string
  /** The parts of the message that a span of the text was made of; line breaks and page-break lines between them stay. */
  readonly piecesOf: (span: Span) => Piece[]
}

/** Linear in the length of the message. */
export function printedLines(message: string): PrintedLines {
  const kept: Span[] = []
  let start = 0
  let isAfterBreak = false
  for (const line of message.split('\n')) {
    const end = start + line.length
    const isBlank = line.trim() === ''
    const split = isBlank ? null : splitBreak(line)
    if (split !== null || (!isBlank && isBreakLine(line, null))) {
      isAfterBreak = true
      // The blank lines before a page break belong to it.
      for (
        let last = kept.at(-1);
        last !== undefined && message.slice(last.start, last.end).trim() === '';
        last = kept.at(-1)
      )
        kept.pop()
      if (split !== null) keepParts(kept, line, start, [split.before, split.after])
    } else if (!isBlank || !isAfterBreak) {
      kept.push({ start, end: Math.min(end + 1, message.length) })
      isAfterBreak = isAfterBreak && isBlank
    }
    start = end + 1
  }
  return joined(message, kept)
}

function keepParts(kept: Span[], line: string, offset: number, parts: readonly string[]): void {
  for (const part of parts) {
    const at = part === '' ? -1 : line.indexOf(part)
    if (at >= 0) kept.push({ start: offset + at, end: offset + at + part.length })
  }
}

/** A hyphen at the end of a line joins its word with the next line. */
function joined(message: string, kept: readonly Span[]): PrintedLines {
  const offsets = new Uint32Array(message.length + 1)
  let text = ''
  const add = (from: number, to: number): void => {
    for (let at = from; at < to; at++) offsets[text.length + at - from] = at
    text += message.slice(from, to)
  }
  kept.forEach(({ start, end }) => {
    const line = message.slice(start, end)
    const lead = /[\p{L}]-$/u.test(text) ? (/^[\s¶\uFFFD]*/u.exec(line)?.[0].length ?? 0) : 0
    const isHyphenated = /\p{L}-\s*$/u.test(line)
    const trail = isHyphenated ? line.length - line.trimEnd().length : 0
    add(start + lead, end - trail)
    if (trail === 0 && !line.endsWith('\n') && text !== '') add(end, Math.min(end + 1, message.length))
  })
  offsets[text.length] = message.length
  return { text, piecesOf: (span) => piecesOf(span, offsets, message) }
}

function piecesOf({ start, end }: Span, offsets: Uint32Array, message: string): Piece[] {
  const pieces: { start: number; end: number; isRest: boolean }[] = []
  for (let at = start; at < end; at++) {
    const offset = offsets[at] ?? 0
    if (/[\r\n]/u.test(message[offset] ?? '')) continue
    const last = pieces.at(-1)
    if (last?.end === offset) last.end = offset + 1
    else pieces.push({ start: offset, end: offset + 1, isRest: last !== undefined })
  }
  return pieces
}
