import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PooledEmbeddings } from '../../embeddings/embedder.js'
import { loadModel, loadTokenizer, type Tokenizer } from '../../embeddings/inference.js'
import { PackedVectors } from '../../embeddings/packed-vectors.js'
import { packagedModelFolder } from '../../embeddings/packaged-model.js'
import { packSigns, QuestionTokens } from '../../embeddings/token-signs.js'
import { cosine, TEST_MODELS } from '../support/embedding.js'

const PARTS = [
  'HARBOUR STRIKE\nLabour',
  'The dockers of Eastport have been on strike since Monday.',
  'Their union wants 12% more.',
  '* * *',
  'It will not get that, the minister told us.',
]
const TEXT = PARTS.join(' ')
const DIMENSION = 384

let published: string
let tokenizer: Tokenizer
let fp32: PooledEmbeddings

beforeAll(async () => {
  published = (await packagedModelFolder(TEST_MODELS, 'pilcrow-minilm', 'published')).folder
  tokenizer = await loadTokenizer(published)
  fp32 = await PooledEmbeddings.create({ cacheDir: TEST_MODELS, precision: 'fp32', threads: 1 })
})

afterAll(() => fp32.close())

/** The mean of the tokens' vectors that the part has in the whole text, by a model that gives one for each token. */
async function pooled(part: number): Promise<number[]> {
  const model = await loadModel({ folder: published, graphFile: 'onnx/model.onnx' })
  const { last_hidden_state: hidden = new Float32Array() } = await model(tokenizer(TEXT))
  const upTo = (parts: number) => tokenizer(PARTS.slice(0, parts).join(' ')).length - 1
  const [start, end] = [upTo(part), upTo(part + 1)]
  return Array.from({ length: DIMENSION }, (_, index) => {
    let sum = 0
    for (let token = start; token < end; token++) sum += hidden[token * DIMENSION + index] ?? NaN
    return sum / (end - start)
  })
}

const onesIn = (byte: number): number => byte.toString(2).replaceAll('0', '').length

async function embedded(embedder: PooledEmbeddings, parts: readonly string[] = PARTS) {
  const [made] = await embedder.embedParts([parts])
  if (!made) throw new Error('nothing came back')
  return { vector: made.vector, parts: new PackedVectors(made.parts, DIMENSION), tokens: made.tokens }
}

describe('a text that is embedded in parts', () => {
  it('has the vector that it has as one', async () => {
    expect((await embedded(fp32)).vector).toEqual((await fp32.embed([TEXT]))[0])
  })

  it('gives each part but the head the mean of its tokens in their context, at length 1', async () => {
    const { parts } = await embedded(fp32)
    expect(parts.count).toBe(PARTS.length - 1)
    for (let part = 1; part < PARTS.length; part++) {
      const vector = parts.vector(part - 1)
      expect(cosine(vector, await pooled(part))).toBeGreaterThan(0.9998)
      expect(Math.hypot(...vector)).toBeCloseTo(1, 2)
    }
    const [alone] = await fp32.embed([PARTS[2] ?? ''])
    expect(cosine(parts.vector(1), alone ?? [])).toBeLessThan(0.95)
  })

  it('gives the signs of all its tokens, those of the head among them', async () => {
    const { tokens } = await embedded(fp32)
    const model = await loadModel({ folder: published, graphFile: 'onnx/model.onnx' })
    const ids = tokenizer(TEXT)
    const { last_hidden_state: hidden = new Float32Array() } = await model(ids)
    // Without the two tokens that stand around every text.
    const wanted = packSigns(hidden, DIMENSION, 1, ids.length - 1)
    expect(tokens).toHaveLength(wanted.length)
    const bits = [...tokens].map((byte, at) => onesIn(byte ^ (wanted[at] ?? 0)))
    // A value near 0 may come out on either side: other kernels add up in another order.
    expect(bits.reduce((sum, one) => sum + one, 0)).toBeLessThan(bits.length * 8 * 0.001)
  })

  it('also by the 8-bit model', async () => {
    const int8 = await PooledEmbeddings.create({ cacheDir: TEST_MODELS, precision: 'int8', threads: 1 })
    const { vector, parts } = await embedded(int8)
    expect(vector).toEqual((await int8.embed([TEXT]))[0])
    for (let part = 1; part < PARTS.length; part++) {
      expect(cosine(parts.vector(part - 1), await pooled(part))).toBeGreaterThan(0.98)
    }
    await int8.close()
  })

  it('is marked as a passage where the model wants that, and pooled outside the graph where it does not pool', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilcrow-parts-'))
    const model = join(folder, 'e5-small')
    await cp(published, model, { recursive: true })
    const marking = await PooledEmbeddings.create({ model, cacheDir: folder, precision: 'fp32', threads: 1 })
    const { vector, parts } = await embedded(marking)
    expect(vector).toEqual((await marking.embed([TEXT]))[0])
    expect(vector).not.toEqual((await fp32.embed([TEXT]))[0])
    expect(cosine(parts.vector(0), await pooled(1))).toBeGreaterThan(0.8)
    await marking.close()
    await rm(folder, { recursive: true })
  })

  it('gives a part that the model does not read the vector of the whole', async () => {
    const long = 'word '.repeat(300)
    const { vector, parts } = await embedded(fp32, ['Head', '\u0000', long, 'Unread.'])
    expect(cosine(parts.vector(0), vector)).toBeGreaterThan(0.9998)
    expect(cosine(parts.vector(1), vector)).toBeLessThan(0.9998)
    expect(cosine(parts.vector(2), vector)).toBeGreaterThan(0.9998)
    expect(vector).toEqual((await fp32.embed([`Head ${long}`]))[0])
  })

  it('comes back in the order of many, with a head alone, or not at all', async () => {
    const texts = Array.from({ length: 60 }, (_, at) => [
      `Head ${at}`,
      ...Array.from({ length: at % 4 }, (__, part) => `Part ${part} of ${at}. ${'word '.repeat(at)}`),
    ])
    const made = await fp32.embedParts(texts)
    expect(made).toHaveLength(60)
    for (const at of [0, 31, 59]) expect(made[at]).toEqual((await fp32.embedParts([texts[at] ?? []]))[0])
    expect(made.map(({ tokens }) => tokens.length / 32)).toEqual(
      texts.map((parts) => tokenizer(parts.join(' ')).length - 2),
    )
    expect(made.map(({ parts }) => parts.length / 388)).toEqual(texts.map(({ length }) => length - 1))
    expect(await fp32.embedParts([])).toEqual([])
  })
})

