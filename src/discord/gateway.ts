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
import { loggable } from './errors.js'

/** How long an orderly close may take (ms). */
const CLOSE_TIME_MS = 2_000

export interface Gateway {
  /** For the client's options. */
  readonly options: WebSocketOptions
  /** From now on a packet that the client cannot read is logged and passed over, rather than ending the process. */
  skipUnreadable(client: Client, logger: Logger): void
  /** Settles within two seconds, whatever state the connection is in; the client is of no more use. */
  leave(client: Client, logger: Logger): Promise<void>
}

export function createGateway(): Gateway {
  let isLeft = false
  let onUnreadable: (error: unknown) => void = () => undefined
  return {
    options: {
      buildStrategy: (manager) => {
        const { options } = manager
        const retrieve = options.retrieveSessionInfo.bind(options)
        options.retrieveSessionInfo = (shard) => (isLeft ? new Promise(() => undefined) : retrieve(shard))
        guard(manager, 'emit', (error) => {
          onUnreadable(error)
        })
        return new SimpleShardingStrategy(manager)
      },
    },
    skipUnreadable: (client, logger) => {
      onUnreadable = (error) => {
        logger.error({ err: loggable(error) }, 'a packet of Discord cannot be read; it is passed over')
      }
      // Packets that came before the client was ready are read later, by this method alone.
      guard(client.ws, 'handlePacket', onUnreadable)
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

/** The method of an object of discord.js, so that what it throws goes to `onError`: it is called where nobody would catch it. */
function guard(target: object, method: string, onError: (error: unknown) => void): void {
  const original: unknown = Reflect.get(target, method)
  if (typeof original !== 'function') throw new Error(`discord.js has no ${method} any more`)
  Reflect.set(target, method, (...args: unknown[]): unknown => {
    try {
      const result: unknown = Reflect.apply(original, target, args)
      return result
    } catch (error) {
      onError(error)
      return false
    }
  })
}
