/** @module What discord.js hands over -> the plain facts that handlers get: who, where, of which message. */
import {
  ComponentType,
  MessageFlags,
  type Interaction,
  type Message,
  type APIMessageTopLevelComponent,
} from 'discord.js'
import type { Caller, SourceMessage } from '../../commands/context.js'
import type { TargetMessage } from '../../commands/define.js'

export function callerOf(interaction: Interaction): Caller {
  const { user, member, locale, guildId, channelId, memberPermissions } = interaction
  const roles = member?.roles ?? []
  return {
    userId: user.id,
    name: user.displayName,
    locale,
    guildId,
    channelId,
    permissions: memberPermissions?.bitfield ?? 0n,
    roles: Array.isArray(roles) ? roles : [...roles.cache.keys()],
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

function componentsOf(message: Message): APIMessageTopLevelComponent[] {
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
