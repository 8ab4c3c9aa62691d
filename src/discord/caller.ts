/** @module What discord.js hands over -> the plain facts that handlers get: who, where, of which message. */
import {
  ComponentType,
  MessageFlags,
  type Interaction,
  type Message,
  type APIMessageTopLevelComponent,
  type Channel,
} from 'discord.js'
import type { Logger } from 'pino'
import type { Caller, CommandContext, SourceMessage } from '../../commands/context.js'
import type { TargetMessage } from '../../commands/define.js'
import type { Services } from '../../commands/services.js'
import { DEFAULT_SETTINGS, type ServerSettings } from '../records/settings.js'
import { localeOf } from '../replies/texts/locale.js'
import { texts } from '../replies/texts/texts.js'

export function callerOf(interaction: Interaction): Caller {
  const { user, member, locale, guildId, channelId, memberPermissions } = interaction
  const roles = member?.roles ?? []
  return {
    userId: user.id,
    name: user.displayName,
    locale,
    guildId,
    channelId,
    channelIds: placesOf(channelId, interaction.channel),
    permissions: memberPermissions?.bitfield ?? 0n,
    roles: Array.isArray(roles) ? roles : [...roles.cache.keys()],
  }
}

/** Ids of the channel, of the one that a thread belongs to, and of their category. */
export function placesOf(channelId: string | null, channel: Channel | null): string[] {
  const parentId = channel !== null && 'parentId' in channel ? channel.parentId : null
  const category = channel?.isThread() === true ? (channel.parent?.parentId ?? null) : null
  return [channelId, parentId, category].filter((id) => id !== null)
}

/** Whoever asks must be answered, also when the records cannot be read. */
function settingsOf({ records }: Services, serverId: string | null, logger: Logger): ServerSettings {
  try {
    return records.settingsOf(serverId)
  } catch (error) {
    logger.error({ err: error, serverId }, 'the settings of a server cannot be read; the defaults hold')
    return DEFAULT_SETTINGS
  }
}

/** What stands around every handler. */
export interface Surroundings {
  readonly services: Services
  readonly servicesFor: (settings: ServerSettings) => Services
  readonly isOwner: (userId: string) => Promise<boolean>
  /** Whether a server that is known has no such channel; never when not given. */
  readonly isGone?: (serverId: string, channelId: string) => boolean
  /** Whether the owner lets the bot work in a server (`null`: outside of servers); always when not given. */
  readonly allows?: (serverId: string | null) => boolean
  readonly logger: Logger
  /** Ids of our commands by their names, as Discord tells them. */
  readonly commandIds?: ReadonlyMap<string, string>
}

/** All that a handler is told of who asks; the language is the server's, or else the caller's. */
export function contextFor(
  caller: Caller,
  { services, servicesFor, isOwner, isGone, logger, commandIds }: Surroundings,
): CommandContext {
  const { guildId } = caller
  const settings = settingsOf(services, guildId, logger)
  return {
    services: servicesFor(settings),
    caller,
    settings,
    goneChannels: guildId === null ? [] : settings.channels.filter((id) => isGone?.(guildId, id) === true),
    say: texts(localeOf(settings.language, caller.locale)),
    isOwner: () => isOwner(caller.userId),
    ...(commandIds !== undefined && { commandIds }),
  }
}

export function sourceOf(message: Message): SourceMessage {
  return {
    id: message.id,
    components: componentsOf(message),
    isPrivate: message.flags.has(MessageFlags.Ephemeral),
    askerId: message.interactionMetadata?.user.id ?? null,
  }
}

export function targetOf(message: Message): TargetMessage {
  const embeds = message.embeds.flatMap(({ title, description, fields }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ])
  const lines = [message.content, ...embeds, ...textsOf(componentsOf(message))]
  return {
    id: message.id,
    authorId: message.author.id,
    text: lines.filter((line) => line !== null && line !== '').join('\n'),
  }
}

export function componentsOf(message: Message): APIMessageTopLevelComponent[] {
  return message.components.map((component) => component.toJSON())
}

function textsOf(components: readonly object[]): string[] {
  return components.flatMap((component): string[] => {
    if ('type' in component && component.type === ComponentType.TextDisplay && 'content' in component) {
      return [String(component.content)]
    }
    return 'components' in component && Array.isArray(component.components)
      ? textsOf(component.components as object[])
      : []
  })
}
