import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bibtexEntry, chicagoNote, frusNote } from '../../src/cables/cite/cite.js'
import { bibtexText } from '../../src/cables/cite/bibtex-text.js'
import { permalink } from '../../src/cables/cite/permalink.js'
import { nastyText } from '../support/nasty-text.js'
import { header } from '../support/passages.js'

const cable = header({
  id: '06MEXICO1',
  date: '2006-04-10T19:22:00Z',
  origin: 'Embassy Mexico',
  classification: 'CONFIDENTIAL',
  captions: ['SIPDIS'],
  precedence: 'PRIORITY',
  subject: 'THE "GREAT" CHOIR & 100% OF ITS_MEMBERS',
  recipients: ['SECDEF WASHDC', 'SECSTATE WASHDC'],
})
const url = 'https://archive.example/cable/06MEXICO1'

describe('a Chicago note', () => {
  it('names sender, recipient, subject, day, number, paragraph, classification and address', () => {
    expect(chicagoNote({ cable, paragraph: { number: 2, position: 3 }, url })).toBe(
      'US Embassy Mexico City to the Department of State, “The ‘Great’ Choir & 100% of Its_Members,” April 10, 2006, ' +
        'cable 06MEXICO1, para. 2, Confidential, https://archive.example/cable/06MEXICO1.',
    )
  })

  it('leaves out what is unknown, and takes the year from the number', () => {
    const bare = header({ id: '75TARSUND3', date: null, origin: null, classification: null, subject: '' })
    expect(chicagoNote({ cable: bare, url: null })).toBe('1975, cable 75TARSUND3.')
    expect(chicagoNote({ cable: { ...bare, date: '1975-03' }, url: null })).toBe(
      'March 1975, cable 75TARSUND3.',
    )
    expect(chicagoNote({ cable: { ...bare, date: '1975-03-02' }, url: null })).toBe(
      'March 2, 1975, cable 75TARSUND3.',
    )
  })

  it('puts no comma behind a subject that ends itself', () => {
    const asks = { ...cable, subject: 'WHO PAYS?', recipients: [] }
    expect(chicagoNote({ cable: asks, url: null })).toMatch(/^US Embassy Mexico City, “Who Pays\?” April 10/u)
  })

  it('names a paragraph without a number by its place', () => {
    expect(chicagoNote({ cable, paragraph: { number: null, position: 1 }, url: null })).toContain(
      'cable 06MEXICO1, unnumbered para. [1], Confidential.',
    )
  })
})

describe('a note in the style of FRUS', () => {
  it('is dated by the day, the month or the year, as far as the cable is', () => {
    const dated = (date: string | null): string => frusNote({ cable: { ...cable, date }, url: null })
    expect(dated('2006-04-10')).toContain('Department of State, April 10, 2006. Subject')
    expect(dated('2006-04')).toContain('Department of State, April 2006. Subject')
    expect(dated(null)).toContain('Department of State, 2006. Subject')
  })

  it('is a telegram from a place to a place, with its hour and its handling', () => {
    expect(frusNote({ cable, paragraph: { number: 2, position: 3 }, url })).toBe(
      'Telegram 1 From the Embassy in Mexico City to the Department of State, April 10, 2006, 1922Z, paragraph 2. ' +
        'Subject: The "Great" Choir & 100% of Its_Members. Confidential; Priority; Sipdis. ' +
        'Message reference number 06MEXICO1. https://archive.example/cable/06MEXICO1',
    )
  })
})

describe('a BibTeX entry', () => {
  it('is a misc entry whose text LaTeX shows as it was', () => {
    expect(bibtexEntry({ cable, paragraph: { number: 2, position: 3 }, url })).toBe(
      [
        '@misc{cable:06MEXICO1:p2,',
        '  author = {{US Embassy Mexico City}},',
        '  title = {{The “Great” Choir \\& 100\\% of Its\\_Members}},',
        '  howpublished = {Diplomatic cable 06MEXICO1 to the Department of State},',
        '  date = {2006-04-10},',
        '  year = {2006},',
        '  month = apr # {~10,},',
        '  day = {10},',
        '  number = {06MEXICO1},',
        '  note = {Confidential; paragraph 2},',
        '  url = {https://archive.example/cable/06MEXICO1}',
        '}',
      ].join('\n'),
    )
  })

  it('has a key of its own for the cable and for each paragraph, also where numbers are missing or repeat', () => {
    const numbers = [1, 2, null, 2, null]
    const paragraphs = numbers.map((number) => ({ number, text: '' }))
    const keys = [undefined, ...numbers.map((number, at) => ({ number, position: at + 1 }))].map(
      (paragraph) =>
        /^@misc\{(.*),$/mu.exec(bibtexEntry({ cable: { ...cable, paragraphs }, paragraph, url }))?.[1],
    )
    expect(keys).toEqual([
      'cable:06MEXICO1',
      'cable:06MEXICO1:p1',
      'cable:06MEXICO1:p2:at2',
      'cable:06MEXICO1:at3',
      'cable:06MEXICO1:p2:at4',
      'cable:06MEXICO1:at5',
    ])
  })

  it('has braces that balance and no back-tick, whatever a cable says', () => {
    fc.assert(
      fc.property(nastyText(), fc.string(), (subject, origin) => {
        const entry = bibtexEntry({ cable: { ...cable, subject, origin }, url: null })
        let depth = 0
        for (const sign of entry) {
          if (sign === '{') depth += 1
          if (sign === '}') depth -= 1
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
        expect(entry).not.toContain('`')
      }),
    )
    expect(bibtexText('a{b}\\c')).toBe('a\\textbraceleft{}b\\textbraceright{}\\textbackslash{}c')
  })
})

describe('an address', () => {
  it('has the number wherever the template wants it', () => {
    expect(permalink('https://a.example/{id}#{id}', '06MEXICO1')).toBe(
      'https://a.example/06MEXICO1#06MEXICO1',
    )
  })
})
