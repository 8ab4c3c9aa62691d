import { describe, expect, test } from 'vitest'
import type { EmbeddedParts } from '../../embeddings/embedder.js'
import type { ReadOutcome } from '../../src/cables/outcome.js'
import { ingest, type IngestProgress, type PassageEmbedder } from '../../src/library/ingest.js'
import { IndexFixture, queryVector } from '../support/index-fixture.js'
import { inventedCable, inventedParts, inventedVector, textOfParts } from '../support/invented-cables.js'

const fixture = new IndexFixture()

async function* outcomes(ids: Iterable<string>, paragraphs = 3): AsyncGenerator<ReadOutcome> {
  for (const id of ids) {
    await Promise.resolve()
    const texts = Array.from({ length: paragraphs }, (_, at) => `Paragraph ${at} of ${id}.`)
    yield { kind: 'cable', cable: inventedCable(id, texts), message: id }
  }
}

function ids(count: number, from = 1): string[] {
  return Array.from({ length: count }, (_, at) => `06EASTPORT${from + at}`)
}

/** Enough for every passage here but one. */
const MEASURE = {
  passageTokens: 40,
  countTokens: (words: readonly string[]) => Promise.resolve(words.map(() => 1)),
}

/** Embeds at once, and remembers what it was given. */
class Recorder implements PassageEmbedder {
  readonly passageTokens = MEASURE.passageTokens
  readonly countTokens = MEASURE.countTokens
  readonly passages: string[] = []
  underWay = 0
  mostUnderWay = 0

  async embedParts(passages: readonly (readonly string[])[]): Promise<EmbeddedParts[]> {
    this.passages.push(...passages.map(textOfParts))
    this.underWay += 1
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay)
    await new Promise((resolve) => setTimeout(resolve, 2))
    this.underWay -= 1
    return passages.map((parts) => inventedParts(parts, fixture.dimension))
  }
}

describe('ingest', () => {
  test('stores, embeds and indexes everything, each passage once', async () => {
    const embedder = new Recorder()
    const index = await fixture.openIndex()
    const result = await ingest({ library: fixture.library, outcomes: outcomes(ids(250)), embedder, index })
    expect(result).toMatchObject({
      read: 250,
      added: 250,
      renewed: 0,
      unchanged: 0,
      refused: 0,
      embedded: 750,
      stopped: false,
    })
    expect(fixture.library.counts()).toEqual({ cables: 250, paragraphs: 750, vectors: 750 })
    expect(new Set(embedder.passages).size).toBe(750)
    expect(embedder.passages[0]).toBe('Report of 06EASTPORT1\nParagraph 0 of 06EASTPORT1.')
    expect(embedder.mostUnderWay).toBeGreaterThan(1)
    expect(index.size).toBe(750)
    fixture.caughtUp = []
    expect((await fixture.openIndex()).search(queryVector(), 10)).toHaveLength(10)
    expect(fixture.caughtUp).toEqual([])
  })

  test('gives a paragraph that the model cannot read whole a vector for each of its windows', async () => {
    const embedder = new Recorder()
    const long = Array.from({ length: 20 }, (_, at) => `Witness ${at} saw the ferry leave.`).join(' ')
    async function* three(): AsyncGenerator<ReadOutcome> {
      yield* outcomes(ids(1), 1)
      await Promise.resolve()
      yield { kind: 'cable', cable: inventedCable('06EASTPORT2', [long]), message: long }
      yield* outcomes(ids(1, 3), 1)
    }
    await ingest({ library: fixture.library, outcomes: three(), embedder })
    const counts = fixture.library.paragraphIds({}).map((id) => fixture.library.vectorsOf([id]).length)
    expect(counts).toEqual([1, embedder.passages.length - 2, 1])
    expect(counts[1]).toBeGreaterThan(3)
    const [last] = fixture.library.vectorsOf(fixture.library.paragraphIds({}).slice(-1))
    const passage = 'Report of 06EASTPORT3\nParagraph 0 of 06EASTPORT3.'
    expect(last?.vector).toEqual(inventedVector(passage, fixture.dimension))
  })

  test('run again does nothing, and embeds only what is new', async () => {
    const index = await fixture.openIndex()
    await ingest({ library: fixture.library, outcomes: outcomes(ids(20)), embedder: new Recorder(), index })
    const again = new Recorder()
    expect(
      await ingest({ library: fixture.library, outcomes: outcomes(ids(20)), embedder: again, index }),
    ).toMatchObject({ unchanged: 20, embedded: 0 })
    expect(
      await ingest({ library: fixture.library, outcomes: outcomes(ids(25)), embedder: again, index }),
    ).toMatchObject({ added: 5, unchanged: 20, embedded: 15 })
    expect(again.passages).toHaveLength(15)
  })

  test('without an embedder stores only; the next one embeds what is pending', async () => {
    expect(await ingest({ library: fixture.library, outcomes: outcomes(ids(30)) })).toMatchObject({
      added: 30,
      embedded: 0,
    })
    const index = await fixture.openIndex()
    expect(
      await ingest({ library: fixture.library, outcomes: outcomes([]), embedder: new Recorder(), index }),
    ).toMatchObject({ embedded: 90 })
    expect(index.size).toBe(90)
  })

  test('a renewed cable loses its old vectors in the index too', async () => {
    const index = await fixture.openIndex()
    await ingest({ library: fixture.library, outcomes: outcomes(ids(5)), embedder: new Recorder(), index })
    const embedder = new Recorder()
    // One paragraph fewer: two are as they were.
    const sizes: number[] = []
    const result = await ingest({
      library: fixture.library,
      outcomes: outcomes(ids(1), 2),
      embedder,
      index,
      onProgress: () => sizes.push(index.size),
    })
    expect(sizes[0]).toBe(14)
    expect(result).toMatchObject({ renewed: 1, embedded: 0 })
    expect(index.size).toBe(14)
    expect(fixture.recall(index, 14)).toBe(1)
  })

  test('reports refused records and goes on', async () => {
    async function* mixed(): AsyncGenerator<ReadOutcome> {
      yield { kind: 'refused', path: 'a.jpg', reason: 'it is a picture' }
      yield* outcomes(ids(2))
      yield { kind: 'refused', path: 'b.csv', line: 3, reason: 'it has no text' }
    }
    const refused: string[] = []
    const result = await ingest({
      library: fixture.library,
      outcomes: mixed(),
      onRefused: ({ path, line, reason }) => refused.push(`${path}:${line ?? ''} ${reason}`),
    })
    expect(result).toMatchObject({ read: 4, added: 2, refused: 2 })
    expect(refused).toEqual(['a.jpg: it is a picture', 'b.csv:3 it has no text'])
  })

  test('tells how far it is, in numbers that end where the work ends', async () => {
    const seen: IngestProgress[] = []
    const index = await fixture.openIndex()
    await ingest({
      library: fixture.library,
      outcomes: outcomes(ids(300)),
      embedder: new Recorder(),
      index,
      onProgress: (state) => seen.push(state),
    })
    expect(seen.length).toBeGreaterThan(5)
    expect(seen.at(-1)).toMatchObject({
      read: 300,
      added: 300,
      embedded: 900,
      pending: 0,
      readingDone: true,
      secondsLeft: 0,
    })
    for (const state of seen) expect(state.pending).toBeGreaterThanOrEqual(0)
    expect(seen.some(({ secondsLeft }) => secondsLeft !== null && secondsLeft > 0)).toBe(true)
  })
})

