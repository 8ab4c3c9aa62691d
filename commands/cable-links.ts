import type { Cable } from '../src/cables/cable.js'
import type { CableLinks } from '../src/replies/cable-links.js'
import { cableReply } from '../src/replies/cable-reply.js'
import type { Reply } from '../src/replies/components.js'
import { MENU_OPTIONS_MAX } from '../src/replies/limits.js'
import { chosenCable, openLinked } from '../src/replies/reader-routes.js'
import { refusal } from '../src/replies/texts/refusal.js'
import type { CommandContext } from './context.js'
import { defineMenu } from './define-components.js'
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
): Reply {
  const reply = cableReply(say, found, page, linksOf(found, services))
  if (reply === null) throw refusal('reader.noPage', { cable: found.id, page })
  return reply
}

/** Opens a cable that is named in a menu, beside the message that has the menu. */
export const linkedMenu = defineMenu(openLinked, chosenCable, 'private', (_, [id = ''], context) => {
  const found = context.services.cable(id)
  if (found === undefined) throw refusal('reader.unknownCable', { cable: id })
  return pageReply(context, found, 1)
})

function linksOf({ id, references }: Cable, services: Services): CableLinks {
  return {
    references: references.map((each) => ({ id: each, line: services.line(each) })),
    citedBy: services.citedBy(id, MENU_OPTIONS_MAX).map((line) => ({ id: line.id, line })),
  }
}
