import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PooledEmbeddings } from '../../embeddings/embedder.js'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { checkSentences } from '../../src/answers/check.js'
import type { Cable, Paragraph } from '../../src/cables/cable.js'
import { readPaths } from '../../src/cables/read.js'
import { TEST_MODELS } from '../support/embedding.js'
import { passage } from '../support/passages.js'

/** What the paragraphs of the sample archive say, in other words. */
const PARAPHRASES = readFileSync(join(PACKAGE_ROOT, 'test/answers/paraphrases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) =>
    z.object({ cable: z.string(), paragraph: z.number(), text: z.string() }).parse(JSON.parse(line)),
  )

describe('rephrased sentences', () => {
  const cables = new Map<string, Cable>()
  let embedder: PooledEmbeddings
  beforeAll(async () => {
    embedder = await PooledEmbeddings.create({ precision: 'fp32', cacheDir: TEST_MODELS, threads: 1 })
    for await (const outcome of readPaths([join(PACKAGE_ROOT, 'samples/cables')]))
      if (outcome.kind === 'cable') cables.set(outcome.cable.id, outcome.cable)
  })
  afterAll(() => embedder.close())

  /** Of the paragraphs that are wanted, those whose citation passes. */
  async function passing(
    wanted: (paragraph: Paragraph, right: number) => boolean,
  ): Promise<{ passed: number; of: number }> {
    let [passed, of] = [0, 0]
    for (const { cable: id, paragraph: right, text } of PARAPHRASES) {
      const cable = cables.get(id)
      for (const paragraph of cable?.paragraphs ?? []) {
        if (cable === undefined || !wanted(paragraph, right)) continue
        const { number, position } = paragraph
        const citation = { cable: id, paragraph: number, position, quote: paragraph.text }
        const { kept } = await checkSentences(
          [{ text, citations: [citation] }],
          [passage(paragraph, cable)],
          (texts) => embedder.embed(texts),
        )
        of += 1
        passed += kept.length
      }
    }
    return { passed, of }
  }

  it('pass with the paragraph that says so', async () => {
    const { passed, of } = await passing(({ number }, right) => number === right)
    expect(of).toBe(PARAPHRASES.length)
    // Those that fail count things themselves ("two surveys"), or give a title that is not there.
    expect(passed / of).toBeGreaterThan(0.88)
  })

  it('fail with the paragraphs beside it', async () => {
    const { passed, of } = await passing(({ number }, right) => number !== right)
    expect(of).toBeGreaterThan(150)
    expect(passed / of).toBeLessThan(0.02)
  })
})
