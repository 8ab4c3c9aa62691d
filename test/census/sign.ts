import type { Cable } from '../../src/cables/cable.js'
import type { ReadOutcome } from '../../src/cables/outcome.js'

/** One place that is doubtful. */
export interface Find {
  /** Number of the cable, or the path (and line) of what was refused. */
  readonly cable: string
  /** What to look at, on one line. */
  readonly snippet: string
  /** Where different values count, not cables: the code, the post. */
  readonly value?: string
}

/** A sign that a reading may be wrong; many finds are right, and a person has to look. */
export interface Sign {
  /** Short, in words; it names the sign on the command line. */
  readonly name: string
  /** One sentence: what is counted. */
  readonly means: string
  readonly find: (outcome: ReadOutcome) => readonly Find[]
}

/** Longest snippet (characters). */
const LONGEST_SNIPPET = 120

/** @returns what is given, on one line and cut */
export function snippet(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST_SNIPPET)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > LONGEST_SNIPPET ? `${line.slice(0, LONGEST_SNIPPET - 1)}…` : line
}

type OfCable = (cable: Cable, message: string) => readonly string[]

/** @param find snippets of what is doubtful in a cable */
export function sign(name: string, means: string, find: OfCable): Sign {
  return {
    name,
    means,
    find: (outcome) =>
      outcome.kind === 'cable'
        ? find(outcome.cable, outcome.message).map((text) => ({
            cable: outcome.cable.id,
            snippet: snippet(text),
          }))
        : [],
  }
}

/** @param find values of a cable that are doubtful, whatever cable they are of */
export function valueSign(name: string, means: string, find: OfCable): Sign {
  const base = sign(name, means, find)
  return {
    ...base,
    find: (outcome) => base.find(outcome).map((found) => ({ ...found, value: found.snippet })),
  }
}
