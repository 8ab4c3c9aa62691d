import type { CableFilter } from '../src/library/filter.js'
import { browseReply } from '../src/replies/browse-reply.js'
import { facetField, narrow, openList, turnList } from '../src/replies/browse-routes.js'
import type { Reply } from '../src/replies/components.js'
import { LIST_PAGE_SIZE, MENU_OPTIONS_MAX } from '../src/replies/limits.js'
import { foreign } from '../src/replies/routes.js'
import { refusal } from '../src/replies/texts/refusal.js'
import { toolWords } from '../src/replies/texts/words/tools.js'
import type { CommandContext } from './context.js'
import { defineCommand } from './define.js'
import { defineButton, defineMenu } from './define-components.js'
import { filterReply, isMistaken } from './filter-check.js'
import { filterOptions, filtersOf } from './filter-options.js'
import { privately } from './privately.js'

export const browse = defineCommand({
  name: 'browse',
  ...toolWords.browse,
  options: {
    post: filterOptions.post,
    tag: filterOptions.tag,
    year: { type: 'integer', ...toolWords.year, min: 1900, max: 2100 },
    private: { type: 'boolean', ...toolWords.private },
  },
  isPrivate: (args, context) => privately(args, context) || isMistaken(kindOf(args), context),
  run: (args, context) => listOrMistake(kindOf(args), context),
})

interface GivenKind {
  readonly post: string | undefined
  readonly tag: string | undefined
  readonly year: number | undefined
}

function kindOf({ post, tag, year }: GivenKind): CableFilter {
  return { ...filtersOf({ post, tag }), ...(year !== undefined && { year }) }
}

/** The list, or what is wrong with its filters. */
export function listOrMistake(filters: CableFilter, context: CommandContext): Reply {
  return filterReply('browse', null, filters, context) ?? listReply(filters, 1, context)
}

export const listPageButton = defineButton(turnList, 'in-place', ({ page, filters }, context) =>
  listReply(filters, page, context),
)

/** From a place that is not a list. */
export const openListButton = defineButton(openList, 'private', ({ filters }, context) =>
  listReply(filters, 1, context),
)

export const narrowMenu = defineMenu(
  narrow,
  facetField,
  'in-place',
  ({ facet, filters }, [value = ''], context) =>
    listReply(
      { ...filters, ...(facet === 'year' ? { year: yearIn(value) } : { [facet]: value }) },
      1,
      context,
    ),
)

function listReply(filters: CableFilter, page: number, { services, say }: CommandContext): Reply {
  const count = services.countCables(filters)
  const cables = services.list(filters, (page - 1) * LIST_PAGE_SIZE, LIST_PAGE_SIZE)
  if (cables.length === 0 && page > 1) throw refusal('tools.noListPage', { page })
  const facetOf = (facet: 'origin' | 'tag' | 'year') =>
    filters[facet] === undefined && count > 1 ? services.tally(facet, filters, MENU_OPTIONS_MAX) : []
  return browseReply(say, {
    filters,
    page,
    cables,
    count,
    facets: { origin: facetOf('origin'), tag: facetOf('tag'), year: facetOf('year') },
  })
}

function yearIn(value: string): number {
  if (!/^\d{4}$/u.test(value)) throw foreign()
  return Number(value)
}
