/** @module The archive changed while the bot runs: files added, cables removed, one change at a time. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Logger } from 'pino'
import type { CorpusServices, AddedFiles } from '../../commands/services.js'
import type { ReadOutcome } from '../cables/outcome.js'
import { readPaths } from '../cables/read.js'
import { UserError } from '../errors.js'
import { ingest, type IngestProgress, type PassageEmbedder, type PassageIndex } from '../library/ingest.js'
import type { Library } from '../library/library.js'
import { AddReport } from './add-report.js'
import { checkAttachment, download, type Attachment } from './download.js'

/** Records of one file; more goes by the command line. It also bounds what an archive may unpack to. */
const RECORDS_MAX = 20_000

/** What a change of the archive goes through; the app has it all. */
export interface CorpusParts {
  readonly library: Library
  readonly embedder: PassageEmbedder
  readonly index: PassageIndex
  removeCable(id: string): Promise<boolean>
}

export interface CorpusOptions {
  /** Where attachments may come from beside Discord's own hosts. */
  readonly origins: readonly string[]
  /** Ids of the roles that may change the archive, beside the bot's owner. */
  readonly roles: readonly string[]
  readonly logger: Logger
}

export class Corpus implements CorpusServices {
  readonly #app: CorpusParts
  readonly #options: CorpusOptions
  readonly #stop = new AbortController()
  #work: Promise<unknown> | undefined

  constructor(app: CorpusParts, options: CorpusOptions) {
    this.#app = app
    this.#options = options
  }

  get roles(): readonly string[] {
    return this.#options.roles
  }

  status(): { pending: number; isBusy: boolean } {
    return { pending: this.#app.library.countPending(), isBusy: this.#work !== undefined }
  }

  /**
   * Fetches attachments, one after the other, and adds or renews their cables. They are found as soon as they are embedded.
   * @throws UserError when the only file cannot be taken or fetched, or others are being added
   */
  async add(
    attachments: readonly Attachment[],
    onProgress: (progress: IngestProgress) => void,
  ): Promise<AddedFiles> {
    const [only] = attachments
    if (only !== undefined && attachments.length === 1) checkAttachment(only)
    if (this.#work !== undefined) {
      throw new UserError('Another file is being added. Please wait until it is done.', {
        key: 'corpus.busy',
      })
    }
    const work = this.#addAll(attachments, onProgress)
    this.#work = work
    try {
      return await work
    } finally {
      this.#work = undefined
    }
  }

  /** @returns whether it was there */
  remove(id: string): Promise<boolean> {
    return this.#app.removeCable(id)
  }

  /** Stops after what is being written; what was stored stays, and what was not embedded is embedded by the next ingest. */
  async close(): Promise<void> {
    this.#stop.abort(new Error('stopped'))
    await Promise.allSettled([this.#work])
  }

  /** One that cannot be taken does not keep the others out. */
  async #addAll(
    attachments: readonly Attachment[],
    onProgress: (progress: IngestProgress) => void,
  ): Promise<AddedFiles> {
    const report = new AddReport()
    for (const attachment of attachments) {
      if (report.stopped) break
      try {
        checkAttachment(attachment)
        await this.#add(attachment, report, onProgress)
      } catch (error) {
        if (!(error instanceof UserError) || attachments.length === 1) throw error
        report.refuse(attachment.name, error)
      }
    }
    return report.told()
  }

  async #add(
    attachment: Attachment,
    report: AddReport,
    onProgress: (progress: IngestProgress) => void,
  ): Promise<void> {
    const { library, embedder, index } = this.#app
    const folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
    try {
      // Only the ending of the name is taken over: the rest is outside text.
      const file = join(folder, `attachment${extname(attachment.name).toLowerCase()}`)
      await download(attachment, file, { origins: this.#options.origins })
      const result = await ingest({
        library,
        embedder,
        index,
        outcomes: bounded(readPaths([file])),
        signal: this.#stop.signal,
        onProgress,
        onAdded: (id) => {
          report.add(id)
        },
        onRefused: ({ path, line, reason }) => {
          // The folder is ours; what stands in the file is told under the name that its sender knows.
          const inside = path.startsWith(file) ? path.slice(file.length) : ''
          report.refuse(`${attachment.name}${inside}${line === undefined ? '' : `:${line}`}`, reason)
        },
      })
      report.count(result)
      this.#options.logger.info(
        { read: result.read, added: result.added, renewed: result.renewed, refused: result.refused },
        'a file was added to the archive',
      )
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function* bounded(outcomes: AsyncIterable<ReadOutcome>): AsyncGenerator<ReadOutcome> {
  let records = 0
  for await (const outcome of outcomes) {
    records += 1
    if (records > RECORDS_MAX) {
      throw new UserError(
        `The file holds more than ${RECORDS_MAX} records; those are stored. Add the others with: npm run pilcrow -- ingest PATH`,
        { key: 'corpus.tooMany', values: { most: RECORDS_MAX.toLocaleString('en') } },
      )
    }
    yield outcome
  }
}
