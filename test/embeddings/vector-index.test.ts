import { describe, expect, test } from 'vitest'
import { LabelSet } from '../../embeddings/label-set.js'
import type { SearchOptions } from '../../embeddings/vector-index.js'
import { paragraphDocument } from '../../src/library/shelf.js'
import { IndexFixture, queryVector } from '../support/index-fixture.js'
import { inventedCable, inventedVector, seededRandom } from '../support/invented-cables.js'
import { readdirSync } from 'node:fs'
import { Document } from '@langchain/core/documents'

const fixture = new IndexFixture()

describe('searching', () => {
  test('finds what comparing with every vector finds, with its cosine', async () => {
    fixture.store('06EASTPORT1', 3000)
    const index = await fixture.openIndex()
    expect(index.size).toBe(3000)
    expect(fixture.recall(index, 10)).toBeGreaterThan(0.99)
    const query = queryVector()
    const [nearest] = fixture.exactly(query, 1)
    const [found] = index.search(query, 1)
    expect(found?.label).toBe(nearest?.label)
    expect(found?.similarity).toBeCloseTo(nearest?.similarity ?? NaN, 5)
  })

  test.each([0.001, 0.01, 0.03, 0.1, 0.5, 1])(
    'gives k results whenever k exist where a share of %d may be found',
    async (share) => {
      const stored = fixture.store('06EASTPORT1', 1500)
      const index = await fixture.openIndex()
      const random = seededRandom(5)
      const allowed = LabelSet.of(stored.map(({ label }) => label).filter(() => random() < share))
      // Labels that are no more must do no harm.
      allowed.add(1_000_000)
      for (const k of [1, 10, 200]) expect(fixture.recall(index, k, allowed)).toBeGreaterThan(0.98)
    },
  )

  test('is exact for a filter that passes only what is farthest away', async () => {
    const stored = fixture.store('06EASTPORT1', 2000)
    const index = await fixture.openIndex()
    const query = queryVector()
    const far = fixture.exactly(query, stored.length).slice(-15)
    const allowed = new Set(far.map(({ label }) => label))
    expect(index.search(query, 10, { allowed }).map(({ label }) => label)).toEqual(
      far.slice(0, 10).map(({ label }) => label),
    )
  })

  test('compares a narrow filter with the stored vectors, and a wide one by the graph', async () => {
    const stored = fixture.store('06EASTPORT1', 2000)
    const fetched: number[] = []
    const source = fixture.library.storedVectors()
    const index = await fixture.openIndex({
      ...source,
      generation: source.generation,
      count: source.count,
      fetch: (labels) => {
        fetched.push(labels.length)
        return source.fetch(labels)
      },
    })
    fetched.length = 0
    const firstLabels = (count: number) => new Set(stored.slice(0, count).map(({ label }) => label))
    index.search(queryVector(), 10, { allowed: firstLabels(50) })
    expect(fetched).toEqual([50])
    index.search(queryVector(), 10, { allowed: firstLabels(1000) })
    index.search(queryVector(), 10)
    expect(fetched).toEqual([50])
  })

  test('finds what lies near a text that stands in very many copies, and each of the copies', async () => {
    fixture.put(
      inventedCable(
        '06EASTPORT1',
        Array.from({ length: 3000 }, (_, at) => `Text ${at}.`),
      ),
    )
    const copied = inventedVector('copied', fixture.dimension)
    const stored = fixture.embedAll((passage, at) => {
      const own = inventedVector(passage, fixture.dimension)
      return at < 1500 ? copied : copied.map((value, i) => value + 0.5 * (own[i] ?? 0))
    })
    const index = await fixture.openIndex()
    await index.snapshot()
    for (const opened of [index, await fixture.openIndex()]) {
      const missed = stored.slice(1500).filter(({ label, vector }) => {
        return !opened.search(vector, 5).some((found) => found.label === label)
      })
      expect(missed.length).toBeLessThan(15)
      const copies = stored.slice(0, 1500).map(({ label }) => label)
      const found = opened.search(copied, 2000).map(({ label }) => label)
      expect(found.slice(0, 1500).sort((x, y) => x - y)).toEqual(copies)
      // Also where the first, which stands for all in the graph, may not be found.
      const some = LabelSet.of(copies.slice(700))
      const those = opened.search(copied, 20, { allowed: some })
      expect(those).toHaveLength(20)
      for (const { label } of those) expect(some.has(label)).toBe(true)
    }
  })

  test('finds also what the graph cannot reach', async () => {
    // Two texts in so many copies that their nodes link to their own copies only.
    fixture.put(
      inventedCable(
        '06EASTPORT1',
        Array.from({ length: 3000 }, (_, at) => `Text ${at}.`),
      ),
    )
    const [first, second] = ['first', 'second'].map((text) => inventedVector(text, fixture.dimension))
    // No two are equal: equal ones would share a node.
    const stored = fixture.embedAll((_, at) =>
      Float32Array.from((at < 1500 ? first : second) ?? [], (value, i) => value + (i === 0 ? at * 1e-7 : 0)),
    )
    const index = await fixture.openIndex()
    const nearFirst = LabelSet.of(stored.slice(0, 1500).map(({ label }) => label))
    const found = index.search(second ?? [], 20, { allowed: nearFirst })
    expect(found).toHaveLength(20)
    for (const { label } of found) expect(nearFirst.has(label)).toBe(true)
  })

  test('looks at more candidates where the nearest do not stand out', async () => {
    const wide = 192
    fixture.reopen('wide', wide)
    fixture.put(
      inventedCable(
        '06EASTPORT1',
        Array.from({ length: 3000 }, (_, at) => `Text ${at}.`),
      ),
    )
    const random = seededRandom(1)
    const anywhere = () => Float32Array.from({ length: wide }, () => random() - 0.5)
    fixture.embedAll(anywhere)
    const index = await fixture.openIndex()
    const queries = Array.from({ length: 20 }, anywhere)
    const recalled = (options: SearchOptions) => {
      const shares = queries.map((query) => {
        const found = new Set(index.search(query, 10, options).map(({ label }) => label))
        return fixture.exactly(query, 10).filter(({ label }) => found.has(label)).length / 10
      })
      return shares.reduce((sum, share) => sum + share, 0) / shares.length
    }
    const once = recalled({ ef: 100 })
    expect(recalled({})).toBeGreaterThan(once + 0.03)
  })

  test('takes no vector of another dimension and none with a value that is no number', async () => {
    fixture.store('06EASTPORT1', 10)
    const index = await fixture.openIndex()
    expect(() => index.search(new Float32Array(fixture.dimension + 1), 3)).toThrow(RangeError)
    expect(() => index.search(new Float32Array(fixture.dimension).fill(NaN), 3)).toThrow(RangeError)
    expect(index.search(new Float32Array(fixture.dimension), 3)).toHaveLength(3)
  })

  test('an empty index finds nothing', async () => {
    const index = await fixture.openIndex()
    expect(index.search(inventedVector('any', fixture.dimension), 5)).toEqual([])
    await index.snapshot()
    expect(readdirSync(fixture.folder)).toEqual(['data'])
  })
})

