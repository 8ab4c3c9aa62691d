/** @module Filters that no cable passes: which of them is at fault, and which ones are near that some cables pass. */
import { findPost } from '../src/cables/vocabulary/posts.js'
import type { CableFilter } from '../src/library/filter.js'
import { originKey } from '../src/library/filter-sql.js'
import { FILTERS_OFFERED_MAX } from '../src/replies/limits.js'
import type { FilterFault, FilterOffer, NearFilters } from '../src/replies/near-filters-reply.js'
import { distance } from './near-misses.js'
import type { Services } from './services.js'
import { postsLike, tagsLike } from './suggestions.js'

type Counting = Pick<Services, 'countCables' | 'origins' | 'tagCounts' | 'tally' | 'counts'>

/** Letters that may be wrong, missing or too many. */
const TOLERANCE = 2
/** Years of the archive that are looked through. */
const YEARS_MAX = 300

const FIELDS = ['cable', 'origin', 'tag', 'otherTag', 'classification', 'year', 'after', 'before'] as const

/** @returns `null` where some cable passes, or where there is none at all */
export function nearFilters(filters: CableFilter, services: Counting): NearFilters | null {
  if (services.counts().cables === 0 || services.countCables(filters) > 0) return null
  const faults: FilterFault[] = []
  const offers: FilterOffer[] = []
  for (const find of [
    backwards,
    unknownPost,
    unknownTag,
    unknownOtherTag,
    unknownClassification,
    outsideYears,
  ]) {
    const found = find(filters, services)
    if (found === null) continue
    faults.push(found.fault)
    offers.push(...found.offers)
  }
  if (faults.length === 0) faults.push({ kind: 'together' })
  return { faults, offers: reachable(offers.length === 0 ? withoutOne(filters) : offers, services) }
}

interface Found {
  readonly fault: FilterFault
  readonly offers: readonly FilterOffer[]
}

/** Those that some cable passes; where no offer leads so far, all of them, because each mends one fault of several. */
function reachable(offers: readonly FilterOffer[], services: Counting): FilterOffer[] {
  const counted = offers.map((offer) => ({ ...offer, cables: services.countCables(offer.filters) }))
  const good = counted.filter(({ cables }) => cables > 0)
  return (good.length > 0 ? good : counted).slice(0, FILTERS_OFFERED_MAX)
}

function backwards(filters: CableFilter): Found | null {
  const { after, before } = filters
  if (after === undefined || before === undefined || after <= before) return null
  return {
    fault: { kind: 'backwards', after, before },
    offers: [
      { kind: 'value', changed: turned(after, before), filters: { ...filters, ...turned(after, before) } },
    ],
  }
}

/** As much of a year or a month at the new ends as was meant: `2009 to 2006` becomes 1 Jan 2006 to 31 Dec 2009. */
function turned(after: string, before: string): { after: string; before: string } {
  if (after.endsWith('-01-01') && before.endsWith('-12-31'))
    return { after: `${before.slice(0, 4)}-01-01`, before: `${after.slice(0, 4)}-12-31` }
  if (after.endsWith('-01') && before === lastOfMonth(before))
    return { after: `${before.slice(0, 7)}-01`, before: lastOfMonth(after) }
  return { after: before, before: after }
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return `${day.slice(0, 7)}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`
}

function unknownPost(filters: CableFilter, services: Counting): Found | null {
  const { origin } = filters
  if (origin === undefined || services.countCables({ origin }) > 0) return null
  const country = findPost(origin)?.country
  const near = nearest(originKey(origin), services.origins(), ({ value }) => originKey(value))
  const neighbours = services
    .origins()
    .filter(({ value }) => country !== undefined && findPost(value)?.country === country)
  const posts = [...postsLike(origin, services, FILTERS_OFFERED_MAX), ...near, ...neighbours]
  return {
    fault: { kind: 'post', typed: origin },
    offers: distinct(posts).map((value) => ({
      kind: 'value',
      changed: { origin: value },
      filters: { ...filters, origin: value },
    })),
  }
}

function unknownTag(filters: CableFilter, services: Counting): Found | null {
  return unknownTagIn('tag', filters, services)
}

function unknownOtherTag(filters: CableFilter, services: Counting): Found | null {
  return unknownTagIn('otherTag', filters, services)
}

function unknownTagIn(field: 'tag' | 'otherTag', filters: CableFilter, services: Counting): Found | null {
  const tag = filters[field]
  if (tag === undefined || services.countCables({ tag }) > 0) return null
  const near = nearest(tag.trim().toUpperCase(), services.tagCounts(), ({ value }) => value)
  const tags = [...tagsLike(tag, services, FILTERS_OFFERED_MAX), ...near]
  return {
    fault: { kind: 'tag', typed: tag },
    offers: distinct(tags).map((value) => ({
      kind: 'value',
      changed: { [field]: value },
      filters: { ...filters, [field]: value },
    })),
  }
}

function unknownClassification(filters: CableFilter, services: Counting): Found | null {
  const { classification, ...rest } = filters
  if (classification === undefined || services.countCables({ classification }) > 0) return null
  return {
    fault: { kind: 'classification', typed: classification },
    offers: [{ kind: 'without', changed: { classification }, filters: rest }],
  }
}

/** Days or a year from which the archive has nothing. */
function outsideYears(filters: CableFilter, services: Counting): Found | null {
  const { year, after, before, ...rest } = filters
  const given: CableFilter = {
    ...(year !== undefined && { year }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
  }
  const isBackwards = after !== undefined && before !== undefined && after > before
  if (Object.keys(given).length === 0 || isBackwards || services.countCables(given) > 0) return null
  const years = services.tally('year', {}, YEARS_MAX).map(({ value }) => Number(value))
  const byNearness = [...years].sort((a, b) => Math.abs(a - (year ?? 0)) - Math.abs(b - (year ?? 0)))
  return {
    fault: { kind: 'years', first: Math.min(...years), last: Math.max(...years) },
    offers:
      year === undefined
        ? [{ kind: 'without', changed: given, filters: rest }]
        : byNearness.map((each) => ({
            kind: 'value',
            changed: { year: each },
            filters: { ...rest, year: each },
          })),
  }
}

/** Each filter left out. */
function withoutOne(filters: CableFilter): FilterOffer[] {
  return FIELDS.filter((field) => filters[field] !== undefined).map((field) => ({
    kind: 'without',
    changed: { [field]: filters[field] },
    filters: Object.fromEntries(Object.entries(filters).filter(([name]) => name !== field)),
  }))
}

/** Those whose letters differ least, if little enough. */
function nearest<T>(wanted: string, all: readonly T[], keyOf: (each: T) => string): T[] {
  const tolerance = Math.min(TOLERANCE, Math.floor(wanted.length / 2) - 1)
  return all
    .map((each) => ({ each, off: distance(wanted, keyOf(each)) }))
    .filter(({ off }) => off <= tolerance)
    .sort((a, b) => a.off - b.off)
    .map(({ each }) => each)
}

function distinct(tallies: readonly { readonly value: string }[]): string[] {
  return [...new Set(tallies.map(({ value }) => value))]
}
