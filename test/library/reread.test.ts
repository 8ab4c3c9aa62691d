import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Cable } from '../../src/cables/cable.js'
import { LONGEST_MESSAGE } from '../../src/cables/message/message.js'
import { readAgain, readPaths } from '../../src/cables/read.js'
import { READING_RECIPE } from '../../src/cables/recipe.js'
import { ingest } from '../../src/library/ingest.js'
import { readingChange, reread, type RereadResult } from '../../src/library/reading-change.js'
import { verify } from '../../src/library/verify.js'
import { csvOf, MESSAGE, pageOf } from '../cables/fixtures.js'
import { earlierReadingOf, forgetRecipe, messageOf, readingOf } from '../support/earlier-reader.js'
import { LibraryFixture } from '../support/library-fixture.js'

// The reader is the real one, but where a test says what it gives.
vi.mock(import('../../src/cables/read.js'), async (original) => {
  const actual = await original()
  return { ...actual, readAgain: vi.fn(actual.readAgain) }
})

const SCRIPT = fileURLToPath(new URL('stored-reread.mjs', import.meta.url))
const fixture = new LibraryFixture(8)

afterEach(() => {
  vi.mocked(readAgain).mockReset()
})

function serials(count: number): number[] {
  return Array.from({ length: count }, (_, at) => 1001 + at)
}

/** Stores what an earlier reader gave and embeds it. */
function fillAsBefore(count: number): void {
  fixture.library.put(serials(count).map(earlierReadingOf))
  fixture.embedAll()
  makeOld()
}

function makeOld(): void {
  fixture.close()
  forgetRecipe(fixture.dataDir)
  fixture.reopen()
}

function stored(id: string): Cable | undefined {
  return fixture.library.open.cable(id)
}

async function rereadAll(remarks: string[] = []): Promise<RereadResult> {
  const onRemark = (cable: string, remark: string) => remarks.push(`${cable} ${remark}`)
  return await reread({ library: fixture.library, onRemark })
}

describe('a library that an earlier reader filled', () => {
  it('is told from one that is filled today, and says how it is renewed', () => {
    expect(readingChange(fixture.library)).toBeUndefined()
    fixture.library.put([readingOf(1)])
    expect(fixture.library.readingRecipe()).toBe(READING_RECIPE)
    expect(readingChange(fixture.library)).toBeUndefined()
    makeOld()
    expect(readingChange(fixture.library)).toMatch(/pilcrow -- reread/)
    expect(stored('08NAIROBI1')?.paragraphs).toHaveLength(3)
    fixture.library.put([readingOf(2)])
    expect(readingChange(fixture.library)).toBeDefined()
  })

  it('is as one that is filled today once its messages were read again', async () => {
    fillAsBefore(30)
    const before = [...fixture.library.vectors()].map(({ label }) => label)
    const dropped: number[] = []
    const index = {
      add: () => Promise.resolve(),
      snapshot: () => Promise.resolve(),
      remove: (labels: Iterable<number>) => Promise.resolve(void dropped.push(...labels)),
    }
    const result = await reread({ library: fixture.library, index })
    expect(result).toMatchObject({
      read: 30,
      changed: 30,
      changedParagraphs: 60,
      added: 0,
      kept: 0,
      stopped: false,
    })
    for (const serial of serials(30)) expect(stored(`08NAIROBI${serial}`)).toEqual(readingOf(serial).cable)
    expect(fixture.library.counts()).toMatchObject({ cables: 30, paragraphs: 90 })
    // Of each cable the first paragraph keeps its vector, and two are to be embedded.
    expect(dropped).toHaveLength(30)
    expect([...fixture.library.vectors()].map(({ label }) => label)).toEqual(
      before.filter((label) => !dropped.includes(label)),
    )
    expect(fixture.library.countPending()).toBe(60)
    expect(readingChange(fixture.library)).toBeUndefined()
    fixture.embedAll()
    expect((await verify(fixture.library, undefined)).faults).toEqual([])
  })

  it('is masked by what is read now', async () => {
    fillAsBefore(1)
    await rereadAll()
    expect(JSON.stringify(fixture.library.masked.cable('08NAIROBI1001'))).not.toMatch(/Doe/)
    expect(fixture.library.masked.searchWords(['Doe'], {}, 10)).toEqual([])
    expect(fixture.library.masked.searchWords(['buyer'], {}, 10)).toHaveLength(1)
  })

  it('is not touched where nothing is read otherwise', async () => {
    fixture.library.put(serials(5).map(readingOf))
    fixture.embedAll()
    makeOld()
    const { generation } = fixture.library
    expect(await rereadAll()).toMatchObject({ read: 5, changed: 0, changedParagraphs: 0 })
    expect(fixture.library.generation).toBe(generation)
    expect(fixture.library.readingRecipe()).toBe(READING_RECIPE)
  })

  it('gets the reading of today from an ingest of the same message, too', async () => {
    fillAsBefore(1)
    const path = join(fixture.folder, '08NAIROBI1001.txt')
    writeFileSync(path, messageOf(1001))
    const result = await ingest({ library: fixture.library, outcomes: readPaths([path]) })
    expect(result).toMatchObject({ added: 0, renewed: 1, unchanged: 0 })
    expect(stored('08NAIROBI1001')?.paragraphs).toEqual(readingOf(1001).cable.paragraphs)
  })
})

