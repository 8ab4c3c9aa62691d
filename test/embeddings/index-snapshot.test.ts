import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.js'
import { IndexFixture, queryVector } from '../support/index-fixture.js'
import { inventedVector } from '../support/invented-cables.js'

const fixture = new IndexFixture()

describe('snapshot', () => {
  test('is loaded without adding anything again', async () => {
    fixture.store('06EASTPORT1', 300)
    await (await fixture.openIndex()).snapshot()
    fixture.caughtUp = []
    const index = await fixture.openIndex()
    expect(fixture.caughtUp).toEqual([])
    expect(index.size).toBe(300)
    expect(fixture.recall(index, 10)).toBe(1)
    await index.add(fixture.store('06EASTPORT2', 1500))
    expect(fixture.recall(index, 10)).toBeGreaterThan(0.99)
  })

  test('lacks what came and keeps what went after it: made good when it is opened', async () => {
    const stored = fixture.store('06EASTPORT1', 300)
    await (await fixture.openIndex()).snapshot()
    fixture.caughtUp = []
    fixture.library.eraseVectors(stored.slice(0, 20).map(({ label }) => label))
    fixture.store('06EASTPORT2', 40)
    const index = await fixture.openIndex()
    expect(
      fixture.caughtUp.map(({ done, rebuildReason }) => [done, rebuildReason]).at(-1)?.[1],
    ).toBeUndefined()
    // The erased twenty are pending again and were embedded with the forty.
    expect(index.size).toBe([...fixture.library.vectors()].length)
    expect(fixture.recall(index, 10)).toBe(1)
  })

  test('remembers what is deleted in it', async () => {
    const stored = fixture.store('06EASTPORT1', 300)
    const index = await fixture.openIndex()
    const gone = stored.slice(0, 50).map(({ label }) => label)
    fixture.library.eraseVectors(gone)
    await index.remove(gone)
    await index.snapshot()
    fixture.caughtUp = []
    const again = await fixture.openIndex()
    expect(fixture.caughtUp).toEqual([])
    expect(again.size).toBe(250)
    expect(fixture.recall(again, 10)).toBe(1)
    await again.add(fixture.embedAll())
    await again.snapshot()
    await fixture.openIndex()
    expect(fixture.rebuildReason()).toBeUndefined()
  })

  test('is built anew when much of it is deleted', async () => {
    const stored = fixture.store('06EASTPORT1', 300)
    const index = await fixture.openIndex()
    fixture.library.eraseVectors(stored.slice(0, 200).map(({ label }) => label))
    await index.snapshot()
    expect(fixture.rebuildReason()).toMatch(/deleted/)
    expect(index.size).toBe(100)
    expect(fixture.recall(index, 10)).toBe(1)
  })

  test('is written once for one state, and the former one goes', async () => {
    fixture.store('06EASTPORT1', 30)
    const index = await fixture.openIndex()
    await index.snapshot()
    const first = readdirSync(fixture.indexDir)
    await index.snapshot()
    expect(readdirSync(fixture.indexDir)).toEqual(first)
    await index.add(fixture.store('06EASTPORT2', 5))
    await index.snapshot()
    const second = readdirSync(fixture.indexDir)
    expect(second).toHaveLength(2)
    expect(second).not.toEqual(first)
  })

  test('that cannot be written says so in a sentence and loses nothing', async () => {
    fixture.store('06EASTPORT1', 30)
    const index = await fixture.openIndex()
    writeFileSync(fixture.indexDir, 'a file where the folder should be')
    await expect(index.snapshot()).rejects.toThrow(/cannot be saved .* free some space/)
    expect(fixture.recall(index, 10)).toBe(1)
  })

  test('in a folder that cannot be made says so too', async () => {
    fixture.store('06EASTPORT1', 30)
    const source = fixture.library.storedVectors()
    // Below /proc a recursive `mkdir` never returns.
    const index = await fixture.openIndex(source, '/proc/pilcrow/index')
    await expect(index.snapshot()).rejects.toThrow(UserError)
  })

  test('is written at closing only when much has changed since the last', async () => {
    fixture.store('06EASTPORT1', 1000)
    const index = await fixture.openIndex()
    await index.saveIfWorthwhile()
    const first = readdirSync(fixture.indexDir)
    await index.add(fixture.store('06EASTPORT2', 3))
    await index.saveIfWorthwhile()
    expect(readdirSync(fixture.indexDir)).toEqual(first)
    const labels = [...fixture.library.vectors()].slice(0, 4).map(({ label }) => label)
    fixture.library.eraseVectors(labels)
    await index.remove(labels)
    await index.saveIfWorthwhile()
    expect(readdirSync(fixture.indexDir)).not.toEqual(first)
  })

  test('leftovers of a killed process go, but not what may be at work', async () => {
    fixture.store('06EASTPORT1', 30)
    await (await fixture.openIndex()).snapshot()
    const leftover = (age: number, name: string) => {
      const path = join(fixture.indexDir, name)
      writeFileSync(path, 'x')
      const time = Date.now() / 1000 - age
      utimesSync(path, time, time)
    }
    leftover(10_000, 'graph-11111111-1111-4111-8111-111111111111.hnsw.tmp')
    leftover(10_000, 'graph-22222222-2222-4222-8222-222222222222.hnsw')
    leftover(10, 'graph-33333333-3333-4333-8333-333333333333.hnsw.tmp')
    await fixture.openIndex()
    const names = readdirSync(fixture.indexDir)
    expect(names).toHaveLength(3)
    expect(names.some((name) => name.includes('33333333'))).toBe(true)
    expect(fixture.rebuildReason()).toBe('there is no snapshot')
  })
})

