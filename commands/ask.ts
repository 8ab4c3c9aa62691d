import type { CableFilter } from '../src/library/filter.js'
import { answerReply } from '../src/replies/answer-reply.js'
import { checkedQuery, MAX_QUESTION_LENGTH } from '../src/retrieval/query.js'
import { defineCommand } from './define.js'
import { cleanQuestion, readDay } from './question.js'
import { suggestPosts, suggestTags } from './suggestions.js'

/** Characters of a post or a TAG; the longest post name of the archive has 46. */
const FILTER_MAX = 60

/** Characters of a date. */
const DATE_MAX = 10

export const ask = defineCommand({
  name: 'ask',
  description: 'Ask the archive a question; every sentence of the answer names its paragraph',
  options: {
    question: {
      type: 'string',
      description: 'Your question, in plain language',
      required: true,
      maxLength: MAX_QUESTION_LENGTH,
    },
    post: {
      type: 'string',
      description: 'Only cables from this post, such as Paris or Embassy Paris',
      maxLength: FILTER_MAX,
      autocomplete: suggestPosts,
    },
    after: {
      type: 'string',
      description: 'Only cables of this day or later: 2006, 2006-04 or 2006-04-10',
      maxLength: DATE_MAX,
    },
    before: {
      type: 'string',
      description: 'Only cables of this day or earlier: 2006, 2006-04 or 2006-04-10',
      maxLength: DATE_MAX,
    },
    classification: {
      type: 'choice',
      description: 'Only cables of this classification',
      choices: [
        { name: 'Unclassified', value: 'UNCLASSIFIED' },
        { name: 'Confidential', value: 'CONFIDENTIAL' },
        { name: 'Secret', value: 'SECRET' },
      ],
    },
    tag: {
      type: 'string',
      description: 'Only cables with this TAG, such as PREL',
      maxLength: FILTER_MAX,
      autocomplete: suggestTags,
    },
    private: { type: 'boolean', description: 'Show the answer only to you' },
  },
  isPrivate: (args) => args.private ?? false,
  run: async ({ question, post, after, before, classification, tag }, { services }) => {
    const filters: CableFilter = {
      ...(post !== undefined && { origin: post }),
      ...(after !== undefined && { after: readDay(after, 'after') }),
      ...(before !== undefined && { before: readDay(before, 'before') }),
      ...(classification !== undefined && { classification }),
      ...(tag !== undefined && { tag }),
    }
    // Checked before anything else is done with it, so that a refusal costs nothing.
    const query = checkedQuery({ text: cleanQuestion(question), filters, history: [] })
    return answerReply(query.text, await services.ask(query))
  },
})
