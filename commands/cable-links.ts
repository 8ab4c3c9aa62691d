import type { Cable } from '../src/cables/cable.js'
import { linksReply, type CableLinks, type LinkList, type Links } from '../src/replies/cable-links.js'
import { cableReply, type CableView } from '../src/replies/cable-reply.js'
import type { Reply } from '../src/replies/components.js'
import { LIST_PAGE_SIZE, MENU_OPTIONS_MAX } from '../src/replies/limits.js'
import { chosenCable, openLinked, openLinks, openListed, turnLinks } from '../src/replies/reader-routes.js'
import { refusal } from '../src/replies/texts/refusal.js'
import { withoutCrumb } from '../src/replies/trail.js'
import type { CommandContext } from './context.js'
import { defineButton, defineMenu } from './define-components.js'
import { trailFrom, whereOneReads } from './reader-trail.js'
import type { Services } from './services.js'

/** @throws UserError when the cable is not stored (any more) */
export function storedCable(id: string, services: Services): Cable {
  const found = services.cable(id)
  if (found === undefined) throw refusal('reader.noCable', { cable: id })
  return found
}

/** @throws UserError when the cable has no such page */
export function pageReply(
  { say, services }: Pick<CommandContext, 'say' | 'services'>,
  found: Cable,
  page: number,
  view: Omit<CableView, 'links'> = {},
): Reply {
  const reply = cableReply(say, found, page, { ...view, links: linksOf(found, services) })
  if (reply === null) throw refusal('reader.noPage', { cable: found.id, page })
  return reply
}

/** From a page of a cable to a cable that it names, or that names it. */
export const linkedMenu = defineMenu(
  openLinked,
  chosenCable,
  whereOneReads,
  ({ cable, page }, [id = ''], context) => {
    const found = chosen(id, context.services)
    const view = { position: 0, part: page, quotes: [] }
    const trail = withoutCrumb(trailFrom({ ...view, cable }, context), { ...view, cable: id })
    return pageReply(context, found, 1, { trail })
  },
)

/** Opens a cable of a list, beside the list. */
export const listedMenu = defineMenu(openListed, chosenCable, 'private', (_, [id = ''], context) =>
  pageReply(context, chosen(id, context.services), 1),
)

function chosen(id: string, services: Services): Cable {
  const found = services.cable(id)
  if (found === undefined) throw refusal('reader.unknownCable', { cable: id })
  return found
}

/** All of a list, beside the cable whose menu does not hold it. */
export const linksButton = defineButton(openLinks, 'private', listOf)

export const linksPageButton = defineButton(turnLinks, 'in-place', listOf)

function listOf(
  { cable: id, list, page }: { cable: string; list: LinkList; page: number },
  { say, services }: CommandContext,
): Reply {
  const from = (page - 1) * LIST_PAGE_SIZE
  const cable = storedCable(id, services)
  const links = list === 'references' ? referencesOf(cable, services, from) : citing(id, services, from)
  if (links.shown.length === 0) throw refusal('reader.noLinksPage', { cable: id, page })
  return linksReply(say, {
    cable: id,
    list,
    page,
    count: links.count,
    shown: links.shown.slice(0, LIST_PAGE_SIZE),
  })
}

function linksOf(cable: Cable, services: Services): CableLinks {
  return { references: referencesOf(cable, services, 0), citedBy: citing(cable.id, services, 0) }
}

function referencesOf({ references }: Cable, services: Services, from: number): Links {
  const shown = references.slice(from, from + MENU_OPTIONS_MAX)
  return { count: references.length, shown: shown.map((id) => ({ id, line: services.line(id) })) }
}

function citing(id: string, services: Services, from: number): Links {
  const shown = services.citedBy(id, MENU_OPTIONS_MAX, from)
  return { count: services.countCitedBy(id), shown: shown.map((line) => ({ id: line.id, line })) }
}
