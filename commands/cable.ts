import type { Cable } from '../src/cables/cable.js'
import { formatNumber, readNumber } from '../src/cables/ids.js'
import { pageOf } from '../src/replies/cable-pages.js'
import { didYouMeanReply } from '../src/replies/cable-reply.js'
import type { Reply } from '../src/replies/components.js'
import { cleanLine } from '../src/replies/clean.js'
import { CHOICES_MAX, SUGGESTIONS_MAX } from '../src/replies/limits.js'
import { markedLabel } from '../src/replies/passages.js'
import { paragraphReply } from '../src/replies/paragraph-reply.js'
import { openCable, turnPage } from '../src/replies/reader-routes.js'
import { cableWords } from '../src/replies/texts/words/cable.js'
import { pageReply, storedCable } from './cable-links.js'
import type { CommandContext } from './context.js'
import { defineCommand } from './define.js'
import { privately } from './privately.js'
import { defineButton } from './define-components.js'
import { nearMisses } from './near-misses.js'
import { findParagraph } from './paragraph.js'
import type { Options } from './options.js'
import type { Services } from './services.js'
import { suggestCables } from './suggestions.js'

/** Characters of a number as people type it. */
const NUMBER_MAX = 80

/** A cable, and a paragraph of it, as every command that reads takes them. */
export const cableOptions = {
  id: {
    type: 'string',
    ...cableWords.id,
    required: true,
    maxLength: NUMBER_MAX,
    autocomplete: suggestCables,
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
    const { services, say } = context
    const found = findCable(id, services)
    if (found === undefined) return unknownCable(id, context)
    if (paragraph === undefined) return pageReply(context, found, 1)
    const { position } = findParagraph(found, paragraph)
    const reply = paragraphReply(say, found, { position, part: 1, quotes: [] })
    if (reply === null) throw new Error(`${found.id} lost its paragraph at position ${position}`)
    return reply
  },
})

/** Opens a cable, where a paragraph stands in it, beside the message whose button was pressed. */
export const cableButton = defineButton(openCable, 'private', ({ cable: id, position }, context) => {
  const found = storedCable(id, context.services)
  return pageReply(context, found, pageOf(found, position))
})

/** Turns the page, or puts the cable in the place of "did you mean". */
export const pageButton = defineButton(turnPage, 'in-place', ({ cable: id, page }, context) =>
  pageReply(context, storedCable(id, context.services), page),
)

/** The stored cable that was typed; without a year, the only one whose post and serial fit. */
export function findCable(typed: string, services: Services): Cable | undefined {
  const number = readNumber(typed)
  if (number === null) return undefined
  const id = formatNumber(number)
  if (id !== null) return services.cable(id)
  const tail = number.post + String(number.serial)
  const fitting = services.suggestIds(tail, CHOICES_MAX).filter((each) => each.id.slice(2) === tail)
  return fitting.length === 1 && fitting[0] !== undefined ? services.cable(fitting[0].id) : undefined
}

export function unknownCable(typed: string, { services, say }: CommandContext): Reply {
  const number = readNumber(typed)
  const shown = cleanLine(typed)
  const sentence =
    number === null
      ? say('input.noCableNumber', { typed: shown })
      : number.year === null
        ? say('input.noYear', { typed: shown })
        : say('reader.unknownCable', { cable: formatNumber(number) ?? shown })
  return didYouMeanReply(say, sentence, nearMisses(typed, services, SUGGESTIONS_MAX))
}

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
