import { MAX_QUESTION_LENGTH } from '../src/retrieval/query.js'
import type { Asked } from '../src/replies/asked.js'
import { askWords } from '../src/replies/texts/words/ask.js'
import { answerTo, queryOf } from './answering.js'
import { defineCommand } from './define.js'
import { filterReply, isMistaken } from './filter-check.js'
import { filterOptions, filtersOf, type GivenFilters } from './filter-options.js'
import { privately } from './privately.js'

export const ask = defineCommand({
  name: 'ask',
  ...askWords.command,
  options: {
    question: {
      type: 'string',
      ...askWords.question,
      required: true,
      maxLength: MAX_QUESTION_LENGTH,
    },
    ...filterOptions,
    private: { type: 'boolean', ...askWords.private },
  },
  isPrivate: (args, context) => privately(args, context) || isMistaken(filtersOf(args), context),
  check: (args) => {
    queryOf(askedWith(args))
  },
  run: (args, context) => {
    const asked = askedWith(args)
    return filterReply('ask', asked, asked.filters, context) ?? answerTo(asked, context)
  },
})

function askedWith({ question, ...given }: GivenFilters & { readonly question: string }): Asked {
  return { question, filters: filtersOf(given), history: [] }
}