describe('a snapshot that cannot be trusted is never loaded', () => {
  const VECTORS = 120
  let graph: string
  const sidecar = () => join(fixture.indexDir, 'index.json')

  beforeEach(async () => {
    fixture.store('06EASTPORT1', VECTORS)
    await (await fixture.openIndex()).snapshot()
    graph = join(fixture.indexDir, readdirSync(fixture.indexDir).find((name) => name.endsWith('.hnsw')) ?? '')
    fixture.caughtUp = []
  })

  async function expectRebuilt(reason: RegExp): Promise<void> {
    fixture.caughtUp = []
    const index = await fixture.openIndex()
    expect(fixture.rebuildReason()).toMatch(reason)
    expect(index.size).toBe([...fixture.library.vectors()].length)
    const query = queryVector()
    expect(index.search(query, 5).map(({ label }) => label)).toEqual(
      fixture.exactly(query, 5).map(({ label }) => label),
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
    fixture.reopen('other')
    fixture.store('06EASTPORT2', 30)
    await expectRebuilt(/of the model invented/)
    fixture.reopen('third', 8)
    fixture.store('06EASTPORT3', 30, 8)
    fixture.caughtUp = []
    const index = await fixture.openIndex()
    expect(fixture.rebuildReason()).toMatch(/of the model/)
    expect(index.search(inventedVector('any', 8), 3)).toHaveLength(3)
  })

  test('when the store was put back to an earlier state, even one that has grown since', async () => {
    fixture.close()
    cpSync(fixture.dataDir, join(fixture.folder, 'backup'), { recursive: true })
    fixture.reopen()
    const index = await fixture.openIndex()
    await index.add(fixture.store('06EASTPORT2', 30))
    await index.snapshot()
    fixture.close()
    rmSync(fixture.dataDir, { recursive: true })
    cpSync(join(fixture.folder, 'backup'), fixture.dataDir, { recursive: true })
    fixture.reopen()
    await expectRebuilt(/another state of the store/)
    // The same labels again, for other vectors: the generation alone would not tell.
    fixture.store('06EASTPORT3', 60)
    await expectRebuilt(/another state of the store/)
  })

  test('when it belongs to another library', async () => {
    fixture.close()
    rmSync(fixture.dataDir, { recursive: true })
    fixture.reopen()
    fixture.store('06EASTPORT9', VECTORS)
    await expectRebuilt(/another state of the store/)
  })

  test('while a snapshot of the same store from before is caught up', async () => {
    fixture.store('06EASTPORT2', 30)
    const index = await fixture.openIndex()
    expect(fixture.rebuildReason()).toBeUndefined()
    expect(fixture.caughtUp.at(-1)).toMatchObject({ done: 30, total: 30 })
    expect(fixture.recall(index, 10)).toBe(1)
  })
})
