import type { Settings } from '../config.js'
import { register as registerCommands } from '../discord/register.js'
import { requireToken } from './token.js'
import { writeLine } from './output.js'

/** @param guild id of the one server to put them to; everywhere when not given. */
export async function register(settings: Settings, guild: string | undefined): Promise<void> {
  const names = await registerCommands({
    token: requireToken(settings),
    apiUrl: settings.discordApiUrl,
    guildId: guild,
  })
  await writeLine(
    `registered ${names.map((name) => `/${name}`).join(', ')} ${guild === undefined ? 'everywhere' : `in server ${guild}`}`,
  )
}
