import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSafetensors } from '../../embeddings/onnx/safetensors.js'

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-safetensors-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('a file of tensors', () => {
  it('has integers of 8 bits multiplied by the scale of their row, and floats as they are', () => {
    const scales = Buffer.from(Float32Array.of(0.5, 2, 7).buffer)
    const integers = Buffer.from(Int8Array.of(1, -2, 127, -127).buffer)
    const header = Buffer.from(
      JSON.stringify({
        'a.scale': { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
        b: { dtype: 'F32', shape: [1], data_offsets: [8, 12] },
        a: { dtype: 'I8', shape: [2, 2], data_offsets: [12, 16] },
      }),
    )
    const length = Buffer.alloc(8)
    length.writeBigUInt64LE(BigInt(header.length))
    const path = join(folder, 'one.safetensors')
    writeFileSync(path, Buffer.concat([length, header, scales, integers]))
    const tensors = readSafetensors(path)
    expect([...tensors.keys()].sort()).toEqual(['a', 'b'])
    expect(tensors.get('a')).toEqual({ shape: [2, 2], data: Float32Array.of(0.5, -1, 254, -254) })
    expect(tensors.get('b')).toEqual({ shape: [1], data: Float32Array.of(7) })
  })
})
