import type { Wording } from './archive.js'
import type { WordRule } from './word-rule.js'

/** Restrictions on the cables that may answer; all that are given must hold. */
export interface CableFilter {
  /** Sending post, as people type it (`Embassy Paris`, `Paris`, `PARIS`): kind of post, case and spaces do not count. */
  readonly origin?: string
  readonly year?: number
  /** ISO day, inclusive. */
  readonly after?: string
  /** ISO day, inclusive. */
  readonly before?: string
  /** `SECRET` also finds `SECRET//NOFORN`; case does not count. */
  readonly classification?: string
  readonly tag?: string
  /** A second one, which the cable must have as well. */
  readonly otherTag?: string
  /** Canonical number of the one cable to look in. */
  readonly cable?: string
  /** What words a passage of the cable must have and must not have. */
  readonly holding?: Holding
}

/** A rule for the masked or the open words: `Archive.holding` makes one. */
export interface Holding {
  readonly rule: WordRule
  readonly wording: Wording
}
