import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadTokenizer, type Tokenizer } from '../../embeddings/inference.js'
import { openModel } from '../../embeddings/model.js'
import {
  passageText,
  passageWindows,
  type PassageParts,
  type PassageWindow,
} from '../../src/library/passage.js'
import { TEST_MODELS } from '../support/embedding.js'
import { textOfParts } from '../support/invented-cables.js'

const ROOM = 62
const parts = { subject: 'HARBOUR CLOSED', heading: 'Ferries', text: 'No ferry has left since Monday.' }

let tokenizer: Tokenizer
/** Words that were asked about. */
let asked: readonly string[] = []

beforeAll(async () => {
  const { folder } = await openModel({ cacheDir: TEST_MODELS, precision: 'fp32' })
  tokenizer = await loadTokenizer(folder)
})

function tokens(text: string): number {
  return tokenizer(text).length - 2
}

async function windowsOf(paragraph: PassageParts, passageTokens = ROOM): Promise<string[]> {
  return (await partsOf(paragraph, passageTokens)).map(({ parts: own }) => textOfParts(own))
}

async function partsOf(paragraph: PassageParts, passageTokens = ROOM): Promise<PassageWindow[]> {
  const countTokens = (words: readonly string[]) => {
    asked = words
    return Promise.resolve(words.map(tokens))
  }
  const [windows] = await passageWindows([paragraph], { passageTokens, countTokens })
  if (windows === undefined) throw new Error('no windows')
  return windows
}

/** Sentences that can be told apart. */
function longText(sentences: number): string {
  return Array.from(
    { length: sentences },
    (_, at) => `Witness ${at} saw the ferry leave the harbour at noon.`,
  ).join(' ')
}

describe('what is embedded for a paragraph', () => {
  test('is subject, heading and text, where the model can read all of it', async () => {
    expect(await windowsOf(parts)).toEqual(['HARBOUR CLOSED\nFerries\nNo ferry has left since Monday.'])
    expect(await windowsOf({ ...parts, heading: null })).toEqual([
      'HARBOUR CLOSED\nNo ferry has left since Monday.',
    ])
    expect(passageText({ subject: '', heading: null, text: 'Alone.' })).toBe('Alone.')
  })

  test('is divided exactly from the token on that the model would not read', async () => {
    // As foreign names have it: many tokens in few characters, which a guess from the length takes for fewer.
    const text = 'Xqzvk Jbyrgj '.repeat(40).trim()
    const whole = tokens(passageText({ ...parts, text }))
    expect(whole).toBeGreaterThan(text.length / 2)
    expect(await windowsOf({ ...parts, text }, whole)).toHaveLength(1)
    expect((await windowsOf({ ...parts, text }, whole - 1)).length).toBeGreaterThan(1)
  })

  test('needs no counting when it has fewer bytes than the model takes tokens', async () => {
    await windowsOf({ subject: '', heading: null, text: 'a b '.repeat(15) })
    expect(asked).toEqual([])
    await windowsOf({ subject: '', heading: null, text: 'a b '.repeat(16) })
    expect(asked).toEqual(['a', 'b'])
  })

  test('is several windows of like length, each with its head, that overlap by sentences', async () => {
    // Short enough to be kept whole: what is repeated holds two of them.
    const room = 254
    const windows = await windowsOf({ ...parts, text: longText(80) }, room)
    expect(windows.length).toBeGreaterThan(3)
    for (const window of windows) {
      expect(window).toMatch(/^HARBOUR CLOSED\nFerries\nWitness/)
      expect(window.endsWith('at noon.')).toBe(true)
      expect(tokens(window)).toBeLessThanOrEqual(room)
    }
    const sizes = windows.map(tokens)
    expect(Math.min(...sizes)).toBeGreaterThan(Math.max(...sizes) / 2)
    windows.slice(1).forEach((window, at) => {
      const [first] = /Witness \d+ /.exec(window) ?? ['nothing']
      expect(windows[at]).toContain(first)
    })
  })

  test('cuts a head that would leave no room', async () => {
    const windows = await windowsOf({ subject: longText(30), heading: longText(5), text: longText(10) })
    for (const window of windows) expect(tokens(window)).toBeLessThanOrEqual(ROOM)
    expect(windows.at(-1)).toMatch(/Witness 9 /)
  })

  test('holds every word, fits the model, and takes time in proportion, whatever the text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4000 }),
      fc
        .array(
          fc.constantFrom(
            'word ',
            'Sentence. ',
            'decision.Many',
            '\n',
            '\v',
            '\ufeff',
            'a',
            '--',
            'longerword ',
            '\u{1F600}',
          ),
          { maxLength: 800 },
        )
        .map((all) => all.join('')),
      fc.string({ unit: fc.constantFrom('x', 'é', '.'), maxLength: 5000 }),
    )
    await fc.assert(
      fc.asyncProperty(text, fc.string({ maxLength: 300 }), async (body, subject) => {
        const windows = await windowsOf({ subject, heading: null, text: body })
        const words = body.match(/[\p{L}\p{N}]{1,60}/gu) ?? []
        const all = windows.join('\n')
        for (const word of words) expect(all).toContain(word.slice(0, 20))
        for (const window of windows) expect(tokens(window)).toBeLessThanOrEqual(ROOM)
      }),
      { numRuns: 300 },
    )
    const started = performance.now()
    await windowsOf({ ...parts, text: 'x'.repeat(2_000_000) })
    await windowsOf({ ...parts, text: 'a. '.repeat(500_000) })
    expect(performance.now() - started).toBeLessThan(10_000)
  }, 60_000)
})
