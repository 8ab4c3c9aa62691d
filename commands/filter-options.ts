/** @module Options that narrow a search: the same for every command that searches. */
import type { CableFilter } from '../src/library/filter.js'
import { askWords } from '../src/replies/texts/words/ask.js'
import type { Arguments, Options } from './options.js'
import { readDay } from './question.js'
import { suggestPosts, suggestTags } from './suggestions.js'

/** Characters of a post or a TAG; the longest post name of the archive has 46. */
const FILTER_MAX = 60

/** Characters of a date. */
const DATE_MAX = 10

export const filterOptions = {
  post: { type: 'string', ...askWords.post, maxLength: FILTER_MAX, autocomplete: suggestPosts },
  after: { type: 'string', ...askWords.after, maxLength: DATE_MAX },
  before: { type: 'string', ...askWords.before, maxLength: DATE_MAX },
  classification: {
    type: 'choice',
    ...askWords.classification,
    choices: [
      // As the cables themselves print it, in every language.
      { name: 'Unclassified', value: 'UNCLASSIFIED' },
      { name: 'Confidential', value: 'CONFIDENTIAL' },
      { name: 'Secret', value: 'SECRET' },
    ],
  },
  tag: { type: 'string', ...askWords.tag, maxLength: FILTER_MAX, autocomplete: suggestTags },
} as const satisfies Options

export type GivenFilters = Partial<Arguments<typeof filterOptions>>

/** @throws UserError when a date cannot be read */
export function filtersOf(given: GivenFilters): CableFilter {
  const { post, after, before, classification, tag } = given
  return {
    ...(post !== undefined && { origin: post }),
    ...(after !== undefined && { after: readDay(after, 'after') }),
    ...(before !== undefined && { before: readDay(before, 'before') }),
    ...(classification !== undefined && { classification }),
    ...(tag !== undefined && { tag }),
  }
}
