/** @module The cable, or the paragraph of one, that was typed as a number, a label or an address: the same wherever one may type. */
import { mayBeYear, readAddress } from '../src/cables/address.js'
import type { Cable, Paragraph } from '../src/cables/cable.js'
import { findCableIds, formatNumber, type CableNumber } from '../src/cables/ids.js'
import { addressedCable } from '../src/library/addressed.js'
import { didYouMeanReply } from '../src/replies/cable-reply.js'
import { cleanLine } from '../src/replies/clean.js'
import type { Reply } from '../src/replies/components.js'
import { SUGGESTIONS_MAX } from '../src/replies/limits.js'
import { paragraphReply } from '../src/replies/paragraph-reply.js'
import { pageReply } from './cable-links.js'
import type { CommandContext } from './context.js'
import { nearMisses } from './near-misses.js'
import { findParagraph } from './paragraph.js'
import type { Services } from './services.js'

export type ReadingContext = Pick<CommandContext, 'services' | 'say'>

export interface NamedCable {
  readonly cable: Cable
  readonly paragraph: Paragraph | undefined
}

/**
 * @param paragraph as typed apart from the cable; before what the label says
 * @returns `undefined` where no such cable is stored
 * @throws UserError when the cable has no such paragraph
 */
export function namedCable(
  typed: string,
  paragraph: string | undefined,
  services: Services,
): NamedCable | undefined {
  const address = readAddress(typed, services.addressTemplate)
  const cable = address === null ? undefined : addressedCable(address.number, services)
  if (address === null || cable === undefined) return undefined
  const mark = paragraph ?? address.mark
  return { cable, paragraph: mark === null ? undefined : findParagraph(cable, mark) }
}

export function findCable(typed: string, services: Services): Cable | undefined {
  const address = readAddress(typed, services.addressTemplate)
  return address === null ? undefined : addressedCable(address.number, services)
}

/** The cable at its first page, or the paragraph. */
export function openReply({ cable, paragraph }: NamedCable, context: ReadingContext): Reply {
  if (paragraph === undefined) return pageReply(context, cable, 1)
  const reply = paragraphReply(context.say, cable, { position: paragraph.position, part: 1, quotes: [] })
  if (reply === null) throw new Error(`${cable.id} lost its paragraph at position ${paragraph.position}`)
  return reply
}

/**
 * What to open for a question that is nothing but the address of a cable.
 * @returns `null` for a question
 * @throws UserError when the cable has no such paragraph
 */
export function openedBy(question: string, context: ReadingContext): Reply | null {
  const { services } = context
  const address = readAddress(question, services.addressTemplate)
  if (address === null || mayBeYear(address)) return null
  const named = namedCable(question, undefined, services)
  if (named !== undefined) return openReply(named, context)
  // A few words with a number at the end look like a cable's; only where the year and a known post stand is it certain.
  const id = formatNumber(address.number)
  return id !== null && findCableIds(question).includes(id) ? unknownCable(question, context) : null
}

export function unknownCable(typed: string, { services, say }: ReadingContext): Reply {
  const number = readAddress(typed, services.addressTemplate)?.number ?? null
  const shown = cleanLine(typed)
  const sentence =
    number === null
      ? say('input.noCableNumber', { typed: shown })
      : number.year === null
        ? say('input.noYear', { typed: shown })
        : say('reader.unknownCable', { cable: formatNumber(number) ?? shown })
  const wanted = number === null ? typed : numberText(number)
  return didYouMeanReply(say, sentence, nearMisses(wanted, services, SUGGESTIONS_MAX))
}

function numberText({ year, post, serial }: CableNumber): string {
  return `${year ?? ''}${post}${serial}`
}
