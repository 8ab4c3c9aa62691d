import type { Answer } from '../src/answers/answer.js'
import type { Cable } from '../src/cables/cable.js'
import type { Tally } from '../src/library/library.js'
import type { CableSuggestion } from '../src/library/suggest.js'
import type { Records } from '../src/records/records.js'
import type { Query, RankedParagraph } from '../src/retrieval/query.js'

/** All that commands need from the rooms below; the application builds it once. */
export interface Services {
  readonly records: Records
  ask(query: Query): Promise<Answer>
  /** Ranked passages, best first. */
  search(query: Query, limit: number): Promise<readonly RankedParagraph[]>
  /** @param id canonical number */
  cable(id: string): Cable | undefined
  /** Stored cables whose number fits what was typed so far, best first, at most `limit`. */
  suggestIds(typed: string, limit: number): readonly CableSuggestion[]
  /** How much is in the archive. */
  counts(): { readonly cables: number; readonly paragraphs: number }
  /** Display names of the sending posts of the archive, the most frequent first. */
  origins(): readonly Tally[]
  /** TAGS of the archive, the most frequent first. */
  tagCounts(): readonly Tally[]
}
