/** @module The bot's connection to Discord. */
import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js'
import type { Logger } from 'pino'
import { Agent } from 'undici'
import { commands, components, messageCommands } from '../../commands/index.js'
import type { Services } from '../../commands/services.js'
import { UserError } from '../errors.js'
import { Metrics } from '../operations/metrics.js'
import { serveOperations } from '../operations/server.js'
import type { ServerSettings } from '../records/settings.js'
import { allowsServer, leaveOthers } from './allowed-servers.js'
import type { Surroundings } from './caller.js'
import { closedForGood, explainConnection } from './connection-errors.js'
import { loggable } from './errors.js'
import { createGateway, type Gateway } from './gateway.js'
import { Gate } from './gate.js'
import type { RoutedUse } from './handled.js'
import { Mentions } from './mentions.js'
import { ownersOf } from './owners.js'
import { restOptions } from './rest.js'
import { Router } from './router.js'
import { withTimeLimit } from '../time-limit.js'

/** How long logging in may take (ms): an IDENTIFY may wait its turn for some seconds, more means that nobody answers. */
const LOGIN_TIME_MS = 60_000

/** How long `stop` waits for what is in flight (ms). */
const STOP_TIME_MS = 10_000

/**
 * Connections to Discord's REST API at a time. Without a bound, a burst of readers opens one for each of them, and making
 * connections takes longer than the requests do.
 */
const CONNECTIONS_MAX = 64

/** How often the client lets go of queues that nothing goes through any more (ms). */
const HANDLER_SWEEP_MS = 5 * 60_000

/** Users and members that are remembered: only to build interactions, never to look anybody up. */
const CACHED_USERS = 200

export interface BotOptions {
  readonly token: string
  /** Base address of the REST API, without a version. */
  readonly apiUrl: string
  readonly services: Services
  /** The same as they are in a server with these settings; `services` everywhere when not given. */
  readonly servicesFor?: (settings: ServerSettings) => Services
  readonly logger: Logger
  /** Ids of the servers in which it works; everywhere when there are none or not given. */
  readonly allowedServers?: readonly string[]
  /** Where metrics and the health check are served; nowhere when not given. Port 0 is any free one. */
  readonly metrics?: { readonly host: string; readonly port: number } | undefined
  /** Called when Discord has closed the connection for good: the bot is useless from there on. */
  readonly onLost: (reason: UserError) => void
  /** ms; for tests */
  readonly loginTimeMs?: number
}

export interface Bot {
  /** As `Pilcrow#1234`. */
  readonly userTag: string
  /** Port of the metrics, where they are served. */
  readonly metricsPort: number | undefined
  /** Answers what is in flight, then disconnects. */
  stop(): Promise<void>
}

/**
 * Logs in and answers interactions from then on.
 * @throws UserError when the token is refused or Discord cannot be reached
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const {
    token,
    apiUrl,
    services,
    logger,
    onLost,
    loginTimeMs = LOGIN_TIME_MS,
    allowedServers = [],
  } = options
  const gateway = createGateway()
  const client = createClient(apiUrl, gateway)
  gateway.skipUnreadable(client, logger)
  const metrics = new Metrics({
    cables: () => services.counts().cables,
    paragraphs: () => services.counts().paragraphs,
    connected: () => client.isReady(),
  })
  const commandIds = new Map<string, string>()
  const surroundings: Surroundings = {
    commandIds,
    services,
    servicesFor: options.servicesFor ?? (() => services),
    isOwner: ownersOf(client),
    isGone: (serverId, channelId) => {
      const server = client.guilds.cache.get(serverId)
      return server?.available === true && !server.channels.cache.has(channelId)
    },
    allows: (serverId) => allowsServer(allowedServers, serverId),
    logger,
  }
  const gate = new Gate()
  const onUse = (use: RoutedUse): void => {
    metrics.observe(use)
    services.records.countUse(use)
  }
  const router = new Router({
    handlers: { commands, messageCommands, components },
    surroundings,
    gate,
    onUse,
  })
  const mentions = new Mentions({ surroundings, gate, onUse })
  client.on(Events.InteractionCreate, (interaction) => void router.handle(interaction))
  client.on(Events.MessageCreate, (message) => void mentions.handle(message))
  reportTrouble(client, logger)

  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
    const login = client.login(token).then(() => ready)
    const onTimeout = (): Error =>
      new UserError(
        `Discord did not answer at ${apiUrl} within ${loginTimeMs / 1_000} seconds. Check the network.`,
      )
    const online = await withTimeLimit(login, loginTimeMs, onTimeout, (error) => {
      logger.warn({ err: loggable(error) }, 'login failed after its time was up')
    })
    const { user } = online
    leaveOthers(online, allowedServers, logger)
    logger.info({ user: user.tag }, 'logged in to Discord')
    void rememberIds(client, commandIds, logger)
    // Only from here on: before, a close that is final makes the login fail.
    client.on(Events.ShardDisconnect, ({ code }) => {
      logger.error({ code }, 'Discord closed the connection for good')
      onLost(closedForGood(code))
    })
    const operations =
      options.metrics &&
      (await serveOperations({ ...options.metrics, metrics, isHealthy: () => client.isReady() }))
    const stop = async (): Promise<void> => {
      await finish(Promise.all([router.close(), mentions.close()]), logger)
      await operations?.close()
      client.removeAllListeners(Events.ShardReconnecting) // A close of our own looks like one, too.
      await gateway.leave(client, logger)
    }
    return { userTag: user.tag, metricsPort: operations?.port, stop }
  } catch (error) {
    await gateway.leave(client, logger)
    throw explainConnection(error, apiUrl)
  }
}

function createClient(apiUrl: string, gateway: Gateway): Client {
  return new Client({
    // Messages only for those that mention the bot or are written to it: without the intent of their content, Discord leaves the
    // text of all others out.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // As many as Discord asks for: with fewer it refuses the login.
    shards: 'auto',
    // Direct channels are not announced before their first message.
    partials: [Partials.Channel],
    rest: {
      ...restOptions(apiUrl),
      agent: new Agent({ connections: CONNECTIONS_MAX }),
      // Discord leaves interactions out of its 50 requests a second over all; the client would count the edits of their answers,
      // and a burst of readers would wait for minutes. A real limit still comes as a 429, which the client keeps to.
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      // Each interaction has a queue of its own, which is of no more use after its 15 minutes.
      handlerSweepInterval: HANDLER_SWEEP_MS,
    },
    ws: gateway.options,
    // For every message that leaves, whoever sends it.
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      // One, and the one that it replies to: an event brings both, and they are wanted while it is handled.
      MessageManager: 2,
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
async function finish(closed: Promise<unknown>, logger: Logger): Promise<void> {
  try {
    await withTimeLimit(
      closed,
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

/** So that replies can name commands as links; without the ids they name them in letters. */
async function rememberIds(client: Client, ids: Map<string, string>, logger: Logger): Promise<void> {
  try {
    const commands = await client.application?.commands.fetch()
    for (const { name, id } of commands?.values() ?? []) ids.set(name, id)
  } catch (error) {
    logger.debug({ err: loggable(error) }, 'the ids of the commands are not known')
  }
}
