import type { CableFilter } from '../src/library/filter.js'
import { answerReply } from '../src/replies/answer-reply.js'
import { checkedQuery, MAX_QUESTION_LENGTH } from '../src/retrieval/query.js'
import { askWords } from '../src/replies/texts/words/ask.js'
import { defineCommand } from './define.js'
import { cleanQuestion, readDay } from './question.js'
import { suggestPosts, suggestTags } from './suggestions.js'

/** Characters of a post or a TAG; the longest post name of the archive has 46. */
const FILTER_MAX = 60

/** Characters of a date. */
const DATE_MAX = 10

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
    post: {
      type: 'string',
      ...askWords.post,
      maxLength: FILTER_MAX,
      autocomplete: suggestPosts,
    },
    after: {
      type: 'string',
      ...askWords.after,
      maxLength: DATE_MAX,
    },
    before: {
      type: 'string',
      ...askWords.before,
      maxLength: DATE_MAX,
    },
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
    tag: {
      type: 'string',
      ...askWords.tag,
      maxLength: FILTER_MAX,
      autocomplete: suggestTags,
    },
    private: { type: 'boolean', ...askWords.private },
  },
  isPrivate: (args) => args.private ?? false,
  run: async ({ question, post, after, before, classification, tag }, { services, say }) => {
    const filters: CableFilter = {
      ...(post !== undefined && { origin: post }),
      ...(after !== undefined && { after: readDay(after, 'after') }),
      ...(before !== undefined && { before: readDay(before, 'before') }),
      ...(classification !== undefined && { classification }),
      ...(tag !== undefined && { tag }),
    }
    // Checked before anything else is done with it, so that a refusal costs nothing.
    const query = checkedQuery({ text: cleanQuestion(question), filters, history: [] })
    return answerReply(say, query.text, await services.ask(query))
  },
})
