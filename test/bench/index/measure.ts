/** @module A process that loads an index and searches it; the argument is its folder. Prints one line of JSON. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dotProduct } from '../../../embeddings/dot-product.js'
import { LabelSet } from '../../../embeddings/label-set.js'
import type { SearchOptions } from '../../../embeddings/vector-index.js'
import { seededRandom } from '../../support/invented-cables.js'
import { percentile } from '../support/table.js'
import { BenchStore, openIndex } from './archive.js'
import { Best } from './best.js'
import { type Measured, RESULTS, type SearchFigures } from './figures.js'
import { PARAGRAPHS_PER_CABLE, SyntheticVectors } from './synthetic.js'

/** Nearest ten labels of each question, for each filter. */
type Truth = Record<string, number[][]>

const QUESTIONS = 200
const NEAREST = 10
const SHARES = [0.5, 0.1, 0.05, 0.01, 0.001]
const TRUTH = 'truth.json'
/** Candidates looked at, tried without a filter. */
const EFFORTS = [60, 100, 150, 200, 300, 400]

const [folder = ''] = process.argv.slice(2)
const store = new BenchStore(folder)
const vectors = store.count
const started = performance.now()
const index = await openIndex(folder, store, () => {
  throw new Error('the index was not loaded as it was saved')
})
const loadSeconds = (performance.now() - started) / 1000
const memory = process.memoryUsage.rss()
const touchSeconds = timeToTouch(memory)

const synthetic = new SyntheticVectors()
const cables = vectors / PARAGRAPHS_PER_CABLE
const random = seededRandom(5)
const questions = Array.from({ length: QUESTIONS }, () => synthetic.question(Math.floor(random() * cables)))
const filters = makeFilters()
const truth = readTruth()
// The code is warm, and so is what of the graph every search passes through.
for (const question of questions) index.search(question, RESULTS)
const searches = [...filters].map(([filter, allowed]) => measure(filter, { ...(allowed && { allowed }) }))
const efforts = EFFORTS.map((ef) => ({ ef, ...measure('none', { ef }) }))
store.close()
process.stdout.write(
  `${JSON.stringify({ loadSeconds, touchSeconds, memory, searches, efforts } satisfies Measured)}\n`,
)

/** What the machine takes to give a process as much memory, whatever is put there: the least that loading can take. */
function timeToTouch(bytes: number): number {
  const began = performance.now()
  const block = new Uint8Array(bytes)
  for (let at = 0; at < bytes; at += 4096) block[at] = 1
  return (performance.now() - began) / 1000
}

/** Labels count from 1 in the order of the cables. */
function makeFilters(): Map<string, LabelSet | undefined> {
  const made = new Map<string, LabelSet | undefined>([['none', undefined]])
  const draw = seededRandom(6)
  const draws = Array.from({ length: vectors }, () => draw())
  // Whole topics in an order of their own until the share is reached: as a filter by post or year, which goes with what is told.
  const ranks = new Map<number, number>()
  for (let cable = 0; cable < cables; cable++) {
    const topic = synthetic.topicOf(cable)
    ranks.set(topic, seededRandom(7 + topic)())
  }
  const byRank = Array.from({ length: vectors }, (_, at) => {
    return ranks.get(synthetic.topicOf(Math.floor(at / PARAGRAPHS_PER_CABLE))) ?? 1
  })
  const sorted = [...byRank].sort((a, b) => a - b)
  for (const share of SHARES) {
    const name = `${share * 100}%`
    const limit = sorted[Math.floor(share * vectors)] ?? 0
    made.set(
      `${name} at random`,
      labelsWhere((at) => (draws[at] ?? 1) < share),
    )
    made.set(
      `${name} by topic`,
      labelsWhere((at) => (byRank[at] ?? 1) <= limit),
    )
  }
  return made
}

function labelsWhere(passes: (at: number) => boolean): LabelSet {
  const set = new LabelSet()
  for (let at = 0; at < vectors; at++) if (passes(at)) set.add(at + 1)
  return set
}

/** By comparing with every vector; kept, because it takes a minute for a million. */
function readTruth(): Truth {
  const file = join(folder, TRUTH)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Truth
  const best = new Map([...filters.keys()].map((name) => [name, questions.map(() => new Best(NEAREST))]))
  for (const { label, vector } of store.fetch(store.labels())) {
    const passing = [...filters].filter(([, allowed]) => allowed?.has(label) ?? true)
    questions.forEach((question, at) => {
      const similarity = dotProduct(question, vector)
      for (const [name] of passing) best.get(name)?.[at]?.offer(label, similarity)
    })
  }
  const found = Object.fromEntries([...best].map(([name, all]) => [name, all.map(({ labels }) => labels)]))
  writeFileSync(file, JSON.stringify(found))
  return found
}

function measure(filter: string, options: SearchOptions): SearchFigures {
  const times: number[] = []
  let hits = 0
  let wanted = 0
  let fewest = Infinity
  // Slow ones would take minutes and tell no more.
  const limit = performance.now() + 20_000
  for (const [at, question] of questions.entries()) {
    if (performance.now() > limit) break
    const searchStarted = performance.now()
    const found = index.search(question, RESULTS, options)
    times.push(performance.now() - searchStarted)
    const first = new Set(found.slice(0, NEAREST).map(({ label }) => label))
    const nearest = truth[filter]?.[at] ?? []
    hits += nearest.filter((label) => first.has(label)).length
    wanted += nearest.length
    fewest = Math.min(fewest, found.length)
  }
  return { filter, p50: percentile(times, 0.5), p95: percentile(times, 0.95), recall: hits / wanted, fewest }
}
