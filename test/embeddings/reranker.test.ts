import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Reranker } from '../../embeddings/reranker.js'
import { packagedModelFolder } from '../../embeddings/packaged-model.js'
import { UserError } from '../../src/errors.js'
import { reranked } from '../../src/retrieval/rerank.js'
import { writeCrossEncoder } from '../support/cross-encoder.js'
import { TEST_MODELS } from '../support/embedding.js'
import { passage } from '../support/passages.js'

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-rerank-'))
const WORDS = ['who', 'sold', 'the', 'eel', 'ferry', 'harbour', 'minister', 'a', 'in', 'fog']
const open = (model: string, threads = 1) => Reranker.create({ model, threads, cacheDir: folder })

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a cross-encoder', () => {
  let reranker: Reranker
  beforeAll(async () => {
    reranker = await open(writeCrossEncoder(join(folder, 'one'), WORDS), 2)
  })
  afterAll(() => reranker.close())

  it('reads question and text together, and gives a score for each text in their order', async () => {
    const texts = ['A ferry in the fog.', 'The minister sold the eel.', '', 'Nothing known here.']
    expect(await reranker.score('Who sold the eel?', texts)).toEqual([1, 4, 0, 0])
    expect(await reranker.score('Who sold the eel?', [])).toEqual([])
  })

  it('reads the beginning of what is too long, also of a question without end', async () => {
    const [long, none] = await reranker.score('eel', [`eel ${'fog '.repeat(5_000)}eel`, 'fog '.repeat(5_000)])
    expect([long, none]).toEqual([1, 0])
    const [score] = await reranker.score('fog '.repeat(5_000), ['eel'])
    expect(score).toBeGreaterThanOrEqual(0)
  })

  it('drops what is given up before a worker begins', async () => {
    const givenUp = AbortSignal.abort(new Error('given up'))
    await expect(reranker.score('eel', ['eel', 'fog'], givenUp)).rejects.toThrow('given up')
    expect(await reranker.score('eel', ['eel', 'fog'])).toEqual([1, 0])
  })

  it('puts the first passages in order, which take over the scores that were there', async () => {
    const texts = ['A ferry in the fog.', 'The minister sold the eel.', 'The harbour.']
    const passages = texts.map((text, at) => ({
      ...passage({ text, position: at + 1 }),
      score: 1 / (at + 1),
    }))
    const ordered = await reranked(passages, 'Who sold the eel?', (question, all) =>
      reranker.score(question, all),
    )
    expect(ordered.map(({ paragraph, score }) => [paragraph.position, score])).toEqual([
      [2, 1],
      [1, 1 / 2],
      [3, 1 / 3],
    ])
  })

  it('looks at thirty passages and leaves the others behind them', async () => {
    const passages = Array.from({ length: 40 }, (_, at) => ({
      ...passage({ text: at === 29 || at === 35 ? 'eel' : 'fog', position: at + 1 }),
      score: 1 - at / 100,
    }))
    const ordered = await reranked(passages, 'eel', (question, all) => reranker.score(question, all))
    expect(ordered.map(({ paragraph }) => paragraph.position)).toEqual([
      30,
      ...Array.from({ length: 29 }, (_, at) => at + 1),
      ...Array.from({ length: 10 }, (_, at) => at + 31),
    ])
    expect(ordered.map(({ score }) => score)).toEqual(passages.map(({ score }) => score))
  })
})

describe('a model for reranking', () => {
  it('with two logits is read as no and yes', async () => {
    const reranker = await open(writeCrossEncoder(join(folder, 'two'), WORDS, 2))
    const [some = 0, none = 0] = await reranker.score('eel', ['eel', 'fog'])
    expect(some).toBeGreaterThan(none)
    await reranker.close()
  })

  it.each<[string, () => Promise<string>, RegExp]>([
    [
      'is no name',
      () => Promise.resolve('no such thing'),
      /^RERANK_MODEL is "no such thing", which is neither/,
    ],
    [
      'lacks files',
      () => {
        mkdirSync(join(folder, 'empty'))
        return Promise.resolve(join(folder, 'empty'))
      },
      /has no config\.json: RERANK_MODEL must name/,
    ],
    [
      'has a damaged graph',
      () => {
        const model = writeCrossEncoder(join(folder, 'damaged'), WORDS)
        writeFileSync(join(model, 'onnx/model.onnx'), 'no')
        return Promise.resolve(model)
      },
      /\(RERANK_MODEL\) cannot be loaded/,
    ],
    [
      'is an embedding model',
      async () => (await packagedModelFolder(TEST_MODELS, 'pilcrow-minilm', 'published')).folder,
      /it is no cross-encoder/,
    ],
  ])('that %s is refused with a sentence', async (_, model, sentence) => {
    const opened = open(await model())
    await expect(opened).rejects.toThrow(UserError)
    await expect(opened).rejects.toThrow(sentence)
  })
})
