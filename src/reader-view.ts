/**
 * @module What readers see: the one place where source protection is chosen. Discord, the prompt and the command line ask here; the
 * words themselves are masked when a cable is stored (`library/masking.ts`), and come from there.
 */
import type { App, Questions } from './app.js'
import type { Cable, CableHeader } from './cables/cable.js'
import type { Archive } from './library/archive.js'
import type { ListOrder } from './library/catalogue.js'
import type { CableFilter } from './library/filter.js'
import type { CableSuggestion } from './library/suggest.js'

export interface ReaderView extends Questions {
  /** Whether what the cables shield is masked. */
  readonly isProtected: boolean
  /** @param id canonical number */
  cable(id: string): Cable | undefined
  header(id: string): CableHeader | undefined
  /** The original message. */
  message(id: string): string | undefined
  /** Cables that refer to this one, oldest first. */
  citedBy(id: string, limit: number, offset?: number): readonly CableHeader[]
  countCitedBy(id: string): number
  /** Cables that pass, oldest first. */
  list(filter: CableFilter, offset: number, limit: number, first?: ListOrder): readonly CableSuggestion[]
  suggestIds(typed: string, limit: number): readonly CableSuggestion[]
}

/** What of the app a reader's view is made of. */
export interface Viewed {
  readonly masked: Questions
  readonly open: Questions
  readonly library: { readonly masked: Archive; readonly open: Archive }
}

/** @param protect whether what the cables shield is masked, and neither found nor confirmed */
export function readerView(app: Viewed | App, protect: boolean): ReaderView {
  const questions = protect ? app.masked : app.open
  const archive = protect ? app.library.masked : app.library.open
  return {
    isProtected: protect,
    ask: (query) => questions.ask(query),
    search: (query, limit) => questions.search(query, limit),
    find: (query, limit) => questions.find(query, limit),
    similar: (cable, position, limit) => questions.similar(cable, position, limit),
    cable: (id) => archive.cable(id),
    header: (id) => archive.header(id),
    message: (id) => archive.message(id),
    citedBy: (id, limit, offset) => archive.citedBy(id, limit, offset),
    countCitedBy: (id) => archive.countCitedBy(id),
    list: (filter, offset, limit, first) => archive.list(filter, offset, limit, first),
    suggestIds: (typed, limit) => archive.suggestIds(typed, limit),
  }
}
