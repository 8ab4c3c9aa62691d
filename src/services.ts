/** @module What commands may ask of the rooms below, tied to the parts that were built. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { AboutBot, CorpusServices, Services } from '../commands/services.js'
import { PACKAGE_ROOT } from '../embeddings/package-root.js'
import type { App } from './app.js'
import type { CableHeader } from './cables/cable.js'
import { permalink } from './cables/cite/permalink.js'
import { yearOf } from './cables/ids.js'
import type { Settings } from './config.js'
import type { CableSuggestion } from './library/suggest.js'
import { readerView, type ReaderView } from './reader-view.js'
import type { Records } from './records/records.js'
import type { ServerSettings } from './records/settings.js'

export interface ServiceParts extends Pick<Settings, 'sourceUrlTemplate'> {
  readonly app: Pick<App, 'masked' | 'open' | 'library'>
  /** What readers may see of the archive. */
  readonly view: ReaderView
  readonly records: Records
  readonly corpus: CorpusServices
  readonly about: Omit<AboutBot, 'protectsSources'>
}

/** By what a server has set; where it has set nothing, sources are protected as the bot's owner says. */
export function servicesPerServer(
  parts: Omit<ServiceParts, 'view'>,
  isProtected: boolean,
): (settings: ServerSettings) => Services {
  const masked = servicesOf({ ...parts, view: readerView(parts.app, true) })
  const open = servicesOf({ ...parts, view: readerView(parts.app, false) })
  return ({ protectsSources }) => ((protectsSources ?? isProtected) ? masked : open)
}

export function servicesOf(parts: ServiceParts): Services {
  const { view, records, corpus, about, sourceUrlTemplate } = parts
  const { library } = parts.app
  const lineOf = ({ id, subject, date }: CableHeader): CableSuggestion => ({
    id,
    subject,
    date: date ?? String(yearOf(id)),
  })
  return {
    records,
    corpus,
    about: () => ({ ...about, protectsSources: view.isProtected }),
    ask: (query) => view.ask(query),
    find: (query, limit) => view.find(query, limit),
    similar: (cable, position, limit) => view.similar(cable, position, limit),
    cable: (id) => view.cable(id),
    line: (id) => {
      const header = view.header(id)
      return header && lineOf(header)
    },
    message: (id) => view.message(id),
    citedBy: (id, limit, offset) => view.citedBy(id, limit, offset).map(lineOf),
    countCitedBy: (id) => view.countCitedBy(id),
    list: (filter, offset, limit, first) => view.list(filter, offset, limit, first),
    countCables: (filter) => library.catalogue.count(filter),
    tally: (facet, filter, limit) => library.catalogue.tally(facet, filter, limit),
    addressTemplate: sourceUrlTemplate,
    permalink: (id) => (sourceUrlTemplate === undefined ? null : permalink(sourceUrlTemplate, id)),
    suggestIds: (typed, limit) => view.suggestIds(typed, limit),
    counts: () => library.counts(),
    origins: () => library.origins(),
    tagCounts: () => library.tagCounts(),
  }
}

export function aboutBot(settings: Settings): Omit<AboutBot, 'protectsSources'> {
  const { embeddingModel, embeddingPrecision, languageModel, keepsQuestions } = settings
  const manifest = readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')
  return {
    version: z.object({ version: z.string() }).parse(JSON.parse(manifest)).version,
    embeddingModel: `${embeddingModel} (${embeddingPrecision})`,
    languageModel: languageModel?.model ?? null,
    keepsQuestions,
  }
}
