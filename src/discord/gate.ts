/** @module Whether somebody may use the bot now and here: the channels of a server, and how often one person may ask. */
import type { Caller } from '../../commands/context.js'
import type { ServerSettings } from '../records/settings.js'
import { UserError } from '../errors.js'
import { refusal } from '../replies/texts/refusal.js'

/**
 * What is counted apart, so that turning pages takes nobody's questions: asking, going on from what is shown, and typing what is
 * completed.
 */
export type Use = 'asking' | 'reading' | 'typing'

/** Buttons and menus that one person may use in a minute: more than anybody reads, and few enough to stop a machine. */
export const READINGS_PER_MINUTE = 120

/** Suggestions that one person may have in a minute: Discord asks for them at every pause of the hand. */
export const SUGGESTIONS_PER_MINUTE = 240

/** Keys of the sentences to who did either too often. */
const TOO_OFTEN = { asking: 'common.tooOften', reading: 'common.tooFast', typing: 'common.tooFast' } as const

const MINUTE_MS = 60_000

/** People whose last minute is remembered; beyond, those who were quiet longest are let go. */
const REMEMBERED_MAX = 10_000

/** Asked in a channel where the bot does not answer. */
export class OtherChannelError extends UserError {
  /** @param channels ids of those where it does */
  constructor(readonly channels: readonly string[]) {
    const { message, key, values } = refusal('common.otherChannel')
    super(message, { values, ...(key !== undefined && { key }) })
  }
}

/** A person's allowance: a minute at most, which fills up as time goes by, and of which each use takes its share. */
interface Allowance {
  readonly ms: number
  /** When it was that. */
  readonly at: number
}

export class Gate {
  readonly #allowances = new Map<string, Allowance>()
  readonly #now: () => number

  /** @param now ms; for tests */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /**
   * @param gone those of the settings' channels that the server no longer has
   * @throws UserError that names the channels to go to, or the time to wait
   */
  pass(caller: Caller, settings: ServerSettings, use: Use, gone: readonly string[] = []): void {
    const { channels, usesPerMinute } = settings
    if (channels.length > 0 && !caller.channelIds.some((id) => channels.includes(id))) {
      const left = channels.filter((id) => !gone.includes(id))
      // Who named channels wanted the others left alone, so that none is left does not open all.
      if (left.length === 0) throw refusal('common.channelsGone')
      throw new OtherChannelError(left)
    }
    // Who sets no limit wants none on reading either.
    if (usesPerMinute === 0) return
    // The allowance is the person's, wherever they ask: a second server is no second minute.
    this.#take(use, `${use} ${caller.userId}`, perMinute(use, usesPerMinute))
  }

  /** How many people are remembered, once for each of what they did. */
  get size(): number {
    return this.#allowances.size
  }

  #take(use: Use, who: string, times: number): void {
    const now = this.#now()
    const cost = MINUTE_MS / times
    const known = this.#allowances.get(who) ?? { ms: MINUTE_MS, at: now }
    const ms = Math.min(MINUTE_MS, known.ms + now - known.at)
    const isEnough = ms >= cost
    // Put in anew, so that the map's order is that of the last use.
    this.#allowances.delete(who)
    this.#allowances.set(who, { ms: isEnough ? ms - cost : ms, at: now })
    this.#letGo(now)
    if (!isEnough) throw refusal(TOO_OFTEN[use], { count: Math.ceil((cost - ms) / 1_000) })
  }

  /** Who was quiet for a minute has a full allowance again, like somebody never seen. */
  #letGo(now: number): void {
    for (const [who, { at }] of this.#allowances) {
      if (now - at < MINUTE_MS && this.#allowances.size <= REMEMBERED_MAX) break
      this.#allowances.delete(who)
    }
  }
}

function perMinute(use: Use, usesPerMinute: number): number {
  // A server that lets people ask very often does not make them read slowly.
  switch (use) {
    case 'asking':
      return usesPerMinute
    case 'reading':
      return Math.max(READINGS_PER_MINUTE, usesPerMinute)
    case 'typing':
      return Math.max(SUGGESTIONS_PER_MINUTE, usesPerMinute)
  }
}

/** Whether the refusal with this key was the gate's word on how often. */
export function isTooOften(key: string | undefined): boolean {
  return Object.values<string | undefined>(TOO_OFTEN).includes(key)
}
