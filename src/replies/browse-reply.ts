/** @module Cables of one kind as a list, a page at a time, with menus that narrow it. */
import { findTag } from '../cables/vocabulary/tags.js'
import type { CableFilter } from '../library/filter.js'
import type { Facet, ListOrder } from '../library/catalogue.js'
import type { Tally } from '../library/library.js'
import type { CableSuggestion } from '../library/suggest.js'
import { filterWords } from './asked.js'
import { FACET_VALUE_MAX, narrow, turnList } from './browse-routes.js'
import { suggestionLine } from './cable-line.js'
import { ACCENT, button, card, menu, row, separator, text, type Reply } from './components.js'
import { fitLine } from './cut.js'
import { dayOf } from './dates.js'
import { LIST_PAGE_SIZE, PASSAGE_LINE_MAX } from './limits.js'
import { openListed } from './reader-routes.js'
import type { Say } from './texts/texts.js'

export interface CableList {
  readonly filters: CableFilter
  /** What the list begins with. */
  readonly first: ListOrder
  /** From 1. */
  readonly page: number
  readonly cables: readonly CableSuggestion[]
  /** Of all pages. */
  readonly count: number
  /** What it can be narrowed by; empty where it is already. */
  readonly facets: Readonly<Record<Facet, readonly Tally[]>>
}

export function browseReply(say: Say, { filters, first, page, cables, count, facets }: CableList): Reply {
  const pages = Math.max(1, Math.ceil(count / LIST_PAGE_SIZE))
  const kind = filterWords(say, filters)
  const head = `### ${fitLine(kind === '' ? say('tools.allCables') : kind, PASSAGE_LINE_MAX)}`
  const size = count === 0 ? say('tools.noCables') : sizeOf(say, first, { count, page, pages })
  const before = (page - 1) * LIST_PAGE_SIZE
  const lines = cables.map(
    (each, at) => `${before + at + 1}\\. ${fitLine(suggestionLine(say, each), PASSAGE_LINE_MAX)}`,
  )
  const toPage = (target: number, label: string) =>
    target < 1 || target > pages ? null : button(label, turnList.id({ page: target, first, filters }))
  const narrowing = (facet: Facet, placeholder: string) =>
    menu(
      placeholder,
      narrow.id({ facet, first, filters }),
      facets[facet]
        .filter(({ value }) => value.length <= FACET_VALUE_MAX)
        .map(({ value, cables: held }) => ({
          label: labelOf(facet, value),
          value,
          description: say('tools.countOf', { count: held }),
        })),
    )
  return card(count === 0 ? ACCENT.unsure : ACCENT.reader, [
    text(`${head}\n-# ${size}`),
    ...(lines.length === 0 ? [] : [separator(), text(lines.join('\n'))]),
    ...menu(
      say('tools.openOne'),
      openListed.id({}),
      cables.map(({ id, date, subject }) => ({
        label: id,
        value: id,
        description: [dayOf(say, date), subject].filter((part) => part !== '').join(' · '),
      })),
    ),
    ...narrowing('origin', say('tools.byPost')),
    ...narrowing('tag', filters.tag === undefined ? say('tools.byTag') : say('tools.bySecondTag')),
    ...narrowing('year', say('tools.byYear')),
    ...row([
      toPage(page - 1, say('search.earlier')),
      toPage(page + 1, say('search.later')),
      count < 2
        ? null
        : button(turnedWords(say, first), turnList.id({ page: 1, first: turned(first), filters })),
      kind === '' ? null : button(say('tools.allCables'), turnList.id({ page: 1, first, filters: {} })),
    ]),
  ])
}

function sizeOf(say: Say, first: ListOrder, size: { count: number; page: number; pages: number }): string {
  return first === 'oldest' ? say('tools.cables', size) : say('tools.cablesNewest', size)
}

function turned(first: ListOrder): ListOrder {
  return first === 'oldest' ? 'newest' : 'oldest'
}

function turnedWords(say: Say, first: ListOrder): string {
  return first === 'oldest' ? say('tools.newestFirst') : say('tools.oldestFirst')
}

function labelOf(facet: Facet, value: string): string {
  const name = facet === 'tag' ? (findTag(value)?.name ?? '') : ''
  return name === '' ? value : `${value} · ${name}`
}
