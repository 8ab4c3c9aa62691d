#!/usr/bin/env node
// Runs the command line from a fresh checkout: compiles the TypeScript first when it must, silently on stdout.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')
const stamp = join(dist, '.built')

if (!isFresh()) build()
if (process.argv[2] !== '--build') await import('../dist/src/main.js')

function isFresh() {
  if (!existsSync(stamp)) return false
  const built = statSync(stamp).mtimeMs
  const inputs = ['tsconfig.json', 'package.json', 'src', 'commands', 'embeddings'].map((name) =>
    join(root, name),
  )
  return inputs.every((path) => newest(path) <= built)
}

/** Newest modification time (ms) of a file, or of everything below a folder. A deleted file shows in its folder's time. */
function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Compiles beside `dist/` and swaps, so that a process that runs from it never sees half a build; one process at a time. */
function build() {
  const release = lock()
  try {
    // Another process may have built while this one waited.
    if (isFresh()) return
    const fresh = join(root, `dist.${process.pid}`)
    compile(fresh)
    const former = `${fresh}.former`
    if (existsSync(dist)) renameSync(dist, former)
    renameSync(fresh, dist)
    rmSync(former, { recursive: true, force: true })
  } finally {
    release()
  }
}

function compile(folder) {
  const startedAt = new Date()
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const result = spawnSync(process.execPath, [tsc, '-p', root, '--outDir', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // 2 means written in spite of type errors: those are for `npm run check` to say.
  if (result.status !== 0 && result.status !== 2) {
    process.stderr.write(result.stdout)
    rmSync(folder, { recursive: true, force: true })
    throw new Error('the build failed; see the messages above')
  }
  // Dated by the start: a source that changed while the compiler ran counts as newer.
  writeFileSync(join(folder, '.built'), '')
  utimesSync(join(folder, '.built'), startedAt, startedAt)
}

/** Waits for another process that builds; one that was killed is no longer waited for after two minutes. */
function lock() {
  const path = join(root, 'dist.lock')
  for (;;) {
    try {
      mkdirSync(path)
      return () => rmSync(path, { recursive: true, force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs
      if (since !== undefined && Date.now() - since > 120_000) rmSync(path, { recursive: true, force: true })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
}
