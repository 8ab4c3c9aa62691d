import { ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits } from 'discord.js'
import { CHANNELS_MAX, USES_PER_MINUTE_MAX, type ServerSettings } from '../src/records/settings.js'
import type { Reply } from '../src/replies/components.js'
import { LANGUAGE_NAMES, settingsReply } from '../src/replies/settings-reply.js'
import { localeOf } from '../src/replies/texts/locale.js'
import { refusal } from '../src/replies/texts/refusal.js'
import { PHRASES, texts } from '../src/replies/texts/texts.js'
import { settingsWords } from '../src/replies/texts/words/settings.js'
import type { CommandContext } from './context.js'
import { defineCommandGroup, defineSubcommand } from './define.js'

const { masked, shown, asOwner, readers } = PHRASES.settings

const show = defineSubcommand({
  ...settingsWords.show,
  options: {},
  isPrivate: () => true,
  run: (_, context) => {
    managedServer(context)
    return settingsReply(context.say, context.settings, context.goneChannels)
  },
})

const change = defineSubcommand({
  ...settingsWords.change,
  options: {
    private: { type: 'boolean', ...settingsWords.private },
    limit: { type: 'integer', ...settingsWords.limit, min: 0, max: USES_PER_MINUTE_MAX },
    sources: {
      type: 'choice',
      ...settingsWords.sources,
      choices: [
        { name: masked.en, names: masked, value: 'masked' },
        { name: shown.en, names: shown, value: 'shown' },
        { name: asOwner.en, names: asOwner, value: 'owner' },
      ],
    },
    language: {
      type: 'choice',
      ...settingsWords.language,
      choices: [
        { name: readers.en, names: readers, value: 'readers' },
        { name: LANGUAGE_NAMES.en, value: 'en' },
        { name: LANGUAGE_NAMES.es, value: 'es' },
        { name: LANGUAGE_NAMES.fr, value: 'fr' },
        { name: LANGUAGE_NAMES.de, value: 'de' },
      ],
    },
  },
  isPrivate: () => true,
  run: async ({ private: isPrivate, limit, sources, language }, context) => {
    managedServer(context)
    // What the owner protects, only the owner shows.
    if (sources === 'shown' && !(await context.isOwner())) throw refusal('settings.ownerOnly')
    return changed(context, {
      ...(isPrivate !== undefined && { isPrivate }),
      ...(limit !== undefined && { usesPerMinute: limit }),
      ...(sources !== undefined && { protectsSources: sources === 'owner' ? null : sources === 'masked' }),
      ...(language !== undefined && { language: language === 'readers' ? null : language }),
    })
  },
})

const channels = defineSubcommand({
  ...settingsWords.channels,
  options: {
    add: { type: 'channel', ...settingsWords.add },
    remove: { type: 'channel', ...settingsWords.remove },
    all: { type: 'boolean', ...settingsWords.all },
  },
  isPrivate: () => true,
  run: ({ add, remove, all }, context) => {
    managedServer(context)
    const { say, settings, goneChannels } = context
    const isChange = add !== undefined || remove !== undefined || all === true
    if (!isChange) return settingsReply(say, settings, goneChannels)
    // Deleted channels go with any change: nobody can choose them to be removed.
    const present = settings.channels.filter((id) => !goneChannels.includes(id))
    const named = new Set(all === true ? [] : present)
    if (add !== undefined) named.add(add)
    if (remove !== undefined) named.delete(remove)
    // None named means all, which nobody asked for who removes one.
    if (named.size === 0 && settings.channels.length > 0 && all !== true)
      throw refusal('settings.lastChannel')
    if (named.size > CHANNELS_MAX) throw refusal('settings.tooManyChannels', { most: CHANNELS_MAX })
    return changed(context, { channels: [...named] })
  },
})

export const settings = defineCommandGroup({
  name: 'settings',
  ...settingsWords.command,
  subcommands: { show, change, channels },
  contexts: [InteractionContextType.Guild],
  integrationTypes: [ApplicationIntegrationType.GuildInstall],
  memberPermissions: PermissionFlagsBits.ManageGuild,
  isExempt: true,
})

/** The reply speaks the language that was just set. */
function changed(context: CommandContext, changes: Partial<ServerSettings>): Reply {
  const { services, caller } = context
  const gone = context.goneChannels
  const now = services.records.changeSettings(managedServer(context), changes)
  return settingsReply(texts(localeOf(now.language, caller.locale)), now, gone)
}

/** @throws UserError outside of servers, and to who may not manage this one, whatever Discord was told at registration */
function managedServer({ caller }: CommandContext): string {
  if (caller.guildId === null) throw refusal('settings.onlyInServers')
  if ((caller.permissions & PermissionFlagsBits.ManageGuild) === 0n) throw refusal('settings.notAllowed')
  return caller.guildId
}
