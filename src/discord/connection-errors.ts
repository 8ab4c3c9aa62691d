/** @module Failures to reach or enter Discord -> one sentence that says what to do. */
import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js'
import { UserError } from '../errors.js'

/** Codes of Node.js and undici for a network that is not there, a name that does not resolve, a peer that does not answer. */
const NETWORK_CODE =
  /^(?:E(?:CONN\w+|NOTFOUND|AI_AGAIN|TIMEDOUT|HOSTUNREACH|NETUNREACH|PIPE|PROTO)|UND_ERR_\w+|CERT_\w+|ERR_(?:TLS|SSL)_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+)$/u

/** @returns a `UserError` for what the owner can mend, else the error as it came */
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
  return error
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
