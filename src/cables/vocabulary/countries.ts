/** @module Countries that a text names: by their name, by the adjective, by the city of an American post. */
import { bareKey, posts } from './posts.js'
import { readTable } from './table.js'
import { findTag, tags } from './tags.js'

/** Longest name in words (`Democratic Republic of Congo` is not among them). */
const LONGEST_NAME = 4

/** Key of a name -> keys of countries. A city may name two (Vienna: Austria and the missions there). */
const NAMES: ReadonlyMap<string, ReadonlySet<string>> = collectNames()

const COUNTRY_KEYS: ReadonlySet<string> = new Set(
  readTable('country-names').flatMap(([country = '', adjectives = '']) =>
    [country, ...adjectives.split(' ')].map(bareKey).filter((key) => key !== ''),
  ),
)

/** The country a post is in: `MEXICO` -> `MEXICO`, `BERN` -> `SWITZERLAND`; `null` for a department or an unknown post. */
const COUNTRY_OF_POST: ReadonlyMap<string, string> = new Map(
  posts().flatMap(({ key, country }) => (country === '' ? [] : [[key, countryKey(country)]])),
)

export function countryOfPost(post: string): string | null {
  return COUNTRY_OF_POST.get(post) ?? null
}

/** The country that a TAGS code stands for, or `null` where it stands for something else. */
export function countryOfTag(code: string): string | null {
  const tag = findTag(code)
  return tag?.kind === 'place' ? countryKey(tag.name) : null
}

/** `Costa Rica`, `Costa Ricans`: the name of a country or of its people and nothing else; no city. */
export function isCountry(name: string): boolean {
  const key = bareKey(name)
  return COUNTRY_KEYS.has(key) || COUNTRY_KEYS.has(key.replace(/S$/u, ''))
}

/** Keys of the countries that a text names, in order, once each. Linear in the length of the text. */
export function countriesIn(text: string): string[] {
  const words = Array.from(text.matchAll(/[\p{L}][\p{L}.'’-]*/gu), ([word]) =>
    bareKey(word.replace(/['’]s?$/u, '')),
  )
  const found = new Set<string>()
  for (let at = 0; at < words.length;) {
    let taken = 1
    for (let length = LONGEST_NAME; length >= 1; length--) {
      const countries = NAMES.get(words.slice(at, at + length).join(''))
      if (countries === undefined || at + length > words.length) continue
      for (const country of countries) found.add(country)
      taken = length
      break
    }
    at += taken
  }
  return [...found]
}

/** What stands behind a comma or in brackets says more than the name. */
function countryKey(name: string): string {
  if (name.startsWith('Vatican')) return 'HOLYSEE'
  const [plain = name] = name.split(/ ?[(;,]/)
  return bareKey(name.startsWith('Korea, ') ? `${name.slice('Korea, '.length)} Korea` : plain)
}

function collectNames(): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  const add = (name: string, country: string): void => {
    const key = bareKey(name)
    if (key.length < 3) return
    const known = names.get(key)
    if (known) known.add(countryKey(country))
    else names.set(key, new Set([countryKey(country)]))
  }
  for (const [country = '', adjectives = ''] of readTable('country-names')) {
    add(country, country)
    for (const adjective of adjectives.split(' ')) add(adjective.replaceAll('+', ' '), country)
  }
  for (const { kind, name } of tags()) if (kind === 'place') add(countryKey(name), name)
  for (const { city, country } of posts()) {
    if (country === '') continue
    add(country, country)
    add(city, country)
  }
  return names
}
