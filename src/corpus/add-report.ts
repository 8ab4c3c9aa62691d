/** @module What came of files that were added: their counts together, and by name the first of what was added and refused. */
import type { AddedFiles, Refusal } from '../../commands/services.js'
import type { UserError } from '../errors.js'
import type { IngestResult } from '../library/ingest.js'
import { ADDED_NAMED_MAX, REFUSED_NAMED_MAX } from '../replies/limits.js'

export class AddReport {
  readonly #counts = { read: 0, renewed: 0, unchanged: 0, embedded: 0 }
  readonly #ids: string[] = []
  readonly #refusals: Refusal[] = []
  #added = 0
  #refused = 0
  #stopped = false

  get stopped(): boolean {
    return this.#stopped
  }

  add(id: string): void {
    this.#added += 1
    if (this.#ids.length < ADDED_NAMED_MAX) this.#ids.push(id)
  }

  refuse(what: string, why: string | UserError): void {
    this.#refused += 1
    if (this.#refusals.length < REFUSED_NAMED_MAX) this.#refusals.push({ what, why })
  }

  /** What was added and refused was told one by one. */
  count({ read, renewed, unchanged, embedded, stopped }: IngestResult): void {
    this.#counts.read += read
    this.#counts.renewed += renewed
    this.#counts.unchanged += unchanged
    this.#counts.embedded += embedded
    this.#stopped ||= stopped
  }

  told(): AddedFiles {
    return {
      ...this.#counts,
      added: this.#added,
      refused: this.#refused,
      stopped: this.#stopped,
      ids: this.#ids,
      refusals: this.#refusals,
    }
  }
}
