/** The gateway: sessions over WebSocket (https://discord.com/developers/docs/events/gateway). */
import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { z } from 'zod'
import { shardOf } from './snowflake.js'

const Op = {
  Dispatch: 0,
  Heartbeat: 1,
  Identify: 2,
  Resume: 6,
  Reconnect: 7,
  InvalidSession: 9,
  Hello: 10,
  HeartbeatAck: 11,
} as const
/** Presence, voice state, voice ping, members, soundboard: taken, and nothing comes of them. */
const IGNORED_OPS = [3, 4, 5, 8, 31]

/** Close codes of Discord's gateway. */
export const Close = {
  UnknownOpcode: 4001,
  DecodeError: 4002,
  NotAuthenticated: 4003,
  AuthenticationFailed: 4004,
  AlreadyAuthenticated: 4005,
  InvalidSeq: 4007,
  InvalidShard: 4010,
  ShardingRequired: 4011,
  InvalidApiVersion: 4012,
  InvalidIntents: 4013,
  DisallowedIntents: 4014,
} as const

/** Intents by their bit; the three privileged ones must be switched on for the application. */
export const Intent = {
  Guilds: 1 << 0,
  GuildMembers: 1 << 1,
  GuildPresences: 1 << 8,
  GuildMessages: 1 << 9,
  DirectMessages: 1 << 12,
  MessageContent: 1 << 15,
} as const
const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent
/** Bits 0 to 16, 20, 21, 24 and 25. */
const ALL_INTENTS = 0x1ffff | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25)

const Packet = z.object({ op: z.number(), d: z.unknown(), s: z.number().nullish() })
const Identify = z.looseObject({
  token: z.string(),
  intents: z.number(),
  shard: z.tuple([z.number(), z.number()]).optional(),
})
const Resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() })

/** Bytes of one packet from the bot; Discord closes the connection on longer ones. */
const PACKET_LIMIT = 4_096
const FRAME_LIMIT = 64 * 1024

/** What a session may miss and still resume. */
const EVENTS_KEPT = 1_000

interface Session {
  readonly id: string
  readonly intents: number
  readonly shard: number
  readonly shards: number
  socket: WebSocket | undefined
  seq: number
  readonly sent: { readonly s: number; readonly text: string }[]
}

export interface GatewayOptions {
  readonly token: string
  readonly heartbeatMs: number
  /** Privileged intents that are switched on for the application. */
  readonly privilegedIntents: number
  /** The least number of shards that an IDENTIFY must come with. */
  readonly shards: number
  welcome(session: { shard: number; shards: number; intents: number }): Welcome
}

/** What a new session gets. */
export interface Welcome {
  /** The data of READY. */
  readonly ready: object
  /** The events that follow it. */
  readonly events: readonly { readonly name: string; readonly data: object }[]
}

export class Gateway {
  /** IDENTIFY packets that were taken. */
  identified = 0
  /** RESUME packets that were taken. */
  resumed = 0
  readonly #server: WebSocketServer
  readonly #sessions = new Map<string, Session>()

