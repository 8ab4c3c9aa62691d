import { performance } from 'node:perf_hooks'
import { withApp } from '../app.js'
import type { Settings } from '../config.js'
import { resultLine } from '../evaluation/question.js'
import type { CableFilter } from '../library/filter.js'
import { readerView } from '../reader-view.js'
import { cliLogger } from './logger.js'
import { noticeNearFilters } from './near-filters.js'
import { openedText } from './opened.js'
import { notice, writeLine } from './output.js'
import { renderAnswer } from './render.js'

export interface AskCommandOptions {
  readonly filters: CableFilter
  readonly history: readonly string[]
  readonly json?: true
}

/** @throws UserError when the question cannot be asked or the library is empty. */
export async function ask(settings: Settings, question: string, options: AskCommandOptions): Promise<void> {
  await withApp(settings, cliLogger(settings), notice, async (app) => {
    const startedAt = performance.now()
    const view = readerView(app, settings.sourceProtection)
    // A program that reads JSON gets an answer to whatever it asks.
    const opened = options.json ? null : openedText(question, view, settings.sourceUrlTemplate)
    if (opened !== null) {
      await writeLine(opened)
      return
    }
    noticeNearFilters(app.library, options.filters)
    const answer = await view.ask({ text: question, filters: options.filters, history: options.history })
    const line = resultLine('ask', answer, performance.now() - startedAt)
    await writeLine(options.json ? JSON.stringify(line) : renderAnswer(answer))
  })
}
