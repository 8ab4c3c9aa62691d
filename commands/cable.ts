import type { Cable } from '../src/cables/cable.js'
import { pageOf } from '../src/replies/cable-pages.js'
import { cleanLine } from '../src/replies/clean.js'
import { markedLabel } from '../src/replies/passages.js'
import { openCable, turnPage, wholeCable } from '../src/replies/reader-routes.js'
import { cableWords } from '../src/replies/texts/words/cable.js'
import { pageReply, storedCable } from './cable-links.js'
import { defineCommand } from './define.js'
import { privately } from './privately.js'
import { defineButton } from './define-components.js'
import { findCable, namedCable, openReply, unknownCable } from './named-cable.js'
import type { Options } from './options.js'
import { trailFrom, trailOf, whereOneReads } from './reader-trail.js'
import { suggestAddresses } from './suggestions.js'

/** Characters of a number, a label or an address as people type or paste it. */
const ADDRESS_MAX = 300

/** Characters of a paragraph's number as people type it. */
const NUMBER_MAX = 80

/** A cable, and a paragraph of it, as every command that reads takes them. */
export const cableOptions = {
  id: {
    type: 'string',
    ...cableWords.id,
    required: true,
    maxLength: ADDRESS_MAX,
    autocomplete: suggestAddresses,
  },
  paragraph: {
    type: 'string',
    ...cableWords.paragraph,
    maxLength: NUMBER_MAX,
    autocomplete: (typed, { id = '' }, { services }) => suggestParagraphs(typed, findCable(id, services)),
  },
} as const satisfies Options

export const cable = defineCommand({
  name: 'cable',
  ...cableWords.command,
  options: {
    ...cableOptions,
    private: { type: 'boolean', ...cableWords.private },
  },
  isPrivate: privately,
  run: ({ id, paragraph }, context) => {
    const named = namedCable(id, paragraph, context.services)
    return named === undefined ? unknownCable(id, context) : openReply(named, context)
  },
})

/** Opens a cable, where a paragraph stands in it, beside the message whose button was pressed. */
export const cableButton = defineButton(openCable, 'private', ({ cable: id, position }, context) => {
  const found = storedCable(id, context.services)
  return pageReply(context, found, pageOf(found, position))
})

/** From a paragraph to the page of its cable on which it begins, where it is marked. */
export const wholeCableButton = defineButton(wholeCable, whereOneReads, (view, context) => {
  const found = storedCable(view.cable, context.services)
  const { position: marked } = view
  return pageReply(context, found, pageOf(found, marked), { trail: trailFrom(view, context), marked })
})

/** Turns the page, or puts the cable in the place of "did you mean". */
export const pageButton = defineButton(turnPage, 'in-place', ({ cable: id, page }, context) =>
  pageReply(context, storedCable(id, context.services), page, { trail: trailOf(context) }),
)

/** In reading order: paragraphs whose number begins with the digits typed, or whose heading or first words hold the words typed. */
function suggestParagraphs(typed: string, found: Cable | undefined): { name: string; value: string }[] {
  const wanted = cleanLine(typed).toLowerCase()
  const digits = /^\D?(\d+)\D?$/u.exec(wanted)?.[1]
  return (found?.paragraphs ?? [])
    .map((paragraph) => ({
      paragraph,
      words: cleanLine(`${paragraph.heading ?? ''} ${paragraph.text.slice(0, 200)}`),
    }))
    .filter(({ paragraph, words }) =>
      digits === undefined
        ? words.toLowerCase().includes(wanted)
        : String(paragraph.number ?? paragraph.position).startsWith(digits),
    )
    .map(({ paragraph, words }) => ({
      name: `${markedLabel('', paragraph).trim()} ${words}`,
      // The position tells apart paragraphs that carry the same number.
      value: `[${paragraph.position}]`,
    }))
}
