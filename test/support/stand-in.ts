import { StandIn, type StandInOptions } from '../../src/playground/stand-in.js'
import { validate } from './discord-validation.js'

/** Starts the stand-in for Discord, judging every payload of the bot by Discord's description and rules. */
export function startStandIn(options: Omit<StandInOptions, 'validate'> = {}): Promise<StandIn> {
  return StandIn.start({ ...options, validate })
}
