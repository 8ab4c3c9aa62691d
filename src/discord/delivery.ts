/** @module How the answer to an interaction gets to who asked. */
import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes, type RepliableInteraction } from 'discord.js'
import type { Reply } from '../replies/components.js'
import { editOf, privateMessageOf } from './message.js'

/** @returns `false` when the message was deleted meanwhile, by its reader or by a moderator */
export async function edit(interaction: RepliableInteraction, reply: Reply): Promise<boolean> {
  try {
    await interaction.editReply(editOf(reply))
    return true
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return false
    throw error
  }
}

/** Who asked is answered, also when the message that should hold the answer is gone: then beside it, for nobody else to see. */
export async function deliver(interaction: RepliableInteraction, reply: Reply): Promise<void> {
  if (!(await edit(interaction, reply))) await interaction.followUp(privateMessageOf(reply))
}

export function isOnPrivateMessage(interaction: RepliableInteraction): boolean {
  const isOnMessage = interaction.isMessageComponent() || interaction.isModalSubmit()
  return isOnMessage && interaction.message?.flags.has(MessageFlags.Ephemeral) === true
}
