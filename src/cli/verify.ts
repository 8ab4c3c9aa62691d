import { withApp } from '../app.js'
import type { Settings } from '../config.js'
import { verify } from '../library/verify.js'
import { cliLogger } from './logger.js'
import { notice, writeLine } from './output.js'

/** Checks store, vectors and index against each other. @returns the exit code: 1 when something was wrong and is not mended. */
export async function verifyLibrary(
  settings: Settings,
  { repair = false }: { repair?: boolean },
): Promise<number> {
  return await withApp(settings, cliLogger(settings), notice, async ({ library, index }) => {
    const before = await verify(library, index, { repair })
    for (const line of [...before.faults, ...before.repaired]) await writeLine(line)
    const report = before.repaired.length > 0 ? await verify(library, index) : before
    const { cables, paragraphs, vectors, pending, faults } = report
    const counts = Object.entries({ cables, paragraphs, vectors, pending })
      .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
      .join(', ')
    if (faults.length === 0) {
      await writeLine(`${counts}: all is well.`)
      return 0
    }
    notice(
      repair
        ? `Faults left that cannot be mended from the store: ${faults.length}. Ingest those cables again.`
        : `Faults found: ${faults.length}. "verify --repair" rebuilds what is derived.`,
    )
    return 1
  })
}
