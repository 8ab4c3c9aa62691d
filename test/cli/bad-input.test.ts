import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { lines, pilcrow } from '../support/cli.js'
import { useTestModels } from '../support/embedding.js'

const SAMPLE = join(PACKAGE_ROOT, 'samples/cables/06PORTALDANE377.txt')

let folder: string
let data: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-cli-'))
  data = join(folder, 'data')
  useTestModels(data)
  const { code, stderr } = await pilcrow(['ingest', SAMPLE, '--data', data])
  expect(code, stderr).toBe(0)
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  Buffer.from('JFIF\0'),
  Buffer.alloc(2000, 7),
])

describe('bad input gets one sentence, exit code 1, and the rest is still done', () => {
  it.each([
    ['a JPEG', () => file('photo.txt', JPEG)],
    ['an empty file', () => file('empty.txt', '')],
    ['a line of 50 MB', () => file('long.txt', 'x'.repeat(50_000_000))],
    ['a folder that is not there', () => join(folder, 'nowhere')],
  ])('%s', async (_what, make) => {
    const path = make()
    const parsed = await pilcrow(['parse', path, SAMPLE])
    expect(parsed.code).toBe(1)
    expect(lines(parsed.stderr)).toHaveLength(1)
    expect(parsed.stderr).toContain(path)
    expect(parsed.stderr).not.toMatch(/\bat .*:\d+:\d+/)
    expect(lines(parsed.stdout).map((line) => (JSON.parse(line) as { id: string }).id)).toEqual([
      '06PORTALDANE377',
    ])

    const ingested = await pilcrow(['ingest', path, '--data', data])
    expect(ingested.code).toBe(1)
    expect(ingested.stderr).toContain(path)
    expect((await pilcrow(['show', '06PORTALDANE377', '1', '--data', data])).code).toBe(0)
  })

  it.each([
    ['an empty question', ''],
    ['a question of white space', ' \n '],
    ['a question of 10,000 characters', 'Who? '.repeat(2000)],
  ])('%s', async (_what, question) => {
    const { code, stdout, stderr } = await pilcrow(['ask', question, '--data', data])
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(lines(stderr)).toHaveLength(1)
    expect(stderr).toMatch(/^The question (is empty|has 9,999 characters)/)
  })

  it('a data folder that cannot be written', async () => {
    const { code, stdout, stderr } = await pilcrow(['ingest', SAMPLE, '--data', join(SAMPLE, 'data')])
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(lines(stderr)).toHaveLength(1)
    expect(stderr).toMatch(/^The data folder .* cannot be made/)
  })

  it('a cable and a paragraph that are not there', async () => {
    const cable = await pilcrow(['show', '06PORTALDANE9999', '--data', data])
    expect(cable).toMatchObject({ code: 1, stdout: '' })
    expect(cable.stderr).toMatch(/^There is no cable 06PORTALDANE9999 in this library\./)
    const paragraph = await pilcrow(['show', '06PORTALDANE377', '99', '--data', data])
    expect(paragraph).toMatchObject({ code: 1, stdout: '' })
    expect(paragraph.stderr).toMatch(/^06PORTALDANE377 has no paragraph 99; it has 1, 2, /)
  })

  it('a question file with a line that is no question', async () => {
    const questions = file('questions.jsonl', '{"id":"a","question":"Who?"}\n{"id":"b"}\n')
    const { code, stderr } = await pilcrow(['eval', questions, '--data', data])
    expect(code).toBe(1)
    expect(stderr).toMatch(/questions\.jsonl, line 2: not a question/)
  })

  it('a wrong setting', async () => {
    const { code, stderr } = await pilcrow(['show', '06PORTALDANE377', '--data', data], {
      env: { LOG_LEVEL: 'loud' },
    })
    expect(code).toBe(1)
    expect(lines(stderr)).toEqual(['LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent.'])
  })
})

describe('wrong usage exits 2', () => {
  it.each([
    [['frobnicate']],
    [['parse']],
    [['ask']],
    [['search', 'x', '--limit', '0']],
    [['ask', 'x', '--after', '2006-02-30']],
    [['show', 'x', '--colour']],
  ])('%j', async (args) => {
    const { code, stdout, stderr } = await pilcrow(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/error/)
  })
})
