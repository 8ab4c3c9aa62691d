/**
 * @module Every sentence of the bot in every language of it, by typed keys.
 *
 * ```ts
 * const say = texts(localeOf(interaction.locale))
 * say('reader.part', { part: 2, parts: 7 }) // 'Part 2 of 7'
 * ```
 */
import { createInstance, type TFunction } from 'i18next'
import { aboutPhrases } from './about.js'
import { answerPhrases } from './answer.js'
import { commonPhrases } from './common.js'
import { corpusPhrases } from './corpus.js'
import { filterPhrases } from './filters.js'
import { inputPhrases } from './input.js'
import { LOCALES, type Locale } from './locale.js'
import type { Phrase, Plural, SlotsOf } from './phrase.js'
import { readerPhrases } from './reader.js'
import { searchPhrases } from './search.js'
import { settingsPhrases } from './settings.js'
import { toolPhrases } from './tools.js'

/** By domain; a new domain is a file and a line here. */
export const PHRASES = {
  about: aboutPhrases,
  answer: answerPhrases,
  common: commonPhrases,
  corpus: corpusPhrases,
  filters: filterPhrases,
  input: inputPhrases,
  reader: readerPhrases,
  search: searchPhrases,
  settings: settingsPhrases,
  tools: toolPhrases,
}

type Catalogue = typeof PHRASES

type Domain = keyof Catalogue

/** As `reader.part`. */
export type Key = { [D in Domain]: `${D}.${keyof Catalogue[D] & string}` }[Domain]

type PhraseOf<K extends Key> = K extends `${infer D extends Domain}.${infer N}`
  ? N extends keyof Catalogue[D]
    ? Catalogue[D][N] extends infer P extends Phrase
      ? P
      : never
    : never
  : never

export type Values = Readonly<Record<string, string | number>>

/** The values that a sentence wants, as an argument; none for a sentence without. */
export type ValuesOf<K extends Key> = [SlotsOf<PhraseOf<K>>] extends [never]
  ? []
  : [values: Readonly<Record<SlotsOf<PhraseOf<K>>, string | number>>]

/** A sentence in one language. Values are put in as they are: where the sentence becomes Markdown, they are escaped before. */
export interface Say {
  <K extends Key>(key: K, ...values: ValuesOf<K>): string
  readonly locale: Locale
}

/** Name of the form in which every value is put into its sentence. */
const WRITTEN = 'written'

const translators = new Map<Locale, TFunction>(LOCALES.map((locale) => [locale, translatorOf(locale)]))

const says = new Map<Locale, Say>(
  LOCALES.map((locale) => [
    locale,
    Object.assign((key: Key, values?: Values) => sentence(locale, key, values), { locale }),
  ]),
)

export function texts(locale: Locale): Say {
  const say = says.get(locale)
  if (say === undefined) throw new Error(`no texts in ${locale}`)
  return say
}

/** For a key that only running code knows, as that of an error. */
export function sentence(locale: Locale, key: Key, values: Values = {}): string {
  return translators.get(locale)?.(key, values) ?? key
}

export function isKey(key: string): key is Key {
  const [domain = '', name = ''] = key.split('.')
  const phrases: Readonly<Record<string, Readonly<Record<string, Phrase>>>> = PHRASES
  return Object.hasOwn(phrases, domain) && Object.hasOwn(phrases[domain] ?? {}, name)
}

function translatorOf(locale: Locale): TFunction {
  const instance = createInstance()
  void instance.init({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    // Keys are flat, so that nothing in a sentence or a value is read as a path to another one.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [locale]: { translation: resourcesOf(locale) } },
  })
  instance.services.formatter?.add(WRITTEN, (value: unknown) =>
    typeof value === 'number' ? value.toLocaleString(locale) : String(value),
  )
  return instance.t
}

function resourcesOf(locale: Locale): Record<string, string> {
  const domains: [string, Readonly<Record<string, Phrase>>][] = Object.entries(PHRASES)
  const entries = domains.flatMap(([domain, phrases]) =>
    Object.entries(phrases).flatMap(([name, phrase]) => formsOf(`${domain}.${name}`, phrase[locale])),
  )
  return Object.fromEntries(entries)
}

/** Numbers are written as the language writes them: 251,287 cables, 251.287 Depeschen. */
function withNumbers(text: string): string {
  return text.replaceAll('}}', `, ${WRITTEN}}}`)
}

/** Spanish and French have a form for millions (`many`), in which our sentences do not differ from the plural. */
function formsOf(key: string, text: string | Plural): [string, string][] {
  if (typeof text === 'string') return [[key, withNumbers(text)]]
  const [one, other] = [withNumbers(text[0]), withNumbers(text[1])]
  return [
    [`${key}_one`, one],
    [`${key}_other`, other],
    [`${key}_many`, other],
  ]
}
