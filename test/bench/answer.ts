import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import type { App } from '../../src/app.js'
import { type EvaluationQuestion, parseQuestions } from '../../src/evaluation/question.js'
import { BUILT_FILE, openBenchApp } from './answering/open.js'
import { Stages } from './answering/stages.js'
import { percentile, printMachine, printTable } from './support/table.js'

/**
 * @module `npm run bench -- answer [--paragraphs 100000] [--questions 200] [--cache FOLDER] [--rebuild]`: time from question to
 * checked answer without a language model. The sample archive's questions are asked once each, so that nothing remembered
 * helps; its cables lie among cables of varied text (answering/build.ts). What was built is kept in the cache.
 */

const options = parseArgs({
  args: process.argv.slice(3),
  options: {
    paragraphs: { type: 'string', default: '100000' },
    questions: { type: 'string', default: '200' },
    cache: { type: 'string', default: join(PACKAGE_ROOT, 'data/bench') },
    rebuild: { type: 'boolean', default: false },
  },
}).values

const WARM_UP = 30

const size = Number(options.paragraphs)
if (!Number.isInteger(size) || size < 1000) throw new Error('--paragraphs takes a whole number from 1000 on')
const folder = join(options.cache, `answer-${size}`)
if (options.rebuild || !existsSync(join(folder, BUILT_FILE))) build()

const app = await openBenchApp(folder)
if (app.library.countPending() > 0)
  throw new Error('the library was built for another model or passage recipe: build it anew with --rebuild')
const stages = watched(app)
for (const question of questionsOf('test/evaluation/dev-questions.jsonl').slice(0, WARM_UP))
  await ask(question)
stages.clear()

const questions = questionsOf('samples/questions.jsonl').slice(0, Number(options.questions))
const results: { question: EvaluationQuestion; ms: number; abstained: boolean }[] = []
for (const question of questions) results.push({ question, ...(await ask(question)) })
const counts = app.library.counts()
await app.close()
report()

function build(): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const program = fileURLToPath(new URL('./answering/build.js', import.meta.url))
  execFileSync(process.execPath, [program, folder, String(size)], { stdio: ['ignore', 'inherit', 'inherit'] })
}

function questionsOf(file: string): EvaluationQuestion[] {
  return parseQuestions(readFileSync(join(PACKAGE_ROOT, file), 'utf8'), file)
}

function watched({ library, index, embedder }: App): Stages {
  const made = new Stages()
  made.watch(embedder, 'embedQuestion', 'embedding')
  made.watch(library.masked, 'documentFrequency', 'rarity of words')
  made.watch(library.masked, 'searchWords', 'search by words')
  made.watch(library, 'vectorLabels', 'filter of vectors')
  made.watch(index, 'search', 'search by vectors')
  made.watch(library, 'paragraphsOfLabels', 'cosines of candidates')
  made.watch(library, 'vectorsOf', 'cosines of candidates')
  made.watch(library.masked, 'paragraphs', 'reading passages')
  made.watch(library, 'sentenceVectors', 'vectors of sentences')
  return made
}

async function ask({ question, filters, history }: EvaluationQuestion) {
  stages.next()
  const started = performance.now()
  const { abstained } = await app.masked.ask({ text: question, filters, history })
  return { ms: performance.now() - started, abstained }
}

function report(): void {
  printMachine(
    `${counts.paragraphs.toLocaleString('en')} paragraphs of ${counts.cables.toLocaleString('en')} cables; ${results.length} questions, ` +
      `${results.filter(({ abstained }) => !abstained).length} of them answered`,
  )
  const filtered = results.filter(({ question }) => Object.keys(question.filters).length > 0)
  const followUps = results.filter(({ question }) => question.history.length > 0)
  printTable(
    ['questions', 'number', 'p50 ms', 'p95 ms'],
    Object.entries({ all: results, 'with a filter': filtered, 'follow-ups': followUps }).map(
      ([name, group]) => [name, String(group.length), ...cells(group.map(({ ms }) => ms))],
    ),
  )
  const named = stages.names.map((name) => ({ name, times: stages.timesOf(name) }))
  // Ranking, scoring of sentences, the check.
  const rest = results.map(({ ms }, at) => named.reduce((left, { times }) => left - (times[at] ?? 0), ms))
  printTable(
    ['stage', 'p50 ms', 'p95 ms'],
    [...named, { name: 'everything else', times: rest }].map(({ name, times }) => [name, ...cells(times)]),
  )
}

function cells(times: readonly number[]): string[] {
  return [percentile(times, 0.5).toFixed(2), percentile(times, 0.95).toFixed(2)]
}
