import type { Caller, CommandContext } from '../../commands/context.js'
import type { Services } from '../../commands/services.js'
import { DEFAULT_SETTINGS } from '../../src/records/settings.js'
import { SAY } from './replies.js'

/** An ordinary member of a server who reads English. */
export const CALLER: Caller = {
  userId: '100000000000000001',
  name: 'Ada',
  locale: 'en-US',
  guildId: '100000000000000002',
  channelId: '100000000000000003',
  channelIds: ['100000000000000003'],
  permissions: 0n,
  roles: [],
}

export function contextOf(services: Services): CommandContext {
  return {
    services,
    caller: CALLER,
    settings: DEFAULT_SETTINGS,
    goneChannels: [],
    say: SAY,
    isOwner: () => Promise.resolve(false),
  }
}
