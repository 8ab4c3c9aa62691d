/** @module One way for every interaction: acknowledged at once, run, answered, whatever happens. */
import {
  MessageFlags,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type RepliableInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import type { ButtonHandler, Command, CommandContext, Prepared } from '../../commands/define.js'
import type { Choice } from '../../commands/options.js'
import { UserError } from '../errors.js'
import type { Reply } from '../replies/components.js'
import { foreign, routeNameOf } from '../replies/routes.js'
import { loggable, replyTo } from './errors.js'
import { editOf, privateMessageOf } from './message.js'
import { withTimeLimit } from './time-limit.js'

/** How long a handler may take (ms). Discord keeps an acknowledged interaction open for 15 minutes; people do not wait that long. */
const HANDLER_TIME_MS = 120_000

export interface RouterParts {
  readonly commands: readonly Command[]
  readonly buttons: readonly ButtonHandler[]
  readonly context: CommandContext
  readonly logger: Logger
  /** ms; for tests */
  readonly handlerTimeMs?: number
}

export class Router {
  readonly #commands: ReadonlyMap<string, Command>
  readonly #buttons: ReadonlyMap<string, ButtonHandler>
  readonly #context: CommandContext
  readonly #logger: Logger
  readonly #handlerTimeMs: number
  readonly #inFlight = new Set<Promise<void>>()
  #isClosing = false

  constructor({ commands, buttons, context, logger, handlerTimeMs = HANDLER_TIME_MS }: RouterParts) {
    this.#commands = new Map(commands.map((command) => [command.name, command]))
    this.#buttons = new Map(buttons.map((button) => [button.name, button]))
    this.#context = context
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
    const prepared = this.#prepare(interaction, logger)
    const isInPlace = await acknowledge(interaction, prepared.place)
    try {
      const reply = await this.#runInTime(prepared, logger)
      await interaction.editReply(editOf(reply))
    } catch (error) {
      const trouble = replyTo(error, logger)
      // The message that was read stays as it is; the trouble is told beside it.
      if (isInPlace) await interaction.followUp(privateMessageOf(trouble))
      else await interaction.editReply(editOf(trouble))
    }
  }

  async #runInTime(prepared: Prepared, logger: Logger): Promise<Reply> {
    const onTimeout = (): Error => {
      logger.warn({ ms: this.#handlerTimeMs }, 'a handler took too long')
      return new UserError('This is taking too long, so I stopped waiting for it. Please try again later.')
    }
    return withTimeLimit(prepared.run(), this.#handlerTimeMs, onTimeout, (error) => {
      logger.error({ err: loggable(error) }, 'a handler failed after it took too long')
    })
  }

  /** What cannot be run becomes a handler that says why, so that there is one way to answer. */
  #prepare(interaction: RepliableInteraction, logger: Logger): Prepared {
    try {
      if (this.#isClosing) throw new UserError('I am being restarted. Please try again in a minute.')
      if (interaction.isChatInputCommand()) return this.#prepareCommand(interaction)
      if (interaction.isButton()) return this.#prepareButton(interaction)
      throw new UserError('I do not know that command any more. Please look at the list of my commands.')
    } catch (error) {
      const trouble = replyTo(error, logger)
      return { place: 'private', run: () => Promise.resolve(trouble) }
    }
  }

  #prepareCommand(interaction: ChatInputCommandInteraction): Prepared {
    const command = this.#commands.get(interaction.commandName)
    if (command === undefined) {
      throw new UserError(
        `I have no command /${interaction.commandName} any more. The owner can renew the list with “pilcrow register”.`,
      )
    }
    return command.prepare(interaction.options.data, this.#context)
  }

  #prepareButton(interaction: ButtonInteraction): Prepared {
    const button = this.#buttons.get(routeNameOf(interaction.customId))
    if (button === undefined) throw foreign()
    const prepared = button.prepare(interaction.customId, this.#context)
    const isOwn = interaction.message.interactionMetadata?.user.id === interaction.user.id
    // Nobody turns the page under another reader: they get a copy of their own.
    return prepared.place === 'in-place' && !isOwn ? { ...prepared, place: 'private' } : prepared
  }

  /** Suggestions that fail are no suggestions: the person can still type. */
  async #suggest(interaction: AutocompleteInteraction, logger: Logger): Promise<void> {
    let choices: Choice[] = []
    try {
      const { data } = interaction.options
      const focused = interaction.options.getFocused(true).name
      choices = this.#commands.get(interaction.commandName)?.complete(focused, data, this.#context) ?? []
    } catch (error) {
      logger.error({ err: loggable(error) }, 'suggestions failed')
    }
    await interaction.respond(choices)
  }
}

/** @returns whether the message whose button was pressed is going to be edited */
async function acknowledge(interaction: RepliableInteraction, place: Prepared['place']): Promise<boolean> {
  if (place === 'in-place' && interaction.isMessageComponent()) {
    await interaction.deferUpdate()
    return true
  }
  await interaction.deferReply(place === 'private' ? { flags: MessageFlags.Ephemeral } : {})
  return false
}

/** For the log: what was used, without anything that was typed. */
function nameOf(interaction: Interaction): string {
  if (interaction.isCommand()) return `/${interaction.commandName}`
  if (interaction.isAutocomplete()) return `suggestions of /${interaction.commandName}`
  if (interaction.isMessageComponent()) return `button ${routeNameOf(interaction.customId)}`
  return 'other'
}
