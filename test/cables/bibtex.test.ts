import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { bibtexText, bibtexUrl } from '../../src/cables/cite/bibtex-text.js'
import { bibtexEntry } from '../../src/cables/cite/cite.js'
import { permalink } from '../../src/cables/cite/permalink.js'
import { readPaths } from '../../src/cables/read.js'
import { isLatexInstalled, typeset } from '../support/latex.js'
import { nastyText } from '../support/nasty-text.js'
import { header } from '../support/passages.js'

const hasLatex = isLatexInstalled()
if (!hasLatex)
  process.stderr.write('pdflatex and bibtex are not installed: no BibTeX entry is compiled in this run.\n')

describe('text in a BibTeX entry', () => {
  it('turns straight quotation marks to their side', () => {
    expect(bibtexText('THE "GREAT" CHOIR ("OLD")')).toBe('THE “GREAT” CHOIR (“OLD”)')
  })

  it('writes what the default encoding lacks in plain letters, and a gap where none mean the same', () => {
    expect(bibtexText('Đặng Ħaġ ﬁne ﬀ №5 «Ж» 東京 a\u200Bb\u00A0c')).toBe(
      'Dang Haġ fine ff No5 “[?]” [?] ab c',
    )
  })

  it('shows what a cable protects as left out', () => {
    expect(bibtexText('TALK WITH █protected█ OF █protected█')).toBe('TALK WITH [protected] OF [protected]')
  })

  it('leaves an address that no sign ends', () => {
    expect(bibtexUrl('https://a.example/{x}?q=a b"%20_~#é`\\')).toBe(
      'https://a.example/%7Bx%7D?q=a%20b%22%20_~#%C3%A9%60%5C',
    )
  })
})

describe.skipIf(!hasLatex)('LaTeX, with nothing set up', () => {
  it('sets the entry of every cable of the sample archive, and of each of its first paragraphs', async () => {
    const entries: string[] = []
    for await (const outcome of readPaths([join(PACKAGE_ROOT, 'samples/cables')])) {
      if (outcome.kind !== 'cable') continue
      const { cable } = outcome
      const url = permalink('https://archive.example/cable_view/{id}?a=1&b=50%25#top~x', cable.id)
      const [paragraph] = cable.paragraphs
      entries.push(bibtexEntry({ cable, url }))
      if (paragraph) entries.push(bibtexEntry({ cable, paragraph, url: null }))
    }
    expect(entries.length).toBeGreaterThan(50)
    for (const style of ['plain', 'plainnat'] as const) {
      const { complaints, bibliography } = typeset(entries, style)
      expect(complaints).toEqual([])
      expect(bibliography.match(/\\bibitem/gu)).toHaveLength(entries.length)
    }
  }, 120_000)

  it('sets every sign that a title may hold', () => {
    const signs = [
      ...range(0x20, 0x24f),
      ...range(0x370, 0x37f),
      ...range(0x1e00, 0x1eff),
      ...range(0x2010, 0x206f),
    ]
    const titles = [
      ...signs.map((code) => `A ${String.fromCodePoint(code)} B${String.fromCodePoint(code)}`),
      ...fc.sample(nastyText(), { numRuns: 200, seed: 7 }),
      '東京 Ж █protected█ 😀 ﬁ ½ €5 — “x” \u0007 e\u0301 \uD800',
      "\\input{x} $x_1^2$ %{}{ ``'' ~ # & \\",
    ]
    const entries = titles.map((title, at) =>
      bibtexEntry({ cable: header({ id: `06MEXICO${at + 1}`, subject: title, origin: title }), url: null }),
    )
    const { complaints, bibliography } = typeset(entries, 'plain')
    expect(complaints).toEqual([])
    expect(bibliography.match(/\\bibitem/gu)).toHaveLength(entries.length)
  }, 120_000)

  it('shows the day of a cable, or as much of it as is known', () => {
    const entryOf = (serial: number, date: string | null): string =>
      bibtexEntry({ cable: header({ id: `06MEXICO${serial}`, date }), url: null })
    const { complaints, bibliography } = typeset(
      [entryOf(1, '2006-04-10T19:22:00Z'), entryOf(2, '2006-05-09'), entryOf(3, '2006-07'), entryOf(4, null)],
      'plain',
    )
    expect(complaints).toEqual([])
    expect(bibliography).toMatch(/April~10, 2006/u)
    expect(bibliography).toMatch(/May~9, 2006/u)
    expect(bibliography).toMatch(/July 2006/u)
    expect(bibliography).toMatch(/Veskaholm, 2006|[^ ,~] 2006/u)
  })
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
