/** @module Settings of a server, and what is kept of people, as replies. */
import type { Kept } from '../records/records.js'
import type { ServerSettings } from '../records/settings.js'
import { withMentions, type CommandIds } from './command-mentions.js'
import { ACCENT, card, separator, text, type Reply } from './components.js'
import { escapeLine } from './escape.js'
import { LOCALES, localeOf, type Localised } from './texts/locale.js'
import type { Say } from './texts/texts.js'

/** Each language by its own name. */
export const LANGUAGE_NAMES: Localised = { en: 'English', es: 'Español', fr: 'Français', de: 'Deutsch' }

/** @param gone those of the named channels that the server no longer has */
export function settingsReply(say: Say, settings: ServerSettings, gone: readonly string[]): Reply {
  const { channels, isPrivate, usesPerMinute, protectsSources, language } = settings
  const sources = protectsSources === null ? 'asOwner' : protectsSources ? 'masked' : 'shown'
  const facts: [string, string][] = [
    [
      say('settings.channels'),
      channels.length === 0 ? say('settings.everywhere') : channelLine(say, channels, gone),
    ],
    [say('settings.answers'), say(isPrivate ? 'settings.private' : 'settings.shared')],
    [
      say('settings.limit'),
      usesPerMinute === 0 ? say('settings.unlimited') : say('settings.perMinute', { uses: usesPerMinute }),
    ],
    [say('settings.sources'), say(`settings.${sources}`)],
    [
      say('settings.language'),
      language === null || !LOCALES.some((locale) => locale === language)
        ? say('settings.readers')
        : LANGUAGE_NAMES[localeOf(language)],
    ],
  ]
  return card(ACCENT.reader, [
    text(`### ${say('settings.title')}`),
    text(facts.map(([name, value]) => `**${name}** ${value}`).join('\n')),
  ])
}

function channelLine(say: Say, channels: readonly string[], gone: readonly string[]): string {
  const present = channels.filter((id) => !gone.includes(id)).map((id) => `<#${id}>`)
  const count = channels.length - present.length
  return [...present, ...(count === 0 ? [] : [say('settings.deleted', { count })])].join(' ')
}

export interface Privacy {
  readonly keepsQuestions: boolean
  /** Name of the language model that is asked, or `null` without one. */
  readonly languageModel: string | null
}

export function privacyReply(
  say: Say,
  { keepsQuestions, languageModel }: Privacy,
  kept: Kept,
  ids?: CommandIds,
): Reply {
  const howToForget = withMentions('settings.howToForget', say('settings.howToForget'), say.locale, ids)
  return card(ACCENT.reader, [
    text(`### ${say('settings.kept')}`),
    text(
      [
        say('settings.keptUse'),
        say('settings.keptFeedback', { feedback: kept.feedback }),
        // Those from before stay where the owner no longer keeps any.
        keepsQuestions || kept.questions > 0
          ? say('settings.keptQuestions', { questions: kept.questions })
          : say('settings.noQuestions'),
        modelLine(say, languageModel),
      ]
        .map((line) => `- ${line}`)
        .join('\n'),
    ),
    separator(),
    text(howToForget),
  ])
}

/** Where questions go. */
export function modelLine(say: Say, languageModel: string | null): string {
  return languageModel === null
    ? say('settings.noModel')
    : say('settings.withModel', { model: escapeLine(languageModel) })
}
