import { maskCable } from '../cables/protection/mask.js'
import { readPaths } from '../cables/read.js'
import { cableJson, notice, writeLine } from './output.js'

export interface ParseOptions {
  /** Whether what the cables ask to shield is masked. */
  readonly protect?: true
}

/** Prints each cable as one JSON line. @returns the exit code: 1 when a path held no cable. */
export async function parse(paths: readonly string[], { protect }: ParseOptions): Promise<number> {
  let refused = 0
  for await (const outcome of readPaths(paths)) {
    if (outcome.kind === 'cable') {
      await writeLine(cableJson(protect ? maskCable(outcome.cable, outcome.message) : outcome.cable))
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
