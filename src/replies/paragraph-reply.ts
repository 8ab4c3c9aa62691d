/** @module One paragraph as a Discord message: the whole of it, its quotes in bold, and the way to its neighbours. */
import { ButtonStyle } from 'discord.js'
import { paragraphMark, type Cable, type Paragraph } from '../cables/cable.js'
import { ACCENT, button, card, row, separator, text, type Reply } from './components.js'
import { fitLine, piecesOf } from './cut.js'
import { dayOf } from './dates.js'
import { escapeText } from './escape.js'
import { HEADING_MAX, PARAGRAPH_BODY_MAX, PASSAGE_LINE_MAX, SUBJECT_MAX } from './limits.js'
import { markedLabel } from './passages.js'
import { standingMarks, type QuoteMark, type Range } from './quotes.js'
import { cite, similar, turnParagraph, wholeCable, withRoom } from './reader-routes.js'
import { trailRow, type Trail } from './trail.js'
import type { Say } from './texts/texts.js'

export interface ParagraphView {
  readonly position: number
  /** From 1, where the paragraph is too long for one message; 0 is the part with the first quote. */
  readonly part: number
  readonly quotes: readonly QuoteMark[]
}

/** @returns `null` when the cable has no paragraph at that position, or the paragraph no such part */
export function paragraphReply(say: Say, cable: Cable, view: ParagraphView, trail: Trail = []): Reply | null {
  const at = cable.paragraphs.findIndex(({ position }) => position === view.position)
  const paragraph = cable.paragraphs[at]
  if (paragraph === undefined) return null
  const marks = standingMarks(paragraph.text, view.quotes)
  const parts = piecesOf(paragraph.text, PARAGRAPH_BODY_MAX)
  const shown = view.part === 0 ? partOf(parts, marks[0]?.start ?? 0) : view.part
  const piece = parts[shown - 1]
  if (piece === undefined) return null

  const here = { cable: cable.id, position: paragraph.position, part: shown, quotes: marks }
  const toNeighbour = (neighbour: Paragraph | undefined, before: string, after: string) =>
    neighbour === undefined
      ? null
      : button(
          before + paragraphMark(neighbour) + after,
          withRoom(
            { ...here, position: neighbour.position, part: 0, from: paragraph.position },
            turnParagraph,
          ),
        )
  const toPart = (part: number, label: string) =>
    parts[part - 1] === undefined ? null : button(label, withRoom({ ...here, part, from: 0 }, turnParagraph))

  const partLine =
    parts.length === 1 ? '' : `-# ${say('reader.part', { part: shown, parts: parts.length })}\n`
  return card(ACCENT.reader, [
    text(headOf(say, cable, paragraph)),
    separator(),
    text(bodyOf(say, paragraph, piece, marks, partLine)),
    ...row([toPart(shown - 1, say('reader.earlierPart')), toPart(shown + 1, say('reader.laterPart'))]),
    ...row([
      toNeighbour(cable.paragraphs[at - 1], '◀ ', ''),
      toNeighbour(cable.paragraphs[at + 1], '', ' ▶'),
      button(say('reader.openCable'), withRoom(here, wholeCable), ButtonStyle.Primary),
      button(say('reader.cite'), withRoom(here, cite)),
      button(say('reader.similar'), withRoom(here, similar)),
    ]),
    ...trailRow(trail),
  ])
}

function headOf(say: Say, cable: Cable, paragraph: Paragraph): string {
  const facts = [cable.origin, cable.date && dayOf(say, cable.date), cable.classification]
  const line = facts.filter((fact) => fact !== null && fact !== '').join(' · ')
  return [
    `### ${fitLine(markedLabel(cable.id, paragraph), PASSAGE_LINE_MAX)}`,
    ...(line === '' ? [] : [fitLine(line, PASSAGE_LINE_MAX)]),
    ...(cable.subject === '' ? [] : [`-# ${fitLine(cable.subject, SUBJECT_MAX)}`]),
  ].join('\n')
}

function bodyOf(
  say: Say,
  paragraph: Paragraph,
  piece: Range,
  marks: readonly Range[],
  partLine: string,
): string {
  const heading = paragraph.heading === null ? '' : `**${fitLine(paragraph.heading, HEADING_MAX)}**\n`
  const body = withBold(paragraph.text, piece, marks)
  return `${partLine}${heading}${body === '' ? `*${say('reader.noText')}*` : body}`
}

/** The piece of the text, escaped, with the marked ranges in bold. */
function withBold(text: string, piece: Range, marks: readonly Range[]): string {
  let out = ''
  let from = piece.start
  for (const mark of marks) {
    const start = Math.max(mark.start, from)
    const end = Math.min(mark.end, piece.end)
    const words = start < end ? escapeText(text.slice(start, end)).trim() : ''
    if (words === '') continue
    out += `${escapeText(text.slice(from, start))}**${words}**`
    from = end
  }
  return (out + escapeText(text.slice(from, piece.end))).trim()
}

/** Number of the part, from 1, in which a place of the text lies. */
function partOf(parts: readonly Range[], place: number): number {
  return Math.max(1, parts.findIndex(({ end }) => place < end) + 1)
}
