import type { Settings } from '../config.js'
import { UserError } from '../errors.js'

/** Where a token comes from, for everyone who has none yet. */
export const HOW_TO_GET_A_TOKEN =
  'To run in Discord: make an application at https://discord.com/developers/applications, take its token (Bot, Reset Token), ' +
  'put it into .env as DISCORD_TOKEN=…, run "npm run pilcrow -- register", and invite the bot with the scopes bot and applications.commands.'

/** @throws UserError that says where a token comes from. */
export function requireToken({ discordToken }: Settings): string {
  if (discordToken === undefined) throw new UserError(`DISCORD_TOKEN is not set. ${HOW_TO_GET_A_TOKEN}`)
  return discordToken
}
