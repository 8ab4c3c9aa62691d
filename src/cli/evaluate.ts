import { readFile, writeFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { withApp } from '../app.js'
import type { Settings } from '../config.js'
import { UserError } from '../errors.js'
import { measure, type Measures } from '../evaluation/measures.js'
import {
  type EvaluationQuestion,
  type MeasuredResult,
  parseQuestions,
  parseResults,
  type ResultLine,
  resultLine,
} from '../evaluation/question.js'
import { comparison, report } from '../evaluation/report.js'
import { type ReaderView, readerView } from '../reader-view.js'
import { cliLogger } from './logger.js'
import { notice, writeLine } from './output.js'

export interface EvaluateOptions {
  /** Where the result lines go. */
  readonly out?: string
  /** Result lines of an earlier run, to compare this one with. */
  readonly compare?: string
}

/** Answers every question of the file; the result lines go to `--out`, the tables of figures to stdout. */
export async function evaluate(settings: Settings, file: string, options: EvaluateOptions): Promise<void> {
  const questions = parseQuestions(await readText(file), file)
  if (questions.length === 0) throw new UserError(`${file} holds no question.`)
  // Read first: a wrong file is told before minutes of work.
  const { compare } = options
  const earlier = compare === undefined ? undefined : parseResults(await readText(compare), compare)
  await withApp(settings, cliLogger(settings), notice, async (app) => {
    const results: ResultLine[] = []
    for (const question of questions)
      results.push(await answerQuestion(readerView(app, settings.sourceProtection), question))
    if (options.out !== undefined) await writeResults(options.out, results)
    const measured = questions.flatMap((question, at) => measuredOf(question, results[at]))
    if (measured.length === 0) {
      notice(`${file} names no right paragraphs ("gold"): there is nothing to measure.`)
      return
    }
    await writeLine(report(measured.map(({ measures }) => measures)))
    if (earlier !== undefined && compare !== undefined) await writeComparison(measured, earlier, compare)
  })
}

interface Measured {
  readonly question: EvaluationQuestion
  readonly measures: Measures
}

/** Nothing for a question without right paragraphs, or without a result. */
function measuredOf(question: EvaluationQuestion, result: MeasuredResult | undefined): Measured[] {
  return question.gold === undefined || result === undefined
    ? []
    : [{ question, measures: measure(question, question.gold, result) }]
}

async function writeComparison(
  measured: readonly Measured[],
  earlier: readonly MeasuredResult[],
  file: string,
): Promise<void> {
  const byId = new Map(earlier.map((result) => [result.id, result]))
  const pairs = measured.flatMap(({ question, measures }) =>
    measuredOf(question, byId.get(question.id)).map((before) => ({ now: measures, before: before.measures })),
  )
  if (pairs.length === 0) throw new UserError(`${file} holds no result of these questions.`)
  if (pairs.length < measured.length)
    notice(
      `${file} holds results of ${pairs.length} of the ${measured.length} questions: only those are compared.`,
    )
  await writeLine(`\nCompared with ${file}:\n${comparison(pairs)}`)
}

async function answerQuestion(
  view: Pick<ReaderView, 'ask'>,
  question: EvaluationQuestion,
): Promise<ResultLine> {
  const startedAt = performance.now()
  const answer = await view.ask({
    text: question.question,
    filters: question.filters,
    history: question.history,
  })
  return resultLine(question.id, answer, performance.now() - startedAt)
}

async function readText(file: string): Promise<string> {
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
