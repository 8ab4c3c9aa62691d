/** @module Before anything is looked for: whether any cable passes the filters. Else a reply says so, for the asker alone. */
import type { CableFilter } from '../src/library/filter.js'
import type { Again } from '../src/replies/ask-routes.js'
import type { Asked } from '../src/replies/asked.js'
import type { Reply } from '../src/replies/components.js'
import { nearFiltersReply } from '../src/replies/near-filters-reply.js'
import type { CommandContext } from './context.js'
import { nearFilters } from './near-filters.js'

/** @returns `null` where some cable passes */
export function filterReply(
  what: Again,
  asked: Asked | null,
  filters: CableFilter,
  { services, say }: Pick<CommandContext, 'services' | 'say'>,
): Reply | null {
  const near = nearFilters(filters, services)
  return near === null ? null : nearFiltersReply(say, what, asked, near)
}

/** Only the asker is told of a mistake. */
export function isMistaken(filters: CableFilter, { services }: CommandContext): boolean {
  return nearFilters(filters, services) !== null
}