describe('a question that is embedded in parts', () => {
  const part = (text: string, weight = 1) => ({ text, weight })
  const QUESTION = [part('Who', 0), part('employs'), part('the', 0), part('dockers'), part('?', 0)]
  const TEXT_OF_IT = 'Who employs the dockers ?'

  it('has the vector that it has as one', async () => {
    const { vector } = await fp32.embedQuestion(QUESTION)
    expect(vector).toEqual((await fp32.embed([TEXT_OF_IT], { priority: 'question' }))[0])
  })

  it('is kept, and what is done to a vector that was given stays with who did it', async () => {
    const first = await fp32.embedQuestion(QUESTION)
    const kept = first.vector.slice()
    first.vector.fill(0)
    expect((await fp32.embedQuestion(QUESTION)).vector).toEqual(kept)
  })

  it('has tokens that are nearer to a passage on what it asks for, by other words', async () => {
    const { terms } = await fp32.embedQuestion([part('harbour'), part('and', 0), part('walkout', 0.5)])
    expect(terms.map(({ weight, vectors }) => [weight, vectors.length])).toEqual([
      [1, 1],
      [0.5, 2],
    ])
    const question = new QuestionTokens(terms)
    const nearness = async (...parts: string[]) =>
      question.nearness((await embedded(fp32, parts)).tokens).mean
    const dockers = await nearness('', 'The dockers of Eastport have been on strike since Monday.')
    expect(dockers).toBeGreaterThan(await nearness('', 'The minister of health opened a new school.'))
  })

  it('has no more than 64 tokens to compare, however long it is', async () => {
    const { terms } = await fp32.embedQuestion(Array.from({ length: 200 }, () => part('walkout')))
    expect(terms.flatMap(({ vectors }) => vectors)).toHaveLength(64)
  })

  it('is marked as a question where the model wants that', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilcrow-parts-'))
    await cp(published, join(folder, 'e5-small'), { recursive: true })
    const marking = await PooledEmbeddings.create({
      model: join(folder, 'e5-small'),
      cacheDir: folder,
      precision: 'fp32',
      threads: 1,
    })
    const { vector, terms } = await marking.embedQuestion(QUESTION)
    const ofTerms = QUESTION.filter(({ weight }) => weight > 0)
    expect(terms.map(({ vectors }) => vectors.length)).toEqual(
      ofTerms.map(({ text }) => tokenizer(text).slice(1, -1).length),
    )
    expect(vector).not.toEqual((await fp32.embedQuestion(QUESTION)).vector)
    await marking.close()
    await rm(folder, { recursive: true })
  })
})
