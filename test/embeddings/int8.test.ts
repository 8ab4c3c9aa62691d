import { readFile, writeFile } from 'node:fs/promises'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PooledEmbeddings } from '../../embeddings/embedder.js'
import { packagedModelFolder } from '../../embeddings/packaged-model.js'
import { cosine, TEST_MODELS } from '../support/embedding.js'

/** Paragraphs that the calibration has not seen. */
const UNSEEN = [
  'The provincial governor told the consul that the strike at the tannery had been settled overnight, on terms which neither side would disclose.',
  '¶7. (C) Comment: We doubt it. Of the six ministers who signed, two have since resigned and one denies having been in the room. End comment.',
  'LOCAL PRESS GAVE PROMINENT COVERAGE TO ARRIVAL OF TRADE MISSION. EDITORIALS, WITH ONE EXCEPTION, WERE FRIENDLY.',
  'Reserves of lignite are put at 1.2 billion tons, enough for a century; the boilers that could burn it exist on paper only.',
  'Which bank held the frozen accounts?',
  'The committee met again on Tuesday and heard eleven witnesses, none of whom had seen the document. '.repeat(
    11,
  ),
]

let int8: PooledEmbeddings
let fp32: PooledEmbeddings

beforeAll(async () => {
  int8 = await PooledEmbeddings.create({ cacheDir: TEST_MODELS, precision: 'int8', threads: 1 })
  fp32 = await PooledEmbeddings.create({ cacheDir: TEST_MODELS, precision: 'fp32', threads: 1 })
})

afterAll(() => Promise.all([int8.close(), fp32.close()]))

describe('the 8-bit model', () => {
  it('agrees with the 32-bit one on text that it was not calibrated with', async () => {
    const [expected, actual] = await Promise.all([fp32.embed(UNSEEN), int8.embed(UNSEEN)])
    const cosines = actual.map((vector, index) => cosine(vector, expected[index] ?? []))
    expect(Math.min(...cosines)).toBeGreaterThan(0.997)
    expect(cosines.reduce((sum, value) => sum + value) / cosines.length).toBeGreaterThan(0.998)
  })

  it('has vectors of length 1 and an id of its own', async () => {
    for (const vector of await int8.embed(UNSEEN)) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
    expect(int8.modelId).toMatch(/^pilcrow-minilm\/int8\/[0-9a-f]{16}$/)
    expect(fp32.modelId).toMatch(/^pilcrow-minilm\/fp32\/[0-9a-f]{16}$/)
    expect([int8.precision, fp32.precision]).toEqual(['int8', 'fp32'])
  })
})

describe('on a processor that computes 8-bit models badly', () => {
  let cacheDir: string

  beforeAll(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'pilcrow-int8-'))
  })

  afterAll(() => rm(cacheDir, { recursive: true }))

  /** As if computed badly: the stored vectors of the 32-bit model are those of other texts. The file's size stays. */
  async function spoil(variant: 'int8' | 'int8-narrow'): Promise<void> {
    const { folder } = await packagedModelFolder(cacheDir, 'pilcrow-minilm', variant)
    const path = join(folder, 'reference.json')
    const reference = JSON.parse(await readFile(path, 'utf8')) as { vectors: number[][] }
    reference.vectors.reverse()
    await writeFile(path, JSON.stringify(reference))
  }

  it('takes 7-bit weights, or else 32 bits, says so, and remembers it', async () => {
    const lines: string[] = []
    const logger = pino({ level: 'warn' }, { write: (line) => lines.push(line) })
    await spoil('int8')
    const narrow = await PooledEmbeddings.create({ cacheDir, threads: 1, logger })
    await spoil('int8-narrow')
    const wide = await PooledEmbeddings.create({ cacheDir, threads: 1, logger })
    try {
      expect([narrow.precision, wide.precision]).toEqual(['int8', 'fp32'])
      expect(narrow.modelId).toMatch(/int8-narrow/)
      expect(wide.modelId).toBe(fp32.modelId)
      expect(lines.filter((line) => line.includes('badly'))).toHaveLength(2)
      const [expected, actual] = await Promise.all([fp32.embed(UNSEEN), narrow.embed(UNSEEN)])
      actual.forEach((vector, index) => {
        expect(cosine(vector, expected[index] ?? [])).toBeGreaterThan(0.99)
      })
    } finally {
      await Promise.all([narrow.close(), wide.close()])
    }
  }, 120_000)
})
