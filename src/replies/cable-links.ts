/** @module Menus from one cable to others: what it refers to, and what refers to it. */
import type { APIComponentInContainer } from 'discord.js'
import type { CableSuggestion } from '../library/suggest.js'
import { menu, type MenuOption } from './components.js'
import { dayOf } from './dates.js'
import { openLinked } from './reader-routes.js'
import type { Say } from './texts/texts.js'

/** A cable that another one names; without a line of its own when it is not in the archive. */
export interface CableLink {
  readonly id: string
  readonly line: CableSuggestion | undefined
}

export interface CableLinks {
  readonly references: readonly CableLink[]
  readonly citedBy: readonly CableLink[]
}

export const NO_LINKS: CableLinks = { references: [], citedBy: [] }

export function linkMenus(say: Say, { references, citedBy }: CableLinks): APIComponentInContainer[] {
  const optionOf = ({ id, line }: CableLink): MenuOption => ({
    label: id,
    value: id,
    description:
      line === undefined
        ? say('reader.missing')
        : [dayOf(say, line.date), line.subject].filter((part) => part !== '').join(' · '),
  })
  return [
    ...menu(
      say('reader.openReference', { count: references.length }),
      openLinked.id({ list: 'references' }),
      references.map(optionOf),
    ),
    ...menu(
      say('reader.openCitedBy', { count: citedBy.length }),
      openLinked.id({ list: 'citedby' }),
      citedBy.map(optionOf),
    ),
  ]
}
