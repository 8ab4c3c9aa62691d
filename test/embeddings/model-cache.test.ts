import type { Stats } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cachedFolder } from '../../embeddings/model-cache.js'

let cacheDir: string
let written = 0

beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'pilcrow-cache-'))
  written = 0
})

afterEach(() => rm(cacheDir, { recursive: true }))

async function write(folder: string): Promise<void> {
  written++
  await mkdir(join(folder, 'onnx'))
  await writeFile(join(folder, 'onnx/model.onnx'), 'a graph')
  await writeFile(join(folder, 'config.json'), '{}')
}

describe('a cached folder', () => {
  it('is written once and then only used', async () => {
    const first = await cachedFolder(cacheDir, 'model', write)
    expect(await cachedFolder(cacheDir, 'model', write)).toBe(first)
    expect(written).toBe(1)
    expect(await readFile(join(first, 'onnx/model.onnx'), 'utf8')).toBe('a graph')
  })

  it.each(['onnx/model.onnx', 'config.json', 'contents.json'])(
    'is written again when %s was cut short',
    async (file) => {
      const folder = await cachedFolder(cacheDir, 'model', write)
      await truncate(join(folder, file), 1)
      await cachedFolder(cacheDir, 'model', write)
      expect(written).toBe(2)
      expect(await readFile(join(folder, 'onnx/model.onnx'), 'utf8')).toBe('a graph')
      expect(await readdir(cacheDir)).toEqual(['model'])
    },
  )

  it('is written again when a file is gone', async () => {
    const folder = await cachedFolder(cacheDir, 'model', write)
    await rm(join(folder, 'onnx'), { recursive: true })
    await cachedFolder(cacheDir, 'model', write)
    expect(written).toBe(2)
  })

  it('leaves nothing behind when writing fails, and the reason is told', async () => {
    const failure = new Error('the source is gone')
    await expect(
      cachedFolder(cacheDir, 'model', async (folder) => {
        await write(folder)
        throw failure
      }),
    ).rejects.toBe(failure)
    expect(await readdir(cacheDir)).toEqual([])
  })

  it('is whole for everyone when many write it at once', async () => {
    const folders = await Promise.all(Array.from({ length: 8 }, () => cachedFolder(cacheDir, 'model', write)))
    expect(new Set(folders).size).toBe(1)
    expect(await readdir(cacheDir)).toEqual(['model'])
    expect((await readdir(join(cacheDir, 'model'))).sort()).toEqual(['config.json', 'contents.json', 'onnx'])
  })

  it('is not replaced by one who finishes later', async () => {
    let early: Stats | undefined
    const late = cachedFolder(cacheDir, 'model', async (folder) => {
      await write(folder)
      await cachedFolder(cacheDir, 'model', write)
      early = await stat(join(cacheDir, 'model'))
    })
    expect((await stat(await late)).ino).toBe(early?.ino)
    expect(await readdir(cacheDir)).toEqual(['model'])
  })

  it('sweeps away what a killed process left long ago, but not what another is writing', async () => {
    for (const name of ['.writing-old', '.writing-new']) await mkdir(join(cacheDir, name))
    const longAgo = new Date(Date.now() - 2 * 3_600_000)
    await utimes(join(cacheDir, '.writing-old'), longAgo, longAgo)
    await cachedFolder(cacheDir, 'model', write)
    expect((await readdir(cacheDir)).sort()).toEqual(['.writing-new', 'model'])
  })
})
