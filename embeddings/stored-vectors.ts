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
  /** Labels of all vectors, ascending. */
  labels(): Iterable<number>
  /** The vectors of these labels, in any order; labels that are no more are left out. */
  fetch(labels: readonly number[]): Iterable<LabelledVector>
  /** Remembers a name for the store's present state, and gives it: a snapshot carries it. */
  mark(): { readonly mark: string; readonly generation: number }
  /** Whether a snapshot with this name was made of this very store: false for one from before the store was put back. */
  recognises(mark: string, generation: number): boolean
}
