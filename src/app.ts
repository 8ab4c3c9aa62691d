/** @module Builds the parts once and hands them on. */
import { join } from 'node:path'
import type { Logger } from 'pino'
import { PooledEmbeddings } from '../embeddings/embedder.js'
import { Reranker } from '../embeddings/reranker.js'
import { type CatchUp, VectorIndex } from '../embeddings/vector-index.js'
import type { Answer } from './answers/answer.js'
import { Answerer } from './answers/answerer.js'
import { languageModel } from './answers/language-model/model.js'
import { Writer } from './answers/language-model/writer.js'
import type { Settings } from './config.js'
import { UserError } from './errors.js'
import type { Archive } from './library/archive.js'
import { Library } from './library/library.js'
import { modelChange } from './library/model-change.js'
import { readingChange } from './library/reading-change.js'
import { assertProtected } from './library/protection-change.js'
import { DEFAULT_SCOPE } from './library/masking.js'
import { libraryShelf } from './library/shelf.js'
import { findPassages, type Found } from './retrieval/found.js'
import { checkedQuery, type Query, type RankedParagraph } from './retrieval/query.js'
import { orFirstRanking } from './retrieval/rerank.js'
import { ParagraphRetriever } from './retrieval/retriever.js'
import { similarToCable, similarToParagraph, type SimilarParagraph } from './retrieval/similar.js'

/** What can be asked of an archive. */
export interface Questions {
  /** @throws UserError when the question is empty or too long, or the library holds no cable. */
  ask(query: Query): Promise<Answer>
  /** Ranked passages, best first. @throws UserError as `ask`. */
  search(query: Query, limit: number): Promise<readonly RankedParagraph[]>
  /** The same for words with signs (`"a phrase"`, `-without`, `beginn*`), and what the archive has of them. @throws UserError as `ask`. */
  find(query: Query, limit: number): Promise<Found>
  /**
   * Nearest paragraphs of other cables; without a position nearest cables, each by its nearest paragraph. Best first;
   * `undefined` when what is compared with is not stored or has no vector yet.
   */
  similar(cable: string, position: number | null, limit: number): Promise<SimilarParagraph[] | undefined>
}

/** A library that answers questions: store, index and model together. */
export interface App {
  readonly library: Library
  readonly embedder: PooledEmbeddings
  readonly index: VectorIndex
  /** Of the cables without what they shield. */
  readonly masked: Questions
  /** Of the cables as written. */
  readonly open: Questions
  /** Takes a cable out of store and index. @returns false when it was not there. */
  removeCable(id: string): Promise<boolean>
  close(): Promise<void>
}

/** The store alone, for what needs no model. */
export function openLibrary(settings: Settings): Library {
  const library = Library.open(settings.dataDir)
  if (library.counts().cables === 0) library.beginProtection(settings.protectionScope ?? DEFAULT_SCOPE)
  return library
}

export interface OpenOptions {
  /** `reprotect` opens what nobody may read before it has run. */
  readonly isReprotected?: boolean
  /** `reread` says nothing of an earlier reading. */
  readonly isReread?: boolean
}

/**
 * @param onNotice told what takes long (a model that is built, an index that is caught up), and of vectors of another model or cables of an earlier reading
 * @throws UserError when the library, the model or the index cannot be had, or its cables are not masked as they should be
 */
export async function openApp(
  settings: Settings,
  logger: Logger,
  onNotice: (line: string) => void,
  { isReprotected = false, isReread = false }: OpenOptions = {},
): Promise<App> {
  const library = openLibrary(settings)
  let embedder: PooledEmbeddings | undefined
  let reranker: Reranker | undefined
  const cacheDir = join(settings.dataDir, 'models')
  try {
    if (!isReprotected) assertProtected(library, settings.protectionScope)
    const reading = isReread ? undefined : readingChange(library)
    if (reading !== undefined) onNotice(reading)
    embedder = await PooledEmbeddings.create({
      model: settings.embeddingModel,
      precision: settings.embeddingPrecision,
      threads: settings.embeddingThreads,
      cacheDir,
      logger,
    })
    library.useModel(embedder)
    const change = modelChange(library)
    if (change !== undefined) onNotice(change)
    const index = await VectorIndex.open({
      dir: join(settings.dataDir, 'index'),
      source: library.storedVectors(),
      embeddings: embedder,
      shelf: libraryShelf(library),
      onCatchUp: catchUpNotices(onNotice),
    })
    const { rerankModel: model, embeddingThreads: threads } = settings
    if (model !== undefined) reranker = await Reranker.create({ model, threads, cacheDir, logger })
    return assemble({ library, embedder, index, reranker }, settings, logger)
  } catch (error) {
    await reranker?.close()
    await embedder?.close()
    library.close()
    throw error
  }
}

