/** @module Passages of other cables that are like a given one. */
import { paragraphLabel } from '../cables/cable.js'
import type { SimilarParagraph } from '../retrieval/similar.js'
import { ACCENT, button, card, separator, text, textWithButton, type Reply } from './components.js'
import { fitLine } from './cut.js'
import { PASSAGE_LINE_MAX, SNIPPET_MAX } from './limits.js'
import { passageLine } from './passages.js'
import { openParagraph } from './reader-routes.js'
import type { Say } from './texts/texts.js'

/** @param label what they are compared with, as `06MEXICO1889 ¶2` */
export function similarReply(say: Say, label: string, passages: readonly SimilarParagraph[]): Reply {
  const head = text(`### ${say('tools.similarTo', { label: fitLine(label, PASSAGE_LINE_MAX) })}`)
  if (passages.length === 0) return card(ACCENT.unsure, [head, text(say('tools.nothingSimilar'))])
  return card(ACCENT.reader, [
    head,
    separator(),
    ...passages.map(({ cable, paragraph }) =>
      textWithButton(
        `${passageLine(say, cable, paragraph)}\n> ${fitLine(paragraph.text, SNIPPET_MAX)}`,
        button(
          paragraphLabel(cable.id, paragraph),
          openParagraph.id({ cable: cable.id, position: paragraph.position, part: 0, quotes: [] }),
        ),
      ),
    ),
  ])
}
