import type { ListOrder } from '../src/library/catalogue.js'
import type { CableFilter } from '../src/library/filter.js'
import { browseReply } from '../src/replies/browse-reply.js'
import { facetField, narrow, openList, turnList } from '../src/replies/browse-routes.js'
import type { Reply } from '../src/replies/components.js'
import { LIST_PAGE_SIZE, MENU_OPTIONS_MAX } from '../src/replies/limits.js'
import { foreign } from '../src/replies/routes.js'
import { refusal } from '../src/replies/texts/refusal.js'
import { PHRASES } from '../src/replies/texts/texts.js'
import { toolWords } from '../src/replies/texts/words/tools.js'
import type { CommandContext } from './context.js'
import { defineCommand } from './define.js'
import { defineButton, defineMenu } from './define-components.js'
import { filterReply, isMistaken } from './filter-check.js'
import { filterOptions, filtersOf } from './filter-options.js'
import { privately } from './privately.js'
import { suggestSecondTags } from './suggestions.js'

const { oldestFirst, newestFirst } = PHRASES.tools

export const browse = defineCommand({
  name: 'browse',
  ...toolWords.browse,
  options: {
    post: filterOptions.post,
    tag: filterOptions.tag,
    'second-tag': { ...filterOptions.tag, ...toolWords.secondTag, autocomplete: suggestSecondTags },
    year: { type: 'integer', ...toolWords.year, min: 1900, max: 2100 },
    order: {
      type: 'choice',
      ...toolWords.order,
      choices: [
        { name: oldestFirst.en, names: oldestFirst, value: 'oldest' },
        { name: newestFirst.en, names: newestFirst, value: 'newest' },
      ],
    },
    private: { type: 'boolean', ...toolWords.private },
  },
  isPrivate: (args, context) => privately(args, context) || isMistaken(kindOf(args), context),
  run: (args, context) => listOrMistake(kindOf(args), context, args.order),
})

interface GivenKind {
  readonly post: string | undefined
  readonly tag: string | undefined
  readonly 'second-tag': string | undefined
  readonly year: number | undefined
}

function kindOf({ post, tag, 'second-tag': second, year }: GivenKind): CableFilter {
  return { ...filtersOf({ post }), ...tagsOf(tag, second), ...(year !== undefined && { year }) }
}

/** One TAG said twice is one. */
function tagsOf(...given: readonly (string | undefined)[]): Pick<CableFilter, 'tag' | 'otherTag'> {
  const [tag, otherTag] = new Set(
    given.filter((each) => each !== undefined).map((each) => each.trim().toUpperCase()),
  )
  return { ...(tag !== undefined && { tag }), ...(otherTag !== undefined && { otherTag }) }
}

/** The list, or what is wrong with its filters. */
export function listOrMistake(filters: CableFilter, context: CommandContext, first?: ListOrder): Reply {
  return filterReply('browse', null, filters, context) ?? listReply({ filters, page: 1, first }, context)
}

export const listPageButton = defineButton(turnList, 'in-place', listReply)

/** From a place that is not a list. */
export const openListButton = defineButton(openList, 'private', ({ filters }, context) =>
  listReply({ filters, page: 1 }, context),
)

export const narrowMenu = defineMenu(
  narrow,
  facetField,
  'in-place',
  ({ facet, first, filters }, [value = ''], context) =>
    listReply({ filters: { ...filters, ...narrowed(facet, value, filters) }, first, page: 1 }, context),
)

function narrowed(facet: 'origin' | 'tag' | 'year', value: string, { tag }: CableFilter): CableFilter {
  switch (facet) {
    case 'origin':
      return { origin: value }
    case 'tag':
      return tagsOf(tag, value)
    case 'year':
      return { year: yearIn(value) }
  }
}

interface ListPage {
  readonly filters: CableFilter
  readonly page: number
  readonly first?: ListOrder | undefined
}

function listReply({ filters, page, first = 'oldest' }: ListPage, context: CommandContext): Reply {
  const { services, say } = context
  const count = services.countCables(filters)
  const cables = services.list(filters, (page - 1) * LIST_PAGE_SIZE, LIST_PAGE_SIZE, first)
  if (cables.length === 0 && page > 1) throw refusal('tools.noListPage', { page })
  const facetOf = (facet: 'origin' | 'year') =>
    filters[facet] === undefined && count > 1 ? services.tally(facet, filters, MENU_OPTIONS_MAX) : []
  return browseReply(say, {
    filters,
    first,
    page,
    cables,
    count,
    facets: { origin: facetOf('origin'), tag: tagsLeft(filters, count, context), year: facetOf('year') },
  })
}

/** TAGS that a list can be narrowed by: a second one too, which is another than the first. */
function tagsLeft(filters: CableFilter, count: number, { services }: CommandContext) {
  if (filters.otherTag !== undefined || count < 2) return []
  const chosen = filters.tag?.trim().toUpperCase()
  return services
    .tally('tag', filters, MENU_OPTIONS_MAX + 1)
    .filter(({ value }) => value !== chosen)
    .slice(0, MENU_OPTIONS_MAX)
}

function yearIn(value: string): number {
  if (!/^\d{4}$/u.test(value)) throw foreign()
  return Number(value)
}
