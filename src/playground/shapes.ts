/** People, servers and channels as Discord writes them. */
import {
  ORDINARY_PERMISSIONS,
  type Channel,
  type Guild,
  type Person,
  type Role,
  type World,
} from './world.js'

/** @param isFull with the fields that only the gateway's GUILD_CREATE has */
export function wireGuild(world: World, guild: Guild, isFull = false): object {
  const channels = world.channelsOf(guild)
  const full = {
    joined_at: guild.joinedAt,
    large: false,
    unavailable: false,
    member_count: world.people.size,
    members: [wireMember(guild, world.bot)],
    channels: channels.filter(({ type }) => type !== 11).map((channel) => wireChannel(world, channel)),
    threads: channels.filter(({ type }) => type === 11).map((channel) => wireChannel(world, channel)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [wireRole({ id: guild.id, name: '@everyone' }), ...guild.roles.map(wireRole)],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.locale,
    nsfw_level: 0,
    nsfw: false,
    home_header: null,
    region: 'us-east',
    widget_enabled: false,
    widget_channel_id: null,
    max_presences: null,
    max_members: 25_000_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    premium_subscription_count: 0,
    safety_alerts_channel_id: null,
    incidents_data: null,
    ...(isFull && full),
  }
}

/** The role that every member has bears the server's id. */
export function wireRole({ id, name }: Role): object {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: ORDINARY_PERMISSIONS.toString(),
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  }
}

export function wireMember(guild: Guild, person: Person): object {
  return {
    user: person.wire,
    nick: null,
    avatar: null,
    roles: guild.roles.filter(({ id }) => person.roles.includes(id)).map(({ id }) => id),
    joined_at: guild.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    permissions: person.permissions.toString(),
  }
}

export function wireChannel(world: World, channel: Channel): object {
  const base = { id: channel.id, type: channel.type, flags: 0, last_message_id: null }
  if (channel.type === 1 || channel.type === 3) {
    return { ...base, recipients: channel.recipient ? [channel.recipient.wire] : [] }
  }
  const inGuild = {
    ...base,
    guild_id: channel.guild?.id,
    name: channel.name,
    parent_id: channel.parentId ?? null,
  }
  if (channel.type !== 11) {
    return {
      ...inGuild,
      position: 0,
      permission_overwrites: overwritesOf(channel),
      nsfw: false,
      topic: null,
      rate_limit_per_user: 0,
    }
  }
  const thread = {
    archived: false,
    auto_archive_duration: 1_440,
    archive_timestamp: channel.guild?.joinedAt,
    locked: false,
  }
  const joined = {
    id: channel.id,
    user_id: world.bot.wire.id,
    join_timestamp: channel.guild?.joinedAt,
    flags: 0,
  }
  return {
    ...inGuild,
    owner_id: world.bot.wire.id,
    thread_metadata: thread,
    member: joined,
    message_count: 0,
    member_count: 2,
  }
}

/** A rule for @everyone (a role, type 0), whose id is the server's. */
function overwritesOf({ guild, denied = 0n }: Channel): object[] {
  return denied === 0n ? [] : [{ id: guild?.id, type: 0, allow: '0', deny: denied.toString() }]
}

/** The application as GET /applications/@me gives it, and READY too. */
export function application(world: World): object {
  return {
    id: world.applicationId,
    name: world.bot.wire.global_name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    bot: world.bot.wire,
    owner: world.owner.wire,
    team: world.team,
    type: null,
    integration_types_config: { 0: {}, 1: {} },
    flags_new: '0',
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: [...world.guilds.values()].filter(({ botIsMember }) => botIsMember).length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
  }
}
