import type { Cable } from './cable.js'

/** What reading one record gave: a cable with the message it was read from, or why it is none. */
export type ReadOutcome =
  | {
      readonly kind: 'cable'
      readonly cable: Cable
      /** The original text, as it can be downloaded again. */
      readonly message: string
    }
  | {
      readonly kind: 'refused'
      /** The file (and, in an archive, the entry after `!`). */
      readonly path: string
      /** Counts from 1; given where the record is one of several in its file. */
      readonly line?: number
      /** One plain sentence or clause: what was wrong. */
      readonly reason: string
    }
