import { readAsked } from '../src/replies/asked.js'
import { feedback } from '../src/replies/feedback-route.js'
import { noticeReply } from '../src/replies/notice.js'
import { defineButton } from './define-components.js'

/** Keeps what a reader thinks of an answer. */
export const feedbackButton = defineButton(
  feedback,
  'private',
  ({ verdict }, { services, caller, source, say }) => {
    // Another person's question is theirs to have forgotten: it is not kept under the code of who judges the answer to it.
    const isOwn = source.askerId === caller.userId
    const asked = isOwn ? readAsked(source.components) : null
    const question = asked === null || asked.isQuoted === true ? null : asked.question
    services.records.keepFeedback({ userId: caller.userId, answerId: source.id, verdict, question })
    return noticeReply(say(verdict === 'up' ? 'common.thanksUp' : 'common.thanksDown'))
  },
)
