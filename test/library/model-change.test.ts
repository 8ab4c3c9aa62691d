import { describe, expect, test } from 'vitest'
import type { PassageEmbedder } from '../../src/library/ingest.js'
import { modelChange, reembed } from '../../src/library/model-change.js'
import { IndexFixture } from '../support/index-fixture.js'
import { inventedCable, inventedParts } from '../support/invented-cables.js'

const fixture = new IndexFixture()

const embedder: PassageEmbedder = {
  passageTokens: 100,
  countTokens: (words) => Promise.resolve(words.map(() => 1)),
  embedParts: (passages) =>
    Promise.resolve(
      passages.map(([head = '', ...rest]) => inventedParts([`other ${head}`, ...rest], fixture.dimension)),
    ),
}

describe('a change of the model', () => {
  test('is told as long as paragraphs have vectors of the old one only', () => {
    expect(modelChange(fixture.library)).toBeUndefined()
    fixture.store('06EASTPORT1', 3)
    expect(modelChange(fixture.library)).toBeUndefined()
    fixture.reopen('other')
    expect(modelChange(fixture.library)).toMatch(/^3 of 3 paragraphs .*\(invented\).* reembed/)
    fixture.reopen()
    expect(modelChange(fixture.library)).toBeUndefined()
  })

  test('is no matter for paragraphs that merely wait', () => {
    fixture.put(inventedCable('06EASTPORT1', ['One.']))
    fixture.reopen('other')
    expect(modelChange(fixture.library)).toBeUndefined()
  })

  test('is carried out on request: all is embedded anew, and the old vectors go', async () => {
    fixture.store('06EASTPORT1', 300)
    await (await fixture.openIndex()).snapshot()
    fixture.reopen('other')
    const index = await fixture.openIndex()
    expect(index.size).toBe(0)
    expect(await reembed({ library: fixture.library, embedder, index })).toMatchObject({ embedded: 300 })
    expect(fixture.library.counts().vectors).toBe(300)
    expect(modelChange(fixture.library)).toBeUndefined()
    expect(index.size).toBe(300)
    expect(fixture.recall(index, 10)).toBe(1)
    fixture.caughtUp = []
    await fixture.openIndex()
    expect(fixture.caughtUp).toEqual([])
  })

  test('that is stopped keeps the old vectors, and goes on where it was', async () => {
    fixture.store('06EASTPORT1', 1000)
    fixture.reopen('other')
    const index = await fixture.openIndex()
    const stop = new AbortController()
    const first = await reembed({
      library: fixture.library,
      embedder,
      index,
      signal: stop.signal,
      onProgress: ({ embedded }) => {
        if (embedded > 0) stop.abort()
      },
    })
    expect(first).toMatchObject({ stopped: true })
    expect(modelChange(fixture.library)).toMatch(/invented/)
    const second = await reembed({ library: fixture.library, embedder, index })
    expect(first.embedded + second.embedded).toBe(1000)
    expect(fixture.library.counts().vectors).toBe(1000)
  })
})
