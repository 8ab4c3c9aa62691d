/** @module Outside text made to fit: cut at sentences, else at words, and measured as it will be sent, escapes and bytes counted. */
import { splitSentences } from '../cables/sentences.js'
import { cleanLine } from './clean.js'
import { escapeLine, escapeText } from './escape.js'
import type { Range } from './quotes.js'
import { roomOf } from './room.js'

const ELLIPSIS = '…'

/**
 * One escaped line that takes at most the room of `max` characters, cut at a word with an ellipsis where it must be.
 * @example fitLine('Ministers met in *private* session', 20) // 'Ministers met in…'
 */
export function fitLine(text: string, max: number): string {
  const line = cleanLine(text)
  // Escaping never shortens a clean line, so what lies beyond `max` needs no look.
  const whole = escapeLine(line.slice(0, max + 1))
  if (line.length <= max && roomOf(whole) <= max) return whole
  const fits = (end: number): boolean => roomOf(escapeLine(line.slice(0, end))) < max
  const end =
    largestFitting(wordEnds(line, max), fits) || largestFitting(characterEnds(line.slice(0, max)), fits)
  return escapeLine(line.slice(0, end)) + ELLIPSIS
}

/**
 * Where the piece that begins at `start` has to end so that, escaped, it takes at most the room of `max` characters: the end of the
 * text, of a sentence, of a line, of a word, or of a character, whichever comes first in this list and fits.
 * @param max at least 10, more than one character may become
 */
export function fittingEnd(text: string, start: number, max: number): number {
  const fits = (end: number): boolean => roomOf(escapeText(text.slice(start, end))) <= max
  if (text.length - start <= max && fits(text.length)) return text.length
  const window = text.slice(start, start + max)
  for (const ends of [sentenceEnds(window), wordEnds(window, max), characterEnds(window)]) {
    const end = start + largestFitting(ends, (at) => fits(start + at))
    if (end > start) return end
  }
  return start + (characterEnds(window)[0] ?? 1)
}

/** The text as consecutive pieces, each with at most the room of `max` characters when escaped; only white space lies between them. */
export function piecesOf(text: string, max: number): Range[] {
  const pieces: Range[] = []
  for (let start = 0; start < text.length;) {
    const end = fittingEnd(text, start, max)
    pieces.push({ start, end })
    start = nextWord(text, end)
  }
  return pieces.length === 0 ? [{ start: 0, end: 0 }] : pieces
}

/** The first place from `at` on that is no white space, or the end of the text. */
export function nextWord(text: string, at: number): number {
  const rest = text.slice(at)
  return at + rest.length - rest.trimStart().length
}

/** The last end that fits, or 0; `ends` ascend, and a longer piece never needs fewer characters. */
function largestFitting(ends: readonly number[], fits: (end: number) => boolean): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (fits(ends[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return ends[low - 1] ?? 0
}

/** Ends of sentences and of lines; the last one is left out, because the window may have cut it. */
function sentenceEnds(window: string): number[] {
  const sentences = splitSentences(window).slice(0, -1)
  const lines = window.matchAll(/\n/gu)
  const ends = new Set([...sentences.map(({ end }) => end), ...Array.from(lines, ({ index }) => index)])
  return [...ends].sort((a, b) => a - b)
}

function wordEnds(text: string, max: number): number[] {
  return [...text.slice(0, max).matchAll(/\S(?=\s)/gu)].map(({ index, 0: last }) => index + last.length)
}

/** Between code points; a half pair, as at the end of a window, ends nothing. */
function characterEnds(window: string): number[] {
  const ends: number[] = []
  let at = 0
  for (const character of window) {
    at += character.length
    if (!/\p{Surrogate}/u.test(character)) ends.push(at)
  }
  return ends
}
