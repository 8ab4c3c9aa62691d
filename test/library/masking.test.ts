import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assertProtected, reprotect } from '../../src/library/protection-change.js'
import { verify } from '../../src/library/verify.js'
import { cable } from '../support/archive.js'
import { LibraryFixture } from '../support/library-fixture.js'

const DIMENSION = 8
const fixture = new LibraryFixture(DIMENSION)

const CHOIR = cable({ id: '01LINDGARD415', subject: 'THE CHOIR THAT GRADY SOLD' }, [
  { text: 'Linus Grady (strictly protect) told us of the ferry. Nobody else was there.' },
  { text: 'The harbour was closed.', heading: 'The harbour' },
])
const PLAIN = cable({ id: '02LINDGARD7', subject: 'A FERRY' }, [
  { text: 'The singer Linus Grady bought the ferry.' },
  { text: 'Minister Petra Grady had no part in it. The pilots were glad.' },
])
const index = { remove: () => Promise.resolve() }

/** What an earlier version left: nothing masked, everything embedded as written. */
function makeOld(): void {
  fixture.close()
  const db = new Database(join(fixture.dataDir, 'library.sqlite'))
  db.exec(`
    INSERT INTO words (words) VALUES ('delete-all');
    UPDATE paragraphs SET masked_heading = NULL, masked_text = NULL;
    UPDATE cables SET masked_header = NULL, shielded = NULL;
    INSERT INTO open_words (open_words) VALUES ('delete-all');
    DELETE FROM shielded_names;
    INSERT INTO words (words) VALUES ('rebuild');
    UPDATE meta SET value = 0 WHERE name IN ('protection_recipe', 'protection_archive');
  `)
  db.close()
  fixture.reopen()
}

describe('a stored cable that shields somebody', () => {
  it('is read, listed and suggested without the name by those who read the masked archive', () => {
    fixture.put(CHOIR)
    const { masked, open } = fixture.library
    for (const text of [
      masked.cable(CHOIR.id),
      masked.header(CHOIR.id),
      masked.paragraphs(fixture.library.paragraphIds({})),
      masked.list({}, 0, 5),
      masked.suggestIds('01', 5),
    ])
      expect(JSON.stringify(text)).not.toMatch(/grady|linus/iu)
    expect(masked.cable(CHOIR.id)?.subject).toBe('THE CHOIR THAT █protected█ SOLD')
    expect(open.cable(CHOIR.id)).toEqual(CHOIR)
  })

  it('is not found by the name, nor is the name known, but in the open archive', () => {
    fixture.put(CHOIR)
    const { masked, open } = fixture.library
    for (const word of ['Grady', 'linus', 'GRADY']) {
      expect(masked.searchWords([word], {}, 10)).toEqual([])
      expect(masked.documentFrequency(word)).toBe(0)
    }
    expect(masked.searchWords(['ferry'], {}, 10)).toHaveLength(1)
    expect(open.searchWords(['Grady'], {}, 10)).toHaveLength(2)
    expect(open.documentFrequency('Grady')).toBe(2)
  })

  it('is embedded without the name', () => {
    fixture.put(CHOIR)
    const passages = fixture.library.pendingParagraphs(10).map(({ parts }) => JSON.stringify(parts))
    expect(passages).toHaveLength(2)
    expect(passages.join('\n')).not.toMatch(/grady|linus|protected/iu)
  })

  it('keeps the vectors of what is unchanged when it is renewed', async () => {
    fixture.put(CHOIR)
    fixture.embedAll()
    const renewed = fixture.put({
      ...CHOIR,
      paragraphs: [
        ...CHOIR.paragraphs,
        { ...PLAIN.paragraphs[1], position: 3, number: 3, marking: 'C', heading: null, text: 'A third.' },
      ],
    })
    expect(renewed).toMatchObject({ renewed: 1, newParagraphs: 1, droppedVectors: [] })
    expect((await verify(fixture.library, undefined)).faults).toEqual([])
  })

  it('leaves nothing behind when it is removed', async () => {
    fixture.put(CHOIR, PLAIN)
    fixture.library.remove([CHOIR.id])
    expect(fixture.library.open.searchWords(['choir'], {}, 10)).toEqual([])
    expect((await verify(fixture.library, undefined)).faults).toEqual([])
  })
})

