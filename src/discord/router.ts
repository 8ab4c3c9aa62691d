/** @module One way for every interaction: acknowledged at once, run, answered, whatever happens. */
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
  RepliableInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import type { CommandContext } from '../../commands/context.js'
import type { Command, MessageCommand } from '../../commands/define.js'
import type { ComponentHandler } from '../../commands/define-components.js'
import type { Choice } from '../../commands/options.js'
import type { Answering, Prepared, Stage } from '../../commands/prepared.js'
import { UserError } from '../errors.js'
import type { Outcome } from '../records/records.js'
import type { Reply } from '../replies/components.js'
import { foreign, routeNameOf } from '../replies/routes.js'
import { refusal } from '../replies/texts/refusal.js'
import { acknowledge, respond } from './acknowledge.js'
import { AcksFirst } from './acks-first.js'
import { callerOf, contextFor, sourceOf, targetOf, type Surroundings } from './caller.js'
import { kindOf, useOf, type ComponentInteraction } from './component-use.js'
import { deliver, edit, isOnPrivateMessage } from './delivery.js'
import { loggable, troubleOf } from './errors.js'
import { isTooOften, type Gate, type Use } from './gate.js'
import type { Handled, RoutedUse } from './handled.js'
import { messageOf, privateMessageOf } from './message.js'
import { withTimeLimit } from '../time-limit.js'

/** How long a handler may take (ms). Discord keeps an acknowledged interaction open for 15 minutes; people do not wait that long. */
const HANDLER_TIME_MS = 120_000

/** All that people can use: what `commands/index.ts` lists. */
export interface Handlers {
  readonly commands: readonly Command[]
  readonly messageCommands: readonly MessageCommand[]
  readonly components: readonly ComponentHandler[]
}

export interface RouterParts {
  readonly handlers: Handlers
  readonly surroundings: Surroundings
  /** Shared with whatever else people use the bot by. */
  readonly gate: Gate
  /** Told of everything that was used. */
  readonly onUse: (use: RoutedUse) => void
  /** ms; for tests */
  readonly handlerTimeMs?: number
}

export class Router {
  readonly #commands: ReadonlyMap<string, Command>
  readonly #messageCommands: ReadonlyMap<string, MessageCommand>
  readonly #components: ReadonlyMap<string, ComponentHandler>
  readonly #surroundings: Surroundings
  readonly #logger: Logger
  readonly #gate: Gate
  readonly #onUse: (use: RoutedUse) => void
  readonly #handlerTimeMs: number
  readonly #acksFirst = new AcksFirst()
  readonly #inFlight = new Set<Promise<void>>()
  #isClosing = false

  constructor(parts: RouterParts) {
    const { handlers, surroundings, gate, onUse, handlerTimeMs = HANDLER_TIME_MS } = parts
    this.#commands = new Map(handlers.commands.map((command) => [command.name, command]))
    this.#messageCommands = new Map(handlers.messageCommands.map((command) => [command.name, command]))
    this.#components = new Map(handlers.components.map((each) => [keyOf(each.kind, each.name), each]))
    this.#surroundings = surroundings
    this.#logger = surroundings.logger
    this.#gate = gate
    this.#onUse = onUse
    this.#handlerTimeMs = handlerTimeMs
  }

  /** Never rejects: what cannot even be told to the asker is logged. */
  async handle(interaction: Interaction): Promise<void> {
    const startedAt = performance.now()
    const what = this.#nameOf(interaction)
    const logger = this.#logger.child({ interaction: interaction.id, what })
    const work = this.#dispatch(interaction, logger)
      .catch((error: unknown): Handled => {
        logger.error({ err: loggable(error) }, 'the answer could not be delivered')
        return { outcome: 'lost', acknowledgedMs: undefined }
      })
      .then(({ outcome, acknowledgedMs }) => {
        const ms = performance.now() - startedAt
        logger.info({ ms: Math.round(ms), outcome }, 'done')
        this.#onUse({ what, outcome, ms, acknowledgedMs })
      })
      .catch((error: unknown) => {
        logger.error({ err: loggable(error) }, 'a use could not be counted')
      })
    this.#inFlight.add(work)
    await work
    this.#inFlight.delete(work)
  }

