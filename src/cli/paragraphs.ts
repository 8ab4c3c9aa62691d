/** @module Paragraphs of a cable by what a person types, each with its neighbours. */
import { type Cable, type Paragraph, paragraphLabel } from '../cables/cable.js'
import { UserError } from '../errors.js'
import { renderParagraph, sourceLine } from './render.js'

/**
 * Printed numbers repeat in some cables: then all that carry it.
 * @param typed a printed number (`4`, `¶4`), or a position in brackets (`[4]`)
 * @throws UserError when there is none
 */
export function paragraphsNamed(cable: Cable, typed: string): Paragraph[] {
  const position = /^\[(\d+)\]$/.exec(typed)?.[1]
  const number = /^¶?\s*(\d+)$/.exec(typed)?.[1]
  const found = cable.paragraphs.filter((one) =>
    position === undefined ? one.number === Number(number) : one.position === Number(position),
  )
  if (found.length > 0) return found
  const known = cable.paragraphs.map((one) =>
    one.number === null ? `[${one.position}]` : String(one.number),
  )
  throw new UserError(`${cable.id} has no paragraph ${typed}; it has ${known.join(', ')}.`)
}

export function withNeighbours(cable: Cable, paragraph: Paragraph) {
  const at = cable.paragraphs.indexOf(paragraph)
  return { previous: cable.paragraphs[at - 1] ?? null, paragraph, next: cable.paragraphs[at + 1] ?? null }
}

export function renderWithNeighbours(cable: Cable, paragraph: Paragraph): string {
  const { previous, next } = withNeighbours(cable, paragraph)
  return [
    sourceLine(paragraphLabel(cable.id, paragraph), cable, paragraph),
    previous === null ? null : indented(renderParagraph(previous)),
    renderParagraph(paragraph),
    next === null ? null : indented(renderParagraph(next)),
  ]
    .filter((part) => part !== null)
    .join('\n\n')
}

/** Neighbours stand back, so that the eye finds the paragraph that was asked for. */
function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}
