/** The real bot, logged in to the stand-in, which judges all that it sends. */
import { Writable } from 'node:stream'
import { Client, Events, GatewayIntentBits, Routes } from 'discord.js'
import { pino, type Logger } from 'pino'
import { expect } from 'vitest'
import type { Command, MessageCommand } from '../../commands/define.js'
import type { ComponentHandler } from '../../commands/define-components.js'
import type { Services } from '../../commands/services.js'
import { startBot, type Bot, type BotOptions } from '../../src/discord/client.js'
import { Gate } from '../../src/discord/gate.js'
import { register } from '../../src/discord/register.js'
import { restOptions } from '../../src/discord/rest.js'
import { Router } from '../../src/discord/router.js'
import { StandIn, type StandInOptions } from '../../src/playground/stand-in.js'
import { validate } from './discord-validation.js'

export interface LogLine {
  readonly level: number
  readonly msg: string
  readonly [key: string]: unknown
}

/** A logger of which a test can read the lines. */
export function memoryLogger(): { logger: Logger; lines: LogLine[] } {
  const lines: LogLine[] = []
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(JSON.parse(chunk.toString()) as LogLine)
      done()
    },
  })
  return { logger: pino({ level: 'debug' }, stream), lines }
}

export interface RunningBot {
  readonly standIn: StandIn
  readonly bot: Bot
  readonly log: LogLine[]
  /** Stops bot and stand-in; fails when Discord would have refused anything that the bot sent. */
  readonly stop: () => Promise<void>
}

/** Registers the commands everywhere and logs in. */
export async function runBot(
  services: Services,
  options: Omit<StandInOptions, 'validate'> & Pick<BotOptions, 'servicesFor' | 'allowedServers'> = {},
): Promise<RunningBot> {
  const { servicesFor, allowedServers, ...about } = options
  const standIn = await StandIn.start({ ...about, validate })
  const { logger, lines } = memoryLogger()
  const { apiUrl, token } = standIn
  await register({ token, apiUrl })
  const bot = await startBot({
    token,
    apiUrl,
    services,
    ...(servicesFor !== undefined && { servicesFor }),
    ...(allowedServers !== undefined && { allowedServers }),
    logger,
    onLost: (reason) => expect.fail(reason.message),
  })
  return {
    standIn,
    bot,
    log: lines,
    stop: async () => {
      await bot.stop()
      await standIn.stop()
      expect(standIn.problems).toEqual([])
    },
  }
}

export interface RunningRouter {
  readonly standIn: StandIn
  readonly router: Router
  readonly log: LogLine[]
  /** Registers commands, which the router may know or not. */
  readonly offer: (commands: readonly (Command | MessageCommand)[]) => Promise<void>
  readonly stop: () => Promise<void>
}

/** The real client and router with commands and components of a test. */
export async function runRouter(
  commands: readonly Command[],
  components: readonly ComponentHandler[],
  services: Services,
  handlerTimeMs?: number,
  messageCommands: readonly MessageCommand[] = [],
): Promise<RunningRouter> {
  const standIn = await StandIn.start({ validate })
  const { logger, lines } = memoryLogger()
  const router = new Router({
    handlers: { commands, messageCommands, components },
    surroundings: {
      services,
      servicesFor: () => services,
      isOwner: () => Promise.resolve(false),
      logger,
    },
    gate: new Gate(),
    onUse: () => undefined,
    ...(handlerTimeMs !== undefined && { handlerTimeMs }),
  })
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: restOptions(standIn.apiUrl) })
  client.on(Events.InteractionCreate, (interaction) => void router.handle(interaction))
  await client.login(standIn.token)
  const offer = async (offered: readonly (Command | MessageCommand)[]): Promise<void> => {
    await client.rest.put(Routes.applicationCommands(standIn.applicationId), {
      body: offered.map(({ data }) => data),
    })
  }
  await offer([...commands, ...messageCommands])
  return {
    standIn,
    router,
    log: lines,
    offer,
    stop: async () => {
      await client.destroy()
      await standIn.stop()
    },
  }
}
