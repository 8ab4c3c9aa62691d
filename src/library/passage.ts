/** @module What is embedded for a paragraph: one text, or several overlapping windows where the model would not read its end. */
import { createHash } from 'node:crypto'
import { splitSentences } from '../cables/sentences.js'

/** Grows with every change to what is embedded: vectors of an older recipe are not compared with newer ones. */
export const PASSAGE_RECIPE = 3

export interface PassageParts {
  readonly subject: string
  readonly heading: string | null
  readonly text: string
}

/** Subject and heading stand in front of every window, but take no more than this share of it. */
const HEAD_SHARE = 0.25
/** Share of a window that the next one repeats. */
const OVERLAP_SHARE = 0.15
/** What has more characters than this and no white space (separators, tables, damaged text) is divided, as `PIECE` does. */
const LONGEST_WORD = 60

/** What can be said of a passage's length: the embedder, or anything of this shape. */
export interface PassageMeasure {
  /** Tokens that a passage may have; the model does not read more. */
  readonly passageTokens: number
  /** Tokens of each word, in their order; together they are those of a text, or more. */
  countTokens(
    words: readonly string[],
    options: { readonly signal?: AbortSignal | undefined },
  ): Promise<number[]>
}

/** Tokens of a text. */
type Count = (text: string) => number

/**
 * What stands between white space, and not the rarer kinds of that: some tokenizers drop those, and join what stood on both sides.
 */
const WORD = /[^ \t\r\n]+/g
const PIECE = /[^ \t\r\n]{1,60}[ \t\r\n]*/gu

/** A piece of text that is not divided further, as offsets. */
interface Unit {
  readonly start: number
  readonly end: number
  readonly tokens: number
}

/** The whole passage: subject, heading and text on lines of their own. */
export function passageText(parts: PassageParts): string {
  return joined(headOf(parts), parts.text)
}

/**
 * The texts that stand for each paragraph in the vector index: its score is that of its best window. Windows end with
 * sentences where they can, and together hold every word of the paragraph.
 */
export async function passageWindows(
  paragraphs: readonly PassageParts[],
  measure: PassageMeasure,
  signal?: AbortSignal,
): Promise<string[][]> {
  const wholes = paragraphs.map(passageText)
  const words = new Set(
    wholes.filter((whole) => mostTokens(whole) > measure.passageTokens).flatMap(countedWords),
  )
  const asked = [...words]
  const counts = await measure.countTokens(asked, { signal })
  const known = new Map(asked.map((word, at) => [word, counts[at] ?? 0]))
  const count: Count = (text) =>
    wordsOf(text).reduce((sum, word) => sum + (known.get(word) ?? mostTokens(word)), 0)
  return paragraphs.map((parts, at) => windowsOf(parts, wholes[at] ?? '', measure.passageTokens, count))
}

function windowsOf(parts: PassageParts, whole: string, room: number, count: Count): string[] {
  if (mostTokens(whole) <= room || count(whole) <= room) return [whole]
  const head = shortened(headOf(parts), Math.floor(room * HEAD_SHARE), count)
  return spans(parts.text, room - count(head), count).map(({ start, end }) =>
    joined(head, parts.text.slice(start, end).trim()),
  )
}

/** 16 bytes that tell two passages apart: equal ones keep their vectors when a cable is renewed. */
export function passageHash(parts: PassageParts): Buffer {
  return createHash('sha256').update(passageText(parts)).digest().subarray(0, 16)
}

/** No tokenizer makes more tokens than there are bytes. */
function mostTokens(text: string): number {
  return Buffer.byteLength(text)
}

/** Those that are worth counting; what is divided anyway has `mostTokens`. */
function countedWords(text: string): string[] {
  return wordsOf(text).filter((word) => word.length <= LONGEST_WORD)
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? []
}

function headOf({ subject, heading }: PassageParts): string {
  return joined(subject, heading ?? '')
}

function joined(first: string, second: string): string {
  return first === '' || second === '' ? first + second : `${first}\n${second}`
}

/** Its first words, as far as they fit. */
function shortened(text: string, budget: number, count: Count): string {
  if (count(text) <= budget) return text
  const [first] = spans(text, budget, count)
  return first === undefined ? '' : text.slice(first.start, first.end).trim()
}

/** Overlapping spans of a text, each within the budget and all of about the same length. */
function spans(text: string, budget: number, count: Count): { start: number; end: number }[] {
  const overlap = Math.floor(budget * OVERLAP_SHARE)
  const units = unitsOf(text, Math.max(1, Math.floor(overlap / 2)), count)
  const total = units.reduce((sum, { tokens }) => sum + tokens, 0)
  // A window may have to end a unit early: reckoned with full ones, the last would hold what all others left.
  const largest = units.reduce((most, { tokens }) => Math.max(most, tokens), 0)
  const number = Math.max(1, Math.ceil((total - overlap) / Math.max(1, budget - overlap - largest)))
  const target = Math.min(budget, Math.ceil((total + (number - 1) * overlap) / number))
  const found: { start: number; end: number }[] = []
  let window: Unit[] = []
  let size = 0
  for (const unit of units) {
    if (size + unit.tokens > budget || size >= target) {
      found.push(spanOf(window))
      window = tail(window, Math.min(overlap, budget - unit.tokens))
      size = window.reduce((sum, { tokens }) => sum + tokens, 0)
    }
    window.push(unit)
    size += unit.tokens
  }
  if (window.length > 0) found.push(spanOf(window))
  return found
}

function spanOf(units: readonly Unit[]): { start: number; end: number } {
  return { start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 }
}

/** The last units that fit. */
function tail(units: readonly Unit[], budget: number): Unit[] {
  let room = budget
  let from = units.length
  for (;;) {
    const before = units[from - 1]
    if (before === undefined || before.tokens > room) return units.slice(from)
    room -= before.tokens
    from -= 1
  }
}

/** Sentences; those longer than `largest` tokens in pieces of a few words. */
function unitsOf(text: string, largest: number, count: Count): Unit[] {
  return splitSentences(text).flatMap(({ start, end }) => {
    const tokens = count(text.slice(start, end))
    return tokens <= largest ? [{ start, end, tokens }] : piecesOf(text, start, end, count)
  })
}

/** White space goes with the word before it. */
function piecesOf(text: string, start: number, end: number, count: Count): Unit[] {
  return Array.from(text.slice(start, end).matchAll(PIECE), ({ 0: piece, index }) => ({
    start: start + index,
    end: start + index + piece.length,
    tokens: count(piece),
  }))
}
