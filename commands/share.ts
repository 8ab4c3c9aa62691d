import { share } from '../src/replies/ask-routes.js'
import { sharedCopy, withoutShare } from '../src/replies/share.js'
import { refusal } from '../src/replies/texts/refusal.js'
import { defineButton } from './define-components.js'

/** Shows a private answer to all, as it stands; the private one loses the button. */
export const shareButton = defineButton(
  share,
  'in-place',
  async ({ sources }, { source, caller, say, post, services }) => {
    // The router lets nobody but the asker use a private message.
    if (!source.isPrivate) throw refusal('answer.notPrivate')
    // The server may mask its sources since the answer was given.
    if (sources === 'shown' && services.about().protectsSources) throw refusal('answer.nowMasked')
    await post(sharedCopy(say, source.components, caller.name))
    return withoutShare(say, source.components)
  },
)
