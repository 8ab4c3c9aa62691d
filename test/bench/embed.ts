import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { readPaths } from '../../src/cables/read.js'
import { dot, median, topTenOverlap } from './embedding/measures.js'
import type { HostRequest, HostResponse } from './embedding/host.js'
import { printMachine, printTable } from './support/table.js'
import { SYSTEMS, type SystemName } from './embedding/systems.js'

/**
 * @module `npm run bench -- embed [--texts 400] [--rounds 5] [--cables PATH]`: embedding of cable paragraphs and of questions by each
 * system, in turns, so that whatever else the machine does falls on all alike.
 */

/** Paragraphs of this many characters have about 40 to 250 tokens: no system cuts them but the WASM package, which stops at 128. */
const SHORTEST = 200
const LONGEST = 1100
/** Of so many texts a slow system gets one. */
const SLOW: Partial<Record<SystemName, number>> = { '@lat.md/embed (WASM)': 8 }
const QUESTIONS = [
  'Who promised to open the harbour to foreign ships?',
  'How many refugees crossed the border in the last week of May?',
  'What did the finance minister say about the price of bread?',
  'Why was the visit of the delegation put off until autumn?',
]
const BASE: SystemName = 'plain pipeline, fp32'

interface Figures {
  readonly rates: number[]
  readonly latencies: number[]
  readonly loopDelays: number[]
  memory: number
  vectors: readonly Float32Array[]
  indices: readonly number[]
}

const options = parseArgs({
  args: process.argv.slice(3),
  options: {
    texts: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '5' },
    cables: { type: 'string', default: join(PACKAGE_ROOT, 'samples/cables') },
  },
}).values

const texts = (await paragraphs(options.cables)).slice(0, Number(options.texts))
const names = Object.keys(SYSTEMS) as SystemName[]
const hosts = new Map<SystemName, ChildProcess>()
for (const name of names) hosts.set(name, await startHost(name))
const figures = new Map(names.map((name) => [name, emptyFigures()]))
for (let round = 1; round <= Number(options.rounds); round++) {
  for (const [name, host] of hosts) await measure(name, host)
  process.stderr.write(`round ${round} of ${options.rounds}\n`)
}
for (const host of hosts.values()) host.disconnect()
report()

async function measure(name: SystemName, host: ChildProcess): Promise<void> {
  const own = figures.get(name)
  if (!own) return
  own.indices = [...texts.keys()].filter((index) => index % (SLOW[name] ?? 1) === 0)
  const all = await ask(host, { texts: own.indices.map((index) => texts[index] ?? ''), oneByOne: false })
  // Questions with a number of their own each time, because repeated ones are not embedded again.
  const asked = [...Array(10).keys()].flatMap((n) =>
    QUESTIONS.map((question) => `${question} ${own.rates.length * 10 + n}`),
  )
  const questions = await ask(host, { texts: asked.slice(0, SLOW[name] ? 8 : undefined), oneByOne: true })
  own.rates.push((own.indices.length / all.total) * 1000)
  own.latencies.push(...questions.calls)
  own.loopDelays.push(all.loopDelay)
  own.memory = all.memory
  own.vectors = all.vectors
}

function report(): void {
  const base = figures.get(BASE)
  if (!base) return
  const rows = names.map((name) => {
    const own = figures.get(name) ?? emptyFigures()
    const ratios = own.rates.map((rate, round) => rate / (base.rates[round] ?? NaN))
    const reference = own.indices.map((index) => base.vectors[index] ?? new Float32Array())
    const cosines = own.vectors.map((vector, index) => dot(vector, reference[index] ?? []))
    return [
      name,
      median(own.rates).toFixed(1),
      median(ratios).toFixed(2),
      median(own.latencies).toFixed(2),
      Math.max(...own.loopDelays).toFixed(0),
      (own.memory / 2 ** 20).toFixed(0),
      (cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length).toFixed(4),
      Math.min(...cosines).toFixed(4),
      topTenOverlap(own.vectors, reference).toFixed(3),
    ]
  })
  const header = ['system', 'texts/s', 'ratio', 'question ms', 'loop delay p99 ms', 'memory MB']
  printMachine(`${texts.length} paragraphs, ${options.rounds} rounds, medians`)
  printTable([...header, 'mean cosine', 'worst', 'top-10 overlap'], rows)
}

/** Paragraphs of fitting length in an order that mixes cables. */
async function paragraphs(path: string): Promise<string[]> {
  const found: string[] = []
  for await (const outcome of readPaths([path])) {
    if (outcome.kind !== 'cable') continue
    for (const { text } of outcome.cable.paragraphs) {
      if (text.length >= SHORTEST && text.length <= LONGEST) found.push(text)
    }
  }
  const step = 7
  return Array.from({ length: step }, (_, offset) =>
    found.filter((_, index) => index % step === offset),
  ).flat()
}

async function startHost(name: SystemName): Promise<ChildProcess> {
  const host = fork(fileURLToPath(new URL('./embedding/host.js', import.meta.url)), [name], {
    serialization: 'advanced',
  })
  await heard(host)
  return host
}

async function ask(host: ChildProcess, request: HostRequest): Promise<HostResponse> {
  host.send(request)
  return (await heard(host)) as HostResponse
}

/** The next message; a process that dies sends none, and must not be waited for. */
async function heard(host: ChildProcess): Promise<unknown> {
  const given = new AbortController()
  const { signal } = given
  try {
    return await Promise.race([
      once(host, 'message', { signal }).then(([message]: unknown[]) => message),
      once(host, 'exit', { signal }).then(([code, killedBy]: unknown[]) => {
        throw new Error(`${host.spawnargs.at(-1) ?? 'a system'} died (${String(code ?? killedBy)})`)
      }),
    ])
  } finally {
    given.abort()
  }
}

function emptyFigures(): Figures {
  return { rates: [], latencies: [], loopDelays: [], memory: 0, vectors: [], indices: [] }
}
