import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadTokenizer, type Tokenizer } from '../../embeddings/inference.js'
import { openModel } from '../../embeddings/model.js'
import { splitSentences } from '../../src/cables/sentences.js'
import {
  passageText,
  passageWindows,
  type PassageParts,
  type PassageWindow,
} from '../../src/library/passage.js'
import { TEST_MODELS } from '../support/embedding.js'
import { processorTime } from '../support/processor-time.js'
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
    const started = processorTime()
    await windowsOf({ ...parts, text: 'x'.repeat(2_000_000) })
    await windowsOf({ ...parts, text: 'a. '.repeat(500_000) })
    expect(processorTime() - started).toBeLessThan(10_000)
  }, 60_000)
})

describe('the parts of a passage', () => {
  test('are its head and its sentences, and between them what is no sentence', async () => {
    const text = '***\nThe ferry left. It sank.\n-----\nNobody was hurt.'
    expect(await partsOf({ ...parts, text })).toEqual([
      {
        parts: ['HARBOUR CLOSED\nFerries', '***', 'The ferry left.', 'It sank.', '-----', 'Nobody was hurt.'],
        sentences: [undefined, 0, 1, undefined, 2],
      },
    ])
    expect(await partsOf({ subject: '', heading: null, text: '---' })).toEqual([
      { parts: ['', '---'], sentences: [undefined] },
    ])
  })

  test('stand for each sentence once, in the first window that holds it', async () => {
    const windows = await partsOf({ ...parts, text: longText(80) }, 254)
    const named = windows.flatMap(({ sentences }) => sentences)
    expect(named.filter((sentence) => sentence !== undefined)).toEqual(
      Array.from({ length: 80 }, (_, at) => at),
    )
    expect(named).toContain(undefined)
    windows.slice(1).forEach(({ parts: [, first = ''], sentences }, at) => {
      expect(windows[at]?.parts).toContain(first)
      expect(sentences[0]).toBeUndefined()
    })
  })

  test('are whole sentences as long as these fit a window, and else pieces of one', async () => {
    const long = `${'word '.repeat(100)}end`
    const text = `Short it is. ${longText(3)} Then ${long}. After it.`
    const windows = await partsOf({ ...parts, text })
    const all = windows.flatMap((window) =>
      window.sentences.map((sentence, at) => ({ sentence, text: window.parts[at + 1] ?? '' })),
    )
    const of = (wanted: number) => all.filter(({ sentence }) => sentence === wanted)
    for (const { text: sentence } of splitSentences(text).filter(({ text: own }) => own.length < 100)) {
      expect(all.map(({ text: own }) => own)).toContain(sentence)
    }
    expect(of(4).length).toBeGreaterThan(2)
    expect(of(4)[0]?.text).toMatch(/^Then word/)
    expect(of(4).at(-1)?.text).toMatch(/word end\.$/)
    expect(of(5)).toEqual([{ sentence: 5, text: 'After it.' }])
  })

  test('of two long sentences without a space between them are kept apart', async () => {
    const text = `First ${'word '.repeat(80)}decision.Many ${'word '.repeat(80)}followed.`
    const windows = await partsOf({ ...parts, text })
    const all = windows.flatMap((window) => window.parts.slice(1))
    expect(all.some((part) => part.endsWith('decision.'))).toBe(true)
    expect(all.some((part) => part.startsWith('Many'))).toBe(true)
    expect(all.join('\n')).not.toContain('decision.Many')
  })

  test('are named in order and none is missing, whatever the text', async () => {
    const text = fc
      .array(fc.constantFrom('word ', 'Sentence. ', 'decision.Many', '\n', '--', 'longer word '), {
        maxLength: 400,
      })
      .map((all) => all.join(''))
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        const windows = await partsOf({ ...parts, text: body })
        const named = windows.flatMap(({ sentences }) => sentences.filter((one) => one !== undefined))
        expect([...new Set(named)]).toEqual(splitSentences(body).map((_, at) => at))
        const sentences = splitSentences(body)
        for (const window of windows) {
          expect(window.parts).toHaveLength(window.sentences.length + 1)
          window.sentences.forEach((sentence, at) => {
            if (sentence !== undefined) expect(sentences[sentence]?.text).toContain(window.parts[at + 1])
          })
        }
        expect(windows.length).toBeGreaterThan(0)
      }),
    )
  })
})
