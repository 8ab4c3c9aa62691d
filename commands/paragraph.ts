import { paragraphMark, type Cable, type Paragraph } from '../src/cables/cable.js'
import { UserError } from '../src/errors.js'
import { cleanLine } from '../src/replies/clean.js'
import type { Reply } from '../src/replies/components.js'
import { paragraphReply, type ParagraphView } from '../src/replies/paragraph-reply.js'
import { openParagraph, turnParagraph } from '../src/replies/reader-routes.js'
import type { CommandContext } from './context.js'
import { defineButton } from './define-components.js'

/** Opens a cited paragraph beside the answer. */
export const paragraphButton = defineButton(openParagraph, 'private', openParagraphOf)

/** Goes on to a neighbour, or to another part of a long paragraph. */
export const neighbourButton = defineButton(turnParagraph, 'in-place', openParagraphOf)

function openParagraphOf(view: ParagraphView & { cable: string }, { services }: CommandContext): Reply {
  const cable = services.cable(view.cable)
  if (cable === undefined) {
    throw new UserError(`${view.cable} is not in this archive; it may have been removed.`)
  }
  const reply = paragraphReply(cable, view)
  if (reply === null) {
    throw new UserError(
      `${cable.id} has no such paragraph any more. Open it with /cable ${cable.id} to see it as it is now.`,
    )
  }
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
    throw new UserError(`“${cleanLine(typed)}” is no paragraph number. Please give one such as 2.`)
  }
  const wanted = Number(digits)
  const atPosition = cable.paragraphs.find(({ position }) => position === wanted)
  const found =
    open === '['
      ? atPosition
      : (cable.paragraphs.find(({ number }) => number === wanted) ??
        (atPosition?.number === null ? atPosition : undefined))
  if (found === undefined) throw new UserError(`${cable.id} has no paragraph ${wanted}; ${extentOf(cable)}.`)
  return found
}

/** `it has ¶1 to ¶5` */
function extentOf({ paragraphs }: Cable): string {
  const [first] = paragraphs
  const last = paragraphs.at(-1)
  if (first === undefined || last === undefined) return 'it has none'
  if (first === last) return `it has only ${paragraphMark(first)}`
  return `its paragraphs run from ${paragraphMark(first)} to ${paragraphMark(last)}`
}
