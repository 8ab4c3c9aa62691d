import { readFile, writeFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { type App, withApp } from '../app.js'
import type { Settings } from '../config.js'
import { UserError } from '../errors.js'
import { measure } from '../evaluation/measures.js'
import {
  type EvaluationQuestion,
  parseQuestions,
  type ResultLine,
  resultLine,
} from '../evaluation/question.js'
import { report } from '../evaluation/report.js'
import { cliLogger } from './logger.js'
import { notice, writeLine } from './output.js'

/** Answers every question of the file; the result lines go to `--out`, the table of figures to stdout. */
export async function evaluate(settings: Settings, file: string, options: { out?: string }): Promise<void> {
  const questions = parseQuestions(await readQuestionFile(file), file)
  if (questions.length === 0) throw new UserError(`${file} holds no question.`)
  await withApp(settings, cliLogger(settings), notice, async (app) => {
    const results: ResultLine[] = []
    for (const question of questions) results.push(await answerQuestion(app, question))
    if (options.out !== undefined) await writeResults(options.out, results)
    const measures = questions.flatMap((question, at) => {
      const result = results[at]
      return question.gold === undefined || result === undefined
        ? []
        : [measure(question, question.gold, result)]
    })
    if (measures.length === 0)
      notice(`${file} names no right paragraphs ("gold"): there is nothing to measure.`)
    else await writeLine(report(measures))
  })
}

async function answerQuestion(app: App, question: EvaluationQuestion): Promise<ResultLine> {
  const startedAt = performance.now()
  const answer = await app.ask({
    text: question.question,
    filters: question.filters,
    history: question.history,
  })
  return resultLine(question.id, answer, performance.now() - startedAt)
}

async function readQuestionFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${reasonOf(error)}.`, { cause: error })
  }
}

async function writeResults(file: string, results: readonly ResultLine[]): Promise<void> {
  try {
    await writeFile(file, results.map((result) => `${JSON.stringify(result)}\n`).join(''))
  } catch (error) {
    throw new UserError(`${file} cannot be written: ${reasonOf(error)}.`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
