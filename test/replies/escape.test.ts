import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../src/replies/clean.js'
import { escapeLine, escapeText } from '../../src/replies/escape.js'
import { nastyText } from '../support/nasty-text.js'

/** What is left for Discord to act on: escaped characters do nothing, whatever they are. */
function active(escaped: string): string {
  return escaped.replace(/\\[!-/:-@[-`{-~]/gu, 'x').replace(/[\u2068\u2069]/gu, 'x')
}

/** What Discord shows: the escaped character without its backslash, nothing for our own invisible marks. */
function shown(escaped: string): string {
  return escaped.replace(/\\([!-/:-@[-`{-~])/gu, '$1').replace(/[\u200B\u2068\u2069]/gu, '')
}

describe('escaping', () => {
  it('shows any text as it is, cleaned of what is invisible', () => {
    fc.assert(
      fc.property(nastyText(), (text) => {
        expect(shown(escapeText(text))).toBe(cleanText(text))
      }),
    )
  })

  it('leaves no format, link or mention active in any text', () => {
    fc.assert(
      fc.property(nastyText(), (text) => {
        const rest = active(escapeText(text))
        expect(rest).not.toMatch(/[*_~`|<[\]]/u)
        expect(rest).not.toMatch(/:\/\//u)
        expect(rest).not.toMatch(/^ *(?:[#>+]|-(?!-)|\d+\.(?:\s|$))/mu)
        expect(escapeText(text)).not.toMatch(/@everyone|@here|<@[!&]?\d|<#\d/iu)
      }),
    )
  })

  it('keeps a single line single', () => {
    fc.assert(
      fc.property(nastyText(), (text) => {
        expect(escapeLine(text)).not.toMatch(/[\n\r\u2028\u2029]/u)
      }),
    )
  })

  it.each([
    ['@everyone', '@\u200Beveryone'],
    ['<@&1>', '\\<@&\u200B1>'],
    ['# not a heading', '\\# not a heading'],
    ['2. not a list', '2\\. not a list'],
    ['- not a bullet', '\\- not a bullet'],
    ['-- a sub-item of a cable', '-- a sub-item of a cable'],
    ['a_b *c* `d` ||e||', 'a\\_b \\*c\\* \\`d\\` \\|\\|e\\|\\|'],
    ['[here](https://example.org)', '\\[here\\](https\\://example.org)'],
    ['1.4 (b,d) and 2.3 billion', '1.4 (b,d) and 2.3 billion'],
  ])('writes %s so that it is only text', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })

  it('takes out zero-width characters and direction marks', () => {
    expect(escapeText('se\u200Bcr\u00ADet \u202Eterces\u202C \uFEFFend')).toBe('secret terces end')
  })

  it('shuts right-to-left words in, so that what stands beside them keeps its place', () => {
    expect(escapeText('from שלום 12')).toBe('\u2068from שלום 12\u2069')
  })

  it('cuts towers of accents', () => {
    expect(escapeText(`e${'\u0301'.repeat(50)}`)).toBe(`e${'\u0301'.repeat(4)}`)
  })
})
