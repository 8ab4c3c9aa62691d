import { withApp } from '../app.js'
import type { Settings } from '../config.js'
import { reembed as embedAnew } from '../library/model-change.js'
import { untilInterrupted } from './interrupt.js'
import { cliLogger } from './logger.js'
import { notice, writeLine } from './output.js'
import { duration, ingestProgress } from './progress.js'

/** Embeds with the model that is set what has vectors of another. @returns the exit code: 1 when it was stopped. */
export async function reembed(settings: Settings): Promise<number> {
  return await withApp(settings, cliLogger(settings), notice, async ({ library, embedder, index }) => {
    const progress = ingestProgress(process.stderr)
    try {
      const { embedded, stopped, ms } = await untilInterrupted((signal) =>
        embedAnew({
          library,
          embedder,
          index,
          signal,
          onProgress: (state) => {
            progress.update(state)
          },
        }),
      )
      await writeLine(`${embedded.toLocaleString('en')} paragraphs embedded; ${duration(ms / 1000)}`)
      if (stopped) notice('Stopped. What was counted is stored; run the same command again to go on.')
      return stopped ? 1 : 0
    } finally {
      progress.close()
    }
  })
}
