/** @module What stands under an answer and under found passages. The questions are read from the message, the filters are in the id. */
import { filtersField } from './filters-field.js'
import { defineRoute, integerField, wordField } from './routes.js'

/** Opens the modal for a follow-up. */
export const openFollowUp = defineRoute('follow', 1, { filters: filtersField })

/** The modal itself. */
export const followUp = defineRoute('followup', 1, { filters: filtersField })

/** All passages found for the question, beside its answer. */
export const morePassages = defineRoute('more', 1, { filters: filtersField })

/** Another page of found passages, in place. */
export const turnPassages = defineRoute('found', 1, { page: integerField(1, 99), filters: filtersField })

/** The same words without the signs that nothing fits, in place. */
export const loosen = defineRoute('loosen', 1, { filters: filtersField })

/** What is done again with other filters. */
export type Again = 'ask' | 'search' | 'browse'

/** In the place of what says that no cable passes the filters. */
export const again = defineRoute('again', 1, {
  what: wordField('ask', 'search', 'browse'),
  filters: filtersField,
})

/** Shows a private answer to all; `sources` says whether it shows what cables ask to shield. */
export const share = defineRoute('share', 2, { sources: wordField('masked', 'shown') })
