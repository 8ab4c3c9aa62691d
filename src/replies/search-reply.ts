/** @module Found passages as a Discord message: ranked, a page at a time, the words that were searched in bold. */
import type { RankedParagraph } from '../retrieval/query.js'
import { paragraphLabel } from '../cables/cable.js'
import { turnPassages } from './ask-routes.js'
import { askedHead, type Asked } from './asked.js'
import {
  ACCENT,
  button,
  card,
  fitsMessage,
  row,
  separator,
  text,
  textWithButton,
  type Reply,
} from './components.js'
import { FOUND_PAGE_SIZE, SNIPPET_MAX } from './limits.js'
import { passageLine } from './passages.js'
import { openParagraph } from './reader-routes.js'
import { snippetOf } from './snippet.js'
import type { Say } from './texts/texts.js'

/**
 * @param passages all that were found, best first
 * @param page from 1
 * @returns `null` when there is no such page; the first is always there
 */
export function searchReply(
  say: Say,
  asked: Asked,
  passages: readonly RankedParagraph[],
  page: number,
): Reply | null {
  const first = (page - 1) * FOUND_PAGE_SIZE
  const shown = passages.slice(first, first + FOUND_PAGE_SIZE)
  if (shown.length === 0 && page > 1) return null
  const toPage = (target: number, label: string) =>
    target < 1 || (target - 1) * FOUND_PAGE_SIZE >= passages.length
      ? null
      : button(label, turnPassages.id({ page: target, filters: asked.filters }))
  const withSnippets = (max: number): Reply =>
    card(shown.length === 0 ? ACCENT.unsure : ACCENT.reader, [
      ...askedHead(say, asked),
      text(
        `-# ${
          shown.length === 0
            ? say('search.none')
            : say('search.range', { first: first + 1, last: first + shown.length, count: passages.length })
        }`,
      ),
      ...(shown.length === 0 ? [] : [separator()]),
      ...shown.map(({ cable, paragraph }, at) =>
        textWithButton(
          `${first + at + 1}\\. ${passageLine(say, cable, paragraph)}\n> ${snippetOf(paragraph.text, asked.question, max)}`,
          button(
            paragraphLabel(cable.id, paragraph),
            openParagraph.id({ cable: cable.id, position: paragraph.position, part: 0, quotes: [] }),
          ),
        ),
      ),
      ...row([toPage(page - 1, say('search.earlier')), toPage(page + 1, say('search.later'))]),
    ])
  const full = withSnippets(SNIPPET_MAX)
  return fitsMessage(full) ? full : withSnippets(SNIPPET_MAX / 4)
}
