import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { withApp } from '../../src/app.js'
import { readSettings } from '../../src/config.js'
import { measure, type Measures } from '../../src/evaluation/measures.js'
import { type EvaluationQuestion, parseQuestions, resultLine } from '../../src/evaluation/question.js'
import { readerView } from '../../src/reader-view.js'

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

/** Of an archive so many cables may be ones that answer. */
const ANSWERING_SHARE = 0.7

const settings = readSettings({ ...process.env, DATA_DIR: data })
const logger = pino({ level: 'error' }, process.stderr)
const questions = parseQuestions(await readFile(file, 'utf8'), file)
const all = await withApp(
  settings,
  logger,
  () => undefined,
  (app) => Promise.resolve(idsOf(app.library)),
)

process.stdout.write(
  '| cables | kind | questions | hit@1 | hit@5 | nDCG@10 | cite P |\n| --- | --- | --- | --- | --- | --- | --- |\n',
)
for (const size of [...sizes.split(',').map(Number), all.length]) {
  const measures: Measures[] = []
  for (const group of size >= all.length ? [questions] : groupsFor(size))
    measures.push(...(await ask(group, size)))
  for (const kind of ['all', 'fact', 'paraphrase']) print(size, kind, measures)
}

/** Questions whose answering cables together fit an archive of that size; those without any go with the first. */
function groupsFor(size: number): EvaluationQuestion[][] {
  const groups: { cables: Set<string>; questions: EvaluationQuestion[] }[] = []
  for (const question of questions) {
    const own = cablesOf(question)
    const fits = groups.find(({ cables }) => new Set([...cables, ...own]).size <= size * ANSWERING_SHARE)
    const group = fits ?? { cables: new Set<string>(), questions: [] }
    if (fits === undefined) groups.push(group)
    for (const cable of own) group.cables.add(cable)
    group.questions.push(question)
  }
  return groups.map((group) => group.questions)
}

function cablesOf({ gold = [] }: EvaluationQuestion): string[] {
  return gold.map(({ cable }) => cable)
}

async function ask(group: readonly EvaluationQuestion[], size: number): Promise<Measures[]> {
  const folder = size >= all.length ? data : await copied(group, size)
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

/** The library with the cables that answer and others, of which the same are taken each time. */
async function copied(group: readonly EvaluationQuestion[], size: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-sizes-'))
  await cp(data, folder, { recursive: true })
  const kept = new Set(group.flatMap(cablesOf))
  for (const id of shuffled(all)) if (kept.size < size) kept.add(id)
  await withApp(
    readSettings({ ...process.env, DATA_DIR: folder }),
    logger,
    () => undefined,
    async (app) => {
      const { droppedVectors } = app.library.remove(all.filter((id) => !kept.has(id)))
      await app.index.remove(droppedVectors)
    },
  )
  return folder
}

/** By a hash of the number: the smaller archive is a part of the larger. */
function shuffled(ids: readonly string[]): string[] {
  const key = (id: string): number =>
    Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7)
  return [...ids].sort((a, b) => key(a) - key(b))
}

function idsOf(library: {
  readonly masked: { list: (filter: object, offset: number, limit: number) => { id: string }[] }
}): string[] {
  return library.masked.list({}, 0, 10_000_000).map(({ id }) => id)
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