describe('an ingest that cannot go on', () => {
  test('stops at the signal between batches, and what it counted is stored', async () => {
    const stop = new AbortController()
    const index = await fixture.openIndex()
    const result = await ingest({
      library: fixture.library,
      outcomes: outcomes(ids(5000)),
      embedder: new Recorder(),
      index,
      signal: stop.signal,
      onProgress: ({ embedded }) => {
        if (embedded > 100) stop.abort()
      },
    })
    expect(result.stopped).toBe(true)
    expect(result.added).toBeLessThan(5000)
    expect(fixture.library.counts()).toMatchObject({ cables: result.added, vectors: result.embedded })
    fixture.caughtUp = []
    await fixture.openIndex()
    expect(fixture.caughtUp).toEqual([])
  })

  test('that was stopped before it began does nothing', async () => {
    const result = await ingest({
      library: fixture.library,
      outcomes: outcomes(ids(5)),
      embedder: new Recorder(),
      signal: AbortSignal.abort(),
    })
    expect(result).toMatchObject({ stopped: true, embedded: 0 })
  })

  test('passes on what the reader throws, and writes nothing afterwards', async () => {
    async function* broken(): AsyncGenerator<ReadOutcome> {
      yield* outcomes(ids(150))
      throw new Error('the disk went away')
    }
    const embedder = new Recorder()
    await expect(ingest({ library: fixture.library, outcomes: broken(), embedder })).rejects.toThrow(
      'the disk went away',
    )
    const { vectors, cables } = fixture.library.counts()
    // A first batch of 8, and one of 100.
    expect(cables).toBe(108)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(fixture.library.counts().vectors).toBe(vectors)
  })

  test('passes on what the embedder throws, and stops reading', async () => {
    const lots: number[] = []
    const embedder: PassageEmbedder = {
      ...MEASURE,
      embedParts: (passages) => {
        lots.push(passages.length)
        return lots.length === 3
          ? Promise.reject(new Error('a worker died'))
          : Promise.resolve(passages.map((parts) => inventedParts(parts, fixture.dimension)))
      },
    }
    await expect(
      ingest({ library: fixture.library, outcomes: outcomes(ids(100_000)), embedder }),
    ).rejects.toThrow('a worker died')
    expect(fixture.library.counts().cables).toBeLessThan(10_000)
    const [first = 0, second = 0] = lots
    expect(second).toBeGreaterThan(0)
    expect(fixture.library.counts().vectors).toBe(first + second)
  })
})
