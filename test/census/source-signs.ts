import { createHash } from 'node:crypto'
import type { Cable, Paragraph } from '../../src/cables/cable.js'
import { snippet, type Sign } from './sign.js'

/** What an outcome tells of its source: refusals, and cables that were met before. Made for each census, because it remembers. */
export function sourceSigns(): readonly Sign[] {
  return [
    {
      name: 'refused',
      means: 'No cable was read of a file or a record.',
      find: (outcome) =>
        outcome.kind === 'refused'
          ? [
              {
                cable: `${outcome.path}${outcome.line === undefined ? '' : `:${outcome.line}`}`,
                snippet: snippet(outcome.reason),
              },
            ]
          : [],
    },
    differentPages(),
  ]
}

interface Met {
  readonly path: string
  readonly digests: readonly string[]
}

function differentPages(): Sign {
  const met = new Map<string, Met>()
  return {
    name: 'sources differ',
    means: 'The same cable from two sources has different paragraphs.',
    find: (outcome) => {
      if (outcome.kind !== 'cable') return []
      const { cable } = outcome
      const digests = cable.paragraphs.map(digest)
      const before = met.get(cable.id)
      if (before === undefined) {
        met.set(cable.id, { path: cable.source.path, digests })
        return []
      }
      const at = firstDifference(before.digests, digests)
      return at < 0 ? [] : [{ cable: cable.id, snippet: snippet(described(cable, at, before)) }]
    },
  }
}

/** Short digests: an archive has millions of paragraphs. */
function digest({ number, marking, heading, text }: Paragraph): string {
  return createHash('sha1')
    .update(JSON.stringify([number, marking, heading, text]))
    .digest('base64')
    .slice(0, 12)
}

/** @returns an index, or -1 */
function firstDifference(one: readonly string[], other: readonly string[]): number {
  const length = Math.max(one.length, other.length)
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return at
  return -1
}

function described({ paragraphs }: Cable, at: number, { path, digests }: Met): string {
  const here = paragraphs[at]
  return `[${at + 1}] of ${paragraphs.length}, ${digests.length} in ${path.slice(-40)}: ${here?.text ?? 'none'}`
}
