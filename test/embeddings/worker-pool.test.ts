import type { ChildProcess } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, it, type MockInstance, vi } from 'vitest'
import { PooledEmbeddings } from '../../embeddings/embedder.js'
import { forkProcess, WORKER_FILE } from '../../embeddings/fork.js'
import { openModel, type EmbeddingModel } from '../../embeddings/model.js'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { WorkerPool } from '../../embeddings/worker-pool.js'
import type { WorkerRequest } from '../../embeddings/worker-protocol.js'
import { TEST_MODELS } from '../support/embedding.js'

const PARAGRAPH = 'The minister said that the harbour would stay open to ships of both neighbours. '.repeat(
  14,
)
/** Loads the real worker, but ends when it is given a text with a certain word (see the file). */
const MORTAL_WORKER = join(PACKAGE_ROOT, 'test/embeddings/mortal-worker.mjs')

let model: EmbeddingModel
let workers: ChildProcess[] = []
let sends: MockInstance<ChildProcess['send']>[] = []
let pool: WorkerPool
let embedder: PooledEmbeddings

beforeAll(async () => {
  model = await openModel({ cacheDir: TEST_MODELS, precision: 'fp32' })
})

afterEach(() => embedder.close())

/** The first `mortals` workers are mortal. */
async function startEmbedder(options: {
  threads: number
  mortals?: number
  queueLimit?: number
}): Promise<void> {
  const { threads, mortals = 0, queueLimit = 256 } = options
  workers = []
  sends = []
  const spawn = (): ChildProcess => {
    const worker = forkProcess(workers.length < mortals ? MORTAL_WORKER : WORKER_FILE)
    sends.push(vi.spyOn(worker, 'send'))
    workers.push(worker)
    return worker
  }
  pool = await WorkerPool.start({ workers: threads, settings: model, spawn, queueLimit })
  embedder = new PooledEmbeddings(model, pool)
}

/** Texts that were handed to the workers to embed, in all. */
function handedOut(): string[] {
  return sends
    .flatMap(({ mock }) => mock.calls.map(([request]) => request as WorkerRequest))
    .flatMap((request) => (request.type === 'embed' ? request.texts : []))
}

