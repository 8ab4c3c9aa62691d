/** @module Outside text (cables, questions, names) -> Discord markdown that shows exactly that text: no format, link or mention becomes active. */
import { cleanLine, cleanText } from './clean.js'

/** Characters that may begin or end a format anywhere in a line; `<` begins every mention, custom emoji and time stamp. */
const INLINE = /[\\*_~`|[\]<]/gu

/** Formats only where a line begins: headings, quotes, subtext, bullets. `--`, which cables use for sub-items, is none. */
const LINE_START = /^( *)([#>+]|-(?!-))/gmu

/** The same for numbered lists, which Discord would number anew. */
const NUMBERED = /^( *\d+)\.(?=\s|$)/gmu

/** A scheme makes a bare address a link. */
const SCHEME = /:\/\//gu

/** What the server itself takes for a mention; escapes count for clients only, so these are broken by a zero-width space. */
const MENTION = /@(?=everyone|here)|(?<=<)(?:@[!&]?|#)(?=\d)/giu

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

const ZERO_WIDTH_SPACE = '\u200B'
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** Keeps line breaks. The result is at most four times as long as `text`, and two characters more a line. */
export function escapeText(text: string): string {
  const escaped = cleanText(text)
    .replace(MENTION, (mention) => mention + ZERO_WIDTH_SPACE)
    .replace(INLINE, '\\$&')
    .replace(SCHEME, '\\://')
    .replace(LINE_START, '$1\\$2')
    .replace(NUMBERED, '$1\\.')
  if (!RIGHT_TO_LEFT.test(escaped)) return escaped
  // An isolate keeps what stands beside it in our own layout (numbers, dates) in its place.
  return escaped
    .split('\n')
    .map((line) => (RIGHT_TO_LEFT.test(line) ? FIRST_STRONG_ISOLATE + line + POP_ISOLATE : line))
    .join('\n')
}

/** The text of which `escapeText` made this, as it was after cleaning. */
export function unescapeText(escaped: string): string {
  return escaped.replace(/[\u200B\u2068\u2069]/gu, '').replace(/\\(.)/gsu, '$1')
}

/** The same on one line. */
export function escapeLine(text: string): string {
  return escapeText(cleanLine(text))
}
