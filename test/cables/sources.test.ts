/** Sources in invented cables, in every form of mark and mention; and in real ones, where they are here. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { Mask, shieldedInCable } from '../../src/cables/protection/mask.js'
import { textsOf } from '../../src/cables/protection/shielded.js'
import { lettersOf, wordsOf } from '../../src/cables/protection/words.js'
import { readPaths } from '../../src/cables/read.js'
import {
  inventedSources,
  type InventedSource,
  leaksIn,
  lostIn,
  MARK_FORMS,
  MENTION_FORMS,
  sourceWith,
} from '../support/shielded-people.js'

/** In capitals nothing tells a name from other words, so a mark must be directly beside it (docs/protection.md). */
function isTold({ forms }: InventedSource): boolean {
  return !forms.includes('cable in capitals') || forms.some((form) => /^mark: Name (?:\(|\[|--)/u.test(form))
}

function shown({ cable, message }: InventedSource): string[] {
  const mask = new Mask(shieldedInCable(cable, message))
  return [textsOf(mask.cable(cable)).join('\n\n'), mask.message(message)]
}

function faultsOf(source: InventedSource): string[] {
  return shown(source).flatMap((text) => [
    ...leaksIn(text, source).map((secret) => `shows ${secret} (${source.forms.join('; ')})`),
    ...lostIn(text, source).map((kept) => `hides ${kept} (${source.forms.join('; ')})`),
  ])
}

describe('a source in an invented cable', () => {
  it.each(MARK_FORMS)('is hidden, and nothing else, when it is marked: %s', (markForm) => {
    const faults = MENTION_FORMS.flatMap((mentionForm, at) => {
      const source = sourceWith(markForm, mentionForm, at)
      return isTold(source) ? faultsOf(source) : []
    })
    expect(faults).toEqual([])
  })

  it('is hidden in any cable', () => {
    fc.assert(
      fc.property(inventedSources, (source) => {
        fc.pre(isTold(source))
        expect(faultsOf(source)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

const WIDE = join(PACKAGE_ROOT, '../shared/cables-wide/wide.csv.gz')

describe('sources in real cables', () => {
  it('are named nowhere in what is shown of the cable', { timeout: 300_000 }, async ({ skip }) => {
    if (!existsSync(WIDE)) skip('../shared/cables-wide is not here')
    let shielding = 0
    const leaks: string[] = []
    for await (const outcome of readPaths([WIDE])) {
      if (outcome.kind !== 'cable') continue
      const shielded = shieldedInCable(outcome.cable, outcome.message)
      if (shielded.names.length === 0) continue
      shielding += 1
      const mask = new Mask(shielded)
      const families = new Set(shielded.names.map((name) => lettersOf(name.at(-1) ?? '')))
      const others = new Set(shielded.others.map((other) => other.split(' ').at(-1)))
      for (const text of [...textsOf(mask.cable(outcome.cable)), mask.message(outcome.message)])
        leaks.push(...readable(text, families, others).map((word) => `${outcome.cable.id}: ${word}`))
    }
    expect(leaks).toEqual([])
    expect(shielding).toBeGreaterThan(80)
  })
})

/** Family names that can be read, but for those of somebody else of the same name. */
function readable(
  text: string,
  families: ReadonlySet<string>,
  others: ReadonlySet<string | undefined>,
): string[] {
  return wordsOf(text)
    .filter(
      ({ text: word }) =>
        /^\p{Lu}/u.test(word) && families.has(lettersOf(word)) && !others.has(lettersOf(word)),
    )
    .map(({ text: word }) => word)
}
