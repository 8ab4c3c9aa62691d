import { share } from '../src/replies/ask-routes.js'
import { sharedCopy, withoutShare } from '../src/replies/share.js'
import { refusal } from '../src/replies/texts/refusal.js'
import { defineButton } from './define-components.js'

/** Shows a private answer to all, as it stands; the private one loses the button. */
export const shareButton = defineButton(share, 'in-place', async (_, { source, caller, say, post }) => {
  // The router lets nobody but the asker use a private message.
  if (!source.isPrivate) throw refusal('answer.notPrivate')
  await post(sharedCopy(say, source.components, caller.name))
  return withoutShare(say, source.components)
})
