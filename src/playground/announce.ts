/** Turns what happens in the world into the gateway events that the bot's intents ask for. */
import { servedAs } from './dispatch.js'
import { Intent, type Gateway, type Welcome } from './gateway.js'
import { application, wireChannel, wireGuild, wireMember, wireRole } from './shapes.js'
import { shardOf } from './snowflake.js'
import type { Channel, StoredMessage, World } from './world.js'

/** What a session gets when it starts: READY, then its servers one by one. */
export function welcome(
  world: World,
  gatewayUrl: string,
  session: { shard: number; shards: number; intents: number },
): Welcome {
  const guilds = [...world.guilds.values()].filter(
    ({ id, botIsMember }) => botIsMember && shardOf(id, session.shards) === session.shard,
  )
  const ready = {
    v: 10,
    user: world.bot.wire,
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    resume_gateway_url: gatewayUrl,
    application: application(world),
  }
  const hearsOfGuilds = (session.intents & Intent.Guilds) !== 0
  const events = guilds.map((guild) => ({ name: 'GUILD_CREATE', data: wireGuild(world, guild, true) }))
  return { ready, events: hearsOfGuilds ? events : [] }
}

export function announce(world: World, gateway: Gateway): void {
  world.on('guild', (guild) => {
    if (!guild.botIsMember) return
    gateway.dispatch('GUILD_CREATE', wireGuild(world, guild, true), Intent.Guilds, guild.id)
  })
  world.on('left', ({ id }) => {
    gateway.dispatch('GUILD_DELETE', { id }, Intent.Guilds, id)
  })
  world.on('role', (guild, role) => {
    if (!guild.botIsMember) return
    const data = { guild_id: guild.id, role: wireRole(role) }
    gateway.dispatch('GUILD_ROLE_CREATE', data, Intent.Guilds, guild.id)
  })
  world.on('channel', (channel) => {
    if (channel.guild?.botIsMember !== true) return
    const name = channel.type === 11 ? 'THREAD_CREATE' : 'CHANNEL_CREATE'
    gateway.dispatch(name, wireChannel(world, channel), Intent.Guilds, channel.guild.id)
  })
  world.on('channelChanged', (channel) => {
    if (channel.guild?.botIsMember !== true) return
    gateway.dispatch('CHANNEL_UPDATE', wireChannel(world, channel), Intent.Guilds, channel.guild.id)
  })
  world.on('channelDeleted', (channel) => {
    if (channel.guild?.botIsMember !== true) return
    const name = channel.type === 11 ? 'THREAD_DELETE' : 'CHANNEL_DELETE'
    gateway.dispatch(name, wireChannel(world, channel), Intent.Guilds, channel.guild.id)
  })
  world.on('created', (stored) => {
    tellOfMessage(world, gateway, 'MESSAGE_CREATE', stored)
  })
  world.on('edited', (stored) => {
    tellOfMessage(world, gateway, 'MESSAGE_UPDATE', stored)
  })
  world.on('deleted', (stored) => {
    tellOfMessage(world, gateway, 'MESSAGE_DELETE', stored)
  })
}

function tellOfMessage(world: World, gateway: Gateway, event: string, stored: StoredMessage): void {
  const { message, onlyFor } = stored
  const channel = world.channels.get(message.channel_id)
  if (channel === undefined || onlyFor !== null || !isInSight(channel)) return
  const { id, channel_id, guild_id } = message
  const data =
    event === 'MESSAGE_DELETE' ? { id, channel_id, guild_id } : whole(world, gateway, channel, stored)
  const intent = channel.guild ? Intent.GuildMessages : Intent.DirectMessages
  gateway.dispatch(event, data, intent, servedAs(channel))
}

/** Whether the bot is a member of the place, not just the application of somebody there. */
function isInSight({ type, guild }: Channel): boolean {
  return type !== 3 && guild?.botIsMember !== false
}

/** Without the message-content intent a bot reads only its own messages, direct ones and those that mention it. */
function whole(world: World, gateway: Gateway, channel: Channel, { message }: StoredMessage): object {
  const bot = world.bot.wire.id
  const mayRead =
    channel.type === 1 ||
    message.author.id === bot ||
    message.mentions.some(({ id }) => id === bot) ||
    gateway.hasIntent(Intent.MessageContent, servedAs(channel))
  const readable = mayRead
    ? message
    : { ...message, content: '', embeds: [], components: [], attachments: [] }
  const person = world.people.get(message.author.id)
  const member = channel.guild && person ? { member: wireMember(channel.guild, person) } : {}
  // What a message replies to comes with it, or null when that is gone.
  const repliedTo = message.message_reference?.message_id
  const referenced =
    repliedTo === undefined ? {} : { referenced_message: world.messages.get(repliedTo)?.message ?? null }
  return { ...readable, ...member, ...referenced, channel_type: channel.type }
}
