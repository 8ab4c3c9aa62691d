/** @module A library that was masked by other rules than those of today, or for another scope: told, and masked again. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { UserError } from '../errors.js'
import type { PassageIndex } from './ingest.js'
import type { Library } from './library.js'
import { PROTECTION_RECIPE, type ProtectionScope } from './masking.js'

/** Cables that are masked in one transaction. */
const BATCH = 200

/** @throws UserError when the cables are not masked as they should be: then nobody may read them. */
export function assertProtected(library: Library, scope: ProtectionScope | undefined): void {
  const state = library.protection()
  if (library.counts().cables === 0) return
  if (state.recipe < PROTECTION_RECIPE)
    throw new UserError(
      'The sources in this library are not protected by the rules of today: the version before had others, or "reprotect" was stopped. Run "npm run pilcrow -- reprotect" to its end; it may be stopped and run again.',
    )
  if (scope !== undefined && state.scope !== scope)
    throw new UserError(
      `SOURCE_PROTECTION was "${state.scope === 'archive' ? 'archive' : 'on'}" for this library. Run "npm run pilcrow -- reprotect" once, or set it as it was.`,
    )
}

export interface ReprotectOptions {
  readonly library: Library
  readonly index: Pick<PassageIndex, 'remove'>
  readonly scope: ProtectionScope
  readonly signal?: AbortSignal | undefined
  /** Told how many of the cables are masked. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/**
 * Masks every stored cable again. Paragraphs that are masked differently now lose their vectors and are pending. May be stopped and
 * run again. @returns whether all was done
 */
export async function reprotect(options: ReprotectOptions): Promise<boolean> {
  const { library, scope, signal, onProgress } = options
  library.changeProtection(scope)
  // Names of the whole archive are known only when every cable has been read once.
  const rounds = scope === 'archive' ? 2 : 1
  const total = rounds * library.counts().cables
  let done = 0
  for (let round = 0; round < rounds; round++) {
    let after = ''
    for (;;) {
      if (signal?.aborted === true) return false
      const { last, droppedVectors } = library.remask(after, BATCH)
      if (droppedVectors.length > 0) await options.index.remove(droppedVectors)
      if (last === null) break
      after = last
      done = Math.min(total, done + BATCH)
      onProgress?.(done, total)
      await nextTurn()
    }
  }
  library.endProtection()
  return true
}
