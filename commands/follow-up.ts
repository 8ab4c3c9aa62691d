import { followUp, openFollowUp } from '../src/replies/ask-routes.js'
import { MAX_QUESTION_LENGTH } from '../src/retrieval/query.js'
import { answerTo, askedIn } from './answering.js'
import { defineModal, defineModalButton } from './define-components.js'

/** Goes on from an answer: its questions are the history, its filters stay, and so does who sees it. */
export const followUpModal = defineModal({
  route: followUp,
  asks: true,
  form: ({ say }) => ({
    title: say('answer.followUpTitle'),
    fields: {
      question: {
        label: say('answer.followUpLabel'),
        placeholder: say('answer.followUpHint'),
        isLong: true,
        required: true,
        maxLength: MAX_QUESTION_LENGTH,
      },
    },
  }),
  place: (_, { source }) => (source.isPrivate ? 'private' : 'shared'),
  run: ({ filters }, { question }, context) => {
    const before = askedIn(context.source, filters)
    const history = [...before.history, before.question]
    return answerTo({ question, filters, history }, context)
  },
})

export const followUpButton = defineModalButton(openFollowUp, (values, context) => {
  // Said at once rather than after the question was typed.
  askedIn(context.source, values.filters)
  return followUpModal.open(values, context)
})
