/**
 * @module A stand-in for Discord on this machine: REST and gateway on loopback, for the real discord.js client.
 *
 * ```ts
 * const standIn = await StandIn.start({ validate })        // port: any free one, unless named
 * const client = new Client({ intents: ['Guilds'], rest: { api: standIn.apiUrl } })
 * await client.login(standIn.token)                        // then register commands as ever
 *
 * const user = standIn.user({ name: 'Ada', locale: 'en-US' })
 * const reply = await user.command('ask', { question: 'Who met whom?' }) // or (…, { dm: true }), { guild }, { channel }
 * reply.text                                               // readable; reply.message is the raw message
 * const opened = await reply.click('¶2')                   // label or custom id
 * await opened.select('06ONE1')                            // value or label of the only menu
 * const modal = await reply.click('Ask a follow-up')
 * const next = await modal.submitModal({ question: 'And then?' })
 * const choices = await user.autocomplete('cable', { focused: 'id', value: '06mex' })
 * await user.messageCommand('Ask about this', user.say('See 06ONE1'))
 * expect(standIn.problems).toEqual([])                     // every payload of the bot was good
 * await client.destroy(); await standIn.stop()
 * ```
 *
 * What a person could not do at Discord throws `NotOffered`; what a person would see as "The application did not
 * respond" rejects with `NoAnswer`, which says what was missing.
 */
import type { AddressInfo } from 'node:net'
import { announce, welcome } from './announce.js'
import { Dispatcher } from './dispatch.js'
import { Gateway } from './gateway.js'
import { DISCORD_LIMITS, type Limits } from './interaction.js'
import { Interactions } from './interactions.js'
import { Reply } from './reply.js'
import { commandRoutes } from './rest/commands.js'
import type { Context } from './rest/context.js'
import { interactionRoutes } from './rest/interactions.js'
import { placeRoutes } from './rest/places.js'
import type { RateLimits } from './rest/rate-limits.js'
import { RestServer, type LoggedRequest, type Validate } from './rest/server.js'
import { webhookRoutes } from './rest/webhooks.js'
import { User } from './user.js'
import type { Command, Message } from './wire.js'
import {
  World,
  type AboutGuild,
  type AboutPerson,
  type Channel,
  type Guild,
  type Role,
  type StoredMessage,
} from './world.js'

export type { Validate, Payload } from './rest/server.js'
export type { Problem } from './rest/errors.js'
export { NotOffered } from './command-options.js'
export { NoAnswer } from './interaction.js'

export interface StandInOptions {
  /** Judges every payload of the bot; a bad one is refused with 400 and code 50035, and kept in `problems`. */
  readonly validate?: Validate
  /** 0 for any free one. */
  readonly port?: number
  /** The only token that is taken. */
  readonly token?: string
  readonly botName?: string
  /** Milliseconds; Discord's unless said otherwise. */
  readonly limits?: Partial<Limits>
  /** Milliseconds between heartbeats. */
  readonly heartbeatMs?: number
  /** Privileged intents that are switched on, as bits; none unless said otherwise. */
  readonly privilegedIntents?: number
  /** Shards that GET /gateway/bot recommends and IDENTIFY must come with at least. */
  readonly shards?: number
}

/** IDENTIFYs a day (https://discord.com/developers/docs/events/gateway#session-start-limit). */
const SESSION_STARTS = 1_000

export class StandIn {
  readonly #server: RestServer
  readonly #world: World
  readonly #gateway: Gateway
  readonly #interactions = new Interactions()
  readonly #dispatcher: Dispatcher
  readonly #origin: string
  /** The server that people act in unless another place is named. */
  readonly home: Guild

  static async start(options: StandInOptions = {}): Promise<StandIn> {
    const world = new World(options.botName ?? 'Pilcrow')
    const server = new RestServer(world, options.token ?? DEFAULT_TOKEN, options.validate)
    await new Promise<void>((resolve, reject) => {
      server.http.once('error', reject)
      server.http.listen(options.port ?? 0, '127.0.0.1', resolve)
    })
    return new StandIn(world, server, options)
  }

