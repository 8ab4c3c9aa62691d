/** @module The one place where a reply becomes what is sent, never with a link preview. (That nobody is mentioned is the client's default.) */
import {
  AttachmentBuilder,
  MessageFlags,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type MessageCreateOptions,
  type MessageReplyOptions,
} from 'discord.js'
import type { Reply } from '../replies/components.js'

/** Body of an edit. The V2 flag goes here, because an acknowledgement takes no flag but `Ephemeral`. */
export function editOf(reply: Reply): InteractionEditReplyOptions {
  return { flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds, ...contentOf(reply) }
}

/** Body of a new message that all see. */
export function messageOf(reply: Reply): InteractionReplyOptions {
  return { flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds, ...contentOf(reply) }
}

/**
 * Body of a message in a channel, in reply to nothing.
 * @param to the message that it answers: Discord posts one answer to it, also when the request for it is sent again
 */
export function plainMessageOf(reply: Reply, to: string): MessageCreateOptions {
  return {
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    nonce: to,
    enforceNonce: true,
    ...contentOf(reply),
  }
}

/** Body of a message in a channel, in reply to one that may be gone by then. */
export function channelMessageOf(reply: Reply, to: string): MessageReplyOptions {
  return { ...plainMessageOf(reply, to), failIfNotExists: false }
}

/** Body of a new message that only the asker sees. */
export function privateMessageOf(reply: Reply): InteractionReplyOptions {
  return {
    flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    ...contentOf(reply),
  }
}

function contentOf({ components, files = [] }: Reply): {
  components: Reply['components']
  files?: AttachmentBuilder[]
} {
  if (files.length === 0) return { components }
  return {
    components,
    files: files.map(({ name, content }) => new AttachmentBuilder(Buffer.from(content), { name })),
  }
}
