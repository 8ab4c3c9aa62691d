/** @module The languages that the bot speaks, and which of them a person gets. */
import { Locale as DiscordLocale, type LocalizationMap } from 'discord.js'

export const LOCALES = ['en', 'es', 'fr', 'de'] as const

export type Locale = (typeof LOCALES)[number]

/** One text in every language: none can be forgotten. */
export type Localised<T = string> = Readonly<Record<Locale, T>>

/** The same for what stands in English elsewhere. */
export type Translated = Readonly<Record<Exclude<Locale, 'en'>, string>>

/** Discord's codes for the languages beside English, which is what everyone else gets. */
const DISCORD_LOCALES = [
  [DiscordLocale.SpanishES, 'es'],
  [DiscordLocale.SpanishLATAM, 'es'],
  [DiscordLocale.French, 'fr'],
  [DiscordLocale.German, 'de'],
] as const

/**
 * The first of the wishes that is a language of ours, in any writing of its code; English when none is.
 * @example localeOf(undefined, 'es-419') // 'es'
 */
export function localeOf(...wishes: readonly (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split(/[-_]/u, 1)[0]
    const found = LOCALES.find((locale) => locale === language)
    if (found !== undefined) return found
  }
  return 'en'
}

/** By Discord's codes of languages. */
export type Localizations = Readonly<Partial<Record<string, string | null | undefined>>>

/** What a list made by `localizationsOf` says in a language; `undefined` in English. */
export function localised(
  locale: Locale,
  localizations: Localizations | null | undefined,
): string | undefined {
  const [code] = DISCORD_LOCALES.find(([, language]) => language === locale) ?? []
  return code === undefined ? undefined : (localizations?.[code] ?? undefined)
}

/** For `name_localizations` and the like. */
export function localizationsOf(text: Translated): LocalizationMap {
  return Object.fromEntries(DISCORD_LOCALES.map(([code, locale]) => [code, text[locale]]))
}
