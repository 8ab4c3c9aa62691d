import { withApp } from '../app.js'
import { canonicalId } from '../cables/ids.js'
import type { Settings } from '../config.js'
import { cliLogger } from './logger.js'
import { notice, writeLine } from './output.js'

/** Takes cables out of store and index. @returns the exit code: 1 when one of them was not there. */
export async function remove(settings: Settings, typed: readonly string[]): Promise<number> {
  return await withApp(settings, cliLogger(settings), notice, async (app) => {
    let missing = 0
    for (const one of typed) {
      const id = canonicalId(one)
      const removed = id !== null && (await app.removeCable(id))
      if (removed) {
        await writeLine(`removed ${id}`)
      } else {
        missing++
        notice(`There is no cable ${id ?? one} in this library.`)
      }
    }
    return missing === 0 ? 0 : 1
  })
}
