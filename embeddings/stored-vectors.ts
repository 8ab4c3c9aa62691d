/** A vector under the label that the index knows it by. A label's vector never changes, and no label is used twice. */
export interface LabelledVector {
  readonly label: number
  readonly vector: Float32Array
}

/**
 * The store that an index is derived from, for one model. The index asks it what is true: at opening, at snapshots, and
 * when a narrow filter is compared exactly.
 */
export interface StoredVectors {
  readonly modelId: string
  /** Floats in each vector. */
  readonly dimension: number
  /** Grows with every committed change, whoever made it. */
  readonly generation: number
  /** How many vectors there are. */
  readonly count: number
  /** Labels of all vectors above `after` (0 when left out), ascending. Labels grow: what is committed later has higher ones. */
  labels(after?: number): Iterable<number>
  /** The vectors of these labels, in any order; labels that are no more, and vectors that are damaged, are left out. */
  fetch(labels: readonly number[]): Iterable<LabelledVector>
  /** Gives a name to the state of a generation and remembers it: a snapshot of that state carries the name. */
  mark(generation: number): string
  /** The generation that this name was given to; `undefined` for a name of another store, or of this one before it was put back. */
  generationOf(mark: string): number | undefined
}
