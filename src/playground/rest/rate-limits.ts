/** Rate limits and outages, switched on by who tests (https://discord.com/developers/docs/topics/rate-limits). */
import { createHash } from 'node:crypto'

export interface BucketRule {
  /** Requests in one window. */
  readonly limit: number
  /** The window's length in milliseconds. */
  readonly perMs: number
  /** Whether the bot is told by headers before it runs into the limit; true unless said otherwise. */
  readonly announced?: boolean
}

export type Break = 'unheard' | 'unanswered'

export interface Failure {
  /** 429, a 5xx of an outage, or where the connection breaks: before the request is heard, or before its answer is out. */
  readonly status: number | Break
  /** How many requests fail; 1 unless said otherwise. */
  readonly times?: number
  /** Milliseconds that a 429 tells the bot to wait; 100 unless said otherwise. */
  readonly retryAfterMs?: number
  readonly global?: boolean
}

export interface Verdict {
  readonly headers: Record<string, string>
  /** Set when the request must not go through. */
  readonly refusal?: { readonly status: number; readonly body: object }
  /** Set when the connection is to break. */
  readonly breaks?: Break
}

interface Window {
  endsAt: number
  used: number
}

/** Path parameters that split a bucket: each channel, server and webhook has its own. */
const MAJOR = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token', 'interaction_token']

export class RateLimits {
  readonly #rules = new Map<string, BucketRule>()
  readonly #windows = new Map<string, Window>()
  readonly #failures: { failure: Failure; left: number }[] = []
  #global: BucketRule | undefined

  /** @param route as Discord's description writes it, such as `/channels/{channel_id}/messages` */
  limit(method: string, route: string, rule: BucketRule): void {
    this.#rules.set(`${method} ${route}`, rule)
  }

  /** A limit over all requests but those that carry an interaction's token, such as 50 a second. */
  limitAll(rule: BucketRule): void {
    this.#global = rule
  }

  /** Makes the next requests fail, whatever they are. */
  failNext(failure: Failure): void {
    this.#failures.push({ failure, left: failure.times ?? 1 })
  }

  clear(): void {
    this.#rules.clear()
    this.#windows.clear()
    this.#failures.length = 0
    this.#global = undefined
  }

  judge(
    method: string,
    route: string,
    params: Readonly<Record<string, string>>,
    countsGlobally: boolean,
  ): Verdict {
    const planned = this.#failures[0]
    if (planned) {
      planned.left -= 1
      if (planned.left <= 0) this.#failures.shift()
      const { status, retryAfterMs = 100, global = false } = planned.failure
      if (typeof status === 'string') return { headers: {}, breaks: status }
      if (status === 429) return tooMany(retryAfterMs, global ? 'global' : 'shared', {})
      return {
        headers: {},
        refusal: { status, body: { message: `${status}: Service Unavailable`, code: 0 } },
      }
    }
    if (this.#global && countsGlobally) {
      const waitMs = this.#count('global', this.#global).waitMs
      if (waitMs > 0) return tooMany(waitMs, 'global', {})
    }
    const rule = this.#rules.get(`${method} ${route}`)
    if (rule === undefined) return { headers: {} }
    const major = MAJOR.map((name) => params[name] ?? '').join(':')
    const { waitMs, left, resetMs } = this.#count(`${method} ${route} ${major}`, rule)
    const headers = rule.announced === false ? {} : bucketHeaders(`${method} ${route}`, rule, left, resetMs)
    return waitMs > 0 ? tooMany(waitMs, 'user', headers) : { headers }
  }

  #count(key: string, rule: BucketRule): { waitMs: number; left: number; resetMs: number } {
    const now = Date.now()
    const open = this.#windows.get(key)
    const window = open && open.endsAt > now ? open : { endsAt: now + rule.perMs, used: 0 }
    this.#windows.set(key, window)
    const resetMs = window.endsAt - now
    if (window.used >= rule.limit) return { waitMs: resetMs, left: 0, resetMs }
    window.used += 1
    return { waitMs: 0, left: rule.limit - window.used, resetMs }
  }
}

function bucketHeaders(
  name: string,
  rule: BucketRule,
  left: number,
  resetMs: number,
): Record<string, string> {
  return {
    'X-RateLimit-Bucket': createHash('sha256').update(name).digest('hex').slice(0, 32),
    'X-RateLimit-Limit': String(rule.limit),
    'X-RateLimit-Remaining': String(left),
    'X-RateLimit-Reset': ((Date.now() + resetMs) / 1_000).toFixed(3),
    'X-RateLimit-Reset-After': (resetMs / 1_000).toFixed(3),
  }
}

function tooMany(
  waitMs: number,
  scope: 'user' | 'global' | 'shared',
  headers: Record<string, string>,
): Verdict {
  const seconds = waitMs / 1_000
  const body = { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' }
  return {
    headers: {
      ...headers,
      'Retry-After': String(Math.ceil(seconds)),
      'X-RateLimit-Scope': scope,
      ...(scope === 'global' && { 'X-RateLimit-Global': 'true' }),
    },
    refusal: { status: 429, body },
  }
}
