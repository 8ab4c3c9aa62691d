import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Cable } from '../../src/cables/cable.js'
import { UserError } from '../../src/errors.js'
import { wellFormed } from '../../src/library/content.js'
import { postKey } from '../../src/library/filter-sql.js'
import { Library } from '../../src/library/library.js'
import { inventedCable, inventedVector } from '../support/invented-cables.js'

const DIMENSION = 8

let folder: string
let library: Library

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-library-'))
  library = Library.open(folder)
  library.useModel('invented', DIMENSION)
})

afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

function put(...cables: Cable[]) {
  return library.put(cables.map((cable) => ({ cable, message: `message of ${cable.id}` })))
}

function embedAll(): void {
  const pending = library.pendingParagraphs(1000)
  library.putVectors(
    pending.map(({ paragraphId, passage, passageHash }) => ({
      paragraphId,
      passageHash,
      vectors: [inventedVector(passage, DIMENSION)],
    })),
  )
}

function found(terms: string[], filter = {}): string[] {
  const ids = library.searchWords(terms, filter, 50).map(({ paragraphId }) => paragraphId)
  return library.paragraphs(ids).map(({ cable, paragraph }) => `${cable.id}/${paragraph.position}`)
}

describe('putting cables', () => {
  test('gives back what was put', () => {
    const cable = inventedCable('06EASTPORT12', ['The harbour is closed.', 'The minister was not amused.'])
    expect(put(cable)).toMatchObject({ added: 1, renewed: 0, unchanged: 0, newParagraphs: 2 })
    expect(library.cable('06EASTPORT12')).toEqual(cable)
    const { paragraphs: _, ...header } = cable
    expect(library.header('06EASTPORT12')).toEqual(header)
    expect(library.message('06EASTPORT12')).toBe('message of 06EASTPORT12')
    expect(library.cable('06EASTPORT13')).toBeUndefined()
    expect(library.counts()).toEqual({ cables: 1, paragraphs: 2, vectors: 0 })
  })

  test('leaves a cable alone that reads the same from another file and form', () => {
    put(inventedCable('06EASTPORT12', ['Text.']))
    const { generation } = library
    const again = inventedCable('06EASTPORT12', ['Text.'], { source: { path: 'dump.csv', format: 'csv' } })
    expect(put(again)).toMatchObject({ added: 0, renewed: 0, unchanged: 1, newParagraphs: 0 })
    expect(library.generation).toBe(generation)
  })

  test('renews a cable whose text has changed, in words, tags and references too', () => {
    put(
      inventedCable('06EASTPORT12', ['The harbour is closed.'], {
        tags: ['PREL'],
        references: ['05OLDTOWN1'],
      }),
    )
    const changed = inventedCable('06EASTPORT12', ['The airport is open.'], {
      tags: ['EAIR'],
      references: ['05OLDTOWN2'],
    })
    expect(put(changed)).toMatchObject({ added: 0, renewed: 1, unchanged: 0 })
    expect(library.cable('06EASTPORT12')).toEqual(changed)
    expect(found(['harbour'])).toEqual([])
    expect(found(['airport'])).toEqual(['06EASTPORT12/1'])
    expect(library.tagCounts()).toEqual([{ value: 'EAIR', cables: 1 }])
    expect(library.citedBy('05OLDTOWN1')).toEqual([])
    expect(library.citedBy('05OLDTOWN2').map(({ id }) => id)).toEqual(['06EASTPORT12'])
  })

  test('keeps the vectors of paragraphs whose passage is the same when a cable is renewed', () => {
    put(inventedCable('06EASTPORT12', ['One.', 'Two.', 'Three.', 'Two.']))
    embedAll()
    const before = [...library.vectors()]
    // "Two." stands twice and comes back three times: both vectors are kept, one paragraph is new.
    const renewed = put(inventedCable('06EASTPORT12', ['Zero.', 'Two.', 'Two.', 'Two.', 'One.']))
    expect(renewed.newParagraphs).toBe(2)
    expect(renewed.droppedVectors).toEqual([before[2]?.label])
    const after = [...library.vectors()]
    expect(after.map(({ label, vector }) => ({ label, vector }))).toEqual(
      before.filter((_, at) => at !== 2).map(({ label, vector }) => ({ label, vector })),
    )
    const texts = library.paragraphs(after.map(({ paragraphId }) => paragraphId)).map((p) => p.paragraph.text)
    expect(texts).toEqual(['One.', 'Two.', 'Two.'])
    expect(library.pendingParagraphs(10).map(({ passage }) => passage.split('\n')[1])).toEqual([
      'Zero.',
      'Two.',
    ])
  })

  test('never gives the key of a removed paragraph or vector to another', () => {
    put(inventedCable('06EASTPORT12', ['One.']))
    embedAll()
    const [old] = library.vectors()
    library.remove(['06EASTPORT12'])
    put(inventedCable('06EASTPORT13', ['Two.']))
    embedAll()
    const [young] = library.vectors()
    expect(young?.label).toBeGreaterThan(old?.label ?? Infinity)
    expect(young?.paragraphId).toBeGreaterThan(old?.paragraphId ?? Infinity)
  })

  test('keeps any text letter for letter, but for lone surrogates', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 40 })
    const withSurrogates = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, withSurrogates), { maxLength: 4 }),
        anyText,
        (texts, subject) => {
          const cable = inventedCable('06EASTPORT12', texts, {
            subject,
            tags: texts,
            signer: texts[0] ?? null,
          })
          put(cable)
          expect(library.cable('06EASTPORT12')).toEqual(wellFormed(cable))
          expect(put(cable).unchanged).toBe(1)
        },
      ),
      { numRuns: 200 },
    )
  })
})

