/** @module What a handler is told beside its arguments: who asks, where, of which message, and the rooms below. */
import type { APIMessageTopLevelComponent } from 'discord.js'
import type { Reply } from '../src/replies/components.js'
import type { ServerSettings } from '../src/records/settings.js'
import type { Say } from '../src/replies/texts/texts.js'
import type { Services } from './services.js'

/** Who uses a command, a button, a menu or a modal, and where. */
export interface Caller {
  readonly userId: string
  /** As others see it; outside text. */
  readonly name: string
  /** Discord's code of the caller's language, such as `es-ES`. */
  readonly locale: string
  /** `null` in direct messages and groups. */
  readonly guildId: string | null
  readonly channelId: string | null
  /** The channel, of a thread the channel that it belongs to, and the category of that. */
  readonly channelIds: readonly string[]
  /** What the caller may do in the channel, as Discord's bit field; 0 outside of servers. */
  readonly permissions: bigint
  /** Ids; none outside of servers. */
  readonly roles: readonly string[]
}

export interface CommandContext {
  readonly services: Services
  readonly caller: Caller
  /** Of the server, or the defaults elsewhere. */
  readonly settings: ServerSettings
  /** Ids of the channels that the settings name and the server no longer has. */
  readonly goneChannels: readonly string[]
  /** Sentences in the language of the reply. */
  readonly say: Say
  /** Whether the caller is the bot's owner, or of the team that owns it. Asks Discord the first time. */
  readonly isOwner: () => Promise<boolean>
  /** Ids that Discord has given to our commands, by their names; empty until it has told them. */
  readonly commandIds?: ReadonlyMap<string, string>
}

export interface RunContext extends CommandContext {
  /** Shows a state of work that goes on, in the place of the answer to come. Each call is an edit: a few, not many. */
  readonly show: (state: Reply) => Promise<void>
  /** Sends a further message that all see, beside the answer to come. */
  readonly post: (message: Reply) => Promise<void>
  /** Only the asker sees the reply. */
  readonly isPrivate: boolean
}

/** A message of the bot's own, as it was when somebody used something on it. */
export interface SourceMessage {
  readonly id: string
  readonly components: readonly APIMessageTopLevelComponent[]
  /** Only its asker sees it. */
  readonly isPrivate: boolean
  /** Id of the person whose command, button or modal brought it, or `null` where Discord does not say. */
  readonly askerId: string | null
}

export interface ComponentContext extends CommandContext {
  readonly source: SourceMessage
}

export interface ComponentRunContext extends RunContext {
  readonly source: SourceMessage
}
