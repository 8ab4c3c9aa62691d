/** @module Whether the bot may write where it was spoken to: work whose answer nobody could get is not begun. */
import { PermissionFlagsBits, type Message } from 'discord.js'

/** As far as is known here; what is not known is left to Discord to refuse. */
export function mayWriteWhere({ channel, guild }: Message): boolean {
  if (guild === null || channel.isDMBased()) return true
  if (channel.isThread()) return channel.permissionsFor(channel.client.user) === null || channel.sendable
  const me = guild.members.me
  if (me === null) return true
  const permissions = channel.permissionsFor(me)
  if (permissions.has(PermissionFlagsBits.Administrator)) return true
  const isTimedOut = (me.communicationDisabledUntilTimestamp ?? 0) > Date.now()
  return (
    !isTimedOut && permissions.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages], false)
  )
}
