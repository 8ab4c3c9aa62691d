import { loosen, morePassages, turnPassages } from '../src/replies/ask-routes.js'
import type { Asked } from '../src/replies/asked.js'
import type { Reply } from '../src/replies/components.js'
import { FOUND_MAX } from '../src/replies/limits.js'
import { searchReply } from '../src/replies/search-reply.js'
import { refusal } from '../src/replies/texts/refusal.js'
import { searchWords as words } from '../src/replies/texts/words/search.js'
import { MAX_QUESTION_LENGTH } from '../src/retrieval/query.js'
import { searchWords } from '../src/retrieval/search-words.js'
import { askedIn, queryOf } from './answering.js'
import type { CommandContext } from './context.js'
import { defineCommand } from './define.js'
import { defineButton } from './define-components.js'
import { filterReply, isMistaken } from './filter-check.js'
import { filterOptions, filtersOf, type GivenFilters } from './filter-options.js'
import { privately } from './privately.js'

export const search = defineCommand({
  name: 'search',
  ...words.command,
  options: {
    words: { type: 'string', ...words.words, required: true, maxLength: MAX_QUESTION_LENGTH },
    ...filterOptions,
    private: { type: 'boolean', ...words.private },
  },
  isPrivate: (args, context) => privately(args, context) || isMistaken(filtersOf(args), context),
  check: (args) => {
    searchWords(queryOf(askedWith(args)).text)
  },
  run: (args, context) => {
    const asked = askedWith(args)
    return filterReply('search', asked, asked.filters, context) ?? passagesFor(asked, 1, context)
  },
})

function askedWith({ words: question, ...given }: GivenFilters & { readonly words: string }): Asked {
  return { question, filters: filtersOf(given), history: [] }
}

/** All passages for the question of an answer, beside it: a search of its own, and counted so. */
export const morePassagesButton = defineButton(
  morePassages,
  'private',
  ({ filters }, context) => passagesFor(askedIn(context.source, filters), 1, context),
  true,
)

/** Another page, for the question that stands on this one. */
export const passagesPageButton = defineButton(turnPassages, 'in-place', ({ page, filters }, context) =>
  passagesFor(askedIn(context.source, filters), page, context),
)

/** What is near the words, where nothing has all that the signs ask for. */
export const loosenButton = defineButton(loosen, 'in-place', ({ filters }, context) => {
  const asked = askedIn(context.source, filters)
  return passagesFor({ ...asked, question: searchWords(queryOf(asked).text).text }, 1, context)
})

export async function passagesFor(asked: Asked, page: number, context: CommandContext): Promise<Reply> {
  const query = queryOf(asked)
  const passages = await context.services.find(query, FOUND_MAX)
  const reply = searchReply(context.say, { ...asked, question: query.text }, passages, page)
  if (reply === null) throw refusal('search.noPage', { page })
  return reply
}
