import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTokenizer, type Tokenizer } from '../../embeddings/inference.js'
import { openModel } from '../../embeddings/model.js'
import { cutToLength, windows } from '../../embeddings/windows.js'
import { TEST_MODELS } from '../support/embedding.js'

let tokenizer: Tokenizer

beforeAll(async () => {
  const { folder } = await openModel({ cacheDir: TEST_MODELS, precision: 'fp32' })
  tokenizer = await loadTokenizer(folder)
})

/** Tokens without the two special ones. */
function tokens(text: string): number {
  return tokenizer(text).length - 2
}

const text = fc
  .array(
    fc.oneof(fc.string(), fc.constantFrom('minister', '(C/NF)', 'antidisestablishmentarianism', '\n\n', 'é')),
    {
      maxLength: 60,
    },
  )
  .map((words) => words.join(' '))

describe('windows of a text', () => {
  it('are the text itself when it is short enough', () => {
    expect(windows(tokenizer, 'Short  text. ', 10)).toEqual(['Short  text. '])
    const exact = 'word '.repeat(40)
    expect(windows(tokenizer, exact, 40)).toEqual([exact])
  })

  it('overlap, keep the order and leave nothing out', () => {
    const words = Array.from({ length: 300 }, (_, index) => `w${index}`)
    const pieces = windows(tokenizer, words.join(' '), 60)
    expect(pieces.length).toBeGreaterThan(5)
    let covered = 0
    for (const piece of pieces) {
      const own = piece.split(' ')
      const start = words.indexOf(own[0] ?? '')
      expect(own).toEqual(words.slice(start, start + own.length))
      expect(start).toBeLessThanOrEqual(covered)
      if (covered > 0) expect(start).toBeLessThan(covered)
      covered = start + own.length
    }
    expect(covered).toBe(300)
  })

  it('have no more tokens than asked, for any text', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 24, max: 60 }), (any, length) => {
        for (const piece of windows(tokenizer, any, length)) {
          // A single word may be longer by itself.
          if (/\s/.test(piece.trim())) expect(tokens(piece)).toBeLessThanOrEqual(length)
        }
      }),
    )
  })

  it('begin at the first word and end at the last, for any text', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (any, length) => {
        const pieces = windows(tokenizer, any, length)
        expect(any.trimStart().startsWith(pieces[0]?.trim() ?? '')).toBe(true)
        expect(any.trimEnd().endsWith(pieces.at(-1)?.trim() ?? '')).toBe(true)
      }),
    )
  })
})

describe('cutting to length', () => {
  it('keeps the closing token', () => {
    const ids = cutToLength(tokenizer, 'word '.repeat(500), 256)
    expect(ids).toHaveLength(256)
    expect([ids[0], ids.at(-1)]).toEqual([101, 102])
  })
})