  private constructor(world: World, server: RestServer, options: StandInOptions) {
    const { port } = server.http.address() as AddressInfo
    const shards = options.shards ?? 1
    this.#world = world
    this.#server = server
    this.#origin = `http://127.0.0.1:${port}`
    const gatewayUrl = `ws://127.0.0.1:${port}`
    this.home = world.addGuild({ name: 'Reading room' })
    this.#gateway = new Gateway(server.http, {
      token: server.token,
      heartbeatMs: options.heartbeatMs ?? 41_250,
      privilegedIntents: options.privilegedIntents ?? 0,
      shards,
      welcome: (session) => welcome(world, gatewayUrl, session),
    })
    const limits = { ...DISCORD_LIMITS, ...options.limits }
    this.#dispatcher = new Dispatcher(world, this.home, this.#gateway, this.#interactions, limits, () =>
      this.#lastRefusals(),
    )
    const context: Context = {
      world,
      interactions: this.#interactions,
      author: { person: world.bot, fileBase: this.#origin },
      gatewayUrl,
      gatewayLimits: () => ({
        shards,
        total: SESSION_STARTS,
        remaining: SESSION_STARTS - this.#gateway.identified,
      }),
    }
    server.routes = [interactionRoutes, webhookRoutes, commandRoutes, placeRoutes].flatMap((of) =>
      of(context),
    )
    announce(world, this.#gateway)
  }

  /** For `rest: { api }` of the client. */
  get apiUrl(): string {
    return `${this.#origin}/api`
  }

  get token(): string {
    return this.#server.token
  }

  get applicationId(): string {
    return this.#world.applicationId
  }

  /** The commands that the bot registered. */
  get commands(): Command[] {
    return [...this.#world.commands.values()]
  }

  /** What was wrong with the bot's payloads and with the stand-in itself, one sentence each; good tests end with none. */
  get problems(): string[] {
    const refused = this.#server.refused.flatMap(({ method, route, problems }) =>
      problems.map(({ path, message }) => `${method} ${route}: ${path === '' ? 'body' : path}: ${message}`),
    )
    const unknown = this.#server.unknownRoutes.map(
      (route) => `${route}: the stand-in does not know this route`,
    )
    const faults = this.#server.faults.map((fault) => `fault of the stand-in: ${String(fault)}`)
    return [...refused, ...unknown, ...faults]
  }

  /** The bot's requests, oldest first. */
  get requests(): readonly LoggedRequest[] {
    return this.#server.requests
  }

  /** Rate limits and outages to switch on. */
  get limits(): RateLimits {
    return this.#server.limits
  }

  /** Connections: to count, cut and invalidate. */
  get gateway(): Gateway {
    return this.#gateway
  }

  /**
   * Milliseconds from each interaction to its acknowledgement, oldest first; undefined where none came yet.
   * Interactions whose token is over are forgotten.
   */
  get acknowledgements(): (number | undefined)[] {
    return [...this.#interactions].map(({ acknowledgedAfter }) => acknowledgedAfter)
  }

  user(about: AboutPerson): User {
    return new User(this.#dispatcher, this.#world.addPerson(about), this.#origin)
  }

  /** The person who made the application. */
  get owner(): User {
    return new User(this.#dispatcher, this.#world.owner, this.#origin)
  }

  /**
   * Gives the application to a team.
   * @param members their roles: 2 is the state of those who accepted the invitation
   */
  giveToTeam(owner: User, members: readonly { user: User; role: string; state?: number }[]): void {
    const id = this.#world.ids.next()
    this.#world.team = {
      id,
      name: 'Archivists',
      icon: null,
      owner_user_id: owner.id,
      members: members.map(({ user, role, state = 2 }) => ({
        team_id: id,
        user: user.person.wire,
        membership_state: state,
        permissions: ['*'],
        role,
      })),
    }
  }

  role(name: string, guild: Guild = this.home): Role {
    return this.#world.addRole(guild, name)
  }

  guild(about: AboutGuild): Guild {
    return this.#world.addGuild(about)
  }

  /**
   * @param category one of the same server, made by `category`
   * @param denied what the bot may not do there, as Discord's bit field
   */
  channel(
    name: string,
    guild: Guild = this.home,
    { category, denied = 0n }: { readonly category?: Channel; readonly denied?: bigint } = {},
  ): Channel {
    const parent = category && { parentId: category.id }
    return this.#world.addChannel({ type: 0, name, guild, denied, ...parent })
  }

  category(name: string, guild: Guild = this.home): Channel {
    return this.#world.addChannel({ type: 4, name, guild })
  }

  thread(name: string, guild: Guild = this.home, parent: Channel = this.#world.mainChannel(guild)): Channel {
    return this.#world.addChannel({ type: 11, name, guild, parentId: parent.id })
  }

  /** Takes rights from the bot in a channel, or gives them back with `0n`; the bot hears of it. */
  deny(channel: Channel, denied: bigint): void {
    this.#world.deny(channel, denied)
  }

  deleteChannel(channel: Channel): void {
    this.#world.deleteChannel(channel)
  }

  /** Deletes a message as its author or a moderator does. */
  delete(message: Message): void {
    const stored = this.#world.messages.get(message.id)
    if (stored !== undefined) this.#world.deleteMessage(stored)
  }

  /** The messages of a place as a person sees them, oldest first. */
  messages(user: User, channel: Channel = this.#world.mainChannel(this.home)): Reply[] {
    return [...this.#world.messages.values()]
      .filter(({ message, onlyFor }) => message.channel_id === channel.id && (onlyFor ?? user.id) === user.id)
      .map((message) => new Reply(this.#dispatcher, user.person, { kind: 'message', message }, undefined))
  }

  /**
   * Hears of every new, edited and deleted message; gives the function that ends it. `onlyFor` is the id of the
   * only person who sees an ephemeral message.
   */
  onMessage(
    listener: (event: 'created' | 'edited' | 'deleted', message: Message, onlyFor: string | null) => void,
  ): () => void {
    const events = ['created', 'edited', 'deleted'] as const
    const handlers = events.map((event) => {
      const handler = ({ message, onlyFor }: StoredMessage): void => {
        listener(event, message, onlyFor)
      }
      this.#world.on(event, handler)
      return () => this.#world.off(event, handler)
    })
    return () => {
      for (const end of handlers) end()
    }
  }

  /** Lets the time of every interaction's token run out now. */
  expireTokens(): void {
    for (const interaction of this.#interactions) interaction.expire()
  }

  /** Ends connections and the server; who still waits for an answer is told. */
  async stop(): Promise<void> {
    for (const interaction of this.#interactions) interaction.abandon()
    this.#gateway.close()
    this.#server.http.closeAllConnections()
    await new Promise((resolve) => this.#server.http.close(resolve))
  }

  /** The last requests that failed, as a sentence to put behind an error. */
  #lastRefusals(): string {
    const failed = this.requests.filter(({ error }) => error !== undefined).slice(-3)
    const words = failed.map(
      ({ method, route, status, error }) => `${method} ${route} got ${status} ${error ?? ''}`,
    )
    return words.length === 0 ? '' : ` Refused before: ${words.join('; ')}.`
  }
}

/** Shaped like a bot's token, because discord.js reads the first part as an id. */
const DEFAULT_TOKEN = `${Buffer.from('1').toString('base64url')}.standin.${'0'.repeat(27)}`
