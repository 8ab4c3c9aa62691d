import { withApp } from '../app.js'
import type { Settings } from '../config.js'
import { UserError } from '../errors.js'
import { modelChange } from '../library/model-change.js'
import { reread as readAgain, type RereadResult } from '../library/reading-change.js'
import { untilInterrupted } from './interrupt.js'
import { cliLogger } from './logger.js'
import { notice, writeLine } from './output.js'
import { duration, ingestProgress } from './progress.js'

/** Reads every stored message by the reader of today and embeds what changed. @returns the exit code: 1 when it was stopped. */
export async function reread(settings: Settings): Promise<number> {
  return await withApp(
    settings,
    cliLogger(settings),
    notice,
    async ({ library, embedder, index }) => {
      if (modelChange(library) !== undefined)
        throw new UserError(
          'Nothing was read again, because the library holds vectors of another model: run "reembed" first, or set EMBEDDING_MODEL and EMBEDDING_PRECISION as they were.',
        )
      const progress = ingestProgress(process.stderr)
      try {
        const result = await untilInterrupted((signal) =>
          readAgain({
            library,
            embedder,
            index,
            signal,
            onProgress: (state) => {
              progress.update(state)
            },
            onRemark: (cable, remark) => {
              progress.line(`${cable}: ${remark}`)
            },
          }),
        )
        await writeLine(summary(result))
        if (result.stopped)
          notice('Stopped. What was counted is stored; run the same command again to finish.')
        return result.stopped ? 1 : 0
      } finally {
        progress.close()
      }
    },
    { isReread: true },
  )
}

/** `4,361 cables read again, 1,203 changed, 0 added, 2 kept as they were; 3,456 paragraphs changed, 3,400 embedded; 2 min 5 s` */
function summary({ read, changed, added, kept, changedParagraphs, embedded, ms }: RereadResult): string {
  const n = (count: number): string => count.toLocaleString('en')
  return `${n(read)} cables read again, ${n(changed)} changed, ${n(added)} added, ${n(kept)} kept as they were; ${n(changedParagraphs)} paragraphs changed, ${n(embedded)} embedded; ${duration(ms / 1000)}`
}
