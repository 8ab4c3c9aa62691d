/** @module Commands that a sentence of ours names -> mentions, which are pressed and fill the command in. */
import { LOCALES, type Locale, type Translated } from './texts/locale.js'
import { PHRASES } from './texts/texts.js'
import { askWords } from './texts/words/ask.js'
import { cableWords } from './texts/words/cable.js'
import { privacyWords, settingsWords } from './texts/words/settings.js'
import { toolWords } from './texts/words/tools.js'

/** Ids that Discord has given to our commands, by their names; none before it has told them. */
export type CommandIds = ReadonlyMap<string, string>

interface Named {
  /** As Discord knows it: `settings channels`. */
  readonly path: string
  readonly written: Readonly<Record<Locale, string>>
}

const NAMED: readonly Named[] = [
  named('ask', askWords.command.names),
  named('cable', cableWords.command.names),
  named('browse', toolWords.browse.names),
  within('settings', settingsWords.command.names, 'channels', settingsWords.channels.names),
  within('privacy', privacyWords.command.names, 'forget', privacyWords.forget.names),
  within('privacy', privacyWords.command.names, 'show', privacyWords.show.names),
  // A command with subcommands is not run by its own name.
  { ...named('privacy', privacyWords.command.names), path: 'privacy show' },
]

/** Keys of sentences that name a command. What is put into them are numbers of cables and pages, never what somebody typed. */
const NAMING: ReadonlySet<string> = new Set(
  Object.entries(PHRASES).flatMap(([domain, phrases]) =>
    Object.entries(phrases)
      .filter(([, { en }]) =>
        NAMED.some(({ written }) => typeof en === 'string' && en.includes(`/${written.en}`)),
      )
      .map(([name]) => `${domain}.${name}`),
  ),
)

/**
 * @param key of the sentence; another sentence stays as it is, whatever it repeats
 * @param escaped the sentence
 * @returns with `</ask:id>` for `/ask`, where the id is known
 */
export function withMentions(
  key: string | undefined,
  escaped: string,
  locale: Locale,
  ids: CommandIds | undefined,
): string {
  if (ids === undefined || key === undefined || !NAMING.has(key)) return escaped
  return NAMED.reduce((sentence, { path, written }) => {
    const id = ids.get(path.split(' ', 1)[0] ?? '')
    if (id === undefined) return sentence
    return sentence.replace(patternOf(written[locale]), `</${path}:${id}>`)
  }, escaped)
}

/** The whole name, which no mention stands around yet. */
function patternOf(name: string): RegExp {
  return new RegExp(`(?<![<\\p{L}])/${name}(?![\\p{L}\\p{N}_-])`, 'gu')
}

function named(name: string, names: Translated): Named {
  return { path: name, written: { en: name, ...names } }
}

function within(name: string, names: Translated, sub: string, subs: Translated): Named {
  const [outer, inner] = [named(name, names).written, named(sub, subs).written]
  const written = Object.fromEntries(LOCALES.map((locale) => [locale, `${outer[locale]} ${inner[locale]}`]))
  return { path: `${name} ${sub}`, written: written as Named['written'] } // One entry for each language, made directly above.
}
