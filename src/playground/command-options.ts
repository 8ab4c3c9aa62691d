/** What Discord's client lets a person type: a registered command, with options that fit it. */
import { contextOf, isByUserInstall } from './dispatch.js'
import { keepFile } from './compose.js'
import { wireChannel } from './shapes.js'
import type { Attachment, Command, CommandOption } from './wire.js'
import type { Channel, Person, World } from './world.js'

/** A file that a person attaches. */
export interface Upload {
  readonly name: string
  readonly content: Uint8Array | string
  /** MIME type; `text/plain; charset=utf-8` unless said otherwise. */
  readonly type?: string
  /** Chosen with a client that does not know which kinds of file the option takes. */
  readonly isUnfiltered?: boolean
}

/** Text, number, truth; the id of a person, channel or role; or a file. */
export type OptionValue = string | number | boolean | Upload

/** Discord's client would not let this person send this. */
export class NotOffered extends Error {
  override readonly name = 'NotOffered'
}

/** Option types (https://discord.com/developers/docs/interactions/application-commands). */
const OptionType = {
  Subcommand: 1,
  SubcommandGroup: 2,
  String: 3,
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Role: 8,
  Mentionable: 9,
  Number: 10,
  Attachment: 11,
} as const

export const CommandType = { Slash: 1, User: 2, Message: 3 } as const

/** An option as an interaction carries it. */
export interface FilledOption {
  readonly name: string
  readonly type: number
  readonly value?: string | number | boolean
  readonly focused?: boolean
  readonly options?: FilledOption[]
}

export interface Filled {
  readonly options: FilledOption[]
  readonly resolved: {
    users?: object
    members?: object
    channels?: object
    attachments?: Record<string, Attachment>
  }
}

/** The registered command that a person is offered at a place; throws {@link NotOffered}. */
export function offered(world: World, type: number, name: string, person: Person, channel: Channel): Command {
  const isOfPlace = ({ guild_id: guildId }: Command): boolean =>
    guildId === undefined || guildId === channel.guild?.id
  const sameName = [...world.commands.values()].filter((one) => one.type === type && one.name === name)
  const command =
    sameName.find((one) => one.guild_id !== undefined && isOfPlace(one)) ?? sameName.find(isOfPlace)
  if (command === undefined) {
    const known = [...world.commands.values()].filter((one) => one.type === type).map((one) => one.name)
    throw new NotOffered(`No command "${name}" is registered here; there are: ${known.join(', ') || 'none'}.`)
  }
  const context = contextOf(channel)
  if (command.contexts && !command.contexts.includes(context)) {
    throw new NotOffered(
      `"${name}" is not offered in context ${context}, only in ${command.contexts.join(', ')}.`,
    )
  }
  const integration = isByUserInstall(channel) ? 1 : 0
  if (command.integration_types && !command.integration_types.includes(integration)) {
    throw new NotOffered(`"${name}" is not offered to installations of type ${integration}.`)
  }
  const needed = BigInt(command.default_member_permissions ?? 0)
  if (channel.guild && (person.permissions & needed) !== needed) {
    throw new NotOffered(
      `"${name}" is not offered to ${person.wire.username}: permissions ${needed} are needed.`,
    )
  }
  return command
}

/** Where a subcommand path such as `add` or `users forget` ends, and the options there. */
export function atPath(
  command: Command,
  path: readonly string[],
): { chain: CommandOption[]; options: CommandOption[] } {
  const chain: CommandOption[] = []
  let options: CommandOption[] = command.options
  for (const name of path) {
    const next = options.find((option) => option.name === name && option.type <= OptionType.SubcommandGroup)
    if (next === undefined) throw new NotOffered(`/${command.name} has no subcommand "${name}".`)
    chain.push(next)
    options = next.options ?? []
  }
  if (options.some(({ type }) => type <= OptionType.SubcommandGroup)) {
    throw new NotOffered(`/${[command.name, ...path].join(' ')} needs a subcommand.`)
  }
  return { chain, options }
}

/** Puts filled options into their subcommands. */
export function nest(chain: readonly CommandOption[], filled: FilledOption[]): FilledOption[] {
  return chain.reduceRight((inner, { name, type }) => [{ name, type, options: inner }], filled)
}

