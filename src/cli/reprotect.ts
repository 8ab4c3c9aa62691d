import { withApp } from '../app.js'
import type { Settings } from '../config.js'
import { DEFAULT_SCOPE } from '../library/masking.js'
import { embedPending } from '../library/model-change.js'
import { reprotect as maskAgain } from '../library/protection-change.js'
import { untilInterrupted } from './interrupt.js'
import { cliLogger } from './logger.js'
import { notice, writeLine } from './output.js'
import { duration, ingestProgress } from './progress.js'

/** Masks every stored cable by the rules of today and embeds what is masked differently. @returns the exit code: 1 when it was stopped. */
export async function reprotect(settings: Settings): Promise<number> {
  return await withApp(
    settings,
    cliLogger(settings),
    notice,
    async ({ library, embedder, index }) => {
      const startedAt = performance.now()
      const progress = ingestProgress(process.stderr)
      try {
        const result = await untilInterrupted(async (signal) => {
          const isMasked = await maskAgain({
            library,
            index,
            scope: settings.protectionScope ?? DEFAULT_SCOPE,
            signal,
            onProgress: tenths((done, total) => {
              progress.line(`${done.toLocaleString('en')} of ${total.toLocaleString('en')} cables protected`)
            }),
          })
          if (!isMasked) return { embedded: 0, stopped: true }
          const onProgress = progress.update.bind(progress)
          return await embedPending({ library, embedder, index, signal, onProgress })
        })
        const { cables } = library.counts()
        const time = duration((performance.now() - startedAt) / 1000)
        await writeLine(
          `${cables.toLocaleString('en')} cables protected, ${result.embedded.toLocaleString('en')} paragraphs embedded; ${time}`,
        )
        if (result.stopped) notice('Stopped. Run the same command again to finish.')
        return result.stopped ? 1 : 0
      } finally {
        progress.close()
      }
    },
    { isReprotected: true },
  )
}

/** Passes on every tenth of the way: enough for a log, few enough for a terminal. */
function tenths(onTenth: (done: number, total: number) => void): (done: number, total: number) => void {
  let reached = 0
  return (done, total) => {
    const tenth = Math.floor((10 * done) / total)
    if (tenth === reached) return
    reached = tenth
    onTenth(done, total)
  }
}
