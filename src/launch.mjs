#!/usr/bin/env node
// Runs the command line from a fresh checkout: compiles the TypeScript first when it must, silently on stdout.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
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

/** Compiles beside `dist/` and swaps, so that a process that runs from it never sees half a build. */
function build() {
  const fresh = join(root, `dist.${process.pid}`)
  const startedAt = new Date()
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const result = spawnSync(process.execPath, [tsc, '-p', root, '--outDir', fresh], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (result.status === 1) {
    process.stderr.write(result.stdout)
    process.stderr.write('pilcrow: the build failed; see the messages above.\n')
    rmSync(fresh, { recursive: true, force: true })
    process.exit(1)
  }
  // Dated by the start: a source that changed while the compiler ran counts as newer.
  writeFileSync(join(fresh, '.built'), '')
  utimesSync(join(fresh, '.built'), startedAt, startedAt)
  rmSync(dist, { recursive: true, force: true })
  try {
    renameSync(fresh, dist)
  } catch (error) {
    // Another process finished the same build first.
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(stamp)) throw error
  }
}
