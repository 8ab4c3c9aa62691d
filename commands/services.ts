import type { Answer } from '../src/answers/answer.js'
import type { Cable } from '../src/cables/cable.js'
import type { CableFilter } from '../src/library/filter.js'
import type { Facet, ListOrder } from '../src/library/catalogue.js'
import type { Tally } from '../src/library/library.js'
import type { UserError } from '../src/errors.js'
import type { IngestCounts, IngestProgress } from '../src/library/ingest.js'
import type { CableSuggestion } from '../src/library/suggest.js'
import type { Records } from '../src/records/records.js'
import type { Privacy } from '../src/replies/settings-reply.js'
import type { Found } from '../src/retrieval/found.js'
import type { Query } from '../src/retrieval/query.js'
import type { AttachedFile } from './options.js'
import type { SimilarParagraph } from '../src/retrieval/similar.js'

/** The archive changed while the bot runs. */
export interface CorpusServices {
  /** Ids of the roles that may change it, beside the bot's owner. */
  readonly roles: readonly string[]
  /**
   * Fetches files, one after the other, and adds or renews their cables.
   * @throws UserError when the only file cannot be taken, or others are being added; of several, the result tells which
   */
  add(files: readonly AttachedFile[], onProgress: (progress: IngestProgress) => void): Promise<AddedFiles>
  /** @param id canonical number. @returns whether it was there */
  remove(id: string): Promise<boolean>
  status(): {
    /** Paragraphs that are stored and cannot be found yet. */
    readonly pending: number
    /** Whether a file is being added. */
    readonly isBusy: boolean
  }
}

/** Counts of all files together. */
export interface AddedFiles extends IngestCounts {
  /** Stopped before everything was done. */
  readonly stopped: boolean
  /** Numbers of the cables that were added, the first of them. */
  readonly ids: readonly string[]
  /** The first of what was refused: files, and records in them. */
  readonly refusals: readonly Refusal[]
}

export interface Refusal {
  /** Name of the file, and of the one in it; outside text. */
  readonly what: string
  /** Of a record it is outside text. */
  readonly why: string | UserError
}

export interface AboutBot extends Privacy {
  readonly version: string
  readonly embeddingModel: string
  /** Whether what cables ask to shield is masked here. */
  readonly protectsSources: boolean
}

/** All that commands need from the rooms below; the application builds it once. */
export interface Services {
  readonly records: Records
  ask(query: Query): Promise<Answer>
  /** Ranked passages for words that may have signs, and what the archive has of the words. */
  find(query: Query, limit: number): Promise<Found>
  /** @param id canonical number */
  cable(id: string): Cable | undefined
  /** What a list says of a stored cable. */
  line(id: string): CableSuggestion | undefined
  /** The original message. */
  message(id: string): string | undefined
  /** Cables that refer to this one, oldest first. */
  citedBy(id: string, limit: number, offset?: number): readonly CableSuggestion[]
  countCitedBy(id: string): number
  /** Nearest paragraphs of other cables, or nearest cables; `undefined` when there is nothing to compare with. */
  similar(
    cable: string,
    position: number | null,
    limit: number,
  ): Promise<readonly SimilarParagraph[] | undefined>
  /** Cables that pass, in order of time, oldest first unless told otherwise. */
  list(filter: CableFilter, offset: number, limit: number, first?: ListOrder): readonly CableSuggestion[]
  countCables(filter: CableFilter): number
  tally(facet: Facet, filter: CableFilter, limit: number): readonly Tally[]
  /** What the owner says addresses of cables look like, with `{id}` in it; none where they have none. */
  readonly addressTemplate: string | undefined
  /** Address of a cable on the web, or `null` when the archive has none. */
  permalink(id: string): string | null
  /** Stored cables whose number fits what was typed so far, best first, at most `limit`. */
  suggestIds(typed: string, limit: number): readonly CableSuggestion[]
  readonly corpus: CorpusServices
  about(): AboutBot
  /** How much is in the archive. */
  counts(): { readonly cables: number; readonly paragraphs: number }
  /** Display names of the sending posts of the archive, the most frequent first. */
  origins(): readonly Tally[]
  /** TAGS of the archive, the most frequent first. */
  tagCounts(): readonly Tally[]
}
