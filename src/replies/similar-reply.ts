/** @module Passages of other cables that are like a given one. */
import { paragraphLabel } from '../cables/cable.js'
import type { SimilarParagraph } from '../retrieval/similar.js'
import { ACCENT, button, card, separator, text, textWithButton, type Reply } from './components.js'
import { fitLine } from './cut.js'
import { PASSAGE_LINE_MAX, SNIPPET_MAX } from './limits.js'
import { passageLine } from './passages.js'
import { openParagraph, turnParagraph } from './reader-routes.js'
import type { Say } from './texts/texts.js'
import { trailRow, type Trail } from './trail.js'

/**
 * @param label what they are compared with, as `06MEXICO1889 ¶2`
 * @param trail for who reads on in place; without one, passages open beside the list
 */
export function similarReply(
  say: Say,
  label: string,
  passages: readonly SimilarParagraph[],
  trail: Trail = [],
): Reply {
  const idOf = (cable: string, position: number): string | null => {
    const view = { cable, position, part: 0, quotes: [] }
    return trail.length === 0 ? openParagraph.id(view) : turnParagraph.id({ ...view, from: 0 })
  }
  const head = text(`### ${say('tools.similarTo', { label: fitLine(label, PASSAGE_LINE_MAX) })}`)
  if (passages.length === 0)
    return card(ACCENT.unsure, [head, text(say('tools.nothingSimilar')), ...trailRow(trail)])
  return card(ACCENT.reader, [
    head,
    separator(),
    ...passages.map(({ cable, paragraph }) =>
      textWithButton(
        `${passageLine(say, cable, paragraph)}\n> ${fitLine(paragraph.text, SNIPPET_MAX)}`,
        button(paragraphLabel(cable.id, paragraph), idOf(cable.id, paragraph.position)),
      ),
    ),
    ...trailRow(trail),
  ])
}