test('removing takes a cable with everything that belongs to it', () => {
  put(
    inventedCable('06EASTPORT12', ['The harbour is closed.'], { references: ['05OLDTOWN1'] }),
    inventedCable('06EASTPORT13', ['Open.']),
  )
  embedAll()
  const [first] = library.vectors()
  expect(library.remove(['06EASTPORT12', '06NOWHERE1'])).toEqual({
    removed: 1,
    droppedVectors: [first?.label],
  })
  expect(library.counts()).toEqual({ cables: 1, paragraphs: 1, vectors: 1 })
  expect(library.cable('06EASTPORT12')).toBeUndefined()
  expect(library.message('06EASTPORT12')).toBeUndefined()
  expect(library.citedBy('05OLDTOWN1')).toEqual([])
  expect(found(['harbour'])).toEqual([])
})

describe('searching words', () => {
  test('ranks by BM25, finds inflections and ignores accents', () => {
    put(
      inventedCable('06EASTPORT1', [
        'Ministers negotiated a treaty, a treaty at last.',
        'A minister spoke about São Tomé.',
      ]),
      inventedCable('06EASTPORT2', ['Nothing of note.']),
    )
    expect(found(['treaties'])).toEqual(['06EASTPORT1/1'])
    expect(found(['sao'])).toEqual(['06EASTPORT1/2'])
    const matches = library.searchWords(['minister', 'treaty'], {}, 10)
    expect(matches).toHaveLength(2)
    expect(matches[0]?.bm25).toBeGreaterThan(matches[1]?.bm25 ?? Infinity)
    expect(library.searchWords(['minister', 'treaty'], {}, 1)).toHaveLength(1)
  })

  test('matches a term of several words as a phrase', () => {
    put(inventedCable('06EASTPORT1', ['The prime minister left.', 'The minister was in his prime.']))
    expect(found(['prime minister'])).toEqual(['06EASTPORT1/1'])
  })

  test('takes any term as text: nothing in it is an operator, nothing makes it throw', () => {
    put(inventedCable('06EASTPORT1', ['near "quoted" heading:text AND OR NOT']))
    expect(found(['"quoted"'])).toEqual(['06EASTPORT1/1'])
    expect(found(['NOT'])).toEqual(['06EASTPORT1/1'])
    expect(found(['absent NOT near'])).toEqual([])
    const foreign = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            "'",
            '*',
            '^',
            '(',
            ')',
            'NEAR',
            ' ',
            'a',
            ':',
            '\0',
            '-',
            '+',
            '{',
            '}',
            'AND',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(fc.array(foreign, { maxLength: 80 }), (terms) => {
        expect(library.searchWords(terms, {}, 10).length).toBeLessThanOrEqual(1)
        for (const term of terms) expect(library.documentFrequency(term)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 200 },
    )
  })

  test('finds every paragraph by any word that stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[\p{Lu}\p{Ll}\p{Nd}]{1,12}$/u), { minLength: 1, maxLength: 8 }),
        (words) => {
          put(inventedCable('06EASTPORT1', [words.join(' ')]))
          for (const word of words) expect(found([word])).toEqual(['06EASTPORT1/1'])
        },
      ),
      { numRuns: 100 },
    )
  })

  test('counts the paragraphs that a word stands in, and notices changes', () => {
    put(inventedCable('06EASTPORT1', ['A treaty.', 'Treaties.', 'None.'], { subject: '' }))
    expect(library.documentFrequency('treaty')).toBe(2)
    expect(library.documentFrequency('war')).toBe(0)
    put(inventedCable('06EASTPORT2', ['No treaty.'], { subject: '' }))
    expect(library.documentFrequency('treaty')).toBe(3)
  })
})

