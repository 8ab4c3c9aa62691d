/**
 * @module What is embedded for a paragraph: one text, or several overlapping windows where the model would not read its end. Each
 * is given in parts, so that the same inference gives the vectors of its sentences.
 */
import { createHash } from 'node:crypto'
import { splitSentences } from '../cables/sentences.js'

/** Grows with every change to what is embedded or to how sentences are split: vectors of an older recipe are not compared with newer ones. */
export const PASSAGE_RECIPE = 5

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

/** What is embedded at once. Its text is that of its parts, parted by white space. */
export interface PassageWindow {
  /** The head (subject and heading), and then the parts of the paragraph's text: sentences, pieces of long ones, what stands between. */
  readonly parts: readonly string[]
  /** For each part but the head the sentence (by its place) that its vector is for, of which it may be a piece; else `undefined`. */
  readonly sentences: readonly (number | undefined)[]
}

/** Tokens of a text. */
type Count = (text: string) => number

/**
 * What stands between white space, and not the rarer kinds of that: some tokenizers drop those, and join what stood on both sides.
 */
const WORD = /[^ \t\r\n]+/g
const PIECE = /[^ \t\r\n]{1,60}[ \t\r\n]*/gu

/** A sentence, or what stands between two and is none (`sentence` is `undefined`); as offsets. */
interface Segment {
  readonly sentence: number | undefined
  readonly start: number
  readonly end: number
}

/** A segment, or a piece of one that is too long; not divided further. */
interface Unit extends Segment {
  readonly tokens: number
  readonly isPiece: boolean
}

/** The whole passage: subject, heading and text on lines of their own. */
export function passageText(parts: PassageParts): string {
  return joined(headOf(parts), parts.text)
}

/**
 * The windows that stand for each paragraph in the vector index: its score is that of its best one. They are made of whole sentences
 * but for those that are longer than a window, and together hold every word of the paragraph.
 */
export async function passageWindows(
  paragraphs: readonly PassageParts[],
  measure: PassageMeasure,
  signal?: AbortSignal,
): Promise<PassageWindow[][]> {
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

function windowsOf(parts: PassageParts, whole: string, room: number, count: Count): PassageWindow[] {
  const { text } = parts
  const segments = segmentsOf(text)
  if (mostTokens(whole) <= room || count(whole) <= room) {
    return [
      {
        parts: [headOf(parts), ...segments.map(({ start, end }) => text.slice(start, end))],
        sentences: segments.map(({ sentence }) => sentence),
      },
    ]
  }
  const head = shortened(headOf(parts), Math.floor(room * HEAD_SHARE), count)
  const budget = room - count(head)
  const units = segments.flatMap((segment) => unitsOf(text, segment, budget, count))
  const placed = new Set<Unit>()
  return balanced(units, budget).map((window) => {
    const runs = runsOf(window)
    const made = {
      parts: [head, ...runs.map((run) => text.slice(run[0]?.start, run.at(-1)?.end).trim())],
      // A sentence that an earlier window holds has its vector from there.
      sentences: runs.map(([first]) =>
        first === undefined || (placed.has(first) && !first.isPiece) ? undefined : first.sentence,
      ),
    }
    for (const unit of window) placed.add(unit)
    return made
  })
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
  let room = budget
  let end = 0
  for (const piece of piecesOf(text, { sentence: undefined, start: 0, end: text.length }, count)) {
    room -= piece.tokens
    if (room < 0) break
    end = piece.end
  }
  return text.slice(0, end).trim()
}

/** As few windows as can be, and those of about the same length. */
function balanced(units: readonly Unit[], budget: number): Unit[][] {
  let best = filled(units, budget, budget)
  let low = Math.floor(budget / 2)
  let high = budget
  while (high - low > 1) {
    const target = (low + high) >>> 1
    const windows = filled(units, budget, target)
    if (windows.length > best.length) low = target
    else [best, high] = [windows, target]
  }
  return best
}

/** Overlapping windows that are closed once they have `target` tokens, and before they have more than `budget`; always one at least. */
function filled(units: readonly Unit[], budget: number, target: number): Unit[][] {
  const overlap = Math.floor(budget * OVERLAP_SHARE)
  const found: Unit[][] = []
  let window: Unit[] = []
  let size = 0
  for (const unit of units) {
    if (window.length > 0 && (size + unit.tokens > budget || size >= target)) {
      found.push(window)
      window = tail(window, Math.min(overlap, budget - unit.tokens))
      size = window.reduce((sum, { tokens }) => sum + tokens, 0)
    }
    window.push(unit)
    size += unit.tokens
  }
  found.push(window)
  return found
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

/** Pieces that follow each other in a segment come together again. */
function runsOf(window: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = []
  for (const unit of window) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run !== undefined && isContinued(before, unit)) run.push(unit)
    else runs.push([unit])
  }
  return runs
}

function isContinued(before: Unit | undefined, unit: Unit): boolean {
  return unit.isPiece && before?.sentence === unit.sentence && before?.end === unit.start
}

function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = []
  let last = 0
  const between = (end: number) => {
    const gap = text.slice(last, end)
    const trimmed = gap.trim()
    if (trimmed === '') return
    const start = last + gap.indexOf(trimmed)
    segments.push({ sentence: undefined, start, end: start + trimmed.length })
  }
  splitSentences(text).forEach(({ start, end }, sentence) => {
    between(start)
    segments.push({ sentence, start, end })
    last = end
  })
  between(text.length)
  return segments
}

/** The segment; in pieces of a word when it has more than `largest` tokens. */
function unitsOf(text: string, segment: Segment, largest: number, count: Count): Unit[] {
  const tokens = count(text.slice(segment.start, segment.end))
  return tokens <= largest ? [{ ...segment, tokens, isPiece: false }] : piecesOf(text, segment, count)
}

/** White space goes with the word before it. */
function piecesOf(text: string, { sentence, start, end }: Segment, count: Count): Unit[] {
  return Array.from(text.slice(start, end).matchAll(PIECE), ({ 0: piece, index }) => ({
    sentence,
    start: start + index,
    end: start + index + piece.length,
    tokens: count(piece),
    isPiece: true,
  }))
}
