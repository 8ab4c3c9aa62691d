import { basename, dirname } from 'node:path'
import { AutoTokenizer, env } from '@xenova/transformers'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { cutToLength, loadTokenizer, tokenizeParts, type Tokenizer } from '../../embeddings/inference.js'
import { openModel } from '../../embeddings/model.js'
import { TEST_MODELS } from '../support/embedding.js'

let tokenizer: Tokenizer
let reference: Tokenizer

beforeAll(async () => {
  const { folder } = await openModel({ cacheDir: TEST_MODELS, precision: 'fp32' })
  tokenizer = await loadTokenizer(folder)
  env.localModelPath = dirname(folder)
  const plain = (await AutoTokenizer.from_pretrained(basename(folder))) as unknown as (
    text: string,
    options: object,
  ) => { readonly input_ids: number[] }
  reference = (text) => plain(text, { return_tensor: false, padding: false, truncation: false }).input_ids
})

describe('the tokenizer', () => {
  it('gives what that of the library gives for the whole text', () => {
    const pieces = fc.constantFrom(
      'word',
      'unaffable',
      ' ',
      '\n',
      '\v',
      '\ufeff',
      '\u00a0',
      '\u0085',
      '\u2028',
      '[SEP]',
      '[CLS] [MASK]',
      '##ing',
      'Größe',
      'İ',
      '中文',
      '\u{1F600}',
      'x'.repeat(101),
      '...',
      'C O N F',
    )
    const mixed = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 20 })
    fc.assert(
      fc.property(
        mixed.map((all) => all.join('')),
        (text) => {
          // The second time from memory.
          expect(tokenizer(text)).toEqual(reference(text))
          expect(tokenizer(text)).toEqual(reference(text))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('of parts are those of the whole, and each part knows its own', () => {
    const parts = fc.array(
      fc.constantFrom('Ferries (two) left.', 'U.S.', 'é', '--', '', 'sixty-four words'),
      {
        maxLength: 30,
      },
    )
    fc.assert(
      fc.property(parts, fc.integer({ min: 3, max: 60 }), (texts, longest) => {
        const { ids, spans } = tokenizeParts(tokenizer, texts, longest)
        expect(ids).toEqual(cutToLength(tokenizer, texts.join(' '), longest))
        expect(spans).toHaveLength(texts.length)
        spans.forEach(({ start, end }, at) => {
          expect(start).toBe(at === 0 ? 1 : spans[at - 1]?.end)
          const own = tokenizer(texts[at] ?? '').slice(1, -1)
          expect(ids.slice(start, end)).toEqual(own.slice(0, end - start))
          expect(end === start + own.length || end === longest - 1).toBe(true)
        })
      }),
    )
  })

  it('cut to a length keeps the closing token', () => {
    const ids = cutToLength(tokenizer, 'word '.repeat(500), 256)
    expect(ids).toHaveLength(256)
    expect([ids[0], ids.at(-1)]).toEqual([101, 102])
  })
})
