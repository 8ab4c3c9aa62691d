/** @module What the processes of this benchmark hand on. */

export interface Built {
  /** Processor seconds that the build had taken at every tenth. */
  readonly curve: readonly { readonly vectors: number; readonly seconds: number }[]
  /** Wall clock: more than the processor time when other work ran beside. */
  readonly seconds: number
  readonly snapshotSeconds: number
}

/** Written last: a folder without it is built again. */
export const BUILT_FILE = 'built.json'

/** Asked for in a search: more than twice as many as the bot asks for. */
export const RESULTS = 60

export interface SearchFigures {
  readonly filter: string
  readonly p50: number
  readonly p95: number
  /** Share of the true ten nearest that are among the first ten found. */
  readonly recall: number
  /** Fewest results of any search. */
  readonly fewest: number
}

export interface Measured {
  readonly loadSeconds: number
  /** Of writing a byte to each page of as much memory. */
  readonly touchSeconds: number
  /** Bytes that the process occupies. */
  readonly memory: number
  readonly searches: readonly SearchFigures[]
  /** Without a filter, looking at more or fewer candidates (`ef`). */
  readonly efforts: readonly (SearchFigures & { readonly ef: number })[]
}
