import { back } from '../src/replies/reader-routes.js'
import { trailBefore } from '../src/replies/trail.js'
import { pageReply, storedCable } from './cable-links.js'
import { defineButton } from './define-components.js'
import { openParagraphOf } from './paragraph.js'
import { trailOf } from './reader-trail.js'

/** Goes back to a view that one came from, as it was. */
export const backButton = defineButton(back, 'in-place', (view, context) => {
  const trail = trailBefore(trailOf(context), view)
  return view.position === 0
    ? pageReply(context, storedCable(view.cable, context.services), view.part, { trail })
    : openParagraphOf(view, trail, context)
})
