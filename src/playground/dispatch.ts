/** Turns what a person does into the event that the bot gets. */
import type { Gateway } from './gateway.js'
import { Interaction, type Act, type Limits } from './interaction.js'
import type { Interactions } from './interactions.js'
import { wireChannel, wireMember } from './shapes.js'
import { ORDINARY_PERMISSIONS, type Channel, type Guild, type Person, type World } from './world.js'

/** Where a person acts: a server's first channel, a channel or thread, the talk with the bot, or a group without it. */
export interface Place {
  readonly guild?: Guild
  readonly channel?: Channel
  readonly dm?: boolean
  readonly group?: boolean
}

/** Interaction contexts (https://discord.com/developers/docs/interactions/receiving-and-responding). */
const Context = { Guild: 0, BotDm: 1, PrivateChannel: 2 } as const

export class Dispatcher {
  constructor(
    readonly world: World,
    readonly home: Guild,
    readonly gateway: Gateway,
    readonly interactions: Interactions,
    readonly limits: Limits,
    /** What the bot did wrong lately, as a sentence to append. */
    readonly refusals: () => string,
  ) {}

  channelOf(person: Person, place: Place): Channel {
    if (place.channel) return place.channel
    if (place.dm === true) return this.world.directChannel(person)
    if (place.group === true) return this.world.addChannel({ type: 3, name: 'group', recipient: person })
    return this.world.mainChannel(place.guild ?? this.home)
  }

  /** @param data what the interaction carries: the command with its options, or the component */
  act(act: Act, data: object): Interaction {
    const { world, gateway, limits, refusals } = this
    if (!gateway.hasSession) throw new Error('No bot is connected to the stand-in.')
    const byUserInstall = isByUserInstall(act.channel)
    const interaction = new Interaction({ ...act, id: world.ids.next(), byUserInstall, limits, refusals })
    this.interactions.add(interaction)
    gateway.dispatch('INTERACTION_CREATE', this.#event(interaction, data), 0, servedAs(act.channel))
    return interaction
  }

  #event(interaction: Interaction, data: object): object {
    const { kind, person, channel, source } = interaction
    const { guild } = channel
    const who = guild ? { member: wireMember(guild, person) } : { user: person.wire }
    const where = guild && {
      guild_id: guild.id,
      guild: { id: guild.id, locale: guild.locale, features: [] },
      guild_locale: guild.locale,
    }
    return {
      id: interaction.id,
      application_id: this.world.applicationId,
      type: kind,
      token: interaction.token,
      version: 1,
      data,
      channel_id: channel.id,
      channel: { ...wireChannel(this.world, channel), permissions: person.permissions.toString() },
      ...who,
      ...where,
      ...(source && { message: source.message }),
      locale: person.locale,
      app_permissions: ORDINARY_PERMISSIONS.toString(),
      entitlements: [],
      authorizing_integration_owners: interaction.byUserInstall
        ? { 1: person.wire.id }
        : { 0: guild?.id ?? '0' },
      context: contextOf(channel),
      attachment_size_limit: 10 * 1024 * 1024,
    }
  }
}

export function contextOf(channel: Channel): number {
  if (channel.guild) return Context.Guild
  return channel.type === 1 ? Context.BotDm : Context.PrivateChannel
}

/** Whether the bot is at a place only because the person installed it for themselves. */
export function isByUserInstall(channel: Channel): boolean {
  return channel.guild ? !channel.guild.botIsMember : channel.type === 3
}

/** The server whose shard gets events of a channel; none for direct messages and for servers without the bot. */
export function servedAs(channel: Channel): string | undefined {
  return channel.guild?.botIsMember === true ? channel.guild.id : undefined
}
