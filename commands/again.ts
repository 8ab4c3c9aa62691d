import { again } from '../src/replies/ask-routes.js'
import type { Reply } from '../src/replies/components.js'
import { answerTo, askedIn } from './answering.js'
import { listOrMistake } from './browse.js'
import { defineButton } from './define-components.js'
import { filterReply } from './filter-check.js'
import { passagesFor } from './search.js'

/** With the filters of the button, in the place of what said that no cable passes the others. */
export const againButton = {
  ...defineButton(again, 'in-place', ({ what, filters }, context): Reply | Promise<Reply> => {
    if (what === 'browse') return listOrMistake(filters, context)
    const asked = askedIn(context.source, filters)
    const mistake = filterReply(what, asked, filters, context)
    return mistake ?? (what === 'ask' ? answerTo(asked, context) : passagesFor(asked, 1, context))
  }),
  // An answer costs as much as one that is asked for.
  asks: true,
}
