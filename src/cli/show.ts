import { openLibrary } from '../app.js'
import { type Cable, type Paragraph, paragraphLabel } from '../cables/cable.js'
import { canonicalId } from '../cables/ids.js'
import type { Settings } from '../config.js'
import { UserError } from '../errors.js'
import { assertProtected } from '../library/protection-change.js'
import { readingChange } from '../library/reading-change.js'
import { cableJson, notice, writeLine } from './output.js'
import { renderCable, renderParagraph, sourceLine } from './render.js'

/**
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
    const id = canonicalId(typed)
    assertProtected(library, settings.protectionScope)
    const reading = readingChange(library)
    if (reading !== undefined) notice(reading)
    const archive = settings.sourceProtection ? library.masked : library.open
    const cable = id === null ? undefined : archive.cable(id)
    if (cable === undefined) {
      const near = archive.suggestIds(typed, 3).map(({ id: suggestion }) => suggestion)
      const hint = near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`
      throw new UserError(`There is no cable ${id ?? typed} in this library.${hint}`)
    }
    if (paragraph === undefined) {
      await writeLine(options.json ? cableJson(cable) : renderCable(cable))
      return
    }
    const found = paragraphsNamed(cable, paragraph)
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

/** Printed numbers repeat in some cables: then all that carry it. */
function paragraphsNamed(cable: Cable, typed: string): Paragraph[] {
  const position = /^\[(\d+)\]$/.exec(typed)?.[1]
  const number = /^¶?\s*(\d+)$/.exec(typed)?.[1]
  const found = cable.paragraphs.filter((one) =>
    position === undefined ? one.number === Number(number) : one.position === Number(position),
  )
  if (found.length > 0) return found
  const known = cable.paragraphs.map((one) =>
    one.number === null ? `[${one.position}]` : String(one.number),
  )
  throw new UserError(`${cable.id} has no paragraph ${typed}; it has ${known.join(', ')}.`)
}

function withNeighbours(cable: Cable, paragraph: Paragraph) {
  const at = cable.paragraphs.indexOf(paragraph)
  return { previous: cable.paragraphs[at - 1] ?? null, paragraph, next: cable.paragraphs[at + 1] ?? null }
}

function renderWithNeighbours(cable: Cable, paragraph: Paragraph): string {
  const { previous, next } = withNeighbours(cable, paragraph)
  return [
    sourceLine(paragraphLabel(cable.id, paragraph), cable, paragraph),
    previous === null ? null : indented(renderParagraph(previous)),
    renderParagraph(paragraph),
    next === null ? null : indented(renderParagraph(next)),
  ]
    .filter((part) => part !== null)
    .join('\n\n')
}

/** Neighbours stand back, so that the eye finds the paragraph that was asked for. */
function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}
