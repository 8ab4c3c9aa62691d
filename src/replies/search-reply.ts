/** @module Found passages as a Discord message: ranked, a page at a time, the words that were searched in bold. */
import { paragraphLabel } from '../cables/cable.js'
import { isEmptyRule } from '../library/word-rule.js'
import type { Found } from '../retrieval/found.js'
import { loosen, turnPassages } from './ask-routes.js'
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
import { fitLine } from './cut.js'
import { foundLines, isOnlyNear } from './found-lines.js'
import { ECHO_LINE_MAX, FOUND_PAGE_SIZE, SNIPPET_MAX } from './limits.js'
import { passageLine } from './passages.js'
import { openParagraph } from './reader-routes.js'
import { snippetOf } from './snippet.js'
import type { Say } from './texts/texts.js'

/**
 * @param asked with the filters that were set apart; those that were only written in the words are in `found`
 * @param page from 1
 * @returns `null` when there is no such page; the first is always there
 */
export function searchReply(say: Say, asked: Asked, found: Found, page: number): Reply | null {
  const { passages, rule, filter } = found
  const first = (page - 1) * FOUND_PAGE_SIZE
  const shown = passages.slice(first, first + FOUND_PAGE_SIZE)
  if (shown.length === 0 && page > 1) return null
  const { filters } = asked
  const toPage = (target: number, label: string) =>
    target < 1 || (target - 1) * FOUND_PAGE_SIZE >= passages.length
      ? null
      : button(label, turnPassages.id({ page: target, filters }))
  const isLoosened = shown.length === 0 && !isEmptyRule(rule)
  const withSnippets = (max: number): Reply =>
    card(shown.length === 0 || isOnlyNear(found) ? ACCENT.unsure : ACCENT.reader, [
      ...askedHead(say, { ...asked, filters: filter }),
      text(headLines(say, found, first, shown.length)),
      ...(shown.length === 0 ? [] : [separator()]),
      ...shown.map((passage, at) => section(say, passage, first + at + 1, { found, max })),
      ...row([
        toPage(page - 1, say('search.earlier')),
        toPage(page + 1, say('search.later')),
        isLoosened ? button(say('search.loosen'), loosen.id({ filters })) : null,
      ]),
    ])
  const full = withSnippets(SNIPPET_MAX)
  return fitsMessage(full) ? full : withSnippets(SNIPPET_MAX / 4)
}

function headLines(say: Say, found: Found, first: number, shown: number): string {
  const count = found.passages.length
  const range = { first: first + 1, last: first + shown, count }
  const told = foundLines(say, found).map((line) => fitLine(line, ECHO_LINE_MAX))
  const last =
    shown === 0 ? say('search.none') : say(isOnlyNear(found) ? 'search.nearRange' : 'search.range', range)
  return [...told, last].map((line) => `-# ${line}`).join('\n')
}

function section(
  say: Say,
  { cable, paragraph }: Found['passages'][number],
  number: number,
  { found: { text: words, rule }, max }: { readonly found: Found; readonly max: number },
) {
  const prefixes = rule.all.flat().flatMap(({ prefix }) => prefix ?? [])
  return textWithButton(
    `${number}\\. ${passageLine(say, cable, paragraph)}\n> ${snippetOf(paragraph.text, { words, prefixes }, max)}`,
    button(
      paragraphLabel(cable.id, paragraph),
      openParagraph.id({ cable: cable.id, position: paragraph.position, part: 0, quotes: [] }),
    ),
  )
}
