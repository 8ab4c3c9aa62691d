import type { Cable, Paragraph, ParagraphAddress } from '../src/cables/cable.js'
import { citeReply } from '../src/replies/cite-reply.js'
import type { Reply } from '../src/replies/components.js'
import { chosenParagraph, cite as citeRoute, citeSource } from '../src/replies/reader-routes.js'
import { foreign } from '../src/replies/routes.js'
import { refusal } from '../src/replies/texts/refusal.js'
import type { Trail } from '../src/replies/trail.js'
import { toolWords } from '../src/replies/texts/words/tools.js'
import { cableOptions } from './cable.js'
import { storedCable } from './cable-links.js'
import type { CommandContext } from './context.js'
import { defineCommand } from './define.js'
import { defineButton, defineMenu } from './define-components.js'
import { namedCable, unknownCable } from './named-cable.js'
import { privately } from './privately.js'
import { trailFrom, whereOneReads } from './reader-trail.js'

export const cite = defineCommand({
  name: 'cite',
  ...toolWords.cite,
  options: { ...cableOptions, private: { type: 'boolean', ...toolWords.private } },
  isPrivate: privately,
  run: ({ id, paragraph }, context) => {
    const named = namedCable(id, paragraph, context.services)
    return named === undefined ? unknownCable(id, context) : citation(named.cable, named.paragraph, context)
  },
})

/** The cable or the paragraph that is shown. */
export const citeButton = defineButton(citeRoute, whereOneReads, (view, context) =>
  citationAt(view, context, trailFrom(view, context)),
)

/** A source of an answer, chosen in its menu. */
export const citeSourceMenu = defineMenu(citeSource, chosenParagraph, 'private', (_, [chosen], context) => {
  if (chosen === undefined) throw foreign()
  return citationAt(chosen, context)
})

/** Position 0 is the whole cable. */
function citationAt(
  { cable: id, position }: ParagraphAddress,
  context: CommandContext,
  trail: Trail = [],
): Reply {
  const found = storedCable(id, context.services)
  const paragraph = found.paragraphs.find((each) => each.position === position)
  if (position > 0 && paragraph === undefined) throw refusal('reader.goneParagraph', { cable: id })
  return citation(found, paragraph, context, trail)
}

function citation(
  cable: Cable,
  paragraph: Paragraph | undefined,
  { services, say }: CommandContext,
  trail: Trail = [],
): Reply {
  return citeReply(say, { cable, paragraph, url: services.permalink(cable.id) }, trail)
}
