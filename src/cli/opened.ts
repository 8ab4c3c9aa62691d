/** @module What a person opens at the terminal by naming it: a cable, or a paragraph with its neighbours. */
import { mayBeYear, readAddress } from '../cables/address.js'
import { addressedCable, type CableLookup } from '../library/addressed.js'
import { paragraphsNamed, renderWithNeighbours } from './paragraphs.js'
import { renderCable } from './render.js'

/**
 * @param template the owner's addresses of cables
 * @returns `null` for a question
 * @throws UserError when the cable has no such paragraph
 */
export function openedText(typed: string, lookup: CableLookup, template: string | undefined): string | null {
  const address = readAddress(typed, template)
  if (address === null || mayBeYear(address)) return null
  const cable = addressedCable(address.number, lookup)
  if (cable === undefined) return null
  if (address.mark === null) return renderCable(cable)
  return paragraphsNamed(cable, address.mark)
    .map((each) => renderWithNeighbours(cable, each))
    .join('\n\n')
}