function paragraphs(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${index} ${PARAGRAPH}`)
}

describe('the queue', () => {
  it('lets a question overtake what is being ingested', async () => {
    await startEmbedder({ threads: 1 })
    const order: string[] = []
    const ingest = embedder.embed(paragraphs(40)).then(() => order.push('ingest'))
    const question = embedder
      .embed(['Is the harbour open?'], { priority: 'question' })
      .then(() => order.push('question'))
    await Promise.all([ingest, question])
    expect(order).toEqual(['question', 'ingest'])
  })

  it('takes more work than it holds at once, from several callers, in order', async () => {
    await startEmbedder({ threads: 2, queueLimit: 2 })
    const texts = Array.from({ length: 400 }, (_, index) => `cable ${index % 10}`)
    const [first, second] = await Promise.all([embedder.embed(texts), embedder.embed(texts)])
    expect(first).toHaveLength(400)
    expect(first[399]).toEqual(first[9])
    expect(second).toEqual(first)
  })

  it('lets nobody wait for ever when those before gave up', async () => {
    await startEmbedder({ threads: 1, queueLimit: 1 })
    const controller = new AbortController()
    const { signal } = controller
    const givenUp = Array.from({ length: 8 }, (_, index) =>
      embedder.embed([`${index} ${PARAGRAPH}`], { signal }),
    )
    const outcomes = Promise.allSettled(givenUp)
    const last = embedder.embed(['last'])
    controller.abort(new Error('given up'))
    expect((await outcomes).every(({ status }) => status === 'rejected')).toBe(true)
    expect(await last).toHaveLength(1)
  })
})

describe('a worker that dies', () => {
  it('in the middle of an inference is replaced, and its work is done again', async () => {
    await startEmbedder({ threads: 2 })
    const texts = paragraphs(12)
    const undisturbed = await embedder.embed(texts)
    const disturbed = embedder.embed(texts)
    await sleep(60)
    workers[0]?.kill('SIGKILL')
    expect(await disturbed).toEqual(undisturbed)
    await expect.poll(() => workers.length).toBe(3)
  })

  it('among 10,000 texts costs none of them, and only what it held is embedded again', async () => {
    await startEmbedder({ threads: 2 })
    const texts = Array.from({ length: 10_000 }, (_, index) => `cable ${index}`)
    const embedded = embedder.embed(texts)
    await expect.poll(() => handedOut().length, { timeout: 60_000 }).toBeGreaterThan(1_000)
    workers[0]?.kill('SIGKILL')
    const vectors = await embedded
    expect(new Set(vectors.map((vector) => vector.slice(0, 8).join())).size).toBe(10_000)
    expect(new Set(handedOut()).size).toBe(10_000)
    expect(handedOut().length).toBeLessThan(10_000 + 100)
    // Those before, at and behind the kill are what they are alone.
    for (const at of [0, 1_000, 9_999]) expect(await embedder.embed([`cable ${at}`])).toEqual([vectors[at]])
  }, 300_000)

  it('is replaced also when it was the only one, and the queue goes on', async () => {
    await startEmbedder({ threads: 1, mortals: 1 })
    const [died, queued] = await Promise.all([embedder.embed(['DIE']), embedder.embed(['queued'])])
    expect(died).toHaveLength(1)
    expect(queued).toHaveLength(1)
    expect(workers).toHaveLength(2)
  })

  it('fails the text, not the queue, when three workers died over it', async () => {
    await startEmbedder({ threads: 1, mortals: 3 })
    const doomed = expect(embedder.embed(['DIE'])).rejects.toThrow('ended with code 1')
    const next = embedder.embed(['next'])
    await doomed
    expect(await next).toHaveLength(1)
    expect(workers).toHaveLength(4)
  })

  it('takes the rest of its call out of the queue when it fails', async () => {
    await startEmbedder({ threads: 1, mortals: 3 })
    await expect(embedder.embed(['DIE', ...paragraphs(100)])).rejects.toThrow('ended with code 1')
    const survivor = workers.at(-1)
    if (!survivor) throw new Error('no worker')
    const sent = vi.spyOn(survivor, 'send')
    await embedder.embed(['next'])
    // The next text, and at most what was at the worker already.
    expect(sent.mock.calls.length).toBeLessThan(4)
  })

  it('fails all work with the reason when no other can be started', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilcrow-vanishing-'))
    const whole = model
    try {
      await cp(whole.folder, folder, { recursive: true })
      model = { ...whole, folder }
      await startEmbedder({ threads: 1, mortals: 1 })
      await rm(folder, { recursive: true })
      await expect(embedder.embed(['DIE'])).rejects.toThrow('cannot be started')
      await expect(embedder.embed(['later'])).rejects.toThrow('cannot be started')
    } finally {
      model = whole
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('closing', () => {
  it('delivers what is in flight, turns away what is queued and whoever comes later', async () => {
    await startEmbedder({ threads: 1 })
    const inFlight = embedder.embed(paragraphs(1))
    const queued = embedder.embed(paragraphs(600))
    const turnedAway = expect(queued).rejects.toThrow('closed')
    await sleep(20)
    await embedder.close()
    expect(await inFlight).toHaveLength(1)
    await turnedAway
    await expect(embedder.embed(['late'])).rejects.toThrow('closed')
  })

  it('waits for no worker when they are killed: not for one that hangs, not for one that is idle', async () => {
    await startEmbedder({ threads: 2 })
    workers[0]?.kill('SIGSTOP')
    const inFlight = expect(embedder.embed(['never read'])).rejects.toThrow('closed')
    await expect.poll(handedOut).toEqual(['never read'])
    await pool.kill()
    await inFlight
    expect(workers.map(({ signalCode }) => signalCode)).toContain('SIGKILL')
    expect(workers).toHaveLength(2)
  })
})
