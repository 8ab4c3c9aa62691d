import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Row-major tensor of 32-bit floats. */
export interface FloatTensor {
  readonly shape: readonly number[]
  readonly data: Float32Array
}

const headerSchema = z.record(
  z.string(),
  z.union([
    z.object({
      dtype: z.string(),
      shape: z.array(z.number().int().nonnegative()),
      data_offsets: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
    }),
    z.record(z.string(), z.string()),
  ]),
)

/**
 * Reads the tensors of a `.safetensors` file that are floats of 16 or 32 bits, or 8-bit integers with a scale for each row beside
 * them (`NAME.scale`); tensors of other types are left out.
 * Layout: length of the header as little-endian u64, the header as JSON, the tensors' bytes.
 */
export function readSafetensors(path: string): Map<string, FloatTensor> {
  const file = readFileSync(path)
  const headerLength = Number(file.readBigUInt64LE(0))
  const header = headerSchema.parse(JSON.parse(file.toString('utf8', 8, 8 + headerLength)))
  const tensors = new Map<string, FloatTensor>()
  for (const [name, entry] of Object.entries(header)) {
    if (!isTensor(entry)) continue
    const [begin, end] = entry.data_offsets
    const bytes = file.subarray(8 + headerLength + begin, 8 + headerLength + end)
    const data = decode(entry.dtype, bytes)
    if (data) tensors.set(name, { shape: entry.shape, data })
  }
  for (const [name, { shape, data }] of tensors) {
    const scales = tensors.get(`${name}${SCALE}`)?.data
    if (scales === undefined) continue
    const columns = data.length / scales.length
    tensors.set(name, {
      shape,
      data: data.map((value, at) => value * (scales[Math.floor(at / columns)] ?? 0)),
    })
    tensors.delete(`${name}${SCALE}`)
  }
  return tensors
}

/** Behind the name of a tensor of 8-bit integers: what the integers of each row are multiplied by. */
const SCALE = '.scale'

interface TensorEntry {
  dtype: string
  shape: number[]
  data_offsets: [number, number]
}

function isTensor(entry: TensorEntry | Record<string, string>): entry is TensorEntry {
  return Array.isArray(entry.data_offsets)
}

function decode(dtype: string, bytes: Buffer): Float32Array | undefined {
  // Copied, because a typed array must begin at a multiple of its element's size.
  const { buffer, byteLength } = Uint8Array.from(bytes)
  if (dtype === 'I8') return Float32Array.from(new Int8Array(buffer, 0, byteLength))
  if (dtype === 'F32') return new Float32Array(buffer, 0, byteLength / 4)
  if (dtype === 'F16') return floatsOfHalves(new Uint16Array(buffer, 0, byteLength / 2))
  return undefined
}

const FLOAT_OF_HALF = Float32Array.from({ length: 0x10000 }, (_, bits) => halfToFloat(bits))

function floatsOfHalves(halves: Uint16Array): Float32Array {
  const floats = new Float32Array(halves.length)
  for (let index = 0; index < halves.length; index++) floats[index] = FLOAT_OF_HALF[halves[index] ?? 0] ?? 0
  return floats
}

/** IEEE 754 half precision to a number; exact, so weights lose nothing by the detour. */
function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
