import { type App, openLibrary, withApp } from '../app.js'
import { readPaths } from '../cables/read.js'
import type { Settings } from '../config.js'
import { UserError } from '../errors.js'
import { ingest as runIngest, type IngestOptions, type IngestResult } from '../library/ingest.js'
import type { Library } from '../library/library.js'
import { modelChange } from '../library/model-change.js'
import { untilInterrupted } from './interrupt.js'
import { cliLogger } from './logger.js'
import { notice, writeLine } from './output.js'
import { refusal } from './parse.js'
import { duration, ingestProgress } from './progress.js'

/**
 * Adds or renews cables; Ctrl+C stops after what is being written.
 * @returns the exit code: 1 when a path held no cable or the run was stopped.
 */
export async function ingest(
  settings: Settings,
  paths: readonly string[],
  { embed }: { embed: boolean },
): Promise<number> {
  const result = embed
    ? await withApp(settings, cliLogger(settings), notice, (app) => {
        refuseOtherModel(app.library)
        return ingestInto(app, paths)
      })
    : await storeOnly(settings, paths)
  await writeLine(summary(result))
  if (result.stopped) notice('Stopped. What was counted is stored; run the same command again to go on.')
  return result.refused > 0 || result.stopped ? 1 : 0
}

/** To embed the whole library anew may take hours, and is not what was asked for. */
function refuseOtherModel(library: Library): void {
  if (modelChange(library) === undefined) return
  throw new UserError(
    'Nothing was added, because the library holds vectors of another model: run "reembed" first, set EMBEDDING_MODEL and EMBEDDING_PRECISION as they were, or only store with --no-embed.',
  )
}

/** Reads, stores, embeds and indexes, with a progress bar on a terminal. */
export async function ingestInto(
  { library, embedder, index }: Pick<App, 'library' | 'embedder' | 'index'>,
  paths: readonly string[],
): Promise<IngestResult> {
  return await shown(paths, { library, embedder, index })
}

async function storeOnly(settings: Settings, paths: readonly string[]): Promise<IngestResult> {
  const library = openLibrary(settings)
  try {
    return await shown(paths, { library })
  } finally {
    library.close()
  }
}

async function shown(
  paths: readonly string[],
  parts: Pick<IngestOptions, 'library' | 'embedder' | 'index'>,
): Promise<IngestResult> {
  const progress = ingestProgress(process.stderr)
  try {
    return await untilInterrupted((signal) =>
      runIngest({
        ...parts,
        outcomes: readPaths(paths),
        signal,
        onProgress: (state) => {
          progress.update(state)
        },
        onRefused: (refused) => {
          progress.line(refusal(refused))
        },
        onKeptOut: ({ path, id, reason }) => {
          progress.line(`${path}: this copy of ${id} was not taken: ${reason}`)
        },
      }),
    )
  } finally {
    progress.close()
  }
}

function summary({ read, added, renewed, unchanged, refused, embedded, ms }: IngestResult): string {
  const counts = { read, added, renewed, unchanged, refused }
  const words = Object.entries(counts).map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
  return `${words.join(', ')}; ${embedded.toLocaleString('en')} paragraphs embedded; ${duration(ms / 1000)}`
}
