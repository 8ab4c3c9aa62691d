import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimateTokens, passageText, passageWindows } from '../../src/library/passage.js'

const MAX_TOKENS = 64
const parts = { subject: 'HARBOUR CLOSED', heading: 'Ferries', text: 'No ferry has left since Monday.' }

/** Sentences that can be told apart. */
function longText(sentences: number): string {
  return Array.from(
    { length: sentences },
    (_, at) => `Witness ${at} saw the ferry leave the harbour at noon.`,
  ).join(' ')
}

describe('what is embedded for a paragraph', () => {
  test('is subject, heading and text, where the model can read all of it', () => {
    expect(passageWindows(parts, MAX_TOKENS)).toEqual([
      'HARBOUR CLOSED\nFerries\nNo ferry has left since Monday.',
    ])
    expect(passageWindows({ ...parts, heading: null }, MAX_TOKENS)).toEqual([
      'HARBOUR CLOSED\nNo ferry has left since Monday.',
    ])
    expect(passageText({ subject: '', heading: null, text: 'Alone.' })).toBe('Alone.')
  })

  test('is several windows of like length, each with its head, that overlap by sentences', () => {
    const windows = passageWindows({ ...parts, text: longText(20) }, MAX_TOKENS)
    expect(windows.length).toBeGreaterThan(3)
    for (const window of windows) {
      expect(window.startsWith('HARBOUR CLOSED\nFerries\n')).toBe(true)
      expect(estimateTokens(window)).toBeLessThanOrEqual(MAX_TOKENS - 2)
    }
    const sizes = windows.map(estimateTokens)
    expect(Math.min(...sizes)).toBeGreaterThan(Math.max(...sizes) / 2)
  })

  test('cuts a head that would leave no room', () => {
    const windows = passageWindows(
      { subject: longText(30), heading: longText(5), text: longText(10) },
      MAX_TOKENS,
    )
    for (const window of windows) expect(estimateTokens(window)).toBeLessThanOrEqual(MAX_TOKENS - 2)
    expect(windows.at(-1)).toMatch(/Witness 9 /)
  })

  test('holds every word, fits the model, and takes time in proportion, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4000 }),
      fc
        .array(fc.constantFrom('word ', 'Sentence. ', '\n', 'a', '--', 'longerword ', '\u{1F600}'), {
          maxLength: 800,
        })
        .map((all) => all.join('')),
      fc.string({ unit: fc.constantFrom('x', 'é', '.'), maxLength: 5000 }),
    )
    fc.assert(
      fc.property(text, fc.string({ maxLength: 300 }), (body, subject) => {
        const windows = passageWindows({ subject, heading: null, text: body }, MAX_TOKENS)
        const words = body.match(/[\p{L}\p{N}]{1,60}/gu) ?? []
        const all = windows.join('\n')
        for (const word of words) expect(all).toContain(word.slice(0, 20))
        if (windows.length > 1)
          for (const window of windows) expect(estimateTokens(window)).toBeLessThanOrEqual(MAX_TOKENS)
      }),
      { numRuns: 300 },
    )
    const started = performance.now()
    passageWindows({ ...parts, text: 'x'.repeat(2_000_000) }, MAX_TOKENS)
    passageWindows({ ...parts, text: 'a. '.repeat(500_000) }, MAX_TOKENS)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
