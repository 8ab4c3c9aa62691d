import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Embeddings } from '@langchain/core/embeddings'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LabelSet } from '../../embeddings/label-set.js'
import { VectorIndex, type CatchUp } from '../../embeddings/vector-index.js'
import { Library } from '../../src/library/library.js'
import { libraryShelf, paragraphDocument } from '../../src/library/shelf.js'
import { inventedCable, inventedVector, seededRandom } from '../support/invented-cables.js'

const DIMENSION = 16

class InventedEmbeddings extends Embeddings {
  constructor() {
    super({})
  }
  override embedQuery(text: string): Promise<number[]> {
    return Promise.resolve(Array.from(inventedVector(text, DIMENSION)))
  }
  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)))
  }
}

let folder: string
let library: Library
let caughtUp: CatchUp[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-index-'))
  library = openLibrary()
  caughtUp = []
})

afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

function openLibrary(model = 'invented', dimension = DIMENSION): Library {
  const opened = Library.open(join(folder, 'data'))
  opened.useModel(model, dimension)
  return opened
}

function openIndex(): Promise<VectorIndex> {
  return VectorIndex.open({
    dir: join(folder, 'index'),
    source: library.storedVectors(),
    embeddings: new InventedEmbeddings(),
    shelf: libraryShelf(library),
    onCatchUp: (progress) => caughtUp.push(progress),
  })
}

/** Why the last opening built the graph anew; `undefined` when it did not. */
function rebuildReason(): string | undefined {
  return caughtUp.at(-1)?.rebuildReason
}

/** Puts a cable of so many paragraphs, and stores a vector for each: around one of a few centres, as meanings are. */
function store(id: string, count: number, dimension = DIMENSION) {
  const texts = Array.from({ length: count }, (_, at) => `${id} ${at}`)
  library.put([{ cable: inventedCable(id, texts), message: '' }])
  return library.putVectors(
    library.pendingParagraphs(count).map(({ paragraphId, passage, passageHash }, at) => {
      const centre = inventedVector(`centre ${at % 20}`, dimension)
      const own = inventedVector(passage, dimension)
      return { paragraphId, passageHash, vectors: [centre.map((value, i) => value + 0.7 * (own[i] ?? 0))] }
    }),
  )
}