  constructor(
    http: Server,
    readonly options: GatewayOptions,
  ) {
    this.#server = new WebSocketServer({ server: http, maxPayload: FRAME_LIMIT })
    this.#server.on('connection', (socket, request) => {
      const version = new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams.get('v')
      if (version !== '10') {
        socket.close(Close.InvalidApiVersion, 'Invalid API version.')
        return
      }
      socket.on('message', (data) => {
        this.#receive(socket, data)
      })
      // A broken frame or connection: `close` follows and is dealt with.
      socket.on('error', () => undefined)
      socket.on('close', (code) => {
        this.#closed(socket, code)
      })
      send(socket, { op: Op.Hello, d: { heartbeat_interval: options.heartbeatMs } })
    })
  }

  /** Whether a bot is there, or was and may resume. */
  get hasSession(): boolean {
    return this.#sessions.size > 0
  }

  /** Whether the session that serves a place has an intent; direct messages belong to shard 0. */
  hasIntent(intent: number, guildId?: string): boolean {
    return this.#serving(guildId).some((session) => (session.intents & intent) !== 0)
  }

  /**
   * Sends an event to the session that serves the place, if it asked for it. A session without a socket gets it
   * when it resumes.
   * @param intent 0 for events that every session gets
   */
  dispatch(name: string, data: object, intent: number, guildId?: string): void {
    for (const session of this.#serving(guildId)) {
      if (intent === 0 || (session.intents & intent) !== 0) push(session, name, data)
    }
  }

  /** Cuts the connections as a broken network does; the bot may resume. */
  dropConnections(): void {
    for (const { socket } of this.#sessions.values()) socket?.terminate()
  }

  /** Asks the bot to reconnect and resume (opcode 7). */
  askToReconnect(): void {
    for (const { socket } of this.#sessions.values()) if (socket) send(socket, { op: Op.Reconnect, d: null })
  }

  /** Forgets the sessions: who is connected hears of it, who resumes is told to identify anew (opcode 9). */
  invalidateSessions(): void {
    for (const { socket } of this.#sessions.values()) {
      if (socket) send(socket, { op: Op.InvalidSession, d: false })
    }
    this.#sessions.clear()
  }

  close(): void {
    for (const client of this.#server.clients) client.terminate()
    this.#server.close()
  }

  #serving(guildId: string | undefined): Session[] {
    return [...this.#sessions.values()].filter(({ shard, shards }) =>
      guildId === undefined ? shard === 0 : shard === shardOf(guildId, shards),
    )
  }

  /** Who says goodbye (1000 or 1001) ends the session; any other end can be resumed from. */
  #closed(socket: WebSocket, code: number): void {
    for (const session of this.#sessions.values()) {
      if (session.socket !== socket) continue
      session.socket = undefined
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id)
    }
  }

  #receive(socket: WebSocket, data: RawData): void {
    const packet = Packet.safeParse(parseJson(data))
    if (!packet.success) {
      socket.close(Close.DecodeError, 'Error while decoding payload.')
      return
    }
    const { op, d } = packet.data
    const session = [...this.#sessions.values()].find((one) => one.socket === socket)
    if (op === Op.Heartbeat) send(socket, { op: Op.HeartbeatAck })
    else if (op === Op.Identify) this.#identify(socket, d, session)
    else if (op === Op.Resume) this.#resume(socket, d)
    else if (!IGNORED_OPS.includes(op)) socket.close(Close.UnknownOpcode, 'Unknown opcode.')
    else if (session === undefined) socket.close(Close.NotAuthenticated, 'Not authenticated.')
  }

  #identify(socket: WebSocket, data: unknown, current: Session | undefined): void {
    const asked = Identify.safeParse(data)
    const refusal = current
      ? Close.AlreadyAuthenticated
      : asked.success
        ? this.#refusal(asked.data)
        : Close.DecodeError
    if (refusal !== undefined || !asked.success) {
      socket.close(refusal, CLOSE_REASONS[refusal ?? Close.DecodeError])
      return
    }
    const { intents, shard: [shard, shards] = [0, 1] } = asked.data
    const session: Session = { id: randomUUID(), intents, shard, shards, socket, seq: 0, sent: [] }
    this.#sessions.set(session.id, session)
    this.identified += 1
    const { ready, events } = this.options.welcome(session)
    push(session, 'READY', { ...ready, session_id: session.id, shard: [shard, shards] })
    for (const { name, data: event } of events) push(session, name, event)
  }

  #refusal({
    token,
    intents,
    shard: [shard, shards] = [0, 1],
  }: z.infer<typeof Identify>): number | undefined {
    if (token.replace(/^Bot /, '') !== this.options.token) return Close.AuthenticationFailed
    if (shard < 0 || shard >= shards) return Close.InvalidShard
    if (shards < this.options.shards) return Close.ShardingRequired
    if ((intents & ~ALL_INTENTS) !== 0) return Close.InvalidIntents
    if ((intents & PRIVILEGED & ~this.options.privilegedIntents) !== 0) return Close.DisallowedIntents
    return undefined
  }

  #resume(socket: WebSocket, data: unknown): void {
    const asked = Resume.safeParse(data)
    const session = asked.success ? this.#sessions.get(asked.data.session_id) : undefined
    if (!asked.success || session === undefined) {
      send(socket, { op: Op.InvalidSession, d: false })
      return
    }
    const { token, seq } = asked.data
    if (token.replace(/^Bot /, '') !== this.options.token) {
      socket.close(Close.AuthenticationFailed, CLOSE_REASONS[Close.AuthenticationFailed])
      return
    }
    if (seq > session.seq) {
      socket.close(Close.InvalidSeq, 'Invalid seq.')
      return
    }
    session.socket?.terminate()
    session.socket = socket
    this.resumed += 1
    for (const { s, text } of session.sent) if (s > seq) socket.send(text)
    push(session, 'RESUMED', {})
  }
}

const CLOSE_REASONS: Record<number, string> = {
  [Close.DecodeError]: 'Error while decoding payload.',
  [Close.AuthenticationFailed]: 'Authentication failed.',
  [Close.AlreadyAuthenticated]: 'Already authenticated.',
  [Close.InvalidShard]: 'Invalid shard.',
  [Close.ShardingRequired]: 'Sharding required.',
  [Close.InvalidIntents]: 'Invalid intent(s).',
  [Close.DisallowedIntents]: 'Disallowed intent(s).',
}

function push(session: Session, name: string, data: object): void {
  session.seq += 1
  const text = JSON.stringify({ op: Op.Dispatch, t: name, s: session.seq, d: data })
  session.sent.push({ s: session.seq, text })
  if (session.sent.length > EVENTS_KEPT) session.sent.shift()
  if (session.socket?.readyState === session.socket?.OPEN) session.socket?.send(text)
}

function send(socket: WebSocket, packet: object): void {
  socket.send(JSON.stringify(packet))
}

/** A packet as a value; undefined for what is no JSON or too long. */
function parseJson(data: RawData): unknown {
  try {
    // `nodebuffer` is the binary type of ws unless told otherwise.
    const bytes = data as Buffer
    return bytes.length > PACKET_LIMIT ? undefined : JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
