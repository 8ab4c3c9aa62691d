import { readPaths } from '../cables/read.js'
import { cableJson, notice, writeLine } from './output.js'

/** Prints each cable as one JSON line. @returns the exit code: 1 when a path held no cable. */
export async function parse(paths: readonly string[]): Promise<number> {
  let refused = 0
  for await (const outcome of readPaths(paths)) {
    if (outcome.kind === 'cable') {
      await writeLine(cableJson(outcome.cable))
    } else {
      refused++
      notice(refusal(outcome))
    }
  }
  return refused === 0 ? 0 : 1
}

/** `path:line: reason`, on one line. */
export function refusal({ path, line, reason }: { path: string; line?: number; reason: string }): string {
  return `${path}${line === undefined ? '' : `:${line}`}: ${reason}`
}
