/** @module What explains a tag as it was read: a table, the form of program codes, or the form of a person's name. */
import { isCountry } from './countries.js'
import { isPost, postKey } from './posts.js'
import { findTag, hasProgramForm, isTagPhrase } from './tags.js'
import { expandAcronym } from './terms.js'

export type TagExplanation = 'code' | 'program form' | 'phrase' | 'country' | 'post' | 'acronym' | 'person'

const RULES: readonly (readonly [TagExplanation, (tag: string) => boolean])[] = [
  ['code', (tag) => findTag(tag) !== null],
  ['program form', hasProgramForm],
  ['phrase', isTagPhrase],
  ['country', isCountry],
  ['post', (tag) => isPost(postKey(tag))],
  ['acronym', (tag) => expandAcronym(tag).length > 0],
  ['person', (tag) => /^[\p{L}'’. -]+, [\p{L}'’. -]+$/u.test(tag)],
]

/** @param tag in capitals @returns `null` for a word that no table and no form explains; the census counts these */
export function explainTag(tag: string): TagExplanation | null {
  return RULES.find(([, explains]) => explains(tag))?.[0] ?? null
}
