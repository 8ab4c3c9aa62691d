/** @module A cable as Discord messages: its head, its pages, and what to do when there is no such cable. */
import { ButtonStyle } from 'discord.js'
import type { Cable } from '../cables/cable.js'
import type { CableSuggestion } from '../library/suggest.js'
import { suggestionLine } from './cable-line.js'
import { linkMenus, NO_LINKS, type CableLinks } from './cable-links.js'
import { pagesOf } from './cable-pages.js'
import { ACCENT, button, card, row, separator, text, textWithButton, type Reply } from './components.js'
import { fitLine } from './cut.js'
import { PASSAGE_LINE_MAX, SUGGESTIONS_MAX, LONG_NOTICE_MAX } from './limits.js'
import { cite, download, openJump, similar, turnPage } from './reader-routes.js'
import type { Say } from './texts/texts.js'
import { cameFrom, trailRow, type Trail } from './trail.js'

export interface CableView {
  readonly links?: CableLinks
  /** The way back; none when not given. */
  readonly trail?: Trail
  /** Position of the paragraph that is marked: the one that was asked for, or else the one that the reader came from. */
  readonly marked?: number
}

/**
 * @param page from 1
 * @returns `null` when the cable has no such page
 */
export function cableReply(say: Say, cable: Cable, page: number, view: CableView = {}): Reply | null {
  const { links = NO_LINKS, trail = [], marked = cameFrom(trail, cable.id) } = view
  const here = { cable: cable.id, position: 0, part: page, quotes: [] }
  const { card: head, shortCard, pages } = pagesOf(say, cable, marked)
  const body = pages[page - 1]
  if (body === undefined) return null
  const toPage = (target: number, key: 'reader.earlierPage' | 'reader.laterPage') =>
    pages[target - 1] === undefined
      ? null
      : button(
          say(key, { page: target, pages: pages.length }),
          turnPage.id({ cable: cable.id, page: target }),
        )
  return card(ACCENT.reader, [
    text(page === 1 ? head : shortCard),
    separator(),
    text(body === '' ? `*${say('reader.noCableText')}*` : body),
    ...row([toPage(page - 1, 'reader.earlierPage'), toPage(page + 1, 'reader.laterPage')]),
    ...row([
      cable.paragraphs.length < 2 ? null : button(say('reader.jump'), openJump.id({ cable: cable.id })),
      button(say('reader.cite'), cite.id(here)),
      button(say('reader.similar'), similar.id(here)),
      button(say('reader.download'), download.id({ cable: cable.id })),
    ]),
    ...linkMenus(say, { cable: cable.id, page }, links),
    ...trailRow(trail),
  ])
}

/**
 * @param sentence what was wrong with what was typed
 * @param suggestions best first; none leaves the sentence alone
 */
export function didYouMeanReply(say: Say, sentence: string, suggestions: readonly CableSuggestion[]): Reply {
  const offered = suggestions.slice(0, SUGGESTIONS_MAX)
  return card(ACCENT.unsure, [
    text(fitLine(sentence, LONG_NOTICE_MAX)),
    ...(offered.length === 0 ? [] : [separator(), text(`**${say('reader.didYouMean')}**`)]),
    ...offered.map((each) =>
      textWithButton(
        fitLine(suggestionLine(say, each), PASSAGE_LINE_MAX),
        button(each.id, turnPage.id({ cable: each.id, page: 1 }), ButtonStyle.Primary),
      ),
    ),
  ])
}