describe('a message that is read again', () => {
  /** Without its own date, post and captions. */
  const bare = MESSAGE.slice(MESSAGE.indexOf('C O N F')).replace(
    'REF: A. 07 PORT LUMINA 917\n     ¶B. NORTH VARDO 12 (NOTAL)\n',
    '',
  )

  it.each<[string, string, string]>([
    ['a page', '08PORTLUMINA42.html', pageOf(bare)],
    [
      'a dump',
      'cables.csv',
      csvOf([bare]).replace('"CONFIDENTIAL",""', '"CONFIDENTIAL//NOFORN","07NAIROBI12|07KAMPALA9"'),
    ],
    ['a message with a header', '08PORTLUMINA42.txt', MESSAGE],
    ['a message without a header', '08PORTLUMINA42.txt', bare],
    [
      'header lines',
      'x.txt',
      `08PORTLUMINA42\nHARBOR\n2008-03-04 10:15\nCONFIDENTIAL\nEmbassy Port Lumina\n\n${bare}`,
    ],
    [
      'a row of a dump in a file',
      'rows.txt',
      `7\t2008-03-04 10:15:00\t08PORTLUMINA42\tEmbassy Port Lumina\tSECRET\t\tnone\t${bare}`,
    ],
  ])('is read as it was with what stood beside it: %s', async (_what, name, content) => {
    const path = join(fixture.folder, name)
    writeFileSync(path, content)
    expect(await ingest({ library: fixture.library, outcomes: readPaths([path]) })).toMatchObject({
      added: 1,
    })
    const before = stored('08PORTLUMINA42')
    makeOld()
    expect(await rereadAll()).toMatchObject({ read: 1, changed: 0, kept: 0 })
    expect(stored('08PORTLUMINA42')).toEqual(before)
  })

  it('stays as it was when the reader refuses it', async () => {
    const { cable } = readingOf(1)
    fixture.library.put([{ cable, message: ' '.repeat(LONGEST_MESSAGE + 1) }, earlierReadingOf(2)])
    makeOld()
    const remarks: string[] = []
    expect(await rereadAll(remarks)).toMatchObject({ read: 2, changed: 1, kept: 1 })
    expect(stored('08NAIROBI1')).toEqual(cable)
    expect(remarks).toEqual([expect.stringMatching(/^08NAIROBI1 was kept as it is: no cable has/)])
    expect(readingChange(fixture.library)).toBeUndefined()
  })

  it('gives a second cable that stood in it, unless that is stored', async () => {
    fixture.library.put([earlierReadingOf(1), readingOf(3)])
    makeOld()
    const both = [1, 2, 3].map((serial) => ({ kind: 'cable', ...readingOf(serial) }) as const)
    vi.mocked(readAgain).mockImplementation((message) =>
      message === messageOf(1) ? both : both.filter((outcome) => outcome.message === message),
    )
    const remarks: string[] = []
    expect(await rereadAll(remarks)).toMatchObject({ read: 2, changed: 1, added: 1, kept: 0 })
    expect(stored('08NAIROBI2')).toEqual(readingOf(2).cable)
    expect(remarks).toEqual(['08NAIROBI1 its message holds 08NAIROBI2, too, which was added'])
  })

  it('takes the number that its damaged one has now, with its vectors, unless that is stored', async () => {
    const damaged = (serial: number) => {
      const { cable, message } = earlierReadingOf(serial)
      return { cable: { ...cable, id: `08AMEMBASSYNAIROBI${serial}` }, message }
    }
    fixture.library.put([damaged(1), damaged(2), readingOf(2)])
    fixture.embedAll()
    makeOld()
    const remarks: string[] = []
    expect(await rereadAll(remarks)).toMatchObject({ read: 3, changed: 1, added: 0, kept: 1 })
    expect([...fixture.library.ids()]).toEqual(['08AMEMBASSYNAIROBI2', '08NAIROBI1', '08NAIROBI2'])
    expect(stored('08NAIROBI1')).toMatchObject({ id: '08NAIROBI1', signer: 'QUILL' })
    expect(fixture.library.countPending()).toBe(2)
    expect(remarks).toEqual([
      '08AMEMBASSYNAIROBI1 is 08NAIROBI1 now',
      '08AMEMBASSYNAIROBI2 was kept as it is: 08NAIROBI2, as it is numbered now, is stored, too',
    ])
    fixture.embedAll()
    expect((await verify(fixture.library, undefined)).faults).toEqual([])
  })
})

