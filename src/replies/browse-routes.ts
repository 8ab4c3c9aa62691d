/** @module Walking through the archive: all of where one is stands in the id. */
import { filtersField } from './filters-field.js'
import { defineRoute, integerField, plainField, wordField } from './routes.js'

const firstField = wordField('oldest', 'newest')

export const turnList = defineRoute('list', 2, {
  page: integerField(1, 99_999),
  first: firstField,
  filters: filtersField,
})

/** Beside a message that stays: from the glossary. */
export const openList = defineRoute('browse', 1, { filters: filtersField })

/** A menu; what is chosen is the value. */
export const narrow = defineRoute('narrow', 2, {
  facet: wordField('origin', 'tag', 'year'),
  first: firstField,
  filters: filtersField,
})

/** Characters of a value, as many as a filter takes. */
export const FACET_VALUE_MAX = 60

export const facetField = plainField(FACET_VALUE_MAX)
