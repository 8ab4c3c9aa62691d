/** @module Failures to reach or enter Discord -> one sentence that says what to do. */
import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RateLimitError,
} from 'discord.js'
import { UserError } from '../errors.js'

/** Codes of Node.js and undici for a network that is not there, a name that does not resolve, a peer that does not answer. */
const NETWORK_CODE =
  /^(?:E(?:CONN\w+|NOTFOUND|AI_AGAIN|TIMEDOUT|HOSTUNREACH|NETUNREACH|PIPE|PROTO)|UND_ERR_\w+|CERT_\w+|ERR_(?:TLS|SSL)_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+)$/u

/** What @discordjs/ws says of a close that is final while it logs in -> its code. */
const FINAL_CLOSES: Readonly<Record<string, number>> = {
  'Invalid shard': GatewayCloseCodes.InvalidShard,
  'Sharding is required': GatewayCloseCodes.ShardingRequired,
  'Used an invalid API version': GatewayCloseCodes.InvalidAPIVersion,
  'Used invalid intents': GatewayCloseCodes.InvalidIntents,
  'Used disallowed intents': GatewayCloseCodes.DisallowedIntents,
}

/** What to do about a close that is final, where that is known. */
const ADVICE: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'The token in DISCORD_TOKEN is no longer valid. Copy a new one from the Discord developer portal (Bot, Reset Token).',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in so many servers that Discord asks for more connections. Start it again; it makes as many as Discord asks for.',
  [GatewayCloseCodes.DisallowedIntents]:
    'The application may not receive what the bot asks for. Check the page Bot in the Discord developer portal.',
}

/** @param code of the gateway, after which no new connection is allowed */
export function closedForGood(code: number): UserError {
  const advice =
    ADVICE[code] ?? 'Check the bot’s token and settings, and whether there is a newer version of it.'
  return new UserError(`Discord closed the connection for good (code ${code}). ${advice}`)
}

/** @returns a `UserError` for whatever Discord, or what answers in its place, has said; else the error as it came */
export function explainConnection(error: unknown, apiUrl: string): unknown {
  if (isBadToken(error)) {
    return new UserError(
      'Discord does not accept the token in DISCORD_TOKEN. Copy it anew from your application’s page in the Discord developer portal (Bot, Reset Token).',
    )
  }
  const network = networkReason(error)
  if (network !== null) {
    return new UserError(
      `Discord cannot be reached at ${apiUrl} (${network}). Check the network, and DISCORD_API_URL if it is set.`,
    )
  }
  const code = error instanceof Error ? FINAL_CLOSES[error.message] : undefined
  if (code !== undefined) return closedForGood(code)
  return refusedByApi(error, apiUrl) ?? error
}

/** Any answer of the API that is no success, and any answer that is not the API's. */
function refusedByApi(error: unknown, apiUrl: string): UserError | null {
  if (error instanceof RateLimitError) {
    const minutes = Math.ceil(error.retryAfter / 60_000)
    return new UserError(`Discord asks to wait ${minutes} min before the next attempt. Try again then.`)
  }
  if (error instanceof DiscordAPIError && typeof error.code === 'number' && error.code !== 0) {
    return new UserError(
      `Discord at ${apiUrl} has refused this (status ${error.status}, code ${error.code}: ${firstLine(error.message)}). If this version of Pilcrow is up to date, please report it.`,
    )
  }
  if (error instanceof DiscordAPIError || error instanceof HTTPError)
    return notDiscord(apiUrl, `status ${error.status}`)
  return null
}

/** @param what it answered with */
export function notDiscord(apiUrl: string, what: string, cause?: unknown): UserError {
  return new UserError(
    `What answers at ${apiUrl} does not answer as Discord does (${what}). Check DISCORD_API_URL if it is set, and any proxy in between.`,
    { cause },
  )
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? ''
}

function isBadToken(error: unknown): boolean {
  if (error instanceof DiscordjsError) {
    return error.code === DiscordjsErrorCodes.TokenInvalid || error.code === DiscordjsErrorCodes.TokenMissing
  }
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return error.status === 401
  // What @discordjs/ws says when the gateway closes with 4004.
  return error instanceof Error && error.message === 'Authentication failed'
}

function networkReason(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof HTTPError && cause.status >= 500) return `status ${cause.status}`
    if ('code' in cause && typeof cause.code === 'string' && NETWORK_CODE.test(cause.code)) return cause.code
    if (cause.name === 'AbortError' || cause.name === 'TimeoutError') return 'no answer'
    if (cause instanceof AggregateError) {
      const [first] = cause.errors as unknown[]
      const reason = networkReason(first)
      if (reason !== null) return reason
    }
  }
  return null
}
