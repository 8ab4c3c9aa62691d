/** @module Filters that no cable passes, as a message: what is wrong with them, and buttons for what is near. */
import type { CableFilter } from '../library/filter.js'
import { type Again, again } from './ask-routes.js'
import { askedHead, filterWords, type Asked } from './asked.js'
import { ACCENT, button, card, row, text, type Reply } from './components.js'
import { fitLine } from './cut.js'
import { dayOf } from './dates.js'
import { LONG_NOTICE_MAX } from './limits.js'
import type { Say } from './texts/texts.js'

export type FilterFault =
  | { readonly kind: 'post' | 'tag' | 'classification'; readonly typed: string }
  /** Days that no cable can be between. */
  | { readonly kind: 'backwards'; readonly after: string; readonly before: string }
  /** Days outside of the archive's. */
  | { readonly kind: 'years'; readonly first: number; readonly last: number }
  /** Each is passed by some cable, all together by none. */
  | { readonly kind: 'together' }

export interface FilterOffer {
  /** Another value for a filter, or that filter left out. */
  readonly kind: 'value' | 'without'
  readonly changed: CableFilter
  /** All of them, after the change. */
  readonly filters: CableFilter
  /** That pass then. */
  readonly cables?: number
}

export interface NearFilters {
  readonly faults: readonly FilterFault[]
  readonly offers: readonly FilterOffer[]
}

/** @param asked the question, which the buttons read from the message; `null` where only a list is wanted */
export function nearFiltersReply(say: Say, what: Again, asked: Asked | null, near: NearFilters): Reply {
  const offers = near.offers.map(({ filters, ...offer }) => ({
    label: offerWords(say, { filters, ...offer }),
    id: again.id({ what, filters }),
  }))
  // Two buttons of one id would make Discord refuse the message.
  const distinct = new Map(offers.map((offer) => [offer.id, offer]))
  return card(ACCENT.unsure, [
    ...(asked === null ? [] : askedHead(say, asked)),
    text(
      faultLines(say, near)
        .map((line) => fitLine(line, LONG_NOTICE_MAX))
        .join('\n'),
    ),
    ...row([...distinct.values()].map(({ label, id }) => button(label, id))),
  ])
}

/** A sentence for each fault; not escaped. */
export function faultLines(say: Say, { faults }: NearFilters): string[] {
  return faults.map((fault) => {
    switch (fault.kind) {
      case 'post':
        return say('filters.noPost', { post: fault.typed })
      case 'tag':
        return say('filters.noTag', { tag: fault.typed })
      case 'classification':
        return say('filters.noClassification', { level: fault.typed })
      case 'backwards':
        return say('filters.backwards', { after: dayOf(say, fault.after), before: dayOf(say, fault.before) })
      case 'years':
        return say('filters.years', { first: String(fault.first), last: String(fault.last) })
      case 'together':
        return say('filters.together')
    }
  })
}

/** What an offer's button says; not escaped. */
export function offerWords(say: Say, { kind, changed, cables }: FilterOffer): string {
  const value = filterWords(say, changed)
  const words = kind === 'value' ? value : say('filters.without', { filter: value })
  return cables === undefined || cables === 0 ? words : `${words} (${cables.toLocaleString(say.locale)})`
}