describe('filters', () => {
  beforeEach(() => {
    put(
      inventedCable('06EASTPORT1', ['harbour one', 'more'], {
        date: '2006-04-10T19:22:00Z',
        classification: 'SECRET//NOFORN',
        tags: ['PREL'],
      }),
      inventedCable('09RIODELSOL2', ['harbour two'], {
        date: '2009-12-31',
        origin: 'Consulate Rio Del Sol',
        classification: 'SECRET',
        tags: ['ECON'],
      }),
      inventedCable('10EASTPORT3', ['harbour three'], {
        date: null,
        classification: 'CONFIDENTIAL',
        tags: [],
      }),
      inventedCable('74EASTPORT4', ['harbour four'], { date: null, classification: null, tags: [] }),
    )
    embedAll()
  })

  const cases: [string, object, string[]][] = [
    ['a post without its kind', { origin: 'eastport' }, ['06EASTPORT1', '10EASTPORT3', '74EASTPORT4']],
    ['a post with its kind and other spaces', { origin: 'Consulate  General Rio del Sol' }, ['09RIODELSOL2']],
    ['a year', { year: 2006 }, ['06EASTPORT1']],
    ['the year of the number where there is no date', { year: 2010 }, ['10EASTPORT3']],
    ['a year of the last century', { year: 1974 }, ['74EASTPORT4']],
    ['a first day', { after: '2009-12-31' }, ['09RIODELSOL2', '10EASTPORT3']],
    ['a last day, whole', { before: '2006-04-10' }, ['06EASTPORT1', '74EASTPORT4']],
    ['a classification with its captions', { classification: 'secret' }, ['06EASTPORT1', '09RIODELSOL2']],
    ['a narrower classification', { classification: 'SECRET//NOFORN' }, ['06EASTPORT1']],
    ['a tag in lower case', { tag: 'econ' }, ['09RIODELSOL2']],
    ['one cable', { cable: '10EASTPORT3' }, ['10EASTPORT3']],
    ['several at once', { origin: 'Eastport', classification: 'SECRET' }, ['06EASTPORT1']],
    ['nothing that is there', { tag: 'NONE' }, []],
  ]
  test.each(cases)('by %s', (_, filter, expected) => {
    const names = (ids: readonly number[]) =>
      [...new Set(library.paragraphs(ids).map(({ cable }) => cable.id))].sort()
    expect([...new Set(found(['harbour', 'more'], filter).map((name) => name.split('/')[0]))].sort()).toEqual(
      expected,
    )
    const ids = library.paragraphIds(filter)
    expect(names(ids)).toEqual(expected)
    expect(library.countParagraphs(filter)).toBe(ids.length)
    const paragraphOf = library.paragraphsOfLabels([...(library.vectorLabels(filter) ?? [])])
    expect([...paragraphOf.values()].sort()).toEqual(ids)
  })

  test('that restrict nothing let every vector pass', () => {
    expect(library.vectorLabels({})).toBeUndefined()
    expect(library.paragraphIds({})).toHaveLength(5)
  })

  test('a post is known by its letters, whatever stands around them', () => {
    const same = [
      'Embassy São Paulo',
      'AmConsul Sao Paulo',
      'sao paulo',
      'US Consulate General, SAO PAULO',
      'SAOPAULO',
    ]
    expect(new Set(same.map(postKey))).toEqual(new Set(['SAOPAULO']))
    expect(postKey('Embassy The Hague')).toBe('THEHAGUE')
  })
})

