/**
 * Everything that exists in the stand-in: people, servers, channels, messages, files, commands.
 * It knows nothing of HTTP, the gateway or interactions; who wants to follow it listens.
 */
import { EventEmitter } from 'node:events'
import { Snowflakes } from './snowflake.js'
import type { Command, Message, WireUser } from './wire.js'

export interface Person {
  readonly wire: WireUser
  /** Discord's locale code, such as `es-ES`. */
  readonly locale: string
  /** What this person may do in every server, as Discord's bit field. */
  readonly permissions: bigint
  /** Ids of roles, each of one server. */
  readonly roles: readonly string[]
}

export interface AboutPerson {
  readonly name: string
  /** `en-US` unless said otherwise. */
  readonly locale?: string
  /** As Discord's bit field; an ordinary member's unless said otherwise. */
  readonly permissions?: bigint
  readonly roles?: readonly Role[]
}

export interface AboutGuild {
  readonly name: string
  /** `en-US` unless said otherwise. */
  readonly locale?: string
  /** Decides the shard. */
  readonly id?: string
  /** False for a server where people use a bot that they installed for themselves. */
  readonly botIsMember?: boolean
}

export interface Role {
  readonly id: string
  readonly name: string
}

export interface Guild {
  readonly id: string
  readonly name: string
  readonly locale: string
  readonly ownerId: string
  readonly joinedAt: string
  /** Those beside @everyone. */
  readonly roles: Role[]
  /** False for a server where only people have installed the bot for themselves. */
  botIsMember: boolean
}

export interface Channel {
  readonly id: string
  /** 0 text, 1 direct messages with the bot, 3 a group without the bot, 4 category, 11 thread. */
  readonly type: number
  readonly name: string
  readonly guild?: Guild
  readonly parentId?: string
  readonly recipient?: Person
  /** What the bot may not do there, as Discord's bit field; a thread is under its channel's rule. */
  denied?: bigint
}

export interface StoredFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: Buffer
}

export interface StoredMessage {
  message: Message
  /** The id of the only person who sees it, for an ephemeral message. */
  readonly onlyFor: string | null
  /** Of a message that the bot wants to post once, however often it asks. */
  readonly nonce?: string | number
}

interface WorldEvents {
  guild: [Guild]
  left: [Guild]
  role: [Guild, Role]
  channel: [Channel]
  channelChanged: [Channel]
  channelDeleted: [Channel]
  created: [StoredMessage]
  edited: [StoredMessage]
  deleted: [StoredMessage]
}

/** Messages kept in memory; the oldest go first. */
const MESSAGES_KEPT = 5_000

export class World extends EventEmitter<WorldEvents> {
  readonly ids = new Snowflakes()
  readonly people = new Map<string, Person>()
  readonly guilds = new Map<string, Guild>()
  readonly channels = new Map<string, Channel>()
  readonly messages = new Map<string, StoredMessage>()
  /** By `CHANNEL/ATTACHMENT`. */
  readonly files = new Map<string, StoredFile>()
  readonly commands = new Map<string, Command>()
  readonly bot: Person
  /** The team that owns the application in the owner's place, as Discord writes it. */
  team: object | null = null
  /** Who made the application, and manages every server that it is tried in. */
  readonly owner: Person

  constructor(botName: string) {
    super()
    // Each waiting reply listens, and a test may have a thousand of them under way.
    this.setMaxListeners(0)
    this.bot = this.addPerson({ name: botName, bot: true })
    this.owner = this.addPerson({ name: 'Owner', permissions: ORDINARY_PERMISSIONS | MANAGE_SERVER })
  }

  get applicationId(): string {
    return this.bot.wire.id
  }

  addPerson(about: AboutPerson & { bot?: boolean }): Person {
    const { name, locale = 'en-US', permissions = ORDINARY_PERMISSIONS, roles = [], bot = false } = about
    const wire: WireUser = {
      id: this.ids.next(),
      username: name.toLowerCase().replaceAll(/[^a-z0-9_.]+/g, '_'),
      discriminator: '0',
      global_name: name,
      avatar: null,
      primary_guild: null,
      bot,
      public_flags: 0,
      flags: 0,
    }
    const person: Person = { wire, locale, permissions, roles: roles.map(({ id }) => id) }
    this.people.set(wire.id, person)
    return person
  }

