/** An 8-bit matrix, row-major: element (r, c) stands for `values[r * columns + c]` times the scale of its row or column. */
export interface Int8Matrix {
  readonly rows: number
  readonly columns: number
  readonly values: Int8Array
  readonly scales: Float32Array
}

/**
 * Bits that weights use. All 8 suit processors with VNNI instructions; others add products in pairs of 16 bits, which overflow unless
 * the weights keep to 7.
 */
export type WeightBits = 7 | 8

/** The largest magnitude; the lowest value is left out to keep the range symmetric. */
const LIMITS: Record<WeightBits, number> = { 7: 63, 8: 127 }

/** One scale for each column: right for weights, whose columns are summed apart. */
export function quantizeColumns(
  weight: Float32Array,
  rows: number,
  columns: number,
  bits: WeightBits,
): Int8Matrix {
  return quantize(weight, rows, columns, {
    limit: LIMITS[bits],
    scaleCount: columns,
    scaleIndex: (_, column) => column,
  })
}

/** One scale for each row: right for tables, whose rows are looked up. */
export function quantizeRows(table: Float32Array, rows: number, columns: number): Int8Matrix {
  return quantize(table, rows, columns, { limit: LIMITS[8], scaleCount: rows, scaleIndex: (row) => row })
}

interface Scaling {
  readonly limit: number
  readonly scaleCount: number
  readonly scaleIndex: (row: number, column: number) => number
}

function quantize(
  matrix: Float32Array,
  rows: number,
  columns: number,
  { limit, scaleCount, scaleIndex }: Scaling,
): Int8Matrix {
  const scales = new Float32Array(scaleCount)
  const values = new Int8Array(matrix.length)
  for (let row = 0, index = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, index++) {
      const at = scaleIndex(row, column)
      scales[at] = Math.max(scales[at] ?? 0, Math.abs(matrix[index] ?? 0) / limit)
    }
  }
  for (let row = 0, index = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, index++) {
      // A row or column of zeros has scale 0.
      values[index] = Math.round((matrix[index] ?? 0) / (scales[scaleIndex(row, column)] || 1))
    }
  }
  return { rows, columns, values, scales }
}
