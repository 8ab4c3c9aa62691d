/** @module The summary: the paragraph or paragraphs that the writer marked as one, without the words that mark it. */
import type { Paragraph } from '../cable.js'

/** `Summary:`, `(U) Begin summary.`, `Summary and comment:`, `SUMMARY AND ACTION REQUEST --` */
const BEGINS =
  /^(?:\(?(?:begin|start of|executive) )?\(?summary\b(?: ?(?:\band\b|&|\/) ?(?:introduction|comment|recommendations?|action requests?(?: cable)?|overview|background|analysis))?(?: (?:continued|cont'?d))?\)?(?:\s*[:.,;–—-]+|(?=\s+[A-Z]))\s*/i
const ENDS =
  /[([]?\s*(?:end(?: of)?|close) (?:executive )?summary\b(?: ?(?:\band\b|&|\/) ?(?:introduction|comment|recommendations?|action requests?|overview|background|analysis))?\s*[.:]?\s*[)\]]?/i
const HEADED = /^(?:executive )?summary\b/i

/** A summary of more paragraphs than this has no end that could be found. */
const MOST_PARAGRAPHS = 12

/** @returns `null` when no paragraph says that it is the summary */
export function readSummary(paragraphs: readonly Paragraph[]): string | null {
  const ends = paragraphs.findIndex(({ text }) => ENDS.test(text))
  const begins = paragraphs.findIndex(({ heading, text }) => BEGINS.test(text) || HEADED.test(heading ?? ''))
  // Some only say where the summary ends.
  const from = begins < 0 ? ends : begins
  if (from < 0) return null
  const to = ends >= from && ends < from + MOST_PARAGRAPHS ? ends : lastUnderHeading(paragraphs, from)
  const parts = paragraphs.slice(from, to + 1).map(({ text }) => {
    const end = ENDS.exec(text)
    return text
      .slice(0, end?.index ?? text.length)
      .replace(BEGINS, '')
      .trim()
  })
  const summary = parts.filter((part) => part !== '').join('\n')
  return summary === '' ? null : summary
}

/** Where no end is marked: all that stands under the heading, or the one paragraph that says so itself. */
function lastUnderHeading(paragraphs: readonly Paragraph[], from: number): number {
  if (!HEADED.test(paragraphs[from]?.heading ?? '')) return from
  const next = paragraphs.findIndex(({ heading }, at) => at > from && heading !== null)
  // A gap in the numbers may have taken the heading that ended it.
  const whole = paragraphs
    .slice(from, next)
    .every(({ number }, at, all) => at === 0 || number === (all[at - 1]?.number ?? 0) + 1)
  if (!whole) return from
  return next < 0 || next - from > MOST_UNDER_HEADING ? from : next - 1
}

/** With more paragraphs than this before the next heading, that heading is not the one that ends the summary. */
const MOST_UNDER_HEADING = 4
