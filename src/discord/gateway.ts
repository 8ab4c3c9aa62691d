/**
 * @module A gateway connection that can be given up at any moment.
 *
 * @discordjs/ws (1.2) cannot be closed while it connects: `destroy` cancels the wait for the gateway's greeting, that
 * cancellation begins a new connection, and the `destroy` never settles. So a connection that is being made is left to end
 * by itself, and no other is begun: every attempt asks for the session first, and gets no answer any more.
 */
import { SimpleShardingStrategy, type Client, type WebSocketOptions } from 'discord.js'
import type { Logger } from 'pino'
import { withTimeLimit } from '../time-limit.js'

/** How long an orderly close may take (ms). */
const CLOSE_TIME_MS = 2_000

export interface Gateway {
  /** For the client's options. */
  readonly options: WebSocketOptions
  /** Settles within two seconds, whatever state the connection is in; the client is of no more use. */
  leave(client: Client, logger: Logger): Promise<void>
}

export function createGateway(): Gateway {
  let isLeft = false
  return {
    options: {
      buildStrategy: (manager) => {
        const { options } = manager
        const retrieve = options.retrieveSessionInfo.bind(options)
        options.retrieveSessionInfo = (shard) => (isLeft ? new Promise(() => undefined) : retrieve(shard))
        return new SimpleShardingStrategy(manager)
      },
    },
    leave: async (client, logger) => {
      isLeft = true
      const onTimeout = (): Error => new Error(`not closed after ${CLOSE_TIME_MS} ms`)
      try {
        await withTimeLimit(client.destroy(), CLOSE_TIME_MS, onTimeout, (error) => {
          logger.warn({ err: error }, 'closing the connection failed after its time was up')
        })
      } catch (error) {
        logger.warn({ err: error }, 'the connection to Discord was left open to end by itself')
      }
    },
  }
}
