import { withApp } from '../app.js'
import type { Settings } from '../config.js'
import type { CableFilter } from '../library/filter.js'
import { readerView } from '../reader-view.js'
import { foundLines } from '../replies/found-lines.js'
import { texts } from '../replies/texts/texts.js'
import { cliLogger } from './logger.js'
import { noticeNearFilters } from './near-filters.js'
import { notice, writeLine } from './output.js'
import { renderPassage } from './render.js'

export interface SearchCommandOptions {
  readonly filters: CableFilter
  readonly limit: number
  readonly json?: true
}

/** Ranked passages, best first, one a line. */
export async function search(settings: Settings, text: string, options: SearchCommandOptions): Promise<void> {
  await withApp(settings, cliLogger(settings), notice, async (app) => {
    const view = readerView(app, settings.sourceProtection)
    noticeNearFilters(app.library, options.filters)
    const found = await view.find({ text, filters: options.filters, history: [] }, options.limit)
    // What held goes beside the passages, so that what reads them finds nothing else.
    for (const line of foundLines(texts('en'), found)) notice(line)
    const { passages } = found
    if (passages.length === 0) notice('No passage found.')
    for (const passage of passages) {
      const { cable, paragraph, score, signals } = passage
      const line = {
        cable: cable.id,
        paragraph: paragraph.number,
        position: paragraph.position,
        score,
        signals,
        text: paragraph.text,
      }
      await writeLine(options.json ? JSON.stringify(line) : `${score.toFixed(3)}  ${renderPassage(passage)}`)
    }
  })
}