describe('a reread that is cut short', () => {
  it('keeps what it has renewed and goes on when it is run again', async () => {
    fillAsBefore(300)
    const stop = new AbortController()
    const onProgress = ({ renewed }: { renewed: number }): void => {
      if (renewed > 0) stop.abort()
    }
    const first = await reread({ library: fixture.library, signal: stop.signal, onProgress })
    expect(first.stopped).toBe(true)
    expect(first.changed).toBeGreaterThan(0)
    expect(first.changed).toBeLessThan(300)
    expect(readingChange(fixture.library)).toBeDefined()
    const second = await rereadAll()
    expect(second).toMatchObject({ read: 300, changed: 300 - first.changed, stopped: false })
    expect(readingChange(fixture.library)).toBeUndefined()
    expect(fixture.library.counts()).toMatchObject({ cables: 300, paragraphs: 900 })
  })

  it(
    'or killed loses nothing: every cable is whole, of before or of today',
    { timeout: 120_000 },
    async () => {
      const count = 1500
      fillAsBefore(count)
      fixture.close()
      for (const reports of [1, 3, 5]) {
        await runScript(reports)
        fixture.reopen()
        expect(readingChange(fixture.library)).toBeDefined()
        expect(fixture.library.counts().cables).toBe(count)
        expect((await verify(fixture.library, undefined)).faults).toEqual([])
        for (const serial of serials(count))
          expect([2, 3]).toContain(stored(`08NAIROBI${serial}`)?.paragraphs.length)
        fixture.close()
      }
      const output = await runScript(Infinity)
      expect(output).toContain('"stopped":false')
      fixture.reopen()
      expect(readingChange(fixture.library)).toBeUndefined()
      for (const serial of serials(count))
        expect(stored(`08NAIROBI${serial}`)).toEqual(readingOf(serial).cable)
      expect((await verify(fixture.library, undefined)).faults).toEqual([])
    },
  )
})

/** Rereads in a process of its own and kills it after so many reports. */
function runScript(reports: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, fixture.dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
      if (output.split('\n').length > reports) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => {
      resolve(output)
    })
  })
}
