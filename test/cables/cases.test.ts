/**
 * Each folder of `cases/` is one odd cable: `input.*` (a file as `parse` takes it), `why.txt` (one line: what is odd, and what is
 * right), and `expected.json` (what is read of it). `npm run cases` tries them all and writes the expectation of a new one;
 * `npm run cases -- -u` renews all expectations: look at the change with `git diff` before it is committed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { readPaths } from '../../src/cables/read.js'

const CASES = join(PACKAGE_ROOT, 'test', 'cables', 'cases')

/** What is read of a file, as JSON without the places that depend on the checkout. */
async function readingOf(folder: string, input: string): Promise<string> {
  const outcomes: unknown[] = []
  for await (const outcome of readPaths([join(folder, input)])) {
    if (outcome.kind === 'refused') outcomes.push({ refused: outcome.reason })
    else {
      const { source, ...cable } = outcome.cable
      outcomes.push({ ...cable, format: source.format })
    }
  }
  return `${JSON.stringify(outcomes, null, 2)}\n`
}

describe('a cable of the cases', () => {
  const names = readdirSync(CASES, { withFileTypes: true }).filter((entry) => entry.isDirectory())

  it.each(names.map(({ name }) => name))('is read right: %s', async (name) => {
    const folder = join(CASES, name)
    const inputs = readdirSync(folder).filter((file) => file.startsWith('input.'))
    expect(inputs, 'one file input.* in the folder').toHaveLength(1)
    expect(readFileSync(join(folder, 'why.txt'), 'utf8').trim()).toMatch(/^[^\n]{20,200}$/)
    await expect(await readingOf(folder, inputs[0] ?? '')).toMatchFileSnapshot(join(folder, 'expected.json'))
  })
})
