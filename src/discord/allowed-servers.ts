/** @module In which servers the bot works: the owner may name them, and then it leaves all others. */
import { Events, type Client, type Guild } from 'discord.js'
import type { Logger } from 'pino'
import { loggable } from './errors.js'

/** @param named ids; none allows every server */
export function allowsServer(named: readonly string[], serverId: string | null): boolean {
  return named.length === 0 || serverId === null || named.includes(serverId)
}

/** Leaves what it is in already, and what it is invited to later. Call it once the client is ready. */
export function leaveOthers(client: Client<true>, named: readonly string[], logger: Logger): void {
  const leaveIfOther = (server: Guild): void => {
    if (!allowsServer(named, server.id)) void leave(server, logger)
  }
  client.guilds.cache.forEach(leaveIfOther)
  client.on(Events.GuildCreate, leaveIfOther)
}

/** Where it cannot leave it keeps silent, so a failure is told and no more. */
async function leave(server: Guild, logger: Logger): Promise<void> {
  try {
    await server.leave()
    logger.warn({ server: server.id }, 'left a server that ALLOWED_GUILDS does not name')
  } catch (error) {
    logger.error({ err: loggable(error), server: server.id }, 'a server that is not allowed cannot be left')
  }
}
