/** @module Names of countries and what their people and things are called: `Mexico`, `Mexican`, `Mexicans` say the same place. */
import { readTable } from './table.js'

const COUNTRY_OF: ReadonlyMap<string, string> = new Map(
  readTable('demonyms').flatMap(([country = '', people = '']) =>
    [country, ...people.split(' ')].map((word) => [word.toLowerCase(), country] as const),
  ),
)

/** @param word `Mexican`, in any case. @returns `Mexico`, or `null` when it is no such word */
export function countryOf(word: string): string | null {
  return COUNTRY_OF.get(word.toLowerCase()) ?? null
}
