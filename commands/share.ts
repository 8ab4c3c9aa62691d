import { share } from '../src/replies/ask-routes.js'
import { sharedCopy, withoutShare } from '../src/replies/share.js'
import { refusal } from '../src/replies/texts/refusal.js'
import type { ComponentRunContext } from './context.js'
import { defineButton } from './define-components.js'
import type { Reply } from '../src/replies/components.js'

/** Answers that are remembered as shared: the button is gone a moment later, and on the screen a moment after that. */
const REMEMBERED_MAX = 1_000

/** Shows a private answer to all, as it stands, once; the private one loses the button. */
export const shareButton = defineButton(share, 'in-place', sharing())

function sharing() {
  const sharedIds = new Set<string>()
  return async (
    { sources }: { readonly sources: 'masked' | 'shown' },
    { source, caller, say, post, services }: ComponentRunContext,
  ): Promise<Reply> => {
    // The router lets nobody but the asker use a private message.
    if (!source.isPrivate) throw refusal('answer.notPrivate')
    // The server may mask its sources since the answer was given.
    if (sources === 'shown' && services.about().protectsSources) throw refusal('answer.nowMasked')
    if (sharedIds.has(source.id)) throw refusal('answer.alreadyShared')
    remember(sharedIds, source.id)
    try {
      await post(sharedCopy(say, source.components, caller.name))
    } catch (error) {
      sharedIds.delete(source.id)
      throw error
    }
    return withoutShare(say, source.components)
  }
}

function remember(ids: Set<string>, id: string): void {
  ids.add(id)
  const [oldest] = ids
  if (ids.size > REMEMBERED_MAX && oldest !== undefined) ids.delete(oldest)
}
