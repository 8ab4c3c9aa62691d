import { pageOf } from '../src/replies/cable-pages.js'
import { jump, openJump } from '../src/replies/reader-routes.js'
import { pageReply, storedCable } from './cable-links.js'
import { defineModal, defineModalButton } from './define-components.js'
import { findParagraph } from './paragraph.js'
import { trailOf } from './reader-trail.js'

/** Characters of a paragraph's number as people type it. */
const NUMBER_MAX = 20

/** Turns to the page on which the paragraph begins. */
export const jumpModal = defineModal({
  route: jump,
  form: ({ say }) => ({
    title: say('reader.jumpTitle'),
    fields: {
      paragraph: {
        label: say('reader.jumpLabel'),
        placeholder: '2',
        required: true,
        maxLength: NUMBER_MAX,
      },
    },
  }),
  place: 'in-place',
  run: ({ cable: id }, { texts: { paragraph } }, context) => {
    const found = storedCable(id, context.services)
    const { position } = findParagraph(found, paragraph)
    return pageReply(context, found, pageOf(found, position), {
      trail: trailOf(context),
      marked: position,
    })
  },
})

export const jumpButton = defineModalButton(openJump, (values, context) => jumpModal.open(values, context))