describe('suggesting numbers', () => {
  beforeEach(() => {
    const ids = [
      '06MEXICALIA1889',
      '06MEXICALIA189',
      '07MEXICALIA18',
      '06NEWMEXICALIA5',
      '09EASTPORT2006',
      '06EASTPORT7',
      '10EASTPORT66',
    ]
    put(...ids.map((id) => inventedCable(id, ['Text.'], { subject: `About ${id}`, date: null })))
  })

  const cases: [string, string[]][] = [
    ['06 mexicalia 18', ['06MEXICALIA189', '06MEXICALIA1889']],
    ['mexicalia 1889', ['06MEXICALIA1889']],
    ['2006 mex', ['06MEXICALIA189', '06MEXICALIA1889', '06NEWMEXICALIA5']],
    ['06MEXICALIA001889', ['06MEXICALIA1889']],
    ['icalia 5', ['06NEWMEXICALIA5']],
    ['eastport 2006', ['09EASTPORT2006', '06EASTPORT7']],
    ['1889', ['06MEXICALIA1889']],
    ['10', ['10EASTPORT66']],
    ['  ', ['10EASTPORT66']],
    ['nowhere', []],
    ["'; DROP TABLE cables --", []],
  ]
  test.each(cases)('for %j', (typed, expected) => {
    expect(
      library
        .suggestIds(typed, 25)
        .map(({ id }) => id)
        .slice(0, Math.max(1, expected.length)),
    ).toEqual(expected)
  })

  test('each once, no more than asked for, with subject and date', () => {
    expect(library.suggestIds('0', 3)).toHaveLength(3)
    const all = library.suggestIds('mex', 25).map(({ id }) => id)
    expect(new Set(all).size).toBe(all.length)
    expect(library.suggestIds('07mex', 1)).toEqual([
      { id: '07MEXICALIA18', subject: 'About 07MEXICALIA18', date: '2007' },
    ])
  })

  test('takes any typed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(library.suggestIds(typed, 5).length).toBeLessThanOrEqual(5)
      }),
    )
  })
})

