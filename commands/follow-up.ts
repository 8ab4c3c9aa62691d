import { followUp, openFollowUp } from '../src/replies/ask-routes.js'
import { MAX_QUESTION_LENGTH } from '../src/retrieval/query.js'
import { answerTo, askedIn } from './answering.js'
import type { ComponentContext } from './context.js'
import { defineModal, defineModalButton } from './define-components.js'
import { filterReply, isMistaken } from './filter-check.js'
import { filterMenus, filtersChosen } from './filter-menus.js'

/** As the answer that it follows, and private where the server has answers private: nobody asked for this one openly. */
function followUpPlace({ source, settings }: ComponentContext): 'private' | 'shared' {
  return source.isPrivate || settings.isPrivate ? 'private' : 'shared'
}

/** Goes on from an answer: its questions are the history, and its filters stay unless its menus change them. */
export const followUpModal = defineModal({
  route: followUp,
  asks: true,
  form: (context, { filters }) => {
    const { say, caller } = context
    // In a direct talk nobody else reads along.
    const isSeen = followUpPlace(context) === 'shared' && caller.guildId !== null
    return {
      title: say('answer.followUpTitle'),
      fields: {
        question: {
          label: say('answer.followUpLabel'),
          ...(isSeen && { description: say('answer.followUpShared') }),
          placeholder: say('answer.followUpHint'),
          isLong: true,
          required: true,
          maxLength: MAX_QUESTION_LENGTH,
        },
      },
      menus: filterMenus(filters, context),
    }
  },
  // Only the asker is told of filters that no cable passes.
  place: ({ filters }, context, { chosen }) =>
    isMistaken(filtersChosen(filters, chosen, context), context) ? 'private' : followUpPlace(context),
  run: ({ filters: kept }, { texts, chosen }, context) => {
    const before = askedIn(context.source, kept)
    const filters = filtersChosen(kept, chosen, context)
    const history = [...before.history, before.question]
    const asked = { question: texts.question, filters, history }
    return filterReply('ask', asked, filters, context) ?? answerTo(asked, context)
  },
})

export const followUpButton = defineModalButton(openFollowUp, (values, context) => {
  // Said at once rather than after the question was typed.
  askedIn(context.source, values.filters)
  return followUpModal.open(values, context)
})