describe('changing', () => {
  test('what is removed is not found, also when much is', async () => {
    const stored = fixture.store('06EASTPORT1', 1500)
    const index = await fixture.openIndex()
    const gone = stored.filter((_, at) => at % 3 !== 0).map(({ label }) => label)
    fixture.library.eraseVectors(gone)
    await index.remove(gone)
    await index.remove([...gone, 99_999])
    expect(index.size).toBe(500)
    expect(fixture.recall(index, 10)).toBeGreaterThan(0.99)
  })

  test('copies go one by one, and the last takes the node with it', async () => {
    fixture.put(inventedCable('06EASTPORT1', ['A.', 'B.', 'C.', 'D.']))
    const copied = inventedVector('copied', fixture.dimension)
    const other = inventedVector('other', fixture.dimension)
    const stored = fixture.embedAll((_, at) => (at < 3 ? copied : other))
    let index = await fixture.openIndex()
    const labels = stored.map(({ label }) => label)
    for (let gone = 1; gone <= 3; gone += 1) {
      const label = labels[gone - 1] ?? 0
      fixture.library.eraseVectors([label])
      await index.remove([label])
      await index.snapshot()
      expect(index.search(copied, 4).map((found) => found.label)).toEqual(labels.slice(gone))
      index = await fixture.openIndex()
      expect(index.search(copied, 4).map((found) => found.label)).toEqual(labels.slice(gone))
      expect(await index.verify()).toEqual([])
    }
    // A copy of what is gone is found again.
    await index.add(fixture.embedAll(() => copied))
    expect(index.search(copied, 4)).toHaveLength(4)
  })

  test('grows as far as it has to', async () => {
    const index = await fixture.openIndex()
    for (let round = 0; round < 5; round += 1) await index.add(fixture.store(`06EASTPORT${round}`, 700))
    expect(index.size).toBe(3500)
    expect(fixture.recall(index, 10)).toBeGreaterThan(0.99)
  })

  test('follows what another process has stored and removed', async () => {
    fixture.store('06EASTPORT1', 50)
    const index = await fixture.openIndex()
    const other = fixture.open()
    other.remove(['06EASTPORT1'])
    other.close()
    fixture.store('06EASTPORT2', 70)
    await index.sync()
    expect(index.size).toBe(70)
    expect(fixture.recall(index, 10)).toBe(1)
  })

  test('changes that come at once are made one after the other', async () => {
    const index = await fixture.openIndex()
    const lots = Array.from({ length: 6 }, (_, round) => fixture.store(`06EASTPORT${round}`, 60))
    await Promise.all([
      ...lots.map((lot) => index.add(lot)),
      index.snapshot(),
      index.sync(),
      index.add(lots[0] ?? []),
      index.snapshot(),
    ])
    expect(index.size).toBe(360)
    expect(fixture.recall(await fixture.openIndex(), 10)).toBe(1)
    expect(fixture.caughtUp).toEqual([])
  })

  test('nothing is added while a snapshot is written', async () => {
    fixture.store('06EASTPORT1', 60)
    const index = await fixture.openIndex()
    const more = fixture.store('06EASTPORT2', 3)
    const order: string[] = []
    const done = (name: string) => () => order.push(name)
    await Promise.all([index.snapshot().then(done('snapshot')), index.add(more).then(done('add'))])
    expect(order).toEqual(['snapshot', 'add'])
  })

  test('gives the event loop its turns while it adds', async () => {
    const lot = fixture.store('06EASTPORT1', 3000)
    const index = await fixture.openIndex().then(async (opened) => {
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

describe('as a LangChain vector store', () => {
  test('embeds, stores, finds and deletes documents', async () => {
    fixture.library.put([
      {
        cable: inventedCable('06EASTPORT1', ['The harbour is closed.', 'The minister resigned.']),
        message: '',
      },
    ])
    const documents = fixture.library.open.paragraphs(fixture.library.paragraphIds({})).map(paragraphDocument)
    const index = await fixture.openIndex()
    const ids = await index.addDocuments(documents)
    expect(ids).toHaveLength(2)
    expect(fixture.library.counts().vectors).toBe(2)
    const [best] = await index.similaritySearchWithScore(documents[1]?.pageContent ?? '', 1)
    expect(best?.[0].metadata).toMatchObject({ cable: '06EASTPORT1', position: 2 })
    expect(best?.[1]).toBeCloseTo(1, 5)
    const filtered = await index.similaritySearch('The minister resigned.', 5, new Set([Number(ids[0])]))
    expect(filtered.map(({ id }) => id)).toEqual([ids[0]])
    expect(await index.asRetriever(2).invoke('anything')).toHaveLength(2)
    await index.delete({ ids: [ids[0] ?? ''] })
    expect(await index.similaritySearch('anything', 5)).toHaveLength(1)
    expect(fixture.library.countPending()).toBe(1)
  })

  test('takes only paragraphs of the library', async () => {
    const index = await fixture.openIndex()
    await expect(index.addDocuments([new Document({ pageContent: 'x' })])).rejects.toThrow(
      /metadata.paragraphId/,
    )
  })
})
