/** @module Replies of one sentence. */
import { ACCENT, card, text, type Reply } from './components.js'
import { fitLine } from './cut.js'
import { MESSAGE_TEXT_MAX } from './limits.js'

/** The sentence of a `UserError`; escaped, because it may repeat what someone typed. */
export function noticeReply(sentence: string): Reply {
  return card(ACCENT.trouble, [text(fitLine(sentence, MESSAGE_TEXT_MAX))])
}

/** @param errorId stands in the log beside the stack */
export function faultReply(errorId: string): Reply {
  return noticeReply(
    `Something went wrong on my side, and it is in the log. If it happens again, please tell the owner of this bot the error number ${errorId}.`,
  )
}
