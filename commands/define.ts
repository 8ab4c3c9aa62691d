/** @module Slash and message commands as typed data: schema and handler in one definition, erased to what the router needs. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandSubcommandOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js'
import type { Reply } from '../src/replies/components.js'
import { localizationsOf, type Translated } from '../src/replies/texts/locale.js'
import type { CommandContext, RunContext } from './context.js'
import {
  complete,
  describe,
  describeOptions,
  outdated,
  readArguments,
  type Arguments,
  type Choice,
  type Described,
  type Options,
  type RawOption,
} from './options.js'
import type { Answering } from './prepared.js'

export interface Command {
  readonly name: string
  /** What Discord is told when the commands are registered. */
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody
  /** Whether it works in every channel and as often as one likes, whatever the server's settings are. */
  readonly isExempt: boolean
  /** @throws UserError when the options do not fit the schema */
  prepare(raw: readonly RawOption[], context: CommandContext): Answering
  /** At most 25 suggestions. */
  complete(focused: string, raw: readonly RawOption[], context: CommandContext): Choice[]
}

/** Where a command may be used, by whom. */
interface Reach {
  /** Everywhere when not given. */
  readonly contexts?: readonly InteractionContextType[]
  /** Who may install it: servers and users when not given. */
  readonly integrationTypes?: readonly ApplicationIntegrationType[]
  /** Discord offers it only to members who may do this (bit field); a server's administrators can change that. */
  readonly memberPermissions?: bigint
  /** Whether it works in every channel and as often as one likes: what changes the settings, and what tells about the bot. */
  readonly isExempt?: boolean
}

interface Action<O extends Options> extends Described {
  readonly options: O
  /** Whether only the asker sees the reply. Decided before anything else, because Discord fixes it at the acknowledgement. */
  isPrivate(args: Arguments<O>, context: CommandContext): boolean
  /**
   * What can be refused without looking anything up. It is told to the asker alone, where a refusal of `run` is seen by all who
   * would have seen the reply.
   * @throws UserError with a sentence for the asker
   */
  check?(args: Arguments<O>): void
  /** How long it may take (ms), where that is longer than usual. */
  readonly timeMs?: number
  run(args: Arguments<O>, context: RunContext): Reply | Promise<Reply>
}

interface CommandDefinition<O extends Options> extends Action<O>, Reach {
  /** Lower case, at most 32 letters, digits, `-` or `_`. */
  readonly name: string
}

/** An action with its types erased: its options were read by its own schema. */
export interface Subcommand {
  describe(name: string): APIApplicationCommandSubcommandOption
  prepare(raw: readonly RawOption[], context: CommandContext): Answering
  complete(focused: string, raw: readonly RawOption[], context: CommandContext): Choice[]
}

/**
 * @example
 * defineCommand({
 *   name: 'echo', description: 'Says it again',
 *   options: { words: { type: 'string', description: 'What to say', required: true, maxLength: 100 } },
 *   isPrivate: () => true,
 *   run: ({ words }) => noticeReply(words), // words: string
 * })
 */
export function defineCommand<const O extends Options>(definition: CommandDefinition<O>): Command {
  const { name, options } = definition
  const action = defineSubcommand(definition)
  return {
    name,
    data: {
      type: ApplicationCommandType.ChatInput,
      name,
      ...describe(definition),
      options: describeOptions(options),
      ...reachOf(definition),
    },
    isExempt: definition.isExempt ?? false,
    prepare: (raw, context) => action.prepare(raw, context),
    complete: (focused, raw, context) => action.complete(focused, raw, context),
  }
}

/** One action of a command that has several; its type parameter is what keeps each action's arguments its own. */
export function defineSubcommand<const O extends Options>(action: Action<O>): Subcommand {
  const { options } = action
  return {
    describe: (name) => ({
      type: ApplicationCommandOptionType.Subcommand,
      name,
      ...describe(action),
      options: describeOptions(options),
    }),
    prepare: (raw, context) => {
      const args = readArguments(options, raw)
      action.check?.(args)
      return {
        place: action.isPrivate(args, context) ? 'private' : 'shared',
        ...(action.timeMs !== undefined && { timeMs: action.timeMs }),
        run: async (stage) => action.run(args, { ...context, ...stage }),
      }
    },
    complete: (focused, raw, context) => complete(options, focused, raw, context),
  }
}

interface CommandGroupDefinition extends Described, Reach {
  readonly name: string
  readonly subcommands: Readonly<Record<string, Subcommand>>
}

/** @example defineCommandGroup({ name: 'tea', description: 'Tea', subcommands: { make: defineSubcommand({ … }) } }) */
export function defineCommandGroup(definition: CommandGroupDefinition): Command {
  const { name, subcommands } = definition
  const find = (raw: readonly RawOption[]): { chosen: Subcommand; options: readonly RawOption[] } => {
    const [first] = raw
    const chosen =
      first !== undefined && Object.hasOwn(subcommands, first.name) ? subcommands[first.name] : undefined
    if (chosen === undefined) throw outdated(first?.name ?? name)
    return { chosen, options: first?.options ?? [] }
  }
  return {
    name,
    data: {
      type: ApplicationCommandType.ChatInput,
      name,
      ...describe(definition),
      options: Object.entries(subcommands).map(([each, subcommand]) => subcommand.describe(each)),
      ...reachOf(definition),
    },
    isExempt: definition.isExempt ?? false,
    prepare: (raw, context) => {
      const { chosen, options } = find(raw)
      return chosen.prepare(options, context)
    },
    complete: (focused, raw, context) => {
      const { chosen, options } = find(raw)
      return chosen.complete(focused, options, context)
    },
  }
}

/** The message whose menu a command was chosen from: anybody's, so all of it is outside text. */
export interface TargetMessage {
  readonly id: string
  readonly authorId: string
  /** All that can be read on it, embeds and components included, a line each. */
  readonly text: string
}

export interface MessageCommand {
  readonly name: string
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody
  prepare(target: TargetMessage, context: CommandContext): Answering
}

interface MessageCommandDefinition extends Reach {
  /** As it stands in the menu: at most 32 characters, spaces and capitals allowed. */
  readonly name: string
  /** What it is called in the other languages. */
  readonly names?: Translated
  isPrivate(target: TargetMessage, context: CommandContext): boolean
  run(target: TargetMessage, context: RunContext): Reply | Promise<Reply>
}

/** A command in the menu of a message. */
export function defineMessageCommand(definition: MessageCommandDefinition): MessageCommand {
  const { name, names } = definition
  return {
    name,
    data: {
      type: ApplicationCommandType.Message,
      name,
      ...(names !== undefined && { name_localizations: localizationsOf(names) }),
      ...reachOf(definition),
    },
    prepare: (target, context) => ({
      place: definition.isPrivate(target, context) ? 'private' : 'shared',
      run: async (stage) => definition.run(target, { ...context, ...stage }),
    }),
  }
}

const EVERYWHERE = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
]

const ANYONE = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall]

function reachOf({ contexts, integrationTypes, memberPermissions }: Reach) {
  return {
    contexts: [...(contexts ?? EVERYWHERE)],
    integration_types: [...(integrationTypes ?? ANYONE)],
    ...(memberPermissions !== undefined && { default_member_permissions: String(memberPermissions) }),
  }
}
