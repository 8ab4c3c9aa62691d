import type { Outcome } from '../records/records.js'

/** How an interaction or a message ended; `lost` when nothing reached the asker. */
export interface Handled {
  readonly outcome: Outcome
  /** From its arrival to its acknowledgement; `undefined` when there was none. */
  readonly acknowledgedMs: number | undefined
}

/** One use of the bot, for counts and metrics: nothing that was typed. */
export interface RoutedUse extends Handled {
  /** Such as `/ask` or `button para`. */
  readonly what: string
  readonly ms: number
}
