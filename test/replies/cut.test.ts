import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitLine, piecesOf } from '../../src/replies/cut.js'
import { escapeText } from '../../src/replies/escape.js'
import { longNastyText, nastyText } from '../support/nasty-text.js'

describe('a line made to fit', () => {
  it('never is longer than asked for, escapes counted', () => {
    fc.assert(
      fc.property(nastyText(), fc.integer({ min: 10, max: 300 }), (text, max) => {
        expect(fitLine(text, max).length).toBeLessThanOrEqual(max)
      }),
    )
  })

  it('stays whole when it fits and ends at a word when it does not', () => {
    expect(fitLine('Ministers met in private', 40)).toBe('Ministers met in private')
    expect(fitLine('Ministers met in private session', 20)).toBe('Ministers met in…')
  })

  it('is cut inside a word only when one word is too long', () => {
    expect(fitLine('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`)
  })
})

describe('a text in pieces', () => {
  it('loses nothing but white space between the pieces, and none is too long', () => {
    fc.assert(
      fc.property(longNastyText(), fc.integer({ min: 40, max: 3_000 }), (text, max) => {
        const pieces = piecesOf(text, max)
        let last = 0
        for (const { start, end } of pieces) {
          expect(text.slice(last, start).trim()).toBe('')
          expect(escapeText(text.slice(start, end)).length).toBeLessThanOrEqual(max)
          last = end
        }
        expect(text.slice(last).trim()).toBe('')
      }),
    )
  })

  it('is cut after sentences', () => {
    const text = Array.from({ length: 30 }, (_, at) => `Sentence number ${at} is about boats.`).join(' ')
    const pieces = piecesOf(text, 200)
    expect(pieces.length).toBeGreaterThan(4)
    for (const { start, end } of pieces) expect(text.slice(start, end)).toMatch(/^Sentence .*boats\.$/u)
  })

  it('is cut after lines and then words where there are no sentences', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `-- item ${at}`).join('\n')
    for (const { start, end } of piecesOf(lines, 50))
      expect(lines.slice(start, end)).toMatch(/^-- item \d+(\n-- item \d+)*$/u)
    const words = 'word '.repeat(100).trim()
    for (const { start, end } of piecesOf(words, 52))
      expect(words.slice(start, end)).toMatch(/^word( word)*$/u)
  })

  it('is cut between characters, never inside one, where there are no words', () => {
    const text = '👍'.repeat(100)
    for (const { start, end } of piecesOf(text, 21)) expect(text.slice(start, end)).toMatch(/^👍+$/u)
  })
})