  /** From now on everyone is told that the bot is stopping; settles when all that is in flight is answered. */
  async close(): Promise<void> {
    this.#isClosing = true
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight)
  }

  async #dispatch(interaction: Interaction, logger: Logger): Promise<Handled> {
    if (interaction.isAutocomplete()) return this.#suggest(interaction, logger)
    if (interaction.isRepliable()) return this.#answer(interaction, logger)
    return { outcome: 'refused', acknowledgedMs: undefined }
  }

  async #answer(interaction: RepliableInteraction, logger: Logger): Promise<Handled> {
    const startedAt = performance.now()
    const context = this.#contextOf(interaction)
    const prepared = this.#prepare(interaction, context)
    const isInPlace = await this.#acksFirst.acknowledge(() => acknowledge(interaction, prepared, logger))
    const acknowledgedMs = performance.now() - startedAt
    if (prepared.place === 'modal') return { outcome: 'answered', acknowledgedMs }
    const isPrivate = isInPlace ? isOnPrivateMessage(interaction) : prepared.place !== 'shared'
    const show = async (state: Reply): Promise<void> => {
      if (!(await edit(interaction, state))) logger.info('the message of work that goes on is gone')
    }
    const post = async (message: Reply): Promise<void> => {
      await interaction.followUp(messageOf(message))
    }
    try {
      await deliver(interaction, await this.#runInTime(prepared, { show, post, isPrivate }, logger))
      return { outcome: 'answered', acknowledgedMs }
    } catch (error) {
      const { reply, outcome } = troubleOf(error, context, logger)
      // The message that was read stays as it is; the trouble is told beside it.
      if (isInPlace) await interaction.followUp(privateMessageOf(reply))
      else await deliver(interaction, reply)
      return { outcome, acknowledgedMs }
    }
  }

  async #runInTime(prepared: Answering, stage: Stage, logger: Logger): Promise<Reply> {
    await this.#acksFirst.turn()
    const ms = prepared.timeMs ?? this.#handlerTimeMs
    const onTimeout = (): Error => {
      logger.warn({ ms }, 'a handler took too long')
      return refusal('common.tooLong')
    }
    return withTimeLimit(prepared.run(stage), ms, onTimeout, (error) => {
      logger.error({ err: loggable(error) }, 'a handler failed after it took too long')
    })
  }

  /** What cannot be run becomes a handler that says why, so that there is one way to answer. */
  #prepare(interaction: RepliableInteraction, context: CommandContext): Prepared {
    try {
      if (this.#isClosing) throw refusal('common.restarting')
      this.#refuseElsewhere(interaction)
      if (interaction.isChatInputCommand()) return this.#prepareCommand(interaction, context)
      if (interaction.isMessageContextMenuCommand()) return this.#prepareMessageCommand(interaction, context)
      if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
        return this.#prepareComponent(interaction, context)
      }
      throw gone(interaction.commandName)
    } catch (error) {
      return { place: 'private', run: () => Promise.reject(asError(error)) }
    }
  }

  #prepareCommand(interaction: ChatInputCommandInteraction, context: CommandContext): Answering {
    const command = this.#commands.get(interaction.commandName)
    if (command === undefined) throw gone(`/${interaction.commandName}`)
    if (!command.isExempt) this.#pass(context, 'asking')
    return command.prepare(interaction.options.data, context)
  }

  #prepareMessageCommand(
    interaction: MessageContextMenuCommandInteraction,
    context: CommandContext,
  ): Answering {
    const command = this.#messageCommands.get(interaction.commandName)
    if (command === undefined) throw gone(interaction.commandName)
    this.#pass(context, 'asking')
    return command.prepare(targetOf(interaction.targetMessage), context)
  }

  #prepareComponent(interaction: ComponentInteraction, base: CommandContext): Prepared {
    const { customId, message } = interaction
    const handler = this.#components.get(keyOf(kindOf(interaction), routeNameOf(customId)))
    // All our modals open from a message; without one, what they continue is not known.
    if (message === null) throw foreign()
    const source = sourceOf(message)
    const context = { ...base, source }
    const isOwn = source.askerId === context.caller.userId
    if (source.isPrivate && source.askerId !== null && !isOwn) {
      throw refusal('common.notYours')
    }
    if (handler === undefined) throw foreign()
    const prepared = handler.prepare(useOf(interaction), context)
    // A modal that opens costs nothing; what is filled in comes back and is counted then.
    if (prepared.place !== 'modal') this.#pass(context, handler.asks ? 'asking' : 'reading')
    // Nobody turns the page under another reader: they get a copy of their own.
    return prepared.place === 'in-place' && !isOwn ? { ...prepared, place: 'private' } : prepared
  }

  #refuseElsewhere({ guildId }: Interaction): void {
    if (this.#surroundings.allows?.(guildId) === false) throw refusal('common.otherServer')
  }

  #contextOf(interaction: Interaction): CommandContext {
    return contextFor(callerOf(interaction), this.#surroundings)
  }

  #pass({ caller, settings, goneChannels }: CommandContext, use: Use): void {
    this.#gate.pass(caller, settings, use, goneChannels)
  }

  /** For log and figures: what was used, without anything that was typed, and only names that we know. */
  #nameOf(interaction: Interaction): string {
    if (interaction.isAutocomplete()) return `suggestions of ${this.#commandName(interaction.commandName)}`
    if (interaction.isChatInputCommand()) return this.#commandName(interaction.commandName)
    if (interaction.isCommand()) {
      const { commandName } = interaction
      return this.#messageCommands.has(commandName) ? commandName : 'unknown'
    }
    const key = keyOf(kindOf(interaction), routeNameOf(interaction.customId))
    return this.#components.has(key) ? key : `${kindOf(interaction)} unknown`
  }

  #commandName(name: string): string {
    return this.#commands.has(name) ? `/${name}` : 'unknown'
  }

  /** Suggestions that fail are no suggestions: the person can still type. */
  async #suggest(interaction: AutocompleteInteraction, logger: Logger): Promise<Handled> {
    const startedAt = performance.now()
    let outcome: Outcome = 'answered'
    let choices: Choice[] = []
    try {
      this.#refuseElsewhere(interaction)
      const command = this.#commands.get(interaction.commandName)
      const context = this.#contextOf(interaction)
      if (command !== undefined && !command.isExempt) this.#pass(context, 'typing')
      const focused = interaction.options.getFocused(true).name
      choices = command?.complete(focused, interaction.options.data, context) ?? []
    } catch (error) {
      if (error instanceof UserError) {
        outcome = isTooOften(error.key) ? 'limited' : 'refused'
      } else {
        logger.error({ err: loggable(error) }, 'suggestions failed')
        outcome = 'failed'
      }
    }
    await this.#acksFirst.acknowledge(() => respond(interaction, choices, logger))
    return { outcome, acknowledgedMs: performance.now() - startedAt }
  }
}

function keyOf(kind: ComponentHandler['kind'], name: string): string {
  return `${kind} ${name}`
}

function gone(command: string): UserError {
  return refusal('common.goneCommand', { command })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
