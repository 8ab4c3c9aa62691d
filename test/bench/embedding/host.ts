import { readFileSync, readdirSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { SYSTEMS, type SystemName } from './systems.js'

/** @module A process that holds one system, so that memory and event-loop delay are its own. */

export interface HostRequest {
  readonly texts: readonly string[]
  /** One call for each text, or one call for all. */
  readonly oneByOne: boolean
}

export interface HostResponse {
  /** ms for all texts. */
  readonly total: number
  /** ms for each call. */
  readonly calls: readonly number[]
  readonly vectors: readonly Float32Array[]
  /** 99th percentile, ms above the interval at which it was sampled. */
  readonly loopDelay: number
  /** Bytes that this process and its children occupy; what they share counts once. */
  readonly memory: number
}

const SAMPLE_INTERVAL = 5

const name = process.argv[2] as SystemName
const system = await SYSTEMS[name]()
await system.embed(['ready'])
process.send?.('ready')

process.on('message', (request: HostRequest) => void answer(request))
process.on('disconnect', () => process.exit())

async function answer({ texts, oneByOne }: HostRequest): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: SAMPLE_INTERVAL })
  const calls: number[] = []
  const vectors: Float32Array[] = []
  delay.enable()
  // The first turns only set the clock; a loop that was blocked notes its delay at the next turn.
  await turns()
  const started = performance.now()
  for (const part of oneByOne ? texts.map((text) => [text]) : [texts]) {
    const callStarted = performance.now()
    for (const vector of await system.embed(part)) vectors.push(Float32Array.from(vector))
    calls.push(performance.now() - callStarted)
  }
  const total = performance.now() - started
  await turns()
  delay.disable()
  const loopDelay = delay.percentile(99) / 1e6 - SAMPLE_INTERVAL
  process.send?.({ total, calls, vectors, loopDelay, memory: memoryOf(process.pid) } satisfies HostResponse)
}

function turns(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3 * SAMPLE_INTERVAL))
}

/** On Linux the share of shared pages is counted; elsewhere only this process is. */
function memoryOf(pid: number): number {
  if (process.platform !== 'linux') return process.memoryUsage.rss()
  const share = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) => childrenOf(pid, task))
  return Number(share?.[1] ?? 0) * 1024 + children.reduce((sum, child) => sum + memoryOf(child), 0)
}

function childrenOf(pid: number, task: string): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
    return children.split(' ').filter(Boolean).map(Number)
  } catch (error) {
    // A thread that ended meanwhile.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