/** What a search has to find, by comparing with every stored vector. */
function exactly(query: Float32Array, k: number, isAllowed: (label: number) => boolean = () => true) {
  const cosine = (a: Float32Array, b: Float32Array) => {
    const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
    return dot / (Math.hypot(...a) * Math.hypot(...b))
  }
  return [...library.vectors()]
    .filter(({ label }) => isAllowed(label))
    .map(({ label, vector }) => ({ label, similarity: cosine(query, vector) }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, k)
}

function queries(count: number): Float32Array[] {
  return Array.from({ length: count }, (_, at) => {
    const centre = inventedVector(`centre ${at % 20}`, DIMENSION)
    const own = inventedVector(`query ${at}`, DIMENSION)
    return centre.map((value, i) => value + 0.7 * (own[i] ?? 0))
  })
}

/** Share of the true nearest that were found, over many queries. */
function recall(index: VectorIndex, k: number, allowed?: LabelSet): number {
  let hits = 0
  let wanted = 0
  for (const query of queries(30)) {
    const truth = exactly(query, k, (label) => allowed?.has(label) ?? true)
    const found = index.search(query, k, allowed === undefined ? {} : { allowed })
    expect(found).toHaveLength(truth.length)
    expect(found.map(({ similarity }) => similarity)).toEqual(
      [...found.map(({ similarity }) => similarity)].sort((a, b) => b - a),
    )
    const labels = new Set(found.map(({ label }) => label))
    hits += truth.filter(({ label }) => labels.has(label)).length
    wanted += truth.length
  }
  return hits / wanted
}

describe('searching', () => {
  test('finds what comparing with every vector finds, with its cosine', async () => {
    store('06EASTPORT1', 3000)
    const index = await openIndex()
    expect(index.size).toBe(3000)
    expect(recall(index, 10)).toBeGreaterThan(0.99)
    const [query] = queries(1)
    if (query === undefined) throw new Error('no query')
    const [nearest] = exactly(query, 1)
    const [found] = index.search(query, 1)
    expect(found?.label).toBe(nearest?.label)
    expect(found?.similarity).toBeCloseTo(nearest?.similarity ?? NaN, 5)
  })

  test.each([0.001, 0.01, 0.03, 0.1, 0.5, 1])(
    'gives k results whenever k exist where a share of %d may be found',
    async (share) => {
      const stored = store('06EASTPORT1', 3000)
      const index = await openIndex()
      const random = seededRandom(5)
      const allowed = LabelSet.of(stored.map(({ label }) => label).filter(() => random() < share))
      // Labels that are no more must do no harm.
      allowed.add(1_000_000)
      for (const k of [1, 10, 200]) expect(recall(index, k, allowed)).toBeGreaterThan(0.98)
    },
  )

  test('is exact for a filter that passes only what is farthest away', async () => {
    const stored = store('06EASTPORT1', 2000)
    const index = await openIndex()
    const [query] = queries(1)
    if (query === undefined) throw new Error('no query')
    const far = exactly(query, stored.length).slice(-15)
    const allowed = new Set(far.map(({ label }) => label))
    expect(index.search(query, 10, { allowed }).map(({ label }) => label)).toEqual(
      far.slice(0, 10).map(({ label }) => label),
    )
  })

  test('takes no vector of another dimension and none with a value that is no number', async () => {
    store('06EASTPORT1', 10)
    const index = await openIndex()
    expect(() => index.search(new Float32Array(DIMENSION + 1), 3)).toThrow(RangeError)
    expect(() => index.search(new Float32Array(DIMENSION).fill(NaN), 3)).toThrow(RangeError)
    expect(index.search(new Float32Array(DIMENSION), 3)).toHaveLength(3)
  })

  test('an empty index finds nothing', async () => {
    const index = await openIndex()
    expect(index.search(inventedVector('any', DIMENSION), 5)).toEqual([])
    await index.snapshot()
    expect(readdirSync(folder)).toEqual(['data'])
  })
})

describe('changing', () => {
  test('what is removed is not found, also when much is', async () => {
    const stored = store('06EASTPORT1', 1500)
    const index = await openIndex()
    const gone = stored.filter((_, at) => at % 3 !== 0).map(({ label }) => label)
    library.eraseVectors(gone)
    await index.remove(gone)
    await index.remove([...gone, 99_999])
    expect(index.size).toBe(500)
    expect(recall(index, 10)).toBeGreaterThan(0.99)
  })

  test('grows as far as it has to', async () => {
    const index = await openIndex()
    for (let round = 0; round < 5; round += 1) await index.add(store(`06EASTPORT${round}`, 700))
    expect(index.size).toBe(3500)
    expect(recall(index, 10)).toBeGreaterThan(0.99)
  })

  test('follows what another process has stored and removed', async () => {
    store('06EASTPORT1', 50)
    const index = await openIndex()
    const other = openLibrary()
    other.remove(['06EASTPORT1'])
    other.close()
    store('06EASTPORT2', 70)
    await index.sync()
    expect(index.size).toBe(70)
    expect(recall(index, 10)).toBe(1)
  })

  test('changes that come at once are made one after the other', async () => {
    const index = await openIndex()
    const lots = Array.from({ length: 6 }, (_, round) => store(`06EASTPORT${round}`, 60))
    await Promise.all([
      ...lots.map((lot) => index.add(lot)),
      index.snapshot(),
      index.sync(),
      index.add(lots[0] ?? []),
      index.snapshot(),
    ])
    expect(index.size).toBe(360)
    expect(recall(await openIndex(), 10)).toBe(1)
    expect(caughtUp).toEqual([])
  })

  test('gives the event loop its turns while it adds', async () => {
    const lot = store('06EASTPORT1', 3000)
    const index = await openIndex().then(async (opened) => {
      await opened.remove(lot.map(({ label }) => label))
      return opened
    })
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    await index.add(lot)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })
})

describe('snapshot', () => {
  test('is loaded without adding anything again', async () => {
    store('06EASTPORT1', 300)
    await (await openIndex()).snapshot()
    caughtUp = []
    const index = await openIndex()
    expect(caughtUp).toEqual([])
    expect(index.size).toBe(300)
    expect(recall(index, 10)).toBe(1)
    await index.add(store('06EASTPORT2', 1500))
    expect(recall(index, 10)).toBeGreaterThan(0.99)
  })

  test('lacks what came and keeps what went after it: made good when it is opened', async () => {
    const stored = store('06EASTPORT1', 300)
    await (await openIndex()).snapshot()
    caughtUp = []
    library.eraseVectors(stored.slice(0, 20).map(({ label }) => label))
    store('06EASTPORT2', 40)
    const index = await openIndex()
    expect(caughtUp.map(({ done, rebuildReason }) => [done, rebuildReason]).at(-1)?.[1]).toBeUndefined()
    // The erased twenty are pending again and were embedded with the forty.
    expect(index.size).toBe([...library.vectors()].length)
    expect(recall(index, 10)).toBe(1)
  })

  test('remembers what is deleted in it', async () => {
    const stored = store('06EASTPORT1', 300)
    const index = await openIndex()
    const gone = stored.slice(0, 50).map(({ label }) => label)
    library.eraseVectors(gone)
    await index.remove(gone)
    await index.snapshot()
    caughtUp = []
    const again = await openIndex()
    expect(caughtUp).toEqual([])
    expect(again.size).toBe(250)
    expect(recall(again, 10)).toBe(1)
  })

  test('is built anew when much of it is deleted', async () => {
    const stored = store('06EASTPORT1', 300)
    const index = await openIndex()
    library.eraseVectors(stored.slice(0, 200).map(({ label }) => label))
    await index.snapshot()
    expect(rebuildReason()).toMatch(/deleted/)
    expect(index.size).toBe(100)
    expect(recall(index, 10)).toBe(1)
  })

  test('is written once for one state, and the former one goes', async () => {
    store('06EASTPORT1', 30)
    const index = await openIndex()
    await index.snapshot()
    const first = readdirSync(join(folder, 'index'))
    await index.snapshot()
    expect(readdirSync(join(folder, 'index'))).toEqual(first)
    await index.add(store('06EASTPORT2', 5))
    await index.snapshot()
    const second = readdirSync(join(folder, 'index'))
    expect(second).toHaveLength(2)
    expect(second).not.toEqual(first)
  })

  test('that cannot be written says so in a sentence and loses nothing', async () => {
    store('06EASTPORT1', 30)
    const index = await openIndex()
    writeFileSync(join(folder, 'index'), 'a file where the folder should be')
    await expect(index.snapshot()).rejects.toThrow(/cannot be saved .* free some space/)
    expect(recall(index, 10)).toBe(1)
  })

  test('leftovers of a killed process go, but not what may be at work', async () => {
    store('06EASTPORT1', 30)
    await (await openIndex()).snapshot()
    const leftover = (age: number, name: string) => {
      const path = join(folder, 'index', name)
      writeFileSync(path, 'x')
      const time = Date.now() / 1000 - age
      utimesSync(path, time, time)
    }
    leftover(10_000, 'graph-11111111-1111-4111-8111-111111111111.hnsw.tmp')
    leftover(10_000, 'graph-22222222-2222-4222-8222-222222222222.hnsw')
    leftover(10, 'graph-33333333-3333-4333-8333-333333333333.hnsw.tmp')
    await openIndex()
    const names = readdirSync(join(folder, 'index'))
    expect(names).toHaveLength(3)
    expect(names.some((name) => name.includes('33333333'))).toBe(true)
    expect(rebuildReason()).toBe('there is no snapshot')
  })
})

describe('a snapshot that cannot be trusted is never loaded', () => {
  const VECTORS = 120
  let graph: string
  const sidecar = () => join(folder, 'index', 'index.json')

  beforeEach(async () => {
    store('06EASTPORT1', VECTORS)
    await (await openIndex()).snapshot()
    graph = join(
      folder,
      'index',
      readdirSync(join(folder, 'index')).find((name) => name.endsWith('.hnsw')) ?? '',
    )
    caughtUp = []
  })

  async function expectRebuilt(reason: RegExp): Promise<void> {
    caughtUp = []
    const index = await openIndex()
    expect(rebuildReason()).toMatch(reason)
    expect(index.size).toBe([...library.vectors()].length)
    const [query] = queries(1)
    if (query === undefined) throw new Error('no query')
    expect(index.search(query, 5).map(({ label }) => label)).toEqual(
      exactly(query, 5).map(({ label }) => label),
    )
  }

  test('when any byte of the graph is flipped', async () => {
    const whole = readFileSync(graph)
    for (let at = 0; at < whole.length; at += 1000) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8))
      writeFileSync(graph, damaged)
      await expectRebuilt(/is damaged/)
    }
  })

  test('when any byte of the sidecar is flipped', async () => {
    const whole = readFileSync(sidecar())
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8))
      writeFileSync(sidecar(), damaged)
      await expectRebuilt(/is damaged/)
    }
  })

  test.each([0, 50, 5000])('when the graph is cut off at %d bytes', async (bytes) => {
    truncateSync(graph, bytes)
    await expectRebuilt(/another size/)
  })

  test('when the graph or the sidecar is missing', async () => {
    rmSync(graph)
    await expectRebuilt(/cannot be read/)
    rmSync(sidecar())
    await expectRebuilt(/no snapshot/)
  })

  test('when it is of another model or dimension', async () => {
    library.close()
    library = openLibrary('other', DIMENSION)
    store('06EASTPORT2', 30)
    await expectRebuilt(/of the model invented/)
    library.close()
    library = openLibrary('third', 8)
    store('06EASTPORT3', 30, 8)
    caughtUp = []
    const index = await openIndex()
    expect(rebuildReason()).toMatch(/of the model/)
    expect(index.search(inventedVector('any', 8), 3)).toHaveLength(3)
  })

  test('when the store was put back to an earlier state, even one that has grown since', async () => {
    library.close()
    cpSync(join(folder, 'data'), join(folder, 'backup'), { recursive: true })
    library = openLibrary()
    const index = await openIndex()
    await index.add(store('06EASTPORT2', 30))
    await index.snapshot()
    library.close()
    rmSync(join(folder, 'data'), { recursive: true })
    cpSync(join(folder, 'backup'), join(folder, 'data'), { recursive: true })
    library = openLibrary()
    await expectRebuilt(/another state of the store/)
    // The same labels again, for other vectors: the generation alone would not tell.
    store('06EASTPORT3', 60)
    await expectRebuilt(/another state of the store/)
  })

  test('when it belongs to another library', async () => {
    library.close()
    rmSync(join(folder, 'data'), { recursive: true })
    library = openLibrary()
    store('06EASTPORT9', VECTORS)
    await expectRebuilt(/another state of the store/)
  })

  test('while a snapshot of the same store from before is caught up', async () => {
    store('06EASTPORT2', 30)
    const index = await openIndex()
    expect(rebuildReason()).toBeUndefined()
    expect(caughtUp.at(-1)).toMatchObject({ done: 30, total: 30 })
    expect(recall(index, 10)).toBe(1)
  })
})

