import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  type ApplicationCommandDataResolvable,
  type ChatInputCommandInteraction,
  type ClientOptions,
  type Interaction,
} from 'discord.js'
import { onTestFinished } from 'vitest'
import type { StandIn, StandInOptions } from '../../src/playground/stand-in.js'
import type { User } from '../../src/playground/user.js'
import { startStandIn } from '../support/stand-in.js'

export interface Scene {
  readonly standIn: StandIn
  readonly client: Client<true>
  readonly user: User
  /** What the bot's handler threw. */
  readonly errors: unknown[]
}

export const ASK = {
  name: 'ask',
  description: 'Ask a question',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      description: 'What to ask',
      required: true,
      maxLength: 100,
    },
  ],
} as const

/** The stand-in with a real discord.js client, which does one thing with every interaction. Ends with the test. */
export async function scene(
  handle: (interaction: Interaction) => unknown,
  options: {
    commands?: readonly ApplicationCommandDataResolvable[]
    standIn?: Omit<StandInOptions, 'validate'>
    client?: Partial<ClientOptions>
  } = {},
): Promise<Scene> {
  const standIn = await startStandIn(options.standIn)
  onTestFinished(() => standIn.stop())
  const { client, errors } = await connect(standIn, handle, options.client)
  await client.application.commands.set(options.commands ?? [ASK])
  return { standIn, client, errors, user: standIn.user({ name: 'Ada' }) }
}

/** Logs a client in; it goes with the test. */
export async function connect(
  standIn: StandIn,
  handle: (interaction: Interaction) => unknown,
  options: Partial<ClientOptions> = {},
): Promise<{ client: Client<true>; errors: unknown[] }> {
  const client = new Client({
    intents: ['Guilds'],
    ...options,
    rest: { api: standIn.apiUrl, ...options.rest },
  })
  onTestFinished(() => client.destroy())
  const errors: unknown[] = []
  client.on(Events.InteractionCreate, (interaction) => {
    Promise.resolve()
      .then(() => handle(interaction))
      .catch((error: unknown) => errors.push(error))
  })
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(standIn.token)
  return { client: await ready, errors }
}

/** A row of buttons; label and custom id are the same. */
export function buttons(...labels: string[]): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    labels.map((label) => new ButtonBuilder({ label, custom_id: label, style: ButtonStyle.Secondary })),
  )
}

/** Runs one thing on a slash command. */
export function onCommand(run: (interaction: ChatInputCommandInteraction) => Promise<unknown>) {
  return async (interaction: Interaction): Promise<void> => {
    if (interaction.isChatInputCommand()) await run(interaction)
  }
}

/** Waits shortly for the first response, or for what follows it. */
export const IMPATIENT = { limits: { acknowledgeMs: 700 } }
export const HASTY = { limits: { patienceMs: 300 } }
