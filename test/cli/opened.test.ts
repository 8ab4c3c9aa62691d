/** A cable or a paragraph that is named alone is opened in the terminal, too. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { openedText } from '../../src/cli/opened.js'
import { abstention, servicesOf } from '../support/archive.js'
import { pilcrow } from '../support/cli.js'
import { useTestModels } from '../support/embedding.js'

const SERVICES = servicesOf(() => Promise.resolve(abstention()))

function opened(typed: string): string | null {
  return openedText(typed, SERVICES, 'https://archive.example/cable/{id}')
}

describe('what is named alone', () => {
  it('is the cable', () => {
    for (const typed of ['(05LINDGARD212)', 'lindgard 212', 'https://archive.example/cable/05LINDGARD212'])
      expect(opened(typed)).toMatch(/^05LINDGARD212 {2}HARBOUR TALKS/u)
  })

  it('is the paragraph with its neighbours, or all of that number', () => {
    expect(opened('lindgard 212 para 1')).toContain('¶1. (C) Minister Olavsen made three offers.')
    expect(opened('05LINDGARD212 ¶2')?.match(/^05LINDGARD212 ¶2/gmu)).toHaveLength(2)
    expect(() => opened('05LINDGARD212 ¶9')).toThrow('has no paragraph')
  })

  it('is a question where no such cable is', () => {
    expect(['05LINDGARD213', 'Lindgard 2005', 'Who met whom?'].map(opened)).toEqual([null, null, null])
  })
})

describe('in the terminal', () => {
  let folder: string
  let data: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pilcrow-opened-'))
    data = join(folder, 'data')
    useTestModels(data)
    const sample = join(PACKAGE_ROOT, 'samples/cables/06PORTALDANE377.txt')
    expect((await pilcrow(['ingest', sample, '--data', data])).code).toBe(0)
  })

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    ['ask', (words: string) => pilcrow(['ask', words, '--data', data])],
    ['show', (words: string) => pilcrow(['show', words, '--data', data])],
    ['start', (words: string) => pilcrow(['start', '--data', data], { input: `${words}\nexit\n` })],
  ])('%s opens a label', async (_, run) => {
    const { stdout, stderr } = await run('portaldane 377 para 2')
    expect(stdout, stderr).toContain('06PORTALDANE377 ¶2 (')
    expect(stdout).toMatch(/^¶2\. \(/mu)
  })

  it('ask --json answers all the same', async () => {
    const { stdout } = await pilcrow(['ask', '06PORTALDANE377 ¶2', '--json', '--data', data])
    expect(JSON.parse(stdout)).toMatchObject({ citations: [{ cable: '06PORTALDANE377', paragraph: 2 }] })
  })
})
