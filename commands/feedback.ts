import { readAsked } from '../src/replies/asked.js'
import { feedback } from '../src/replies/feedback-route.js'
import { withMentions } from '../src/replies/command-mentions.js'
import { noticeReply } from '../src/replies/notice.js'
import { defineButton } from './define-components.js'

/** Keeps what a reader thinks of an answer. */
export const feedbackButton = defineButton(
  feedback,
  'private',
  ({ verdict }, { services, caller, source, say, commandIds }) => {
    // Another person's question is theirs to have forgotten: it is not kept under the code of who judges the answer to it.
    const isOwn = source.askerId === caller.userId
    const asked = isOwn ? readAsked(source.components) : null
    const question = asked === null || asked.isQuoted === true ? null : asked.question
    services.records.keepFeedback({ userId: caller.userId, answerId: source.id, verdict, question })
    const key = verdict === 'up' ? 'common.thanksUp' : 'common.thanksDown'
    return noticeReply(say(key), (escaped) => withMentions(key, escaped, say.locale, commandIds))
  },
)