describe('vectors', () => {
  test('come back as they were stored, under labels of their own', () => {
    put(inventedCable('06EASTPORT1', ['One.', 'Two.']))
    const [first, second] = library.pendingParagraphs(10)
    if (first === undefined || second === undefined) throw new Error('nothing is pending')
    const vector = Float32Array.of(0.1, -0.2, 0.3, 0, 0, 0, 0, 1)
    const half = Float32Array.of(0, 0, 0, 0, 0, 0, 0, 1)
    const stored = library.putVectors([
      { paragraphId: second.paragraphId, passageHash: second.passageHash, vectors: [vector, half] },
    ])
    expect(stored).toEqual([...library.vectors()].map(({ label, vector: v }) => ({ label, vector: v })))
    expect(library.vectorsOf([second.paragraphId]).map((v) => v.vector)).toEqual([vector, half])
    expect(library.countPending()).toBe(1)
    expect(library.pendingParagraphs(10)).toEqual([first])
    expect(library.pendingParagraphs(10, first.paragraphId)).toEqual([])
  })

  test('are refused in another length or with values that are no numbers', () => {
    put(inventedCable('06EASTPORT1', ['One.']))
    const [pending] = library.pendingParagraphs(1)
    if (pending === undefined) throw new Error('nothing is pending')
    const { paragraphId, passageHash } = pending
    const putOne = (vector: Float32Array) =>
      library.putVectors([{ paragraphId, passageHash, vectors: [vector] }])
    expect(() => putOne(new Float32Array(7))).toThrow(RangeError)
    expect(() => putOne(new Float32Array(8).fill(NaN))).toThrow(RangeError)
    expect(library.counts().vectors).toBe(0)
  })

  test('are passed over for a paragraph that went while it was embedded', () => {
    put(inventedCable('06EASTPORT1', ['One.']))
    const [pending] = library.pendingParagraphs(1)
    if (pending === undefined) throw new Error('nothing is pending')
    library.remove(['06EASTPORT1'])
    expect(library.putVectors([{ ...pending, vectors: [new Float32Array(8)] }])).toEqual([])
  })

  test('of two models are never mixed, and the old ones go on request', () => {
    put(inventedCable('06EASTPORT1', ['One.', 'Two.']))
    embedAll()
    const old = library.storedVectors()
    library.useModel('other', 4)
    expect(library.countPending()).toBe(2)
    expect([...library.vectors()]).toEqual([])
    expect([...library.storedVectors().labels()]).toEqual([])
    expect(old.modelId).not.toBe(library.storedVectors().modelId)
    const [pending] = library.pendingParagraphs(1)
    if (pending === undefined) throw new Error('nothing is pending')
    library.putVectors([{ ...pending, vectors: [Float32Array.of(1, 0, 0, 0)] }])
    expect(library.dropOtherVectors()).toBe(2)
    expect(library.counts().vectors).toBe(1)
  })

  test('of a model that changed its dimension under the same name are refused with a sentence', () => {
    put(inventedCable('06EASTPORT1', ['One.']))
    embedAll()
    expect(() => {
      library.useModel('invented', DIMENSION + 1)
    }).toThrow(UserError)
  })

  test('that were damaged on disk are not given out', () => {
    put(inventedCable('06EASTPORT1', ['One.']))
    embedAll()
    const db = new Database(join(folder, 'library.sqlite'))
    db.exec(`UPDATE vectors SET vector = zeroblob(32)`)
    db.close()
    expect(() => [...library.vectors()]).toThrow(/damaged/)
  })
})

describe('opening', () => {
  test('finds everything again', () => {
    put(inventedCable('06EASTPORT1', ['One.']))
    const { generation } = library
    library.close()
    library = Library.open(folder)
    expect(library.counts().cables).toBe(1)
    expect(library.generation).toBe(generation)
  })

  test.each([
    ['a folder that cannot be made', () => '/proc/pilcrow', /cannot be made/],
    ['a folder that cannot be written', () => '/proc/self', /cannot be opened/],
    ['a folder that is a file', () => join(folder, 'library.sqlite'), /cannot be made/],
  ])('refuses %s with a sentence', (_, dir, sentence) => {
    expect(() => Library.open(dir())).toThrow(UserError)
    expect(() => Library.open(dir())).toThrow(sentence)
  })

  test.each([
    [
      'is no SQLite file',
      (file: string) => {
        writeFileSync(file, 'nothing of the kind\n'.repeat(100))
      },
      /is not a library/,
    ],
    [
      'belongs to another program',
      (file: string) => {
        new Database(file).exec('CREATE TABLE t (a)').close()
      },
      /is not a library/,
    ],
    [
      'is of a newer version',
      (file: string) => {
        new Database(file).exec('PRAGMA application_id = 1346980931; PRAGMA user_version = 99').close()
      },
      /newer version/,
    ],
  ])('refuses a file that %s, and leaves it alone', (_, make, sentence) => {
    const dir = mkdtempSync(join(folder, 'other-'))
    make(join(dir, 'library.sqlite'))
    expect(() => Library.open(dir)).toThrow(UserError)
    expect(() => Library.open(dir)).toThrow(sentence)
  })
})
