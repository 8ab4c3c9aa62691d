/** @module The directions in which vectors differ most, by orthogonal iteration (Golub and Van Loan, Matrix Computations, 8.2.4). */

const ITERATIONS = 60

/** @returns `count` orthonormal directions; the vectors' mean must be 0 */
export function principalComponents(vectors: readonly Float32Array[], count: number): Float64Array[] {
  const size = vectors[0]?.length ?? 0
  const covariance = Array.from({ length: size }, () => new Float64Array(size))
  for (const vector of vectors) {
    for (let row = 0; row < size; row++) {
      const value = vector[row] ?? 0
      const target = covariance[row]
      if (target)
        for (let column = 0; column < size; column++)
          target[column] = (target[column] ?? 0) + value * (vector[column] ?? 0)
    }
  }
  // A start without chance, so that the same model gives the same file.
  let basis: Float64Array[] = Array.from({ length: count }, (_, index) =>
    Float64Array.from({ length: size }, (_, at) => Math.cos(((index + 1) * (at + 0.5) * Math.PI) / size)),
  )
  for (let round = 0; round < ITERATIONS; round++) {
    basis = orthonormal(basis.map((direction) => Float64Array.from(covariance, (row) => dot(row, direction))))
  }
  return basis
}

export function project(vector: Float32Array, components: readonly Float64Array[]): Float32Array {
  return Float32Array.from(components, (component) => dot(component, vector))
}

/** Modified Gram-Schmidt. */
function orthonormal(directions: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = []
  for (const direction of directions) {
    const rest = direction.slice()
    for (const known of basis) {
      const share = dot(rest, known)
      for (let at = 0; at < rest.length; at++) rest[at] = (rest[at] ?? 0) - share * (known[at] ?? 0)
    }
    const length = Math.hypot(...rest)
    basis.push(rest.map((value) => value / length))
  }
  return basis
}

function dot(a: Float64Array, b: Float64Array | Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
