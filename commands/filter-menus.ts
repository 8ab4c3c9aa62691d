/** @module Menus of a modal that narrow a search: what holds already is chosen in them, and only what was changed counts. */
import type { CableFilter } from '../src/library/filter.js'
import { originKey } from '../src/library/filter-sql.js'
import { FACET_VALUE_MAX } from '../src/replies/browse-routes.js'
import { cleanLine } from '../src/replies/clean.js'
import { MENU_OPTIONS_MAX } from '../src/replies/limits.js'
import { foreign } from '../src/replies/routes.js'
import type { CommandContext } from './context.js'
import type { Chosen, ModalMenu, ModalMenus } from './define-components.js'
import { filterOptions } from './filter-options.js'

type Menu = 'post' | 'classification' | 'years'

type Asking = Pick<CommandContext, 'services' | 'say'>

/** Years of the archive that are looked through. */
const YEARS_MAX = 300

/** A menu needs a choice, so that one without any is left out. */
export function filterMenus(filters: CableFilter, context: Asking): ModalMenus {
  const { say } = context
  const { post, classification, years } = optionsOf(filters, context)
  const menus: Record<Menu, ModalMenu> = {
    post: { label: say('filters.menuPost'), placeholder: say('filters.menuAny'), ...post },
    classification: {
      label: say('filters.menuClassification'),
      placeholder: say('filters.menuAny'),
      ...classification,
    },
    years: {
      label: say('filters.menuYears'),
      description: say('filters.menuYearsHint'),
      placeholder: say('filters.menuAny'),
      maxChosen: years.options.length,
      ...years,
    },
  }
  return Object.fromEntries(Object.entries(menus).filter(([, { options }]) => options.length > 0))
}

/** The filters as the menus leave them. A menu that is as it was opened changes nothing, whatever it could not show. */
export function filtersChosen(filters: CableFilter, chosen: Chosen, context: Asking): CableFilter {
  const before = optionsOf(filters, context)
  const { origin, classification, year, after, before: until, ...rest } = filters
  const change = <T>(menu: Menu, kept: T, read: (values: readonly string[]) => T): T => {
    const values = chosen.get(menu)
    return values === undefined || isSame(values, before[menu].chosen) ? kept : read(values)
  }
  return {
    ...rest,
    ...change('post', origin === undefined ? {} : { origin }, ([first]) => {
      if (first === undefined) return {}
      if (first.length > FACET_VALUE_MAX) throw foreign()
      return { origin: first }
    }),
    ...change('classification', classification === undefined ? {} : { classification }, ([first]) => {
      if (first === undefined) return {}
      if (!before.classification.options.some(({ value }) => value === first)) throw foreign()
      return { classification: first }
    }),
    ...change(
      'years',
      {
        ...(year !== undefined && { year }),
        ...(after !== undefined && { after }),
        ...(until !== undefined && { before: until }),
      },
      timeOf,
    ),
  }
}

interface Offered {
  readonly options: readonly { readonly label: string; readonly value: string }[]
  readonly chosen: readonly string[]
}

function optionsOf(filters: CableFilter, context: Asking): Record<Menu, Offered> {
  return {
    post: postsOf(filters, context),
    classification: levelsOf(filters),
    years: yearsOf(filters, context),
  }
}

/** The posts with the most cables, and the one that holds. */
function postsOf({ origin }: CableFilter, { services }: Asking): Offered {
  const posts = services
    .origins()
    .map(({ value }) => value)
    .filter((value) => value.length <= FACET_VALUE_MAX)
  if (origin === undefined || cleanLine(origin) === '')
    return { options: posts.slice(0, MENU_OPTIONS_MAX).map(plain), chosen: [] }
  const held = posts.find((value) => originKey(value) === originKey(origin)) ?? origin
  const others = posts.filter((value) => value !== held)
  return { options: [held, ...others].slice(0, MENU_OPTIONS_MAX).map(plain), chosen: [held] }
}

function levelsOf({ classification }: CableFilter): Offered {
  const levels = filterOptions.classification.choices.map(({ name, value }) => ({ label: name, value }))
  if (classification === undefined || cleanLine(classification) === '') return { options: levels, chosen: [] }
  const isListed = levels.some(({ value }) => value === classification)
  return { options: isListed ? levels : [...levels, plain(classification)], chosen: [classification] }
}

/** The years with the most cables, the latest first. */
function yearsOf({ year, after, before }: CableFilter, { services }: Asking): Offered {
  const years = [...services.tally('year', {}, YEARS_MAX)]
    .sort((a, b) => b.cables - a.cables)
    .slice(0, MENU_OPTIONS_MAX)
    .map(({ value }) => value)
    .sort((a, b) => Number(b) - Number(a))
  const isFree = year === undefined && after === undefined && before === undefined
  const isHeld = (each: string): boolean =>
    year === undefined
      ? each >= (after ?? '').slice(0, 4) && each <= (before ?? '9999').slice(0, 4)
      : Number(each) === year
  return { options: years.map(plain), chosen: isFree ? [] : years.filter(isHeld) }
}

/** One year, or all from the first to the last. */
function timeOf(values: readonly string[]): CableFilter {
  if (values.some((value) => !/^\d{4}$/u.test(value))) throw foreign()
  const [first, ...others] = [...values].sort()
  const last = others.at(-1)
  if (first === undefined) return {}
  return last === undefined ? { year: Number(first) } : { after: `${first}-01-01`, before: `${last}-12-31` }
}

function plain(value: string): { label: string; value: string } {
  return { label: value, value }
}

function isSame(values: readonly string[], others: readonly string[]): boolean {
  return values.length === others.length && values.every((value) => others.includes(value))
}
