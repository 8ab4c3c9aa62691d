/** @module Replies of one sentence. */
import { ACCENT, card, text, type Reply } from './components.js'
import { fitLine } from './cut.js'
import { MESSAGE_TEXT_MAX } from './limits.js'
import type { Say } from './texts/texts.js'

/** The sentence of a `UserError`; escaped, because it may repeat what someone typed. */
export function noticeReply(sentence: string): Reply {
  return card(ACCENT.trouble, [text(fitLine(sentence, MESSAGE_TEXT_MAX))])
}

/** @param errorId stands in the log beside the stack */
export function faultReply(say: Say, errorId: string): Reply {
  return noticeReply(say('common.fault', { errorId }))
}
