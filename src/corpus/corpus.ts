/** @module The archive changed while the bot runs: files added, cables removed, one change at a time. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Logger } from 'pino'
import type { AddedFile, CorpusServices } from '../../commands/services.js'
import type { ReadOutcome } from '../cables/outcome.js'
import { readPaths } from '../cables/read.js'
import { UserError } from '../errors.js'
import { ingest, type IngestProgress, type PassageEmbedder, type PassageIndex } from '../library/ingest.js'
import type { Library } from '../library/library.js'
import { checkAttachment, download, type Attachment } from './download.js'

/** Records of one file; more goes by the command line. It also bounds what an archive may unpack to. */
const RECORDS_MAX = 20_000

/** Reasons that are told of what was refused. */
const REASONS_MAX = 5

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
   * Fetches an attachment and adds or renews its cables. They are found as soon as they are embedded.
   * @throws UserError when the file cannot be taken or fetched, or another one is being added
   */
  async add(attachment: Attachment, onProgress: (progress: IngestProgress) => void): Promise<AddedFile> {
    checkAttachment(attachment)
    if (this.#work !== undefined) {
      throw new UserError('Another file is being added. Please wait until it is done.', {
        key: 'corpus.busy',
      })
    }
    const work = this.#add(attachment, onProgress)
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

  async #add(attachment: Attachment, onProgress: (progress: IngestProgress) => void): Promise<AddedFile> {
    const { library, embedder, index } = this.#app
    const folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
    try {
      // Only the ending of the name is taken over: the rest is outside text.
      const file = join(folder, `attachment${extname(attachment.name).toLowerCase()}`)
      await download(attachment, file, { origins: this.#options.origins })
      const reasons = new Set<string>()
      const result = await ingest({
        library,
        embedder,
        index,
        outcomes: bounded(readPaths([file])),
        signal: this.#stop.signal,
        onProgress,
        onRefused: ({ reason }) => {
          if (reasons.size < REASONS_MAX) reasons.add(reason)
        },
      })
      this.#options.logger.info(
        { read: result.read, added: result.added, renewed: result.renewed, refused: result.refused },
        'a file was added to the archive',
      )
      return { ...result, reasons: [...reasons] }
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
