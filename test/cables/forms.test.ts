import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import type { Cable } from '../../src/cables/cable.js'
import type { ReadOutcome } from '../../src/cables/outcome.js'
import { readPaths } from '../../src/cables/read.js'
import { csvOf, MESSAGE, pageOf } from './fixtures.js'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-forms-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function readAll(...paths: string[]): Promise<ReadOutcome[]> {
  const outcomes: ReadOutcome[] = []
  for await (const outcome of readPaths(paths)) outcomes.push(outcome)
  return outcomes
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function zip(name: string, entries: Record<string, string | Buffer>): Promise<string> {
  const archive = new ZipFile()
  for (const [entry, content] of Object.entries(entries)) archive.addBuffer(Buffer.from(content), entry)
  archive.end()
  const path = join(folder, name)
  await pipeline(archive.outputStream, createWriteStream(path))
  return path
}

const cables = (outcomes: readonly ReadOutcome[]): Cable[] =>
  outcomes.flatMap((outcome) => (outcome.kind === 'cable' ? [outcome.cable] : []))

const refusals = (outcomes: readonly ReadOutcome[]): string[] =>
  outcomes.flatMap((outcome) =>
    outcome.kind === 'refused' ? [`${outcome.line ?? ''}: ${outcome.reason}`] : [],
  )

describe('the same cable in its forms', () => {
  it('gives the same cable, but for where it was read from', async () => {
    const forms = await readAll(
      file('as-text', MESSAGE),
      file('as-page', pageOf(MESSAGE)),
      file('as-dump', csvOf([MESSAGE])),
      file('as-doubled-quotes', csvOf([MESSAGE], '"')),
    )
    const [text, ...others] = cables(forms).map(({ source, ...cable }) => ({ cable, format: source.format }))
    expect(text?.format).toBe('message')
    expect(others.map(({ format }) => format)).toEqual(['mirror-html', 'csv', 'csv'])
    for (const { cable } of others) expect(cable).toEqual(text?.cable)
  })

  it('takes from page and dump what a partial extract does not say', async () => {
    const note =
      'This record is a partial extract of the original cable. The full text of the original cable is not available.'
    const body = MESSAGE.slice(MESSAGE.indexOf('C O N F'))
    const [page, row] = cables(
      await readAll(file('extract.html', pageOf(body, note)), file('extract.csv', csvOf([body], '\\', note))),
    )
    for (const cable of [page, row]) {
      expect(cable).toMatchObject({
        id: '08PORTLUMINA42',
        date: '2008-03-04T10:15:00Z',
        origin: 'Embassy Port Lumina',
        recipients: [],
      })
    }
    expect(page?.paragraphs).toEqual(row?.paragraphs)
  })
})

describe('a dump', () => {
  it('goes on behind a record with damaged quotes, and says on which line it begins', async () => {
    const records = csvOf([MESSAGE, MESSAGE, MESSAGE]).split(/(?<=\n)(?="\d+",)/)
    const damaged = [
      records[0] ?? '',
      (records[1] ?? '').replace('"Embassy Port Lumina"', '"Embassy "Port, "Lumina'),
      records[2] ?? '',
    ]
    const outcomes = await readAll(file('damaged.csv', damaged.join('')))
    expect(cables(outcomes)).toHaveLength(2)
    expect(refusals(outcomes)).toEqual([
      expect.stringMatching(/^\d+: it has \d+ fields|^\d+: its quotes do not close/) as string,
    ])
    const line = damaged[0]?.split('\n').length ?? 0
    expect(outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.line : null))).toEqual([
      null,
      line,
      null,
    ])
  })

  it('keeps line breaks, commas, quotes and backslashes of its fields', async () => {
    const odd = MESSAGE.replace('the lamp is old;', 'the "lamp", \\ is "old";')
    const [cable] = cables(await readAll(file('odd.csv', csvOf([odd]))))
    expect(cable?.paragraphs[1]?.text).toContain('-- the "lamp", \\ is "old";')
  })

  it('may begin with a row of column names', async () => {
    const named = `"id","date","number","origin","classification","references","header","body"\n${csvOf([MESSAGE])}`
    expect(cables(await readAll(file('named.csv', named)))).toHaveLength(1)
  })

  it('is read in a stream, also compressed, with memory that does not grow', async () => {
    const path = join(folder, 'many.csv.gz')
    const [first = ''] = csvOf([MESSAGE]).split(/^/)
    const rest = csvOf([MESSAGE]).slice(first.length)
    function* rows(): Generator<string> {
      for (let row = 1; row <= 20_000; row++)
        yield first.replace('"1"', `"${row}"`).replace('LUMINA42', `LUMINA${row}`) + rest
    }
    await pipeline(rows, createGzip({ level: 1 }), createWriteStream(path))
    let count = 0
    let peak = 0
    const before = process.memoryUsage().rss
    for await (const outcome of readPaths([path])) {
      if (outcome.kind === 'cable') count++
      if (count % 1000 === 0) peak = Math.max(peak, process.memoryUsage().rss - before)
    }
    expect(count).toBe(20_000)
    expect(peak).toBeLessThan(250_000_000)
  }, 120_000)

  it('refuses a record that is larger than any cable, and reads the next', async () => {
    const huge = csvOf([MESSAGE]).replace('Summary:', 'a'.repeat(9_000_000))
    const outcomes = await readAll(file('huge.csv', huge + csvOf([MESSAGE]).replace('"1"', '"2"')))
    expect(refusals(outcomes)).toEqual(['1: the record is larger than any cable (over 8 MB)'])
    expect(cables(outcomes)).toHaveLength(1)
  })
})

