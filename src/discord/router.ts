/** @module One way for every interaction: acknowledged at once, run, answered, whatever happens. */
import {
  MessageFlags,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  type RepliableInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import type { CommandContext } from '../../commands/context.js'
import type { Command, MessageCommand } from '../../commands/define.js'
import type { ComponentHandler } from '../../commands/define-components.js'
import type { Choice } from '../../commands/options.js'
import type { Answering, Opening, Place, Prepared } from '../../commands/prepared.js'
import type { Services } from '../../commands/services.js'
import type { UserError } from '../errors.js'
import type { Reply } from '../replies/components.js'
import { foreign, routeNameOf } from '../replies/routes.js'
import { localeOf } from '../replies/texts/locale.js'
import { refusal } from '../replies/texts/refusal.js'
import { texts, type Say } from '../replies/texts/texts.js'
import { callerOf, sourceOf, targetOf } from './caller.js'
import { kindOf, useOf, type ComponentInteraction } from './component-use.js'
import { loggable, replyTo } from './errors.js'
import { editOf, privateMessageOf } from './message.js'
import { withTimeLimit } from './time-limit.js'

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
  readonly services: Services
  readonly logger: Logger
  /** ms; for tests */
  readonly handlerTimeMs?: number
}

export class Router {
  readonly #commands: ReadonlyMap<string, Command>
  readonly #messageCommands: ReadonlyMap<string, MessageCommand>
  readonly #components: ReadonlyMap<string, ComponentHandler>
  readonly #services: Services
  readonly #logger: Logger
  readonly #handlerTimeMs: number
  readonly #inFlight = new Set<Promise<void>>()
  #isClosing = false

  constructor({ handlers, services, logger, handlerTimeMs = HANDLER_TIME_MS }: RouterParts) {
    this.#commands = new Map(handlers.commands.map((command) => [command.name, command]))
    this.#messageCommands = new Map(handlers.messageCommands.map((command) => [command.name, command]))
    this.#components = new Map(handlers.components.map((each) => [keyOf(each.kind, each.name), each]))
    this.#services = services
    this.#logger = logger
    this.#handlerTimeMs = handlerTimeMs
  }

