/** @module How an interaction is acknowledged, and how its answer gets to who asked. */
import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes, type RepliableInteraction } from 'discord.js'
import type { Prepared } from '../../commands/prepared.js'
import type { Reply } from '../replies/components.js'
import { editOf, privateMessageOf } from './message.js'

/** @returns whether the message whose component was used is going to be edited */
export async function acknowledge(interaction: RepliableInteraction, prepared: Prepared): Promise<boolean> {
  const { place } = prepared
  if (place === 'modal') {
    if (interaction.isModalSubmit()) throw new Error('Discord opens no modal from a modal')
    await interaction.showModal(prepared.modal)
    return false
  }
  const isOnMessage =
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage())
  if (place === 'in-place' && isOnMessage) {
    await interaction.deferUpdate()
    return true
  }
  await interaction.deferReply(place === 'shared' ? {} : { flags: MessageFlags.Ephemeral })
  return false
}

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
