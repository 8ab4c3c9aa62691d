/**
 * @module Vectors in 8 bits, a quarter of the room: a record of a scale (32-bit float, little-endian) and a signed byte for each
 * dimension. A value is off by half a scale at most, which is 1/254 of the vector's largest value.
 */

const SCALE_BYTES = 4
const LARGEST = 127

/** Bytes of one record. */
export function recordBytes(dimension: number): number {
  return SCALE_BYTES + dimension
}

/** Records of vectors of one dimension, one after the other. */
export function packVectors(vectors: readonly Float32Array[], dimension: number): Uint8Array {
  const size = recordBytes(dimension)
  const values = new Int8Array(vectors.length * size)
  const view = new DataView(values.buffer)
  vectors.forEach((vector, at) => {
    let largest = 0
    for (let index = 0; index < dimension; index++) largest = Math.max(largest, Math.abs(vector[index] ?? 0))
    const scale = Math.fround(largest / LARGEST)
    view.setFloat32(at * size, scale, true)
    if (scale === 0) return
    const first = at * size + SCALE_BYTES
    for (let index = 0; index < dimension; index++) {
      values[first + index] = Math.round((vector[index] ?? 0) / scale)
    }
  })
  return new Uint8Array(values.buffer)
}

/** Reads records where they stand. */
export class PackedVectors {
  readonly count: number
  readonly #dimension: number
  readonly #view: DataView
  readonly #values: Int8Array

  /** @throws RangeError for bytes that are no whole number of records. */
  constructor(bytes: Uint8Array, dimension: number) {
    this.count = bytes.length / recordBytes(dimension)
    if (!Number.isInteger(this.count))
      throw new RangeError('packed vectors of another dimension, or cut short')
    this.#dimension = dimension
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Dot product with another vector; `index` is below `count`. */
  dot(index: number, other: Float32Array): number {
    const values = this.#values
    const dimension = this.#dimension
    const start = index * recordBytes(dimension)
    const first = start + SCALE_BYTES
    let sum = 0
    for (let at = 0; at < dimension; at++) sum += (values[first + at] ?? 0) * (other[at] ?? 0)
    return sum * this.#view.getFloat32(start, true)
  }

  vector(index: number): Float32Array {
    const start = index * recordBytes(this.#dimension)
    const scale = this.#view.getFloat32(start, true)
    const first = start + SCALE_BYTES
    return Float32Array.from(this.#values.subarray(first, first + this.#dimension), (value) => value * scale)
  }
}
