/** @module Puts the slash commands to Discord. */
import { DiscordAPIError, REST, Routes, type APIApplication } from 'discord.js'
import { commands, messageCommands } from '../../commands/index.js'
import { UserError } from '../errors.js'
import { explainConnection } from './connection-errors.js'

export interface RegisterOptions {
  readonly token: string
  /** Base address of the REST API, without a version. */
  readonly apiUrl: string
  /** Only for this server, where they appear at once; for all servers and direct messages when not given. */
  readonly guildId?: string | undefined
}

const SNOWFLAKE = /^\d{17,20}$/u

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
  const rest = new REST({ api: apiUrl }).setToken(token)
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as APIApplication
    const route =
      guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId)
    const all = [...commands, ...messageCommands]
    await rest.put(route, { body: all.map(({ data }) => data) })
    return all.map(({ name }) => name)
  } catch (error) {
    if (
      error instanceof DiscordAPIError &&
      (error.status === 403 || error.status === 404) &&
      guildId !== undefined
    ) {
      throw new UserError(
        `Discord does not let the bot put commands into the server ${guildId}. Invite it there with the scope applications.commands first.`,
      )
    }
    throw explainConnection(error, apiUrl)
  }
}
