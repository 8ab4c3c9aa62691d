/** @module Replies of one sentence. */
import { ACCENT, card, text, type Reply } from './components.js'
import { fitLine } from './cut.js'
import { LONG_NOTICE_MAX, MESSAGE_TEXT_MAX } from './limits.js'
import type { Say } from './texts/texts.js'

/**
 * The sentence of a `UserError`; escaped, because it may repeat what someone typed.
 * @param finish puts what is not to be escaped into the escaped sentence
 */
export function noticeReply(sentence: string, finish = (escaped: string): string => escaped): Reply {
  return card(ACCENT.trouble, [text(finish(fitLine(sentence, MESSAGE_TEXT_MAX)))])
}

/** Sentences that are no trouble, one below the other; escaped. @param max characters of each */
export function linesReply(lines: readonly string[], max = LONG_NOTICE_MAX): Reply {
  return card(ACCENT.reader, [text(lines.map((line) => fitLine(line, max)).join('\n'))])
}

/** @param channels ids, which Discord shows as links */
export function channelsReply(sentence: string, channels: readonly string[]): Reply {
  return card(ACCENT.trouble, [
    text(fitLine(sentence, LONG_NOTICE_MAX)),
    text(channels.map((id) => `<#${id}>`).join(' ')),
  ])
}

/** @param errorId stands in the log beside the stack */
export function faultReply(say: Say, errorId: string): Reply {
  return noticeReply(say('common.fault', { errorId }))
}
