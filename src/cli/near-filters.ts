/** @module Says beside the answer that no cable passes the filters, and which ones are near. */
import { nearFilters } from '../../commands/near-filters.js'
import type { CableFilter } from '../library/filter.js'
import type { Library } from '../library/library.js'
import { faultLines, offerWords } from '../replies/near-filters-reply.js'
import { texts } from '../replies/texts/texts.js'
import { notice } from './output.js'

const SAY = texts('en')

export function noticeNearFilters(library: Library, filters: CableFilter): void {
  const near = nearFilters(filters, {
    counts: () => library.counts(),
    countCables: (filter) => library.catalogue.count(filter),
    tally: (facet, filter, limit) => library.catalogue.tally(facet, filter, limit),
    origins: () => library.origins(),
    tagCounts: () => library.tagCounts(),
  })
  if (near === null) return
  for (const line of faultLines(SAY, near)) notice(line)
  if (near.offers.length === 0) return
  notice(SAY('filters.near', { filters: near.offers.map((offer) => offerWords(SAY, offer)).join(', ') }))
}
