/** @module What can be done with any message, from its menu. */
import { bareKey } from '../src/cables/vocabulary/posts.js'
import { findCableIds } from '../src/cables/ids.js'
import { cleanText } from '../src/replies/clean.js'
import { mentionedReply } from '../src/replies/mentioned-reply.js'
import { refusal } from '../src/replies/texts/refusal.js'
import { messageCommandNames } from '../src/replies/texts/words/message-commands.js'
import { answerTo } from './answering.js'
import { defineMessageCommand } from './define.js'
import { beginningOf } from './question.js'

/** Characters of a message that are looked through: a message of ours can have 4,000, one with embeds more. */
const MESSAGE_MAX = 10_000

export const findCables = defineMessageCommand({
  name: 'Find cables mentioned',
  names: messageCommandNames.findCables,
  isPrivate: () => true,
  run: (target, { services, say }) => {
    const isPostHere = (post: string): boolean => services.suggestIds(post, 1).length > 0
    const ids = findCableIds(cleanText(target.text.slice(0, MESSAGE_MAX)), (post) =>
      isPostHere(bareKey(post)),
    )
    const cables = ids.map((id) => ({ id, cable: services.cable(id) }))
    return mentionedReply(
      say,
      cables.flatMap(({ id, cable }) =>
        cable === undefined ? [] : [{ id, date: cable.date ?? '', subject: cable.subject }],
      ),
      cables.flatMap(({ id, cable }) => (cable === undefined ? [id] : [])),
    )
  },
})

/** The message is the question, or its beginning where it is too long for one. */
export const askAboutThis = defineMessageCommand({
  name: 'Ask about this',
  names: messageCommandNames.askAboutThis,
  isPrivate: (_, { settings }) => settings.isPrivate,
  run: (target, context) => {
    const text = cleanText(target.text).trim()
    if (text === '') throw refusal('input.noText')
    const isQuoted = target.authorId !== context.caller.userId
    return answerTo({ question: beginningOf(text), filters: {}, history: [], isQuoted }, context)
  },
})
