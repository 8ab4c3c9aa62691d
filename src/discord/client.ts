/** @module The bot's connection to Discord. */
import { Client, Events, GatewayIntentBits, Options } from 'discord.js'
import type { Logger } from 'pino'
import { commands, components, messageCommands } from '../../commands/index.js'
import type { Services } from '../../commands/services.js'
import { UserError } from '../errors.js'
import { explainConnection } from './connection-errors.js'
import { loggable } from './errors.js'
import { createGateway, type Gateway } from './gateway.js'
import { Router } from './router.js'
import { withTimeLimit } from './time-limit.js'

/** How long logging in may take (ms): an IDENTIFY may wait its turn for some seconds, more means that nobody answers. */
const LOGIN_TIME_MS = 60_000

/** How long `stop` waits for what is in flight (ms). */
const STOP_TIME_MS = 10_000

/** Users and members that are remembered: only to build interactions, never to look anybody up. */
const CACHED_USERS = 200

export interface BotOptions {
  readonly token: string
  /** Base address of the REST API, without a version. */
  readonly apiUrl: string
  readonly services: Services
  readonly logger: Logger
  /** Called when Discord has closed the connection for good: the bot is useless from there on. */
  readonly onLost: (reason: UserError) => void
  /** ms; for tests */
  readonly loginTimeMs?: number
}

export interface Bot {
  /** As `Pilcrow#1234`. */
  readonly userTag: string
  /** Answers what is in flight, then disconnects. */
  stop(): Promise<void>
}

/**
 * Logs in and answers interactions from then on.
 * @throws UserError when the token is refused or Discord cannot be reached
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { token, apiUrl, services, logger, onLost, loginTimeMs = LOGIN_TIME_MS } = options
  const router = new Router({ handlers: { commands, messageCommands, components }, services, logger })
  const gateway = createGateway()
  const client = createClient(apiUrl, gateway)
  client.on(Events.InteractionCreate, (interaction) => void router.handle(interaction))
  reportTrouble(client, logger)

  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
    const login = client.login(token).then(() => ready)
    const onTimeout = (): Error =>
      new UserError(
        `Discord did not answer at ${apiUrl} within ${loginTimeMs / 1_000} seconds. Check the network.`,
      )
    const { user } = await withTimeLimit(login, loginTimeMs, onTimeout, (error) => {
      logger.warn({ err: loggable(error) }, 'login failed after its time was up')
    })
    logger.info({ user: user.tag }, 'logged in to Discord')
    // Only from here on: before, a close that is final makes the login fail.
    client.on(Events.ShardDisconnect, ({ code }) => {
      logger.error({ code }, 'Discord closed the connection for good')
      onLost(
        new UserError(
          `Discord closed the connection for good (code ${code}). Check the bot’s token and settings.`,
        ),
      )
    })
    const stop = async (): Promise<void> => {
      await finish(router, logger)
      client.removeAllListeners(Events.ShardReconnecting) // A close of our own looks like one, too.
      await gateway.leave(client, logger)
    }
    return { userTag: user.tag, stop }
  } catch (error) {
    await gateway.leave(client, logger)
    throw explainConnection(error, apiUrl)
  }
}

function createClient(apiUrl: string, gateway: Gateway): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: apiUrl },
    ws: gateway.options,
    // For every message that leaves, whoever sends it.
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: CACHED_USERS, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: {
        maxSize: CACHED_USERS,
        keepOverLimit: (member) => member.id === member.client.user.id,
      },
    }),
  })
}

function reportTrouble(client: Client, logger: Logger): void {
  client.on(Events.Error, (error) => {
    logger.error({ err: loggable(error) }, 'Discord client')
  })
  client.on(Events.Warn, (message) => {
    logger.warn(message)
  })
  client.on(Events.ShardError, (error, shard) => {
    logger.warn({ err: loggable(error), shard }, 'the connection to Discord had an error')
  })
  client.on(Events.ShardReconnecting, (shard) => {
    logger.info({ shard }, 'reconnecting to Discord')
  })
}

/** Waits for what is in flight, but not for ever. */
async function finish(router: Router, logger: Logger): Promise<void> {
  try {
    await withTimeLimit(
      router.close(),
      STOP_TIME_MS,
      () => new Error(`still at work after ${STOP_TIME_MS} ms`),
      (error) => {
        logger.error({ err: error }, 'closing failed after its time was up')
      },
    )
  } catch (error) {
    logger.warn({ err: error }, 'stopped with interactions in flight')
  }
}
