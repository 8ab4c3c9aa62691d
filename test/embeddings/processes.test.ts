import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { TEST_MODELS } from '../support/embedding.js'

const EMBEDDER = pathToFileURL(join(PACKAGE_ROOT, 'dist/embeddings/embedder.js')).href

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-processes-'))
})

afterAll(() => rm(folder, { recursive: true }))

interface Outcome {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly output: string
}

/** Runs the lines in a Node process of their own, after `embedder` was created. */
function inProcess(cacheDir: string, body: string): Promise<Outcome> {
  const options = JSON.stringify({ cacheDir, threads: 2 })
  const script = `
    import { PooledEmbeddings } from ${JSON.stringify(EMBEDDER)}
    const embedder = await PooledEmbeddings.create(${options})
    const long = Array(40).fill('The convoy crossed the bridge at dawn. '.repeat(25))
    ${body}`
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: PACKAGE_ROOT })
    let output = ''
    child.stdout.on('data', (text: Buffer) => (output += text.toString()))
    child.stderr.on('data', (text: Buffer) => (output += text.toString()))
    child.on('close', (code, signal) => {
      resolve({ code, signal, output })
    })
  })
}

describe('a process that embeds', () => {
  it('exits with 0 when it closes the embedder in the middle of an inference', async () => {
    const outcome = await inProcess(
      TEST_MODELS,
      `const pending = embedder.embed(long).catch((error) => console.log(error.message))
       await new Promise((resolve) => setTimeout(resolve, 30))
       await embedder.close()
       await pending
       process.exit(0)`,
    )
    expect(outcome).toEqual({ code: 0, signal: null, output: 'the embedder is closed\n' })
  })

  it('ends by itself when its work is done, even if nobody closes the embedder', async () => {
    const outcome = await inProcess(TEST_MODELS, `console.log((await embedder.embed(long)).length)`)
    expect(outcome).toEqual({ code: 0, signal: null, output: '40\n' })
  })
})

describe('two processes that build the model at once', () => {
  it('both get it, and leave one complete folder', async () => {
    const cacheDir = join(folder, 'both')
    const body = `console.log(embedder.modelId, (await embedder.embed(['one']))[0].slice(0, 4).join())
                  await embedder.close()`
    const [first, second] = await Promise.all([inProcess(cacheDir, body), inProcess(cacheDir, body)])
    expect(first.code).toBe(0)
    expect(second).toEqual(first)
    expect(await readdir(cacheDir)).toHaveLength(1)
  }, 120_000)
})
