/** The bot itself, people, servers, channels and the messages in them. */
import { z } from 'zod'
import { compose, edited } from '../compose.js'
import { application, wireChannel, wireGuild, wireMember } from '../shapes.js'
import { Flag, MessageBody } from '../wire.js'
import {
  Permission,
  type Channel,
  type Guild,
  type Person,
  type StoredMessage,
  type World,
} from '../world.js'
import type { Context } from './context.js'
import { Code, invalidBody, notFound, RestError } from './errors.js'
import { param, read, type Answer, type Call, type Route } from './route.js'

const RecipientBody = z.looseObject({ recipient_id: z.string() })
const ThreadBody = z.looseObject({ name: z.string() })

export function placeRoutes(context: Context): Route[] {
  const { world } = context
  const gateway = context.gatewayUrl
  const route = (method: string, path: string, handle: (call: Call) => Answer): Route => ({
    method,
    path,
    handle,
    needsBot: true,
  })
  const message = '/channels/{channel_id}/messages/{message_id}'
  return [
    { method: 'GET', path: '/gateway', needsBot: false, handle: () => ({ url: gateway }) },
    route('GET', '/gateway/bot', () => gatewayBot(context)),
    route('GET', '/users/@me', () => world.bot.wire),
    route('GET', '/users/@me/guilds', () => guildsOfBot(context).map((guild) => wireGuild(world, guild))),
    route('DELETE', '/users/@me/guilds/{guild_id}', (call) => {
      world.leaveGuild(guild(context, call))
      return undefined
    }),
    route('POST', '/users/@me/channels', (call) => openDirect(context, call)),
    route('GET', '/users/{user_id}', (call) => person(context, call).wire),
    route('GET', '/oauth2/applications/@me', () => application(world)),
    route('GET', '/applications/@me', () => application(world)),
    route('GET', '/guilds/{guild_id}', (call) => wireGuild(world, guild(context, call))),
    route('GET', '/guilds/{guild_id}/channels', (call) =>
      world.channelsOf(guild(context, call)).map((one) => wireChannel(world, one)),
    ),
    route('GET', '/guilds/{guild_id}/members/{user_id}', (call) =>
      wireMember(guild(context, call), person(context, call, Code.UnknownMember)),
    ),
    route('GET', '/channels/{channel_id}', (call) => wireChannel(world, channel(context, call))),
    route('POST', '/channels/{channel_id}/typing', (call) => void channel(context, call)),
    route('POST', '/channels/{channel_id}/messages', (call) => post(context, call)),
    route('GET', '/channels/{channel_id}/messages', (call) => history(context, call)),
    route('GET', message, (call) => readable(context, call).message),
    {
      ...route('PATCH', message, (call) => change(context, call)),
      edits: (call) => stored(context, call).message,
    },
    route('DELETE', message, (call) => {
      world.deleteMessage(stored(context, call))
      return undefined
    }),
    route('POST', '/channels/{channel_id}/threads', (call) => startThread(context, call)),
    route('POST', `${message}/threads`, (call) => startThread(context, call)),
  ]
}

function gatewayBot(context: Context): object {
  const { shards, total, remaining } = context.gatewayLimits()
  const limit = { total, remaining, reset_after: 86_400_000, max_concurrency: 1 }
  return { url: context.gatewayUrl, shards, session_start_limit: limit }
}

function guildsOfBot({ world }: Context): Guild[] {
  return [...world.guilds.values()].filter(({ botIsMember }) => botIsMember)
}

function guild({ world }: Context, call: Call): Guild {
  const found = world.guilds.get(param(call, 'guild_id'))
  if (!found?.botIsMember) throw notFound(Code.UnknownGuild, 'Guild')
  return found
}

function person({ world }: Context, call: Call, code: number = Code.UnknownUser): Person {
  const found = world.people.get(param(call, 'user_id'))
  if (found === undefined) throw notFound(code, code === Code.UnknownUser ? 'User' : 'Member')
  return found
}

/** A channel that the bot can see. */
function channel({ world }: Context, call: Call): Channel {
  const found = world.channels.get(param(call, 'channel_id'))
  if (found === undefined) throw notFound(Code.UnknownChannel, 'Channel')
  if (found.type === 3 || found.guild?.botIsMember === false) {
    throw new RestError(403, Code.MissingAccess, 'Missing Access')
  }
  return found
}

