/** @module Commands and buttons as typed data: schema and handler in one definition, erased to what the router needs. */
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js'
import type { Reply } from '../src/replies/components.js'
import type { Fields, Route, ValuesOf } from '../src/replies/routes.js'
import {
  complete,
  describeOptions,
  readArguments,
  type Arguments,
  type Choice,
  type Options,
  type RawOption,
} from './options.js'
import type { Services } from './services.js'

/** What every handler gets beside its arguments. */
export interface CommandContext {
  readonly services: Services
}

/** A handler with its arguments already checked: what is left is to acknowledge and to run. */
export interface Prepared {
  /**
   * `shared`: a message that all see; `private`: one that only the asker sees; `in-place`: the message whose button was
   * pressed is edited, or, when that message is another person's, it becomes `private`.
   */
  readonly place: 'shared' | 'private' | 'in-place'
  /** @throws UserError with a sentence for the asker */
  run(): Promise<Reply>
}

export interface Command {
  readonly name: string
  /** What Discord is told when the commands are registered. */
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody
  /** @throws UserError when the options do not fit the schema */
  prepare(raw: readonly RawOption[], context: CommandContext): Prepared
  /** At most 25 suggestions. */
  complete(focused: string, raw: readonly RawOption[], context: CommandContext): Choice[]
}

interface CommandDefinition<O extends Options> {
  /** Lower case, at most 32 letters, digits, `-` or `_`. */
  readonly name: string
  /** At most 100 characters. */
  readonly description: string
  readonly options: O
  /** Where it may be used; everywhere when not given. */
  readonly contexts?: readonly InteractionContextType[]
  /** Who may install it: servers and users when not given. */
  readonly integrationTypes?: readonly ApplicationIntegrationType[]
  /** Whether only the asker sees the reply. Decided before anything else, because Discord fixes it at the acknowledgement. */
  isPrivate(args: Arguments<O>, context: CommandContext): boolean
  run(args: Arguments<O>, context: CommandContext): Reply | Promise<Reply>
}

const EVERYWHERE = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
]

const ANYONE = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall]

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
  const { name, description, options } = definition
  return {
    name,
    data: {
      type: ApplicationCommandType.ChatInput,
      name,
      description,
      options: describeOptions(options),
      contexts: [...(definition.contexts ?? EVERYWHERE)],
      integration_types: [...(definition.integrationTypes ?? ANYONE)],
    },
    prepare: (raw, context) => {
      const args = readArguments(options, raw)
      return {
        place: definition.isPrivate(args, context) ? 'private' : 'shared',
        run: async () => definition.run(args, context),
      }
    },
    complete: (focused, raw, context) => complete(options, focused, raw, context),
  }
}

export interface ButtonHandler {
  /** Name of its route. */
  readonly name: string
  /** @throws UserError when the `custom_id` is not one of this route */
  prepare(customId: string, context: CommandContext): Prepared
}

/** @param place where the reply goes; see `Prepared` */
export function defineButton<F extends Fields>(
  route: Route<F>,
  place: 'private' | 'in-place',
  run: (values: ValuesOf<F>, context: CommandContext) => Reply | Promise<Reply>,
): ButtonHandler {
  return {
    name: route.name,
    prepare: (customId, context) => {
      const values = route.parse(customId)
      return { place, run: async () => run(values, context) }
    },
  }
}
