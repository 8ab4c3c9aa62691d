import { createServer, type Server } from 'node:http'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PooledEmbeddings } from '../../embeddings/embedder.js'
import { openModel } from '../../embeddings/model.js'
import { packagedModelFolder } from '../../embeddings/packaged-model.js'
import { UserError } from '../../src/errors.js'
import { cosine, TEST_MODELS } from '../support/embedding.js'

let folder: string
/** The built-in model in the form in which models are published: a vector for every token. */
let published: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-model-'))
  published = (await packagedModelFolder(TEST_MODELS, 'pilcrow-minilm', 'published')).folder
})

afterAll(() => rm(folder, { recursive: true }))

function expectSentence(promise: Promise<unknown>, pattern: RegExp): Promise<void> {
  return promise.then(
    () => {
      throw new Error('should have been refused')
    },
    (error: unknown) => {
      expect(error).toBeInstanceOf(UserError)
      expect(String(error)).toMatch(pattern)
    },
  )
}

describe('the built-in model', () => {
  it('is meant by no name and by the names under which it is known', async () => {
    for (const [name, names] of [
      ['pilcrow-minilm', [undefined, '', 'pilcrow-minilm']],
      ['all-MiniLM-L6-v2', ['all-MiniLM-L6-v2', 'Xenova/all-MiniLM-L6-v2']],
    ] as const) {
      const models = await Promise.all(names.map((model) => openModel({ model, cacheDir: TEST_MODELS })))
      expect(new Set(models.map(({ id }) => id)).size).toBe(1)
      expect(models[0]).toMatchObject({ name, maxTokens: 256 })
    }
  })

  it('is built once and then only read', async () => {
    const { folder: built } = await openModel({ cacheDir: TEST_MODELS })
    const before = (await stat(join(built, 'onnx/model.onnx'))).mtimeMs
    await openModel({ cacheDir: TEST_MODELS })
    expect((await stat(join(built, 'onnx/model.onnx'))).mtimeMs).toBe(before)
  })
})

describe('a model in a local folder', () => {
  it('is pooled outside the graph and gives the same vectors', async () => {
    const [own, other] = await Promise.all([
      PooledEmbeddings.create({ cacheDir: TEST_MODELS, precision: 'fp32', threads: 1 }),
      PooledEmbeddings.create({ model: published, cacheDir: TEST_MODELS, precision: 'fp32', threads: 1 }),
    ])
    const texts = ['The harbour is closed.', 'word '.repeat(200)]
    const [expected, actual] = await Promise.all([own.embed(texts), other.embed(texts)])
    actual.forEach((vector, index) => {
      expect(cosine(vector, expected[index] ?? [])).toBeGreaterThan(0.99999)
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
    })
    expect(other.modelId).not.toBe(own.modelId)
    await Promise.all([own.close(), other.close()])
  })

  it('has another id when its files are others', async () => {
    const copy = join(folder, 'copy')
    await cp(published, copy, { recursive: true })
    const before = await openModel({ model: copy, precision: 'fp32', cacheDir: folder })
    await writeFile(join(copy, 'tokenizer.json'), '{}')
    const after = await openModel({ model: copy, precision: 'fp32', cacheDir: folder })
    expect(after.id).not.toBe(before.id)
  })

  it('has the traits of the known model whose name it bears', async () => {
    const bge = join(folder, 'bge-small-en-v1.5')
    await cp(published, bge, { recursive: true })
    const model = await openModel({ model: bge, precision: 'fp32', cacheDir: folder })
    expect(model).toMatchObject({ pooling: 'cls', passagePrefix: '', maxTokens: 512 })
    expect(model.queryPrefix).toMatch(/^Represent this sentence/)
  })

  it('is refused with one sentence when its ONNX file is missing or is none', async () => {
    const copy = join(folder, 'broken')
    await cp(published, copy, { recursive: true })
    await writeFile(join(copy, 'onnx/model.onnx'), 'this is no graph')
    const request = { model: copy, precision: 'fp32', cacheDir: folder, threads: 1 }
    await expectSentence(PooledEmbeddings.create(request), /cannot be loaded/)
    await rm(join(copy, 'onnx/model.onnx'))
    await expectSentence(PooledEmbeddings.create(request), /has no onnx\/model.onnx/)
  })

  it('is refused with one sentence when its settings are not JSON', async () => {
    const copy = join(folder, 'garbled')
    await cp(published, copy, { recursive: true })
    await writeFile(join(copy, 'config.json'), '{"max_pos')
    await expectSentence(openModel({ model: copy, precision: 'fp32', cacheDir: folder }), /config.json/)
  })
})

describe('what people can get wrong', () => {
  it('names a precision that does not exist and those that do', () =>
    expectSentence(openModel({ precision: 'int4', cacheDir: folder }), /"int4"; it can be int8 or fp32/))

  it('names a model that is neither folder nor hub name', () =>
    expectSentence(openModel({ model: 'minilm', cacheDir: folder }), /"minilm", which is neither/))

  it('says that the cache cannot be written', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    await expectSentence(
      openModel({ cacheDir: join(file, 'models') }),
      /cannot be stored in .*models \((?:ENOTDIR|EEXIST)\)/,
    )
  })
})

describe('a model from the hub', () => {
  let server: Server
  let hubUrl: string
  let requests: (string | undefined)[] = []

  beforeAll(async () => {
    const files = new Map<string, Buffer>()
    for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx']) {
      files.set(`/Someone/e5-small-v2/resolve/main/${file}`, await readFile(join(published, file)))
    }
    server = createServer((request, response) => {
      requests.push(request.url)
      const file = files.get(request.url ?? '')
      response.statusCode = file ? 200 : 404
      response.end(file ?? 'nothing here')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    hubUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  afterAll(() => new Promise((resolve) => server.close(resolve)))

  it('is fetched once, with the traits of its name', async () => {
    const request = { model: 'Someone/e5-small-v2', precision: 'fp32', cacheDir: join(folder, 'hub'), hubUrl }
    const model = await openModel(request)
    expect(model).toMatchObject({ pooling: 'mean', queryPrefix: 'query: ', passagePrefix: 'passage: ' })
    requests = []
    expect(await openModel(request)).toEqual(model)
    expect(requests).toEqual([])
  })

  it('is refused with one sentence, and nothing half is left, when the hub lacks a file or cannot be reached', async () => {
    const cacheDir = join(folder, 'hub-without')
    await mkdir(cacheDir)
    const request = { cacheDir, precision: 'fp32', hubUrl }
    await expectSentence(openModel({ ...request, model: 'Someone/unknown' }), /could not be fetched.*404/)
    await expectSentence(openModel({ ...request, model: 'Someone/e5-small-v2', precision: 'int8' }), /404/)
    const unreachable = { ...request, model: 'Someone/e5-small-v2', hubUrl: 'http://127.0.0.1:1' }
    await expectSentence(openModel(unreachable), /could not be fetched from 127.0.0.1:1/)
    expect(await readdir(cacheDir)).toEqual([])
  })
})