/** Fills options as Discord's client does; throws {@link NotOffered} for a value that it does not take. */
export function fill(
  world: World,
  options: readonly CommandOption[],
  values: Readonly<Record<string, OptionValue>>,
  channel: Channel,
  fileBase: string,
): Filled {
  const resolved: Filled['resolved'] = {}
  for (const name of Object.keys(values)) {
    if (!options.some((option) => option.name === name)) throw new NotOffered(`There is no option "${name}".`)
  }
  const filled = options.flatMap((option): FilledOption[] => {
    const value = values[option.name]
    if (value !== undefined) {
      return [
        {
          name: option.name,
          type: option.type,
          value: taken(world, option, value, channel, fileBase, resolved),
        },
      ]
    }
    if (option.required === true) throw new NotOffered(`The option "${option.name}" is required.`)
    return []
  })
  return { options: filled, resolved }
}

function taken(
  world: World,
  option: CommandOption,
  value: OptionValue,
  channel: Channel,
  fileBase: string,
  resolved: Filled['resolved'],
): string | number | boolean {
  const refuse = (why: string): NotOffered => new NotOffered(`The option "${option.name}" ${why}.`)
  if (option.type === OptionType.Attachment) {
    if (typeof value !== 'object') throw refuse('takes a file')
    const bytes = Buffer.from(value.content)
    if (value.isUnfiltered !== true) refuseKind(option, value)
    const contentType = value.type ?? 'text/plain; charset=utf-8'
    const attachment = keepFile(world, fileBase, channel, { name: value.name, contentType, bytes })
    resolved.attachments = { ...resolved.attachments, [attachment.id]: attachment }
    return attachment.id
  }
  if (typeof value === 'object') throw refuse('does not take a file')
  const wanted = JS_TYPES[option.type] ?? 'string'
  if (typeof value !== wanted) throw refuse(`takes a ${wanted}, not ${JSON.stringify(value)}`)
  if (option.choices?.length && !option.choices.some((choice) => choice.value === value)) {
    throw refuse(`takes one of ${option.choices.map((choice) => choice.value).join(', ')}`)
  }
  if (option.type === OptionType.Integer && !Number.isInteger(value)) throw refuse('takes a whole number')
  const size = typeof value === 'string' ? value.length : Number(value)
  const [least, most] =
    typeof value === 'string'
      ? [option.min_length ?? 0, option.max_length ?? 6_000]
      : [option.min_value ?? -Infinity, option.max_value ?? Infinity]
  if (size < least || size > most) throw refuse(`takes ${least} to ${most}, not ${size}`)
  if (option.required === true && value === '') throw refuse('is required')
  if (typeof value === 'string') resolve(world, option.type, value, resolved)
  return value
}

/** Discord's client lets people choose files of these kinds only: endings of names, or whole kinds such as `image`. */
function refuseKind({ name, file_types: taken }: CommandOption, { name: file, type = '' }: Upload): void {
  if (!taken?.length) return
  const isOf = (kind: string): boolean =>
    kind.startsWith('.') ? file.toLowerCase().endsWith(kind.toLowerCase()) : type.startsWith(`${kind}/`)
  if (!taken.some(isOf)) throw new NotOffered(`The option "${name}" takes ${taken.join(', ')}, not ${file}.`)
}

const JS_TYPES: Record<number, string> = {
  [OptionType.Integer]: 'number',
  [OptionType.Number]: 'number',
  [OptionType.Boolean]: 'boolean',
}

/** Adds who or what an id names, as Discord does beside the options. */
function resolve(world: World, type: number, id: string, resolved: Filled['resolved']): void {
  const person = world.people.get(id)
  const channel = world.channels.get(id)
  if (person && (type === OptionType.User || type === OptionType.Mentionable)) {
    resolved.users = { ...resolved.users, [id]: person.wire }
  }
  if (channel && type === OptionType.Channel) {
    const shape = { ...wireChannel(world, channel), permissions: '0' }
    resolved.channels = { ...resolved.channels, [id]: shape }
  }
}