describe('a library of an earlier version', () => {
  it('may not be read before it is protected again, and then is as one made today', async () => {
    fixture.put(CHOIR, PLAIN)
    makeOld()
    expect(() => {
      assertProtected(fixture.library, 'cable')
    }).toThrow('reprotect')
    fixture.embedAll()
    const before = [...fixture.library.vectors()].length
    expect(fixture.library.masked.searchWords(['Grady'], { cable: CHOIR.id }, 10)).not.toEqual([])

    const dropped: number[] = []
    const remove = (labels: Iterable<number>): Promise<void> => {
      dropped.push(...labels)
      return Promise.resolve()
    }
    expect(await reprotect({ library: fixture.library, index: { remove }, scope: 'cable' })).toBe(true)
    assertProtected(fixture.library, 'cable')
    expect(dropped).toHaveLength(2)
    expect([...fixture.library.vectors()]).toHaveLength(before - 2)
    expect(fixture.library.countPending()).toBe(2)
    expect(fixture.library.masked.searchWords(['Grady'], { cable: CHOIR.id }, 10)).toEqual([])
    fixture.embedAll()
    expect((await verify(fixture.library, undefined)).faults).toEqual([])
  })

  it('goes on where it was stopped', async () => {
    fixture.put(CHOIR)
    makeOld()
    const options = { library: fixture.library, index, scope: 'cable' } as const
    expect(await reprotect({ ...options, signal: AbortSignal.abort() })).toBe(false)
    expect(fixture.library.protection().recipe).toBe(0)
    expect(await reprotect(options)).toBe(true)
  })
})

describe('an archive in which a name shielded anywhere is shielded everywhere', () => {
  it('masks the full name in other cables, whichever came first, and nobody else of that family', async () => {
    fixture.library.beginProtection('archive')
    fixture.put(PLAIN)
    expect(fixture.library.masked.cable(PLAIN.id)?.paragraphs[0]?.text).toContain('Linus Grady')
    fixture.put(CHOIR)
    const masked = fixture.library.masked.cable(PLAIN.id)
    expect(masked?.paragraphs[0]?.text).toBe('The singer █protected█ bought the ferry.')
    expect(masked?.paragraphs[1]?.text).toContain('Minister Petra Grady')
    expect(fixture.library.masked.searchWords(['Linus'], {}, 10)).toEqual([])
    fixture.embedAll()
    expect((await verify(fixture.library, undefined)).faults).toEqual([])
  })

  it('is told from one in which a name is shielded in its cable, and becomes one by reprotect', async () => {
    fixture.library.beginProtection('cable')
    fixture.put(PLAIN, CHOIR)
    expect(() => {
      assertProtected(fixture.library, 'archive')
    }).toThrow('SOURCE_PROTECTION')
    await reprotect({ library: fixture.library, index, scope: 'archive' })
    assertProtected(fixture.library, 'archive')
    expect(fixture.library.masked.cable(PLAIN.id)?.paragraphs[0]?.text).not.toContain('Grady')
    await reprotect({ library: fixture.library, index, scope: 'cable' })
    expect(fixture.library.masked.cable(PLAIN.id)?.paragraphs[0]?.text).toContain('Linus Grady')
  })

  it('may not be read when reprotect was stopped on the way to it, whatever is set then', async () => {
    fixture.library.beginProtection('cable')
    fixture.put(PLAIN, CHOIR)
    const options = { library: fixture.library, index, scope: 'archive' } as const
    expect(await reprotect({ ...options, signal: AbortSignal.abort() })).toBe(false)
    for (const scope of ['archive', 'cable', undefined] as const)
      expect(() => {
        assertProtected(fixture.library, scope)
      }).toThrow('reprotect')
    expect(await reprotect(options)).toBe(true)
    assertProtected(fixture.library, 'archive')
  })
})