describe('as a LangChain vector store', () => {
  test('embeds, stores, finds and deletes documents', async () => {
    library.put([
      {
        cable: inventedCable('06EASTPORT1', ['The harbour is closed.', 'The minister resigned.']),
        message: '',
      },
    ])
    const documents = library.paragraphs(library.paragraphIds({})).map(paragraphDocument)
    const index = await openIndex()
    const ids = await index.addDocuments(documents)
    expect(ids).toHaveLength(2)
    expect(library.counts().vectors).toBe(2)
    const [best] = await index.similaritySearchWithScore(documents[1]?.pageContent ?? '', 1)
    expect(best?.[0].metadata).toMatchObject({ cable: '06EASTPORT1', position: 2 })
    expect(best?.[1]).toBeCloseTo(1, 5)
    const filtered = await index.similaritySearch('The minister resigned.', 5, new Set([Number(ids[0])]))
    expect(filtered.map(({ id }) => id)).toEqual([ids[0]])
    expect(await index.asRetriever(2).invoke('anything')).toHaveLength(2)
    await index.delete({ ids: [ids[0] ?? ''] })
    expect(await index.similaritySearch('anything', 5)).toHaveLength(1)
    expect(library.countPending()).toBe(1)
  })

  test('takes only paragraphs of the library', async () => {
    const index = await openIndex()
    await expect(index.addDocuments([{ pageContent: 'x', metadata: {} }])).rejects.toThrow(
      /metadata.paragraphId/,
    )
  })
})

test('a set of labels is a set of numbers', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.oneof(fc.nat({ max: 200 }), fc.nat({ max: 5_000_000 })))),
      (steps) => {
        const labels = new LabelSet()
        const truth = new Set<number>()
        for (const [add, label] of steps) {
          if (add) {
            labels.add(label)
            truth.add(label)
          } else {
            expect(labels.delete(label)).toBe(truth.delete(label))
          }
        }
        expect([...labels]).toEqual([...truth].sort((a, b) => a - b))
        expect(labels.size).toBe(truth.size)
        for (const [, label] of steps) expect(labels.has(label)).toBe(truth.has(label))
      },
    ),
  )
})
