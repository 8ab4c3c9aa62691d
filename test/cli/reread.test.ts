import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Library } from '../../src/library/library.js'
import { lines, pilcrow } from '../support/cli.js'
import { earlierReadingOf, forgetRecipe } from '../support/earlier-reader.js'
import { useTestModels } from '../support/embedding.js'

let folder: string
let data: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-reread-'))
  data = join(folder, 'data')
  useTestModels(data)
  const library = Library.open(data)
  library.beginProtection('cable')
  library.put([earlierReadingOf(1), earlierReadingOf(2)])
  library.close()
  forgetRecipe(data)
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a library of an earlier reader at the command line', () => {
  it('is shown as it was read, with one sentence that says how to renew it', async () => {
    const { code, stdout, stderr } = await pilcrow(['show', '08NAIROBI1', '--json', '--data', data])
    expect(code).toBe(0)
    expect((JSON.parse(stdout) as { paragraphs: unknown[] }).paragraphs).toHaveLength(2)
    expect(lines(stderr)).toEqual([expect.stringContaining('pilcrow -- reread')])
  })

  it('answers questions, too', async () => {
    expect((await pilcrow(['ingest', 'samples/cables/06PORTALDANE377.txt', '--data', data])).code).toBe(0)
    const { code, stderr } = await pilcrow(['search', 'ferry', '--data', data])
    expect(code).toBe(0)
    expect(lines(stderr)).toEqual([
      expect.stringContaining('pilcrow -- reread'),
      '4 passages have all the words.',
    ])
  })

  it('is renewed by reread, which says what it did, and then says nothing more', async () => {
    const first = await pilcrow(['reread', '--data', data])
    expect(first.stderr).toBe('')
    expect(first.stdout).toMatch(
      /^3 cables read again, 2 changed, 0 added, 0 kept as they were; 4 paragraphs changed, 4 embedded; /,
    )
    expect(first.code).toBe(0)
    const shown = await pilcrow(['show', '08NAIROBI1', '--json', '--data', data])
    expect((JSON.parse(shown.stdout) as { paragraphs: unknown[] }).paragraphs).toHaveLength(3)
    expect(shown.stderr).toBe('')
    expect((await pilcrow(['verify', '--data', data])).stdout).toMatch(/all is well/)
    expect((await pilcrow(['reread', '--data', data])).stdout).toMatch(/^3 cables read again, 0 changed/)
  })
})
