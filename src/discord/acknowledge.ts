/** @module The first response to an interaction: Discord takes one, within three seconds. */
import {
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  type AutocompleteInteraction,
  type RepliableInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import type { Choice } from '../../commands/options.js'
import type { Prepared } from '../../commands/prepared.js'

/** @returns whether the message whose component was used is going to be edited */
export async function acknowledge(
  interaction: RepliableInteraction,
  prepared: Prepared,
  logger: Logger,
): Promise<boolean> {
  const { place } = prepared
  if (place === 'modal') {
    if (interaction.isModalSubmit()) throw new Error('Discord opens no modal from a modal')
    await once(() => interaction.showModal(prepared.modal), logger)
    return false
  }
  const isOnMessage =
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage())
  const isInPlace = place === 'in-place' && isOnMessage
  await once(
    () =>
      isInPlace
        ? interaction.deferUpdate()
        : interaction.deferReply(place === 'shared' ? {} : { flags: MessageFlags.Ephemeral }),
    logger,
  )
  // The client notes it only when it has read the answer to its request.
  interaction.deferred = true
  return isInPlace
}

export async function respond(
  interaction: AutocompleteInteraction,
  choices: readonly Choice[],
  logger: Logger,
): Promise<void> {
  await once(() => interaction.respond(choices), logger)
}

/** A request whose answer was lost is sent again, and then Discord says that the first one had arrived. */
async function once(send: () => Promise<unknown>, logger: Logger): Promise<void> {
  try {
    await send()
  } catch (error) {
    const isDone =
      error instanceof DiscordAPIError &&
      error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
    if (!isDone) throw error
    logger.warn('acknowledged before: its answer was lost, or a second process uses the same token')
  }
}