/** Opens the app, uses it, and closes it whatever happens. */
export async function withApp<T>(
  settings: Settings,
  logger: Logger,
  onNotice: (line: string) => void,
  use: (app: App) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const app = await openApp(settings, logger, onNotice, options)
  try {
    return await use(app)
  } finally {
    await app.close()
  }
}

interface Parts extends Pick<App, 'library' | 'embedder' | 'index'> {
  readonly reranker: Reranker | undefined
}

function assemble({ library, embedder, index, reranker }: Parts, settings: Settings, logger: Logger): App {
  const rerank =
    reranker &&
    orFirstRanking(
      (question, texts, signal) => reranker.score(question, texts, signal),
      settings.rerankTimeoutMs,
      logger,
    )
  const embedPassages = (texts: readonly string[]) =>
    embedder.embed(texts, { priority: 'question', kind: 'passage' })
  const writer =
    settings.languageModel && new Writer(languageModel(settings.languageModel), embedPassages, logger)

  /** What another process has added or removed since is found too. */
  const ready = async (query: Query): Promise<Query> => {
    const checked = checkedQuery(query)
    if (library.counts().cables === 0) {
      throw new UserError('The library holds no cable yet. Add some with: npm run pilcrow -- ingest PATH', {
        key: 'input.emptyLibrary',
      })
    }
    await index.sync()
    return checked
  }
  const questionsOf = (archive: Archive): Questions => {
    const retriever = new ParagraphRetriever(library, archive, index, embedder, rerank)
    const answerer = new Answerer(archive, retriever, embedPassages, logger, writer)
    return {
      ask: async (query) => await answerer.answer(await ready(query)),
      search: async (query, limit) => (await retriever.retrieve(await ready(query), limit)).passages,
      find: async (query, limit) => findPassages(retriever, archive, await ready(query), limit),
      async similar(cable, position, limit) {
        await index.sync()
        return position === null
          ? similarToCable(library, archive, index, cable, limit)
          : similarToParagraph(library, archive, index, { cable, position }, limit)
      },
    }
  }
  const masked = questionsOf(library.masked)
  const open = questionsOf(library.open)
  const isSentSources = settings.languageModel?.seesSources ?? true
  return {
    library,
    embedder,
    index,
    masked,
    // A language model elsewhere is sent masked passages, so what it answers, and is checked against, is masked too.
    open: isSentSources ? open : { ...open, ask: (query) => masked.ask(query) },
    async removeCable(id) {
      const { removed, droppedVectors } = library.remove([id])
      await index.remove(droppedVectors)
      return removed > 0
    },
    async close() {
      await index.saveIfWorthwhile().catch((error: unknown) => {
        logger.warn({ err: error }, 'the vector index was not saved; the next start takes longer')
      })
      await reranker?.close()
      await embedder.close()
      library.close()
    },
  }
}

/** A first word when many vectors have to be indexed, then every tenth of the way: enough for a log, few enough for a terminal. */
function catchUpNotices(onNotice: (line: string) => void): (progress: CatchUp) => void {
  let tenths = 0
  return ({ done, total, rebuildReason }) => {
    if (done === 0) tenths = 0
    if (done === 0 && total > 1000) {
      const vectors = total.toLocaleString('en')
      onNotice(
        rebuildReason === undefined
          ? `Adding ${vectors} vectors to the index, which came after it was last saved …`
          : `Building the index of ${vectors} vectors (${rebuildReason}) …`,
      )
    }
    const reached = Math.floor((10 * done) / total)
    if (reached === tenths || total < 10_000) return
    tenths = reached
    onNotice(`  ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`)
  }
}
