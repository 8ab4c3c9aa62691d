/** @module From one cable to others: what it refers to, and what refers to it. */
import type { APIComponentInContainer } from 'discord.js'
import type { CableSuggestion } from '../library/suggest.js'
import { suggestionLine } from './cable-line.js'
import {
  ACCENT,
  button,
  card,
  menu,
  row,
  separator,
  text,
  type MenuOption,
  type Reply,
} from './components.js'
import { fitLine } from './cut.js'
import { dayOf } from './dates.js'
import { LIST_PAGE_SIZE, MENU_OPTIONS_MAX, PASSAGE_LINE_MAX } from './limits.js'
import { openLinked, openLinks, openListed, turnLinks } from './reader-routes.js'
import type { Say } from './texts/texts.js'

export type LinkList = 'references' | 'citedby'

/** A cable that another one names; without a line of its own when it is not in the archive. */
export interface CableLink {
  readonly id: string
  readonly line: CableSuggestion | undefined
}

/** Some of a list. */
export interface Links {
  readonly shown: readonly CableLink[]
  /** Of the whole list. */
  readonly count: number
}

export interface CableLinks {
  readonly references: Links
  readonly citedBy: Links
}

const NONE: Links = { shown: [], count: 0 }

export const NO_LINKS: CableLinks = { references: NONE, citedBy: NONE }

/** A menu for each list, and a button for what it does not hold, on a page of the cable. */
export function linkMenus(
  say: Say,
  { cable, page }: { readonly cable: string; readonly page: number },
  { references, citedBy }: CableLinks,
): APIComponentInContainer[] {
  const all = (list: LinkList, { count }: Links, label: string) =>
    count <= MENU_OPTIONS_MAX ? null : button(label, openLinks.id({ cable, list, page: 1 }))
  return [
    ...menu(
      say('reader.openReference', { count: references.count }),
      openLinked.id({ list: 'references', cable, page }),
      references.shown.map((each) => optionOf(say, each)),
    ),
    ...menu(
      say('reader.openCitedBy', { count: citedBy.count }),
      openLinked.id({ list: 'citedby', cable, page }),
      citedBy.shown.map((each) => optionOf(say, each)),
    ),
    ...row([
      all('references', references, say('reader.allReferences', { count: references.count })),
      all('citedby', citedBy, say('reader.allCitedBy', { count: citedBy.count })),
    ]),
  ]
}

export interface LinkPage extends Links {
  readonly cable: string
  readonly list: LinkList
  /** From 1. */
  readonly page: number
}

/** One page of a list. */
export function linksReply(say: Say, { cable, list, page, shown, count }: LinkPage): Reply {
  const pages = Math.max(1, Math.ceil(count / LIST_PAGE_SIZE))
  const first = (page - 1) * LIST_PAGE_SIZE
  const head = list === 'references' ? 'reader.referencesOf' : 'reader.citing'
  const lines = shown.map(({ id, line }, at) => {
    const words = line === undefined ? `${id} · ${say('reader.missing')}` : suggestionLine(say, line)
    return `${first + at + 1}\\. ${fitLine(words, PASSAGE_LINE_MAX)}`
  })
  const toPage = (target: number, key: 'tools.earlier' | 'tools.later') =>
    target < 1 || target > pages ? null : button(say(key), turnLinks.id({ cable, list, page: target }))
  return card(ACCENT.reader, [
    text(
      `### ${fitLine(say(head, { cable }), PASSAGE_LINE_MAX)}\n-# ${say('reader.listed', { count, page, pages })}`,
    ),
    ...(lines.length === 0 ? [] : [separator(), text(lines.join('\n'))]),
    ...menu(
      say('tools.openOne'),
      openListed.id({}),
      shown.map((each) => optionOf(say, each)),
    ),
    ...row([toPage(page - 1, 'tools.earlier'), toPage(page + 1, 'tools.later')]),
  ])
}

function optionOf(say: Say, { id, line }: CableLink): MenuOption {
  return {
    label: id,
    value: id,
    description:
      line === undefined
        ? say('reader.missing')
        : [dayOf(say, line.date), line.subject].filter((part) => part !== '').join(' · '),
  }
}
