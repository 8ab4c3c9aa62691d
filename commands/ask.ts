import { MAX_QUESTION_LENGTH } from '../src/retrieval/query.js'
import { askWords } from '../src/replies/texts/words/ask.js'
import { answerTo } from './answering.js'
import { defineCommand } from './define.js'
import { filterOptions, filtersOf } from './filter-options.js'
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
  isPrivate: privately,
  run: ({ question, ...given }, context) =>
    answerTo({ question, filters: filtersOf(given), history: [] }, context),
})
