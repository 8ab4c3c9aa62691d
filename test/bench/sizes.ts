import { readFile, rm } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { withApp } from '../../src/app.js'
import { readSettings } from '../../src/config.js'
import { measure, type Measures } from '../../src/evaluation/measures.js'
import { type EvaluationQuestion, parseQuestions, resultLine } from '../../src/evaluation/question.js'
import { readerView } from '../../src/reader-view.js'
import { countOfCables, groupsFor, smallerArchive } from './support/smaller-archives.js'

/**
 * @module `npm run bench -- sizes --data LIBRARY --questions FILE [--sizes 62,500,1500]`: the same questions in smaller and larger
 * archives. Each smaller one holds the cables that answer and others of the library by chance; where those that answer are too many for
 * it, the questions are asked in several such archives.
 */

const {
  data,
  questions: file,
  sizes,
} = parseArgs({
  args: process.argv.slice(3),
  options: {
    data: { type: 'string', default: 'data' },
    questions: { type: 'string', default: 'test/evaluation/wide/choose.jsonl' },
    sizes: { type: 'string', default: '62,500,1500' },
  },
}).values

const settings = readSettings({ ...process.env, DATA_DIR: data })
const logger = pino({ level: 'error' }, process.stderr)
const questions = parseQuestions(await readFile(file, 'utf8'), file)
const whole = await countOfCables(data)

process.stdout.write(
  '| cables | kind | questions | hit@1 | hit@5 | nDCG@10 | cite P |\n| --- | --- | --- | --- | --- | --- | --- |\n',
)
for (const size of [...sizes.split(',').map(Number), whole]) {
  const measures: Measures[] = []
  for (const group of size >= whole ? [questions] : groupsFor(questions, size))
    measures.push(...(await ask(group, size)))
  for (const kind of ['all', 'fact', 'paraphrase']) print(size, kind, measures)
}

async function ask(group: readonly EvaluationQuestion[], size: number): Promise<Measures[]> {
  const folder = size >= whole ? data : await smallerArchive(data, group, size)
  try {
    return await withApp(
      readSettings({ ...process.env, DATA_DIR: folder }),
      logger,
      () => undefined,
      async (app) => {
        const view = readerView(app, settings.sourceProtection)
        const measures: Measures[] = []
        for (const question of group) {
          const { question: text, filters, history, gold = [] } = question
          const began = performance.now()
          const answer = await view.ask({ text, filters, history })
          measures.push(measure(question, gold, resultLine(question.id, answer, performance.now() - began)))
        }
        return measures
      },
    )
  } finally {
    if (folder !== data) await rm(folder, { recursive: true })
  }
}

function print(size: number, kind: string, measures: readonly Measures[]): void {
  const group = measures.filter((one) => one.answerable && (kind === 'all' || one.kind === kind))
  const mean = (value: (one: Measures) => number | null): string =>
    (group.reduce((sum, one) => sum + (value(one) ?? 0), 0) / group.length).toFixed(3)
  const cited = group.reduce((sum, one) => sum + one.cited, 0)
  const good = group.reduce((sum, one) => sum + one.citedGold, 0)
  process.stdout.write(
    `| ${size} | ${kind} | ${group.length} | ${mean((one) => one.hitAt1)} | ${mean((one) => one.hitAt5)} | ${mean((one) => one.ndcgAt10)} | ${(good / cited).toFixed(3)} |\n`,
  )
}
