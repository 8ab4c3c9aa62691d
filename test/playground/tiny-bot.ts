import {
  Client,
  Events,
  type ApplicationCommandDataResolvable,
  type ClientOptions,
  type Interaction,
} from 'discord.js'
import type { StandIn } from '../../src/playground/stand-in.js'

export type Handle = (interaction: Interaction) => unknown

export interface TinyBot {
  readonly client: Client<true>
  /** What the handler threw. */
  readonly errors: unknown[]
}

/** A real discord.js client at the stand-in, with commands and one handler for everything. */
export async function tinyBot(
  standIn: StandIn,
  commands: readonly ApplicationCommandDataResolvable[],
  handle: Handle,
  options: Partial<ClientOptions> = {},
): Promise<TinyBot> {
  const client = new Client({
    intents: ['Guilds'],
    ...options,
    rest: { api: standIn.apiUrl, ...options.rest },
  })
  const errors: unknown[] = []
  client.on(Events.InteractionCreate, (interaction) => {
    Promise.resolve()
      .then(() => handle(interaction))
      .catch((error: unknown) => errors.push(error))
  })
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(standIn.token)
  const logged = await ready
  if (commands.length > 0) await logged.application.commands.set(commands)
  return { client: logged, errors }
}
