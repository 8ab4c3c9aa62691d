/** @module Puts the slash commands to Discord. */
import { DiscordAPIError, REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import { commands, messageCommands } from '../../commands/index.js'
import { UserError } from '../errors.js'
import { explainConnection, notDiscord } from './connection-errors.js'
import { restOptions } from './rest.js'

export interface RegisterOptions {
  readonly token: string
  /** Base address of the REST API, without a version. */
  readonly apiUrl: string
  /** Only for this server, where they appear at once; for all servers and direct messages when not given. */
  readonly guildId?: string | undefined
}

const SNOWFLAKE = /^\d{17,20}$/u

/** The longest that Discord may have it wait (ms): beyond, whoever waits at the terminal is told. */
const LONGEST_WAIT_MS = 60_000

/** What Discord says of a server that the bot is not in. */
const NO_ACCESS: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.MissingPermissions,
])

/**
 * Replaces the bot's commands by those of this version.
 * @returns names of the commands registered
 * @throws UserError when the token or the server is refused, or Discord cannot be reached
 */
export async function register({ token, apiUrl, guildId }: RegisterOptions): Promise<string[]> {
  if (guildId !== undefined && !SNOWFLAKE.test(guildId)) {
    throw new UserError(
      `“${guildId}” is no server id. Turn on developer mode in Discord, then right-click the server and copy its id (17 to 20 digits).`,
    )
  }
  const rest = new REST({
    ...restOptions(apiUrl),
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > LONGEST_WAIT_MS,
  })
  rest.setToken(token)
  try {
    const application = await rest.get(Routes.currentApplication())
    if (!isApplication(application)) throw notDiscord(apiUrl, 'no application in its answer')
    const { id } = application
    const route =
      guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId)
    const all = [...commands, ...messageCommands]
    const registered = await rest.put(route, { body: all.map(({ data }) => data) })
    if (!Array.isArray(registered)) throw notDiscord(apiUrl, 'no list of commands in its answer')
    return all.map(({ name }) => name)
  } catch (error) {
    if (error instanceof UserError) throw error
    if (error instanceof DiscordAPIError && NO_ACCESS.has(error.code) && guildId !== undefined) {
      throw new UserError(
        `Discord does not let the bot put commands into the server ${guildId}. Invite it there with the scope applications.commands first.`,
      )
    }
    const explained = explainConnection(error, apiUrl)
    // All else that goes wrong here is an answer that cannot be read.
    throw explained instanceof UserError
      ? explained
      : notDiscord(apiUrl, 'an answer that cannot be read', error)
  }
}

function isApplication(answer: unknown): answer is { readonly id: string } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'id' in answer &&
    typeof answer.id === 'string' &&
    SNOWFLAKE.test(answer.id)
  )
}
