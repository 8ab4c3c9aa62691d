import { paragraphLabel } from '../src/cables/cable.js'
import type { Reply } from '../src/replies/components.js'
import { SIMILAR_MAX } from '../src/replies/limits.js'
import { similar as similarRoute } from '../src/replies/reader-routes.js'
import { similarReply } from '../src/replies/similar-reply.js'
import { refusal } from '../src/replies/texts/refusal.js'
import type { Trail } from '../src/replies/trail.js'
import { toolWords } from '../src/replies/texts/words/tools.js'
import { cableOptions } from './cable.js'
import { storedCable } from './cable-links.js'
import type { CommandContext } from './context.js'
import { defineCommand } from './define.js'
import { defineButton } from './define-components.js'
import { namedCable, unknownCable } from './named-cable.js'
import { privately } from './privately.js'
import { trailFrom, whereOneReads } from './reader-trail.js'

export const similar = defineCommand({
  name: 'similar',
  ...toolWords.similar,
  options: { ...cableOptions, private: { type: 'boolean', ...toolWords.private } },
  isPrivate: privately,
  run: ({ id, paragraph }, context) => {
    const named = namedCable(id, paragraph, context.services)
    if (named === undefined) return unknownCable(id, context)
    return likeThis(named.cable.id, named.paragraph?.position ?? null, context)
  },
})

export const similarButton = defineButton(similarRoute, whereOneReads, (view, context) =>
  likeThis(view.cable, view.position === 0 ? null : view.position, context, trailFrom(view, context)),
)

async function likeThis(
  id: string,
  position: number | null,
  context: CommandContext,
  trail: Trail = [],
): Promise<Reply> {
  const { services, say } = context
  const cable = storedCable(id, services)
  const paragraph = cable.paragraphs.find((each) => each.position === position)
  if (position !== null && paragraph === undefined) throw refusal('reader.goneParagraph', { cable: id })
  const label = paragraph === undefined ? id : paragraphLabel(id, paragraph)
  const passages = await services.similar(id, position, SIMILAR_MAX)
  if (passages === undefined) throw refusal('tools.notCompared', { label })
  return similarReply(say, label, passages, trail)
}
