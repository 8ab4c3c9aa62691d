/** @module Walking through the archive: all of where one is stands in the id. */
import { filtersField } from './filters-field.js'
import { defineRoute, integerField, plainField, wordField } from './routes.js'

export const turnList = defineRoute('list', 1, { page: integerField(1, 99_999), filters: filtersField })

/** Beside a message that stays: from the glossary. */
export const openList = defineRoute('browse', 1, { filters: filtersField })

/** A menu; what is chosen is the value. */
export const narrow = defineRoute('narrow', 1, {
  facet: wordField('origin', 'tag', 'year'),
  filters: filtersField,
})

/** Characters of a value, as many as a filter takes. */
export const FACET_VALUE_MAX = 60

export const facetField = plainField(FACET_VALUE_MAX)
