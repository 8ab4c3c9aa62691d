/** @module A question -> the answer as a reply: the same for a command, a follow-up, a mention and a message command. */
import { answerReply } from '../src/replies/answer-reply.js'
import { readAsked, type Asked } from '../src/replies/asked.js'
import type { Reply } from '../src/replies/components.js'
import { refusal } from '../src/replies/texts/refusal.js'
import { checkedQuery, type Query } from '../src/retrieval/query.js'
import type { RunContext, SourceMessage } from './context.js'
import { openedBy } from './named-cable.js'
import { cleanQuestion, withoutMentions } from './question.js'

export type AnswerContext = Pick<RunContext, 'services' | 'caller' | 'say' | 'isPrivate'>

/** @throws UserError when the question cannot be asked */
export async function answerTo(asked: Asked, context: AnswerContext): Promise<Reply> {
  const opened = openedBy(withoutMentions(asked.question), context)
  if (opened !== null) return opened
  // Checked before anything else is done with it, so that a refusal costs nothing.
  const query = queryOf(asked)
  const { services, caller, say, isPrivate } = context
  const answer = await services.ask(query)
  // What another person wrote is theirs to have forgotten: it is not kept under the code of who asks about it.
  if (asked.isQuoted !== true) {
    services.records.keepQuestion({
      userId: caller.userId,
      question: query.text,
      outcome: answer.abstained ? 'abstained' : 'answered',
    })
  }
  return answerReply(say, {
    asked: { ...asked, question: query.text },
    answer,
    isPrivate,
    isProtected: services.about().protectsSources,
  })
}

export function queryOf({ question, filters, history }: Asked): Query {
  return checkedQuery({ text: cleanQuestion(question), filters, history: history.map(cleanQuestion) })
}

/** What the message asks. @throws UserError when it shows no question */
export function askedIn(source: SourceMessage, filters: Asked['filters']): Asked {
  const read = readAsked(source.components)
  if (read === null) throw refusal('answer.noQuestion')
  return { ...read, filters }
}
