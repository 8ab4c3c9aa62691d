import { paragraphMark, type Cable, type Paragraph } from '../src/cables/cable.js'
import type { UserError } from '../src/errors.js'
import { cleanLine } from '../src/replies/clean.js'
import type { Reply } from '../src/replies/components.js'
import { paragraphReply, type ParagraphView } from '../src/replies/paragraph-reply.js'
import { openParagraph, turnParagraph } from '../src/replies/reader-routes.js'
import { refusal } from '../src/replies/texts/refusal.js'
import { cameFrom, crumbAt, trailBefore, withoutCrumb, type Trail } from '../src/replies/trail.js'
import type { CommandContext } from './context.js'
import { defineButton } from './define-components.js'
import { trailFrom, trailOf } from './reader-trail.js'

/** Opens a cited paragraph beside the answer. */
export const paragraphButton = defineButton(openParagraph, 'private', (view, context) =>
  openParagraphOf(view, [], context),
)

/** Goes on to a neighbour, or to another part of a long paragraph. Whoever walks on from neighbour to neighbour can go back to the first. */
export const neighbourButton = defineButton(turnParagraph, 'in-place', ({ from, ...view }, context) => {
  const trail = trailOf(context)
  if (from === 0) return openParagraphOf(view, withoutCrumb(trail, view), context)
  const known = crumbAt(trail, view)
  if (known !== undefined) return openParagraphOf(known.view, trailBefore(trail, view), context)
  const left = { ...view, position: from }
  const isWalking = cameFrom(trail.slice(-1), view.cable) !== undefined
  return openParagraphOf({ ...view, quotes: [] }, isWalking ? trail : trailFrom(left, context), context)
})

export function openParagraphOf(
  view: ParagraphView & { cable: string },
  trail: Trail,
  { services, say }: CommandContext,
): Reply {
  const cable = services.cable(view.cable)
  if (cable === undefined) throw refusal('reader.noCable', { cable: view.cable })
  const reply = paragraphReply(say, cable, view, trail)
  if (reply === null) throw refusal('reader.goneParagraph', { cable: cable.id })
  return reply
}

/**
 * The paragraph that someone asked for: `2`, `¶2` and `para 2` are printed numbers (the first that carries it, or else
 * the paragraph at that position when it carries none); `[3]` is a position.
 * @throws UserError when there is none
 */
export function findParagraph(cable: Cable, typed: string): Paragraph {
  const [, open, digits] = /^\D*?(\[?)\s*(\d{1,6})\s*\]?\.?$/u.exec(typed.trim()) ?? []
  if (digits === undefined) {
    throw refusal('input.noParagraphNumber', { typed: cleanLine(typed) })
  }
  const wanted = Number(digits)
  const atPosition = cable.paragraphs.find(({ position }) => position === wanted)
  const found =
    open === '['
      ? atPosition
      : (cable.paragraphs.find(({ number }) => number === wanted) ??
        (atPosition?.number === null ? atPosition : undefined))
  if (found === undefined) throw noParagraph(cable, wanted)
  return found
}

function noParagraph({ id: cable, paragraphs }: Cable, wanted: number): UserError {
  const [first] = paragraphs
  const last = paragraphs.at(-1)
  if (first === undefined || last === undefined) return refusal('reader.noParagraphs', { cable, wanted })
  if (first === last) return refusal('reader.onlyParagraph', { cable, wanted, only: paragraphMark(first) })
  return refusal('reader.noParagraph', {
    cable,
    wanted,
    first: paragraphMark(first),
    last: paragraphMark(last),
  })
}
