/** @module Cables whose numbers stand in a message, with a button to each. */
import type { CableSuggestion } from '../library/suggest.js'
import { ACCENT, button, card, separator, text, textWithButton, type Reply } from './components.js'
import { suggestionLine } from './cable-line.js'
import { fitLine } from './cut.js'
import { LONG_NOTICE_MAX, MENTIONED_MAX, PASSAGE_LINE_MAX } from './limits.js'
import { openCable } from './reader-routes.js'
import type { Say } from './texts/texts.js'

/**
 * @param found those of the archive, in the order mentioned
 * @param missing numbers that look like cables and are not in the archive
 */
export function mentionedReply(
  say: Say,
  found: readonly CableSuggestion[],
  missing: readonly string[],
): Reply {
  const left = found.length - MENTIONED_MAX
  return card(ACCENT.reader, [
    text(found.length === 0 ? say('reader.noneMentioned') : say('reader.mentioned', { count: found.length })),
    ...(found.length === 0 ? [] : [separator()]),
    ...found
      .slice(0, MENTIONED_MAX)
      .map((each) =>
        textWithButton(
          fitLine(suggestionLine(say, each), PASSAGE_LINE_MAX),
          button(each.id, openCable.id({ cable: each.id, position: 1 })),
        ),
      ),
    ...(left <= 0 ? [] : [text(`-# ${say('reader.moreMentioned', { count: left })}`)]),
    ...(missing.length === 0
      ? []
      : [text(`-# ${fitLine(say('reader.notHere', { cables: missing.join(', ') }), LONG_NOTICE_MAX)}`)]),
  ])
}
