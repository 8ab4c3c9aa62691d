/** @module What commands may ask of the rooms below, tied to the parts that were built. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { AboutBot, CorpusServices, Services } from '../commands/services.js'
import { PACKAGE_ROOT } from '../embeddings/package-root.js'
import type { App } from './app.js'
import type { Settings } from './config.js'
import type { ReaderView } from './reader-view.js'
import type { Records } from './records/records.js'

export interface ServiceParts {
  readonly app: App
  /** What readers may see of the archive. */
  readonly view: ReaderView
  readonly records: Records
  readonly corpus: CorpusServices
  readonly about: AboutBot
}

export function servicesOf({ app: { library }, view, records, corpus, about }: ServiceParts): Services {
  return {
    records,
    corpus,
    about: () => about,
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

export function aboutBot({ embeddingModel, embeddingPrecision, keepsQuestions }: Settings): AboutBot {
  const manifest = readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')
  return {
    version: z.object({ version: z.string() }).parse(JSON.parse(manifest)).version,
    embeddingModel: `${embeddingModel} (${embeddingPrecision})`,
    languageModel: null,
    keepsQuestions,
  }
}
