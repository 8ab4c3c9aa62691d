import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import type { Cable } from '../../src/cables/cable.js'
import type { ReadOutcome } from '../../src/cables/outcome.js'
import { readPaths } from '../../src/cables/read.js'
import { describeCable, type Description } from './describe-cable.js'
import { wordsLost } from './words.js'

/**
 * Real cables that lie beside the repository and are no part of it. The expectations were set after reading all of
 * them against their readings by hand; `PILCROW_WRITE_EXPECTATIONS=1` writes them anew after the next such check.
 */
const SHARED = join(PACKAGE_ROOT, '..', 'shared')
const FORMS = ['cables-dev', 'cables-dev-html', join('cables-dev-csv', 'cables.csv')].map((name) =>
  join(SHARED, name),
)
const EXPECTATIONS = join(PACKAGE_ROOT, 'test', 'cables', 'dev-expectations.jsonl')

async function readAll(...paths: string[]): Promise<ReadOutcome[]> {
  const outcomes: ReadOutcome[] = []
  for await (const outcome of readPaths(paths)) outcomes.push(outcome)
  return outcomes
}

const present = FORMS.every((path) => existsSync(path))
if (!present)
  process.stderr.write('skipped: the real cables for development are not beside the repository (../shared)\n')

describe.skipIf(!present)('the real cables for development', async () => {
  const outcomes = present ? await readAll(...FORMS) : []
  const cables = outcomes.flatMap((outcome) => (outcome.kind === 'cable' ? [outcome.cable] : []))
  const texts = cables.filter(({ source }) => source.path.startsWith(`${FORMS[0] ?? ''}${sep}`))
  if (process.env['PILCROW_WRITE_EXPECTATIONS'] === '1') {
    writeFileSync(EXPECTATIONS, texts.map((cable) => `${JSON.stringify(describeCable(cable))}\n`).join(''))
  }
  const expected = readFileSync(EXPECTATIONS, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Description)

  it('are all read, without a refusal', () => {
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toEqual([])
    expect(texts.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
  })

  it.each(expected.map((description) => [description.id, description] as const))(
    '%s reads as checked by hand',
    (id, description) => {
      const cable = texts.find((candidate) => candidate.id === id)
      expect(cable && describeCable(cable)).toEqual(description)
    },
  )

  it('give the same paragraphs from text, page and dump', () => {
    const first = new Map<string, Cable>(texts.map((cable) => [cable.id, cable]))
    const others = cables.filter((cable) => first.get(cable.id) !== cable)
    expect(others.length).toBeGreaterThan(60)
    for (const other of others)
      expect(other.paragraphs, `${other.id} from ${other.source.path}`).toEqual(
        first.get(other.id)?.paragraphs,
      )
  })

  it('lose no word', () => {
    for (const outcome of outcomes) {
      if (outcome.kind !== 'cable') continue
      expect(wordsLost(outcome.cable, outcome.message), outcome.cable.id).toEqual({ lost: [], invented: [] })
    }
  })
})
