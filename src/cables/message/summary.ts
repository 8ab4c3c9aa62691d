/** @module The summary: the paragraph or paragraphs that the writer marked as one, without the words that mark it. */
import type { Paragraph } from '../cable.js'

/** `Summary:`, `(U) Begin summary.`, `Summary and comment:`, `SUMMARY AND ACTION REQUEST --` */
const BEGINS =
  /^(?:\(?(?:begin|start of|executive) )?\(?summary\b(?: (?:and|&|\/) (?:introduction|comment|recommendations?|action requests?(?: cable)?|overview|background|analysis))?(?: (?:continued|cont'?d))?\)?\s*(?:[:.,;–—-]+|(?= [A-Z]))\s*/i
const ENDS =
  /[([]?\s*(?:end(?: of)?|close) (?:executive )?summary\b(?: (?:and|&|\/) (?:introduction|comment|recommendations?|action requests?|overview|background|analysis))?\s*[.:]?\s*[)\]]?/i
const HEADED = /^(?:executive )?summary\b/i

/** A summary of more paragraphs than this has no end that could be found. */
const MOST_PARAGRAPHS = 12

/** @returns `null` when no paragraph says that it is the summary */
export function readSummary(paragraphs: readonly Paragraph[]): string | null {
  const from = paragraphs.findIndex(({ heading, text }) => BEGINS.test(text) || HEADED.test(heading ?? ''))
  if (from < 0) return null
  const parts: string[] = []
  for (const { text } of paragraphs.slice(from, from + MOST_PARAGRAPHS)) {
    const end = ENDS.exec(text)
    const part = text
      .slice(0, end?.index ?? text.length)
      .replace(BEGINS, '')
      .trim()
    if (part !== '') parts.push(part)
    if (end) return parts.length === 0 ? null : parts.join('\n')
  }
  // No end is marked: then the summary is the one paragraph that says so.
  const only = paragraphs[from]?.text.replace(BEGINS, '').trim() ?? ''
  return only === '' ? null : only
}
