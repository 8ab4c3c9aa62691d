/** @module The summary: the paragraph or paragraphs that the writer marked as one, without the words that mark it. */
import type { Paragraph } from '../cable.js'
import { MARKING } from './marking.js'

/** What a summary is called, and what it may be printed together with. */
const CALLED = '(?:executive )?summary'
const WITH =
  '(?:introductions?|comments?|recommendations?|action requests?(?: cable)?|overview|background|analysis|objectives?|conclusions?|assessment|intro)'
const AND = ' ?(?:\\band\\b|&|/|\\+) ?'
/** `Summary`, `Summary and Comment`, `Introduction/Summary` */
const TITLE = `(?:${WITH}${AND})?${CALLED}\\b(?:${AND}${WITH}){0,2}`

/** `Summary:`, `(U) Begin summary.`, `Summary and comment:`, `SUMMARY (C)`, `Summary continued --` */
const OPENING = `^[-=* ]{0,80}\\(?(?:begin(?:ning of)? |start of )?\\(?${TITLE}(?: ?\\(?(?:continued|con[’']?t[’']?d?\\.?|cont[’']?d\\.?)\\)?)?\\)?`
const BEGINS = new RegExp(
  `${OPENING}(?:\\s*[:.,;–—-]+|\\s*${MARKING}[:.]?)(?:\\s*[-=]{3,80})?\\s*(?:1\\.\\s*)?(?:${MARKING})?\\s*`,
  'i',
)
/** `Summary The mayor …`, but not `Summary of …` */
const BEGINS_BARE = new RegExp(`${OPENING}\\s+`, 'i')
const ENDS = new RegExp(
  `[([]?\\s{0,4}\\b(?:end(?:s| of)?|close) (?:of )?${TITLE}\\s{0,4}[.:]?\\s{0,4}[)\\]]?`,
  'i',
)
const HEADED = new RegExp(`^\\W{0,80}${TITLE}(?!\\s+of\\b)`, 'i')

/** A summary of more paragraphs than this has no end that could be found. */
const MOST_PARAGRAPHS = 12

/** A dashed line inside a text stands below the summary, or around the next heading. */
const DASHED = /[-=]{5,}|(?:- ){5,}/

/** Longest beginning of a text that is looked at for the words that mark it (characters). */
const LONGEST_BEGINNING = 400

/** @returns `null` when no paragraph says that it is the summary */
export function readSummary(paragraphs: readonly Paragraph[]): string | null {
  const parts = summaryParagraphs(paragraphs).map(summaryPart)
  const summary = parts.filter((part) => part !== '').join('\n')
  return summary === '' ? null : summary
}

/** @returns the paragraphs that are marked as the summary, in order; empty when none is */
export function summaryParagraphs(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const ends = paragraphs.findIndex(({ text }) => ENDS.test(text))
  const begins = paragraphs.findIndex(
    ({ heading, text }) => beginning(text) !== '' || HEADED.test(heading ?? ''),
  )
  // Some only say where the summary ends.
  const from = begins < 0 ? ends : begins
  if (from < 0) return []
  const to = isItsEnd(paragraphs, from, ends) ? ends : lastUnderHeading(paragraphs, from)
  return paragraphs.slice(from, to + 1)
}

/** The words at the start of a text that say it is the summary, or empty. */
function beginning(text: string): string {
  const start = text.slice(0, LONGEST_BEGINNING)
  const found = BEGINS.exec(start)?.[0]
  if (found !== undefined) return found
  const bare = BEGINS_BARE.exec(start)?.[0] ?? ''
  return /^\p{Lu}/u.test(start.slice(bare.length)) ? bare : ''
}

/** What a paragraph gives to the summary: up to its marked end, a dashed line, or a next number inside it. */
function summaryPart({ number, text }: Paragraph): string {
  const end = ENDS.exec(text)
  const words = text.slice(0, end?.index ?? text.length)
  const own = words.slice(beginning(words).length)
  const next = number === null ? -1 : own.search(nextNumber(number + 1))
  const upToNext = next > 0 ? own.slice(0, next) : own
  const dashes = upToNext.search(DASHED)
  // Before the dashes stand the words of the heading.
  return (dashes > 0 ? upToNext.slice(0, dashes).replace(HEADING_BEHIND, '') : upToNext).trim()
}

/** `… two million. The River`: words behind the last sentence. */
const HEADING_BEHIND = /(?<=[.!?)"”])\s{1,3}[^.!?]{0,80}$/

/** `2. (C)` behind a sentence */
function nextNumber(number: number): RegExp {
  return new RegExp(`(?<=[.!?)"”] {1,4})¶? ?${number}\\. {0,3}${MARKING}`)
}

/** An end too far away, or under a later heading of another part, belongs to something else. */
function isItsEnd(paragraphs: readonly Paragraph[], from: number, ends: number): boolean {
  if (ends < from || ends >= from + MOST_PARAGRAPHS) return false
  const headings = paragraphs.slice(from + 1, ends + 1).filter(({ heading }) => heading !== null)
  return !(HEADED.test(paragraphs[from]?.heading ?? '') && headings.length > MOST_HEADINGS)
}

/** A summary that holds more headings than this is none. */
const MOST_HEADINGS = 1

/** Where no end is marked: all that stands under the heading, or the one paragraph that says so itself. */
function lastUnderHeading(paragraphs: readonly Paragraph[], from: number): number {
  if (!HEADED.test(paragraphs[from]?.heading ?? '')) return lastContinued(paragraphs, from)
  const next = paragraphs.findIndex(({ heading }, at) => at > from && heading !== null)
  // A gap in the numbers may have taken the heading that ended it.
  const whole = paragraphs
    .slice(from, next)
    .every(({ number }, at, all) => at === 0 || number === (all[at - 1]?.number ?? 0) + 1)
  if (!whole) return from
  return next < 0 || next - from > MOST_UNDER_HEADING ? from : next - 1
}

/** `Summary continued:` in the next paragraphs. */
function lastContinued(paragraphs: readonly Paragraph[], from: number): number {
  let last = from
  while (/\bcont/i.test(beginning(paragraphs[last + 1]?.text ?? ''))) last++
  return last
}

/** With more paragraphs than this before the next heading, that heading is not the one that ends the summary. */
const MOST_UNDER_HEADING = 4
