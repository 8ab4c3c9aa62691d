/** @module Counts doubtful signs in what the reader gives. */
import type { ReadOutcome } from '../../src/cables/outcome.js'
import { BODY_SIGNS } from './body-signs.js'
import { HEAD_SIGNS } from './head-signs.js'
import type { Find, Sign } from './sign.js'
import { sourceSigns } from './source-signs.js'

/** All signs, in the order of the table. */
export function allSigns(): readonly Sign[] {
  return [...sourceSigns(), ...BODY_SIGNS, ...HEAD_SIGNS]
}

export interface SignCount {
  readonly name: string
  readonly means: string
  /** Places. */
  readonly finds: number
  /** Different cables (or records that were refused). */
  readonly cables: ReadonlySet<string>
  /** How often each value was found, most frequent first; empty where values do not count. */
  readonly values: ReadonlyMap<string, number>
  /** The first finds, or the first of each of the most frequent values. */
  readonly examples: readonly Find[]
}

export interface Census {
  readonly records: number
  readonly counts: readonly SignCount[]
}

export interface CensusOptions {
  readonly signs: readonly Sign[]
  /** Most examples that are kept for each sign. */
  readonly examples: number
  readonly onRecord?: (records: number) => void
}

/** @param outcomes as `readPaths` gives them */
export async function takeCensus(
  outcomes: AsyncIterable<ReadOutcome>,
  options: CensusOptions,
): Promise<Census> {
  const tallies = options.signs.map((sign) => new Tally(sign, options.examples))
  let records = 0
  for await (const outcome of outcomes) {
    for (const tally of tallies) tally.add(outcome)
    records++
    options.onRecord?.(records)
  }
  return { records, counts: tallies.map((tally) => tally.count()) }
}

interface SeenValue {
  readonly first: Find
  times: number
}

class Tally {
  readonly #sign: Sign
  readonly #most: number
  readonly #cables = new Set<string>()
  readonly #values = new Map<string, SeenValue>()
  readonly #first: Find[] = []
  #finds = 0

  constructor(sign: Sign, most: number) {
    this.#sign = sign
    this.#most = most
  }

  add(outcome: ReadOutcome): void {
    for (const found of this.#sign.find(outcome)) {
      this.#finds++
      this.#cables.add(found.cable)
      if (found.value !== undefined) this.#addValue(found.value, found)
      else if (this.#first.length < this.#most) this.#first.push(found)
    }
  }

  count(): SignCount {
    const { name, means } = this.#sign
    const values = [...this.#values].sort(([, one], [, other]) => other.times - one.times)
    return {
      name,
      means,
      finds: this.#finds,
      cables: this.#cables,
      values: new Map(values.map(([value, { times }]) => [value, times])),
      examples: [...this.#first, ...values.map(([, { first }]) => first)].slice(0, this.#most),
    }
  }

  #addValue(value: string, found: Find): void {
    const seen = this.#values.get(value)
    if (seen === undefined) this.#values.set(value, { first: found, times: 1 })
    else seen.times++
  }
}
