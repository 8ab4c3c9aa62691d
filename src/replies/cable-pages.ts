/** @module A cable cut into pages of whole paragraphs: the same pages every time, in every language, so that a page number is all a button carries. */
import { paragraphMark, type Cable, type Paragraph } from '../cables/cable.js'
import { cardOf, shortCardOf } from './cable-card.js'
import { fitLine, fittingEnd, nextWord } from './cut.js'
import { escapeText } from './escape.js'
import { HEADING_MAX, MESSAGE_TEXT_MAX } from './limits.js'
import type { Range } from './quotes.js'
import { roomOf } from './room.js'
import { LOCALES } from './texts/locale.js'
import { texts, type Say } from './texts/texts.js'

export interface CablePages {
  /** Head of the first page: who wrote to whom, when, about what. */
  readonly card: string
  /** Head of each later page. */
  readonly shortCard: string
  /** Bodies, escaped; at least one. */
  readonly pages: readonly string[]
  /** Paragraph's position -> page on which it begins, from 1. */
  readonly pageOf: ReadonlyMap<number, number>
}

/** In front of the paragraph that the reader came from, or asked for. */
const MARK = '➤ '

const EMPTY_LINE = '\n\n'

const ALL = LOCALES.map(texts)

/**
 * Paragraphs are cut only when one alone is longer than a page; its parts then run over as many pages as they need.
 * @param marked position of a paragraph to mark; the pages are the same with and without
 */
export function pagesOf(say: Say, cable: Cable, marked?: number): CablePages {
  const short = shortCardOf(say, cable)
  const full = cardOf(say, cable)
  const longest = longestCards(cable)
  const pages: string[] = []
  const starts = new Map<number, number>()
  let page = ''
  const room = (): number =>
    MESSAGE_TEXT_MAX - roomOf(MARK) - (pages.length === 0 ? longest.full : longest.short)
  const turn = (): void => {
    pages.push(page)
    page = ''
  }

  for (const paragraph of cable.paragraphs) {
    const isMarked = paragraph.position === marked
    const all = { start: 0, end: paragraph.text.length }
    const whole = blockOf(say, paragraph, all)
    if (page !== '' && roomOf(page) + EMPTY_LINE.length + roomOf(whole) > room()) turn()
    starts.set(paragraph.position, pages.length + 1)
    if (roomOf(whole) <= room()) {
      page += (page === '' ? '' : EMPTY_LINE) + blockOf(say, paragraph, all, isMarked)
      continue
    }
    for (let start = 0; start < paragraph.text.length;) {
      const frame = Math.max(...ALL.map((each) => roomOf(blockOf(each, paragraph, { start, end: start }))))
      const end = fittingEnd(paragraph.text, start, room() - frame)
      page = blockOf(say, paragraph, { start, end }, isMarked)
      start = nextWord(paragraph.text, end)
      if (start < paragraph.text.length) turn()
    }
  }
  if (page !== '' || pages.length === 0) turn()
  return { card: full, shortCard: short, pages, pageOf: starts }
}

/** Room of the heads in the language where they are longest, so that the pages are the same in all. */
function longestCards(cable: Cable): { full: number; short: number } {
  const shorts = ALL.map((say) => shortCardOf(say, cable))
  const fulls = ALL.map((say) => cardOf(say, cable))
  return {
    full: Math.max(...fulls.map(roomOf)),
    short: Math.max(...shorts.map(roomOf)),
  }
}

/** The page on which a paragraph begins; the first when the cable has no such paragraph. */
export function pageOf(cable: Cable, position: number): number {
  return pagesOf(texts('en'), cable).pageOf.get(position) ?? 1
}

/** A paragraph, or the piece of it from `start` to `end`, with heading, mark and portion marking. */
function blockOf(say: Say, paragraph: Paragraph, { start, end }: Range, isMarked = false): string {
  const heading =
    paragraph.heading === null || start > 0 ? '' : `**${fitLine(paragraph.heading, HEADING_MAX)}**\n`
  const marking = paragraph.marking === null ? '' : ` (${fitLine(paragraph.marking, HEADING_MAX)})`
  const continued = start > 0 ? ` *${say('reader.continued')}*` : ''
  return `${heading}${isMarked ? MARK : ''}**${paragraphMark(paragraph)}**${marking}${continued} ${escapeText(paragraph.text.slice(start, end).trim())}`
}
