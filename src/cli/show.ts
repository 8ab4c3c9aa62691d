import { openLibrary } from '../app.js'
import { readAddress } from '../cables/address.js'
import { formatNumber } from '../cables/ids.js'
import type { Settings } from '../config.js'
import { UserError } from '../errors.js'
import { addressedCable } from '../library/addressed.js'
import { assertProtected } from '../library/protection-change.js'
import { readingChange } from '../library/reading-change.js'
import { cableJson, notice, writeLine } from './output.js'
import { paragraphsNamed, renderWithNeighbours, withNeighbours } from './paragraphs.js'
import { renderCable } from './render.js'

/**
 * @param typed a number, a label that may name a paragraph, or an address of the cable on the web
 * @param paragraph a printed number (`4`, `¶4`), or a position in brackets (`[4]`).
 * @throws UserError when there is no such cable or paragraph.
 */
export async function show(
  settings: Settings,
  typed: string,
  paragraph: string | undefined,
  options: { json?: true },
): Promise<void> {
  const library = openLibrary(settings)
  try {
    const address = readAddress(typed, settings.sourceUrlTemplate)
    assertProtected(library, settings.protectionScope)
    const reading = readingChange(library)
    if (reading !== undefined) notice(reading)
    const archive = settings.sourceProtection ? library.masked : library.open
    const cable = address === null ? undefined : addressedCable(address.number, archive)
    if (cable === undefined) {
      const near = archive.suggestIds(typed, 3).map(({ id: suggestion }) => suggestion)
      const hint = near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`
      const id = address && formatNumber(address.number)
      throw new UserError(`There is no cable ${id ?? typed} in this library.${hint}`)
    }
    const wanted = paragraph ?? address?.mark ?? null
    if (wanted === null) {
      await writeLine(options.json ? cableJson(cable) : renderCable(cable))
      return
    }
    const found = paragraphsNamed(cable, wanted)
    if (options.json) {
      for (const one of found)
        await writeLine(JSON.stringify({ cable: cable.id, ...withNeighbours(cable, one) }))
    } else {
      await writeLine(found.map((one) => renderWithNeighbours(cable, one)).join('\n\n'))
    }
  } finally {
    library.close()
  }
}