describe('an archive', () => {
  it('gives its cables in order, each with the name of its entry', async () => {
    const path = await zip('good.zip', {
      'b/08PORTLUMINA42.txt': MESSAGE,
      'a/page.html': pageOf(MESSAGE),
      'cables.csv': csvOf([MESSAGE]),
      'meta.jsonl': '{"id": "08PORTLUMINA42"}\n',
      'picture.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
      '.hidden': 'x',
    })
    const outcomes = await readAll(path)
    expect(refusals(outcomes)).toEqual([])
    expect(cables(outcomes).map(({ source }) => source)).toEqual([
      { path: `${path}!b/08PORTLUMINA42.txt`, format: 'message' },
      { path: `${path}!a/page.html`, format: 'mirror-html' },
      { path: `${path}!cables.csv`, format: 'csv' },
    ])
  })

  it('that holds an archive, or is cut off, is refused', async () => {
    const inner = await zip('inner.zip', { 'a.txt': MESSAGE })
    const outer = await zip('outer.zip', { 'inner.zip': readFileSync(inner) })
    expect(refusals(await readAll(outer))).toEqual([': archives inside archives are not read'])
    const cut = file('cut.zip', readFileSync(inner).subarray(0, 200))
    expect(refusals(await readAll(cut))).toEqual([
      expect.stringMatching(/^: the archive is damaged/) as string,
    ])
  })

  it('is read but for the entries whose names point out of it', async () => {
    const path = await zip('sly.zip', {
      'a.txt': MESSAGE,
      'aa/evil.txt': MESSAGE,
      'b.txt': MESSAGE.replaceAll('000042', '000043'),
    })
    const sly = file(
      'sly2.zip',
      Buffer.from(readFileSync(path).toString('latin1').replaceAll('aa/evil', '../evil'), 'latin1'),
    )
    const outcomes = await readAll(sly)
    expect(cables(outcomes).map(({ id }) => id)).toEqual(['08PORTLUMINA42', '08PORTLUMINA43'])
    expect(refusals(outcomes)).toEqual([': its name points out of the archive'])
    expect(outcomes.find(({ kind }) => kind === 'refused')).toMatchObject({ path: `${sly}!../evil.txt` })
  })

  it('that unpacks to far more than any text does is refused', async () => {
    const path = await zip('bomb.zip', { 'zeros.txt': Buffer.alloc(60_000_000, 'a') })
    expect(refusals(await readAll(path))).toEqual([': the entry unpacks to far more than any text does'])
  })

  it('that is damaged gzip is one refusal', async () => {
    const packed = gzipSync(csvOf([MESSAGE]))
    const outcomes = await readAll(file('cut.csv.gz', packed.subarray(0, packed.length - 20)))
    expect(refusals(outcomes)).toEqual([': the compressed file is damaged'])
  })
})

describe('a folder', () => {
  it('is walked in order, passes over what is no text, and refuses text without a cable', async () => {
    const path = join(folder, 'walk')
    mkdirSync(join(path, 'b'), { recursive: true })
    writeFileSync(join(path, 'b', '2.txt'), MESSAGE)
    writeFileSync(join(path, 'a.txt'), MESSAGE)
    writeFileSync(join(path, 'c.jsonl'), '{"id":"x"}\n{"id":"y"}\n')
    writeFileSync(join(path, 'd.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))
    writeFileSync(join(path, 'e.txt'), 'Dear diary,\n')
    const outcomes = await readAll(path)
    expect(
      outcomes.map((outcome) =>
        outcome.kind === 'cable' ? outcome.cable.source.path : `refused ${outcome.path}`,
      ),
    ).toEqual([join(path, 'a.txt'), join(path, 'b', '2.txt'), `refused ${join(path, 'e.txt')}`])
  })
})

describe('rows of a database inside a message file', () => {
  it('are cables of their own', async () => {
    const bodyStart = MESSAGE.indexOf('C O N F')
    const header = MESSAGE.slice(0, bodyStart - 1)
    const body = MESSAGE.slice(bodyStart)
    const row = (number: string): string =>
      `2008-03-04 10:15:00\t${number}\tEmbassy Port Lumina\tCONFIDENTIAL\t07PORTLUMINA917\t${header.replaceAll('\n', '\\\n')}\t${body.replaceAll('\n', ' \\\n')}\n`
    const outcomes = await readAll(
      file('rows.txt', `${header}\n\n${row('08PORTLUMINA42')}121752\t${row('08PORTLUMINA43')}`),
    )
    const [text] = cables(await readAll(file('plain.txt', MESSAGE)))
    expect(cables(outcomes).map(({ id }) => id)).toEqual(['08PORTLUMINA42', '08PORTLUMINA43'])
    for (const { paragraphs, signer } of cables(outcomes))
      expect([paragraphs, signer]).toEqual([text?.paragraphs, 'QUILL'])
  })
})

it('standard input is read like a file', async () => {
  // The real stream is replaced for the length of this test: only its place in the process is taken, not its behaviour.
  const real = Object.getOwnPropertyDescriptor(process, 'stdin')
  Object.defineProperty(process, 'stdin', {
    value: createReadStream(file('piped', pageOf(MESSAGE))),
    configurable: true,
  })
  try {
    expect(cables(await readAll('-')).map(({ id, source }) => [id, source.path])).toEqual([
      ['08PORTLUMINA42', '-'],
    ])
  } finally {
    if (real) Object.defineProperty(process, 'stdin', real)
  }
})
