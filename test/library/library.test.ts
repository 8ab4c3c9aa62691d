import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.js'
import { wellFormed } from '../../src/library/content.js'
import { Library } from '../../src/library/library.js'
import { inventedCable } from '../support/invented-cables.js'
import { LibraryFixture } from '../support/library-fixture.js'

const fixture = new LibraryFixture(8)

describe('putting cables', () => {
  test('gives back what was put', () => {
    const cable = inventedCable('06EASTPORT12', ['The harbour is closed.', 'The minister was not amused.'])
    expect(fixture.put(cable)).toMatchObject({ added: 1, renewed: 0, unchanged: 0, newParagraphs: 2 })
    expect(fixture.library.open.cable('06EASTPORT12')).toEqual(cable)
    expect({ ...fixture.library.open.header('06EASTPORT12'), paragraphs: cable.paragraphs }).toEqual(cable)
    expect(fixture.library.open.message('06EASTPORT12')).toBe('message of 06EASTPORT12')
    expect(fixture.library.open.cable('06EASTPORT13')).toBeUndefined()
    expect(fixture.library.counts()).toEqual({ cables: 1, paragraphs: 2, vectors: 0 })
  })

  test('leaves a cable alone that reads the same from another file and form', () => {
    fixture.put(inventedCable('06EASTPORT12', ['Text.']))
    const { generation } = fixture.library
    const again = inventedCable('06EASTPORT12', ['Text.'], { source: { path: 'dump.csv', format: 'csv' } })
    expect(fixture.put(again)).toMatchObject({ added: 0, renewed: 0, unchanged: 1, newParagraphs: 0 })
    expect(fixture.library.generation).toBe(generation)
  })

  test('renews a cable whose text has changed, in words, tags and references too', () => {
    fixture.put(
      inventedCable('06EASTPORT12', ['The harbour is closed.'], {
        tags: ['PREL'],
        references: ['05OLDTOWN1'],
      }),
    )
    const changed = inventedCable('06EASTPORT12', ['The airport is open.'], {
      tags: ['EAIR'],
      references: ['05OLDTOWN2'],
    })
    expect(fixture.put(changed)).toMatchObject({ added: 0, renewed: 1, unchanged: 0 })
    expect(fixture.library.open.cable('06EASTPORT12')).toEqual(changed)
    expect(fixture.library.open.searchWords(['harbour'], {}, 10)).toEqual([])
    expect(fixture.library.checkWords()).toEqual([])
    expect(fixture.found(['airport'])).toEqual(['06EASTPORT12/1'])
    expect(fixture.library.tagCounts()).toEqual([{ value: 'EAIR', cables: 1 }])
    expect(fixture.library.open.citedBy('05OLDTOWN1')).toEqual([])
    expect(fixture.library.open.citedBy('05OLDTOWN2').map(({ id }) => id)).toEqual(['06EASTPORT12'])
    expect(fixture.library.open.citedBy('05OLDTOWN2', 5, 1)).toEqual([])
    expect(['05OLDTOWN1', '05OLDTOWN2'].map((id) => fixture.library.open.countCitedBy(id))).toEqual([0, 1])
  })

  test('keeps the vectors of paragraphs whose passage is the same when a cable is renewed', () => {
    fixture.put(inventedCable('06EASTPORT12', ['One.', 'Two.', 'Three.', 'Two.']))
    fixture.embedAll()
    const before = [...fixture.library.vectors()]
    // "Two." stands twice and comes back three times: both vectors are kept, one paragraph is new.
    const renewed = fixture.put(inventedCable('06EASTPORT12', ['Zero.', 'Two.', 'Two.', 'Two.', 'One.']))
    expect(renewed.newParagraphs).toBe(2)
    expect(renewed.droppedVectors).toEqual([before[2]?.label])
    const after = [...fixture.library.vectors()]
    expect(after.map(({ label, vector }) => ({ label, vector }))).toEqual(
      before.filter((_, at) => at !== 2).map(({ label, vector }) => ({ label, vector })),
    )
    const texts = fixture.library.open
      .paragraphs(after.map(({ paragraphId }) => paragraphId))
      .map((p) => p.paragraph.text)
    expect(texts).toEqual(['One.', 'Two.', 'Two.'])
    expect(fixture.library.pendingParagraphs(10).map(({ parts }) => parts.text)).toEqual(['Zero.', 'Two.'])
  })

  test('never gives the key of a removed paragraph or vector to another', () => {
    fixture.put(inventedCable('06EASTPORT12', ['One.']))
    fixture.embedAll()
    const [old] = fixture.library.vectors()
    fixture.library.remove(['06EASTPORT12'])
    fixture.put(inventedCable('06EASTPORT13', ['Two.']))
    fixture.embedAll()
    const [young] = fixture.library.vectors()
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
          fixture.put(cable)
          expect(fixture.library.open.cable('06EASTPORT12')).toEqual(wellFormed(cable))
          expect(fixture.put(cable).unchanged).toBe(1)
        },
      ),
      { numRuns: 200 },
    )
  })
})

test('removing takes a cable with everything that belongs to it', () => {
  fixture.put(
    inventedCable('06EASTPORT12', ['The harbour is closed.'], { references: ['05OLDTOWN1'] }),
    inventedCable('06EASTPORT13', ['Open.']),
  )
  fixture.embedAll()
  const [first] = fixture.library.vectors()
  expect(fixture.library.remove(['06EASTPORT12', '06NOWHERE1'])).toEqual({
    removed: 1,
    droppedVectors: [first?.label],
  })
  expect(fixture.library.counts()).toEqual({ cables: 1, paragraphs: 1, vectors: 1 })
  expect(fixture.library.open.cable('06EASTPORT12')).toBeUndefined()
  expect(fixture.library.open.message('06EASTPORT12')).toBeUndefined()
  expect(fixture.library.open.citedBy('05OLDTOWN1')).toEqual([])
  expect(fixture.library.open.searchWords(['harbour'], {}, 10)).toEqual([])
  expect(fixture.library.checkWords()).toEqual([])
})

describe('opening', () => {
  test('finds everything again', () => {
    fixture.put(inventedCable('06EASTPORT1', ['One.']))
    const { generation } = fixture.library
    fixture.reopen()
    expect(fixture.library.counts().cables).toBe(1)
    expect(fixture.library.generation).toBe(generation)
  })

  test.each([
    ['a folder that cannot be made', () => '/proc/pilcrow', /cannot be made/],
    ['a folder that cannot be written', () => '/proc/self', /cannot be opened/],
    ['a folder that is a file', () => join(fixture.dataDir, 'library.sqlite'), /cannot be made/],
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
    const dir = mkdtempSync(join(fixture.folder, 'other-'))
    make(join(dir, 'library.sqlite'))
    expect(() => Library.open(dir)).toThrow(UserError)
    expect(() => Library.open(dir)).toThrow(sentence)
  })
})
