/** @module A few words of a passage around what was searched for, the hits in bold. */
import { foldedWord, stemOf, termsOf } from '../retrieval/terms.js'
import { cleanLine } from './clean.js'
import { escapeLine } from './escape.js'
import { roomOf } from './room.js'

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu

interface Hit {
  readonly start: number
  readonly end: number
  readonly stem: string
}

export interface Wanted {
  /** Found in any of their inflections. */
  readonly words: string
  /** Beginnings of words. */
  readonly prefixes: readonly string[]
}

/**
 * @param max characters of the result, escaped and with the bold
 * @example snippetOf('The ferries run twice a day.', { words: 'ferry', prefixes: [] }, 100) // 'The **ferries** run twice a day.'
 */
export function snippetOf(text: string, wanted: Wanted, max: number): string {
  const line = cleanLine(text)
  const hits = hitsIn(line, wanted)
  const start = bestStart(line, hits, max)
  let shown = ''
  let end = start
  // Word by word, because what escaping adds is known only then.
  for (const word of line.slice(start).matchAll(/\S+\s*/gu)) {
    const next = start + word.index + word[0].length
    const longer = withBold(line, start, next, hits)
    if (roomOf(longer) + 2 > max) break
    shown = longer
    end = next
  }
  if (shown === '') shown = escapeLine(line.slice(start, start + Math.floor(max / 5)))
  return `${start > 0 ? '…' : ''}${shown}${end < line.length ? '…' : ''}`
}

function hitsIn(line: string, { words, prefixes }: Wanted): Hit[] {
  const wanted = new Set(termsOf(words).map(({ stem }) => stem))
  const begins = prefixes.map(foldedWord)
  return Array.from(line.matchAll(WORD), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    stem: stemOf(word),
    isBegun: begins.length > 0 && begins.some((begin) => foldedWord(word).startsWith(begin)),
  })).filter(({ stem, isBegun }) => wanted.has(stem) || isBegun)
}

/** Where a window of this many characters holds the most different words: the beginning when that is as good as any. */
function bestStart(line: string, hits: readonly Hit[], max: number): number {
  const found = (from: number): number =>
    new Set(hits.filter(({ start, end }) => start >= from && end <= from + max * 0.8).map(({ stem }) => stem))
      .size
  let best = { start: 0, count: found(0) }
  for (const hit of hits) {
    // A few words before the first hit, so that it is read in its sentence.
    const start = wordStart(line, Math.max(0, hit.start - Math.floor(max / 5)))
    const count = found(start)
    if (count > best.count) best = { start, count }
  }
  return best.start
}

function wordStart(line: string, at: number): number {
  if (at === 0) return 0
  const space = line.indexOf(' ', at)
  return space === -1 ? at : space + 1
}

function withBold(line: string, from: number, to: number, hits: readonly Hit[]): string {
  let out = ''
  let at = from
  for (const { start, end } of hits) {
    if (start < at || end > to) continue
    out += `${spaced(line.slice(at, start))}**${escapeLine(line.slice(start, end))}**`
    at = end
  }
  return (out + spaced(line.slice(at, to))).trim()
}

/** Escaped, with the spaces at its ends kept. */
function spaced(text: string): string {
  const [lead = ''] = /^ */u.exec(text) ?? []
  const [trail = ''] = / *$/u.exec(text.slice(lead.length)) ?? []
  return lead + escapeLine(text) + trail
}