/** A message that the bot can name by its channel; ephemeral ones it cannot. */
function stored(context: Context, call: Call): StoredMessage {
  const { id } = channel(context, call)
  const found = context.world.messages.get(param(call, 'message_id'))
  if (found === undefined || found.onlyFor !== null || found.message.channel_id !== id) {
    throw notFound(Code.UnknownMessage, 'Message')
  }
  return found
}

function readable(context: Context, call: Call): StoredMessage {
  if (!context.world.mayBot(channel(context, call), Permission.ReadMessageHistory)) {
    throw new RestError(403, Code.MissingAccess, 'Missing Access')
  }
  return stored(context, call)
}

function openDirect({ world }: Context, call: Call): Answer {
  const { recipient_id: id } = read(RecipientBody, call.body)
  const recipient = world.people.get(id)
  if (recipient === undefined) throw notFound(Code.UnknownUser, 'User')
  return wireChannel(world, world.directChannel(recipient))
}

function post(context: Context, call: Call): Answer {
  const { world, author } = context
  const where = channel(context, call)
  const body = read(MessageBody, call.body)
  refuseUnlessAllowed(world, where, body)
  // Only the answer to an interaction can be ephemeral.
  const flags = (body.flags ?? 0) & ~Flag.Ephemeral
  const nonce = body.enforce_nonce === true ? (body.nonce ?? undefined) : undefined
  const earlier = nonce === undefined ? undefined : postedBefore(world, where, nonce)
  if (earlier !== undefined) return earlier
  const message = compose(world, author, where, { ...body, flags }, call.files)
  return world.addMessage({ message, onlyFor: null, ...(nonce !== undefined && { nonce }) }).message
}

function postedBefore(world: World, where: Channel, wanted: string | number): Answer {
  const all = [...world.messages.values()]
  return all.find(({ message, nonce }) => nonce === wanted && message.channel_id === where.id)?.message
}

/** Posting wants the right to send; replying, also the right to read what was said before. */
function refuseUnlessAllowed(
  world: World,
  where: Channel,
  { message_reference: reference }: MessageBody,
): void {
  const sending = where.type === 11 ? Permission.SendMessagesInThreads : Permission.SendMessages
  if (!world.mayBot(where, sending)) {
    throw new RestError(403, Code.MissingPermissions, 'Missing Permissions')
  }
  if (reference && !world.mayBot(where, Permission.ReadMessageHistory)) {
    throw new RestError(
      400,
      Code.ReplyWithoutHistory,
      'Cannot reply without permission to read message history',
    )
  }
}

/** The newest messages first, as many as `limit` (50) asks for, before or after an id. */
function history(context: Context, call: Call): Answer {
  const where = channel(context, call)
  if (!context.world.mayBot(where, Permission.ReadMessageHistory)) return []
  const limit = Number(snowflake(call, 'limit', 50n))
  const before = snowflake(call, 'before', 2n ** 64n)
  const after = snowflake(call, 'after', 0n)
  return [...context.world.messages.values()]
    .filter(({ message, onlyFor }) => message.channel_id === where.id && onlyFor === null)
    .map(({ message }) => message)
    .filter(({ id }) => BigInt(id) < before && BigInt(id) > after)
    .reverse()
    .slice(0, limit)
}

/** A number of the query; throws 50035 for what is none. */
function snowflake(call: Call, name: string, otherwise: bigint): bigint {
  const text = call.query.get(name)
  if (text === null) return otherwise
  if (/^\d{1,20}$/.test(text)) return BigInt(text)
  throw invalidBody([
    { path: name, message: `Value "${text}" is not snowflake.`, code: 'NUMBER_TYPE_COERCE' },
  ])
}

function change(context: Context, call: Call): Answer {
  const { world, author } = context
  const where = channel(context, call)
  const found = stored(context, call)
  if (found.message.author.id !== world.bot.wire.id) {
    throw new RestError(403, Code.EditOfAnothersMessage, 'Cannot edit a message authored by another user')
  }
  const body = read(MessageBody, call.body)
  world.replaceMessage(found, edited(world, author, where, found.message, body, call.files))
  return found.message
}

function startThread(context: Context, call: Call): Answer {
  const { world } = context
  const parent = channel(context, call)
  const { name } = read(ThreadBody, call.body)
  if (parent.guild === undefined) throw new RestError(403, Code.MissingAccess, 'Missing Access')
  // A thread that starts at a message has the message's id.
  const id = call.params['message_id'] ?? world.ids.next()
  return wireChannel(
    world,
    world.addChannel({ id, type: 11, name, guild: parent.guild, parentId: parent.id }),
  )
}
