/** Registering application commands, for everywhere and for one server. */
import { z } from 'zod'
import { CommandBody, type Command } from '../wire.js'
import type { Context } from './context.js'
import { Code, notFound } from './errors.js'
import { param, read, type Answer, type Call, type Route } from './route.js'

const GLOBAL = '/applications/{application_id}/commands'
const OF_GUILD = '/applications/{application_id}/guilds/{guild_id}/commands'

export function commandRoutes(context: Context): Route[] {
  return [GLOBAL, OF_GUILD].flatMap((path): Route[] => [
    { method: 'GET', path, needsBot: true, handle: (call) => scope(context, call) },
    { method: 'PUT', path, needsBot: true, handle: (call) => replaceAll(context, call) },
    {
      method: 'POST',
      path,
      needsBot: true,
      handle: (call) => put(context, call, read(CommandBody, call.body)),
    },
    { method: 'GET', path: `${path}/{command_id}`, needsBot: true, handle: (call) => named(context, call) },
    {
      method: 'PATCH',
      path: `${path}/{command_id}`,
      needsBot: true,
      handle: (call) => change(context, call),
    },
    {
      method: 'DELETE',
      path: `${path}/{command_id}`,
      needsBot: true,
      handle: (call) => remove(context, call),
    },
  ])
}

/** The commands registered at the place that the path names. */
function scope(context: Context, call: Call): Command[] {
  const { world } = context
  if (param(call, 'application_id') !== world.applicationId) {
    throw notFound(Code.UnknownApplication, 'Application')
  }
  const guildId = call.params['guild_id']
  if (guildId !== undefined && !world.guilds.has(guildId)) throw notFound(Code.UnknownGuild, 'Guild')
  return [...world.commands.values()].filter((command) => command.guild_id === guildId)
}

function replaceAll(context: Context, call: Call): Answer {
  const bodies = read(z.array(CommandBody), call.body)
  const before = scope(context, call)
  for (const { id } of before) context.world.commands.delete(id)
  return bodies.map((body) => {
    const same = before.find((command) => command.name === body.name && command.type === (body.type ?? 1))
    return put(context, call, body, same?.id)
  })
}

/** Adds a command, or puts it in the place of the one with the same name and type. */
function put(context: Context, call: Call, body: CommandBody, keepId?: string): Command {
  const { world } = context
  const type = body.type ?? 1
  const same = scope(context, call).find((command) => command.name === body.name && command.type === type)
  const id = keepId ?? same?.id ?? world.ids.next()
  const guildId = call.params['guild_id']
  const command: Command = {
    ...body,
    id,
    type,
    application_id: world.applicationId,
    ...(guildId !== undefined && { guild_id: guildId }),
    description: body.description ?? '',
    options: body.options ?? [],
    default_member_permissions: body.default_member_permissions ?? null,
    integration_types: body.integration_types ?? [0],
    version: world.ids.next(),
  }
  world.commands.set(id, command)
  return command
}

function named(context: Context, call: Call): Command {
  const command = scope(context, call).find(({ id }) => id === param(call, 'command_id'))
  if (command === undefined) throw notFound(Code.UnknownCommand, 'application command')
  return command
}

function change(context: Context, call: Call): Answer {
  const command = named(context, call)
  const changes = read(CommandBody.partial(), call.body)
  return put(context, call, CommandBody.parse({ ...command, ...changes }), command.id)
}

function remove(context: Context, call: Call): Answer {
  context.world.commands.delete(named(context, call).id)
  return undefined
}