  addGuild(about: AboutGuild): Guild {
    const { name, locale = 'en-US', id = this.ids.next(), botIsMember = true } = about
    const ownerId = this.addPerson({ name: `owner of ${name}` }).wire.id
    const guild: Guild = {
      id,
      name,
      locale,
      ownerId,
      botIsMember,
      joinedAt: new Date().toISOString(),
      roles: [],
    }
    this.guilds.set(id, guild)
    const channel: Channel = { id: this.ids.next(), type: 0, name: 'general', guild }
    this.channels.set(channel.id, channel)
    this.emit('guild', guild)
    return guild
  }

  /** The bot leaves; people there may still have it installed for themselves. */
  leaveGuild(guild: Guild): void {
    guild.botIsMember = false
    this.emit('left', guild)
  }

  addRole(guild: Guild, name: string): Role {
    const role = { id: this.ids.next(), name }
    guild.roles.push(role)
    this.emit('role', guild, role)
    return role
  }

  addChannel(about: Omit<Channel, 'id'> & { id?: string }): Channel {
    const channel: Channel = { id: this.ids.next(), ...about }
    this.channels.set(channel.id, channel)
    this.emit('channel', channel)
    return channel
  }

  deleteChannel(channel: Channel): void {
    this.channels.delete(channel.id)
    this.emit('channelDeleted', channel)
  }

  /** Changes what the bot may not do in a channel. */
  deny(channel: Channel, denied: bigint): void {
    channel.denied = denied
    this.emit('channelChanged', channel)
  }

  /** Whether the bot may do something (one bit) in a channel. */
  mayBot({ denied, parentId }: Channel, permission: bigint): boolean {
    const rule = parentId === undefined ? denied : this.channels.get(parentId)?.denied
    return ((rule ?? 0n) & permission) === 0n
  }

  /** The first text channel of a server. */
  mainChannel(guild: Guild): Channel {
    const found = this.channelsOf(guild)[0]
    if (found === undefined) throw new Error(`The server ${guild.name} has no channel.`)
    return found
  }

  channelsOf(guild: Guild): Channel[] {
    return [...this.channels.values()].filter((channel) => channel.guild === guild)
  }

  /** The channel where a person and the bot write to each other, made when first asked for. */
  directChannel(person: Person): Channel {
    for (const channel of this.channels.values()) {
      if (channel.type === 1 && channel.recipient === person) return channel
    }
    return this.addChannel({ type: 1, name: person.wire.username, recipient: person })
  }

  addMessage(stored: StoredMessage): StoredMessage {
    this.messages.set(stored.message.id, stored)
    for (const [id, { message }] of this.messages) {
      if (this.messages.size <= MESSAGES_KEPT) break
      this.#forget(id, message)
    }
    this.emit('created', stored)
    return stored
  }

  replaceMessage(stored: StoredMessage, message: Message): void {
    stored.message = message
    this.emit('edited', stored)
  }

  deleteMessage(stored: StoredMessage): void {
    this.#forget(stored.message.id, stored.message)
    this.emit('deleted', stored)
  }

  #forget(id: string, message: Message): void {
    this.messages.delete(id)
    for (const attachment of message.attachments) this.files.delete(`${message.channel_id}/${attachment.id}`)
  }
}

/** Single permissions (https://discord.com/developers/docs/topics/permissions). */
export const Permission = {
  SendMessages: 1n << 11n,
  ReadMessageHistory: 1n << 16n,
  SendMessagesInThreads: 1n << 38n,
} as const

/** View channels, send messages (also in threads), embed links, attach files, history, slash commands. */
export const ORDINARY_PERMISSIONS =
  (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 31n) | (1n << 38n)

const MANAGE_SERVER = 1n << 5n
