/** @module Whether somebody may use the bot now and here: the channels of a server, and how often one person may ask. */
import type { Caller } from '../../commands/context.js'
import type { ServerSettings } from '../records/settings.js'
import { UserError } from '../errors.js'
import { refusal } from '../replies/texts/refusal.js'

/** Key of the sentence to who asked too often. */
export const TOO_OFTEN = 'common.tooOften'

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

  /** @throws UserError that names the channels to go to, or the time to wait */
  pass(caller: Caller, settings: ServerSettings): void {
    const { channels, usesPerMinute } = settings
    if (channels.length > 0 && !caller.channelIds.some((id) => channels.includes(id))) {
      throw new OtherChannelError(channels)
    }
    if (usesPerMinute > 0) this.#use(`${caller.guildId ?? ''} ${caller.userId}`, usesPerMinute)
  }

  /** How many people are remembered. */
  get size(): number {
    return this.#allowances.size
  }

  #use(who: string, perMinute: number): void {
    const now = this.#now()
    const cost = MINUTE_MS / perMinute
    const known = this.#allowances.get(who) ?? { ms: MINUTE_MS, at: now }
    const ms = Math.min(MINUTE_MS, known.ms + now - known.at)
    const isEnough = ms >= cost
    // Put in anew, so that the map's order is that of the last use.
    this.#allowances.delete(who)
    this.#allowances.set(who, { ms: isEnough ? ms - cost : ms, at: now })
    this.#letGo(now)
    if (!isEnough) throw refusal(TOO_OFTEN, { count: Math.ceil((cost - ms) / 1_000) })
  }

  /** Who was quiet for a minute has a full allowance again, like somebody never seen. */
  #letGo(now: number): void {
    for (const [who, { at }] of this.#allowances) {
      if (now - at < MINUTE_MS && this.#allowances.size <= REMEMBERED_MAX) break
      this.#allowances.delete(who)
    }
  }
}
