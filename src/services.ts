/** @module What commands may ask of the rooms below, tied to the parts that were built. */
import type { Services } from '../commands/services.js'
import type { App } from './app.js'
import type { ReaderView } from './reader-view.js'
import type { Records } from './records/records.js'

/** @param view what readers may see of the archive */
export function servicesOf({ library }: App, view: ReaderView, records: Records): Services {
  return {
    records,
    ask: (query) => view.ask(query),
    search: (query, limit) => view.search(query, limit),
    cable: (id) => view.cable(id),
    suggestIds: (typed, limit) =>
      library
        .suggestIds(typed, limit)
        .map((each) => ({ ...each, subject: view.textOf(each.id, each.subject) })),
    counts: () => library.counts(),
    origins: () => library.origins(),
    tagCounts: () => library.tagCounts(),
  }
}