  /** Never rejects: what cannot even be told to the asker is logged. */
  async handle(interaction: Interaction): Promise<void> {
    const startedAt = performance.now()
    const logger = this.#logger.child({ interaction: interaction.id, what: nameOf(interaction) })
    const work = this.#dispatch(interaction, logger).then(
      () => {
        logger.info({ ms: Math.round(performance.now() - startedAt) }, 'answered')
      },
      (error: unknown) => {
        logger.error({ err: loggable(error) }, 'the answer could not be delivered')
      },
    )
    this.#inFlight.add(work)
    await work
    this.#inFlight.delete(work)
  }

  /** From now on everyone is told that the bot is stopping; settles when all that is in flight is answered. */
  async close(): Promise<void> {
    this.#isClosing = true
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight)
  }

  async #dispatch(interaction: Interaction, logger: Logger): Promise<void> {
    if (interaction.isAutocomplete()) await this.#suggest(interaction, logger)
    else if (interaction.isRepliable()) await this.#answer(interaction, logger)
  }

  async #answer(interaction: RepliableInteraction, logger: Logger): Promise<void> {
    const context = this.#contextOf(interaction)
    const prepared = this.#prepare(interaction, context, logger)
    if (prepared.place === 'modal') await openModal(interaction, prepared.modal)
    else await this.#runAndAnswer(interaction, prepared, context.say, logger)
  }

  async #runAndAnswer(
    interaction: RepliableInteraction,
    prepared: Answering,
    say: Say,
    logger: Logger,
  ): Promise<void> {
    const isInPlace = await acknowledge(interaction, prepared.place)
    const show = async (state: Reply): Promise<void> => {
      await interaction.editReply(editOf(state))
    }
    try {
      await show(await this.#runInTime(prepared, show, logger))
    } catch (error) {
      const trouble = replyTo(error, say, logger)
      // The message that was read stays as it is; the trouble is told beside it.
      if (isInPlace) await interaction.followUp(privateMessageOf(trouble))
      else await show(trouble)
    }
  }

  async #runInTime(
    prepared: Answering,
    show: (state: Reply) => Promise<void>,
    logger: Logger,
  ): Promise<Reply> {
    const onTimeout = (): Error => {
      logger.warn({ ms: this.#handlerTimeMs }, 'a handler took too long')
      return refusal('common.tooLong')
    }
    return withTimeLimit(prepared.run(show), this.#handlerTimeMs, onTimeout, (error) => {
      logger.error({ err: loggable(error) }, 'a handler failed after it took too long')
    })
  }

  /** What cannot be run becomes a handler that says why, so that there is one way to answer. */
  #prepare(interaction: RepliableInteraction, context: CommandContext, logger: Logger): Prepared {
    try {
      if (this.#isClosing) throw refusal('common.restarting')
      if (interaction.isChatInputCommand()) return this.#prepareCommand(interaction, context)
      if (interaction.isMessageContextMenuCommand()) return this.#prepareMessageCommand(interaction, context)
      if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
        return this.#prepareComponent(interaction, context)
      }
      throw gone(interaction.commandName)
    } catch (error) {
      const trouble = replyTo(error, context.say, logger)
      return { place: 'private', run: () => Promise.resolve(trouble) }
    }
  }

  #prepareCommand(interaction: ChatInputCommandInteraction, context: CommandContext): Answering {
    const command = this.#commands.get(interaction.commandName)
    if (command === undefined) throw gone(`/${interaction.commandName}`)
    return command.prepare(interaction.options.data, context)
  }

  #prepareMessageCommand(
    interaction: MessageContextMenuCommandInteraction,
    context: CommandContext,
  ): Answering {
    const command = this.#messageCommands.get(interaction.commandName)
    if (command === undefined) throw gone(interaction.commandName)
    return command.prepare(targetOf(interaction.targetMessage), context)
  }

  #prepareComponent(interaction: ComponentInteraction, base: CommandContext): Prepared {
    const { customId, message } = interaction
    const handler = this.#components.get(keyOf(kindOf(interaction), routeNameOf(customId)))
    // All our modals open from a message; without one, what they continue is not known.
    if (handler === undefined || message === null) throw foreign()
    const source = sourceOf(message)
    const context = { ...base, source }
    const isOwn = source.askerId === context.caller.userId
    if (source.isPrivate && source.askerId !== null && !isOwn) {
      throw refusal('common.notYours')
    }
    const prepared = handler.prepare(useOf(interaction), context)
    // Nobody turns the page under another reader: they get a copy of their own.
    return prepared.place === 'in-place' && !isOwn ? { ...prepared, place: 'private' } : prepared
  }

  #contextOf(interaction: Interaction): CommandContext {
    const caller = callerOf(interaction)
    return { services: this.#services, caller, say: texts(localeOf(caller.locale)) }
  }

  /** Suggestions that fail are no suggestions: the person can still type. */
  async #suggest(interaction: AutocompleteInteraction, logger: Logger): Promise<void> {
    let choices: Choice[] = []
    try {
      const { data } = interaction.options
      const focused = interaction.options.getFocused(true).name
      choices =
        this.#commands.get(interaction.commandName)?.complete(focused, data, this.#contextOf(interaction)) ??
        []
    } catch (error) {
      logger.error({ err: loggable(error) }, 'suggestions failed')
    }
    await interaction.respond(choices)
  }
}

async function openModal(interaction: RepliableInteraction, modal: Opening['modal']): Promise<void> {
  if (interaction.isModalSubmit()) throw new Error('Discord opens no modal from a modal')
  await interaction.showModal(modal)
}

/** @returns whether the message whose component was used is going to be edited */
async function acknowledge(interaction: RepliableInteraction, place: Place): Promise<boolean> {
  const isOnMessage =
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage())
  if (place === 'in-place' && isOnMessage) {
    await interaction.deferUpdate()
    return true
  }
  await interaction.deferReply(place === 'shared' ? {} : { flags: MessageFlags.Ephemeral })
  return false
}

function keyOf(kind: ComponentHandler['kind'], name: string): string {
  return `${kind} ${name}`
}

function gone(command: string): UserError {
  return refusal('common.goneCommand', { command })
}

/** For the log: what was used, without anything that was typed. */
function nameOf(interaction: Interaction): string {
  if (interaction.isChatInputCommand()) return `/${interaction.commandName}`
  if (interaction.isCommand()) return interaction.commandName
  if (interaction.isAutocomplete()) return `suggestions of /${interaction.commandName}`
  return `${kindOf(interaction)} ${routeNameOf(interaction.customId)}`
}
