/** Middle of the values. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}

/** Share of the ten nearest texts of each text that are among its ten nearest by the reference. */
export function topTenOverlap(
  vectors: readonly ArrayLike<number>[],
  reference: readonly ArrayLike<number>[],
): number {
  const shares = vectors.map((_, index) => {
    const expected = new Set(nearest(reference, index))
    const found = nearest(vectors, index)
    return found.filter((other) => expected.has(other)).length / found.length
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

function nearest(vectors: readonly ArrayLike<number>[], index: number): number[] {
  const own = vectors[index] ?? []
  return vectors
    .map((vector, other) => ({ other, similarity: dot(vector, own) }))
    .filter(({ other }) => other !== index)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, 10)
    .map(({ other }) => other)
}
