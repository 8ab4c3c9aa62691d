import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'

it.each(['throws', 'rejects'])('what nothing catches ends the process with one sentence: %s', async (how) => {
  const script = join(PACKAGE_ROOT, 'test/cli/faulty-process.mjs')
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, how])
  expect(stderr).toMatch(/^Pilcrow has stopped because of a fault of its own; [^\n]*\n$/u)
  const line = JSON.parse(stdout) as { level: number; err: { stack: string } }
  expect(line.level).toBe(60)
  expect(line.err.stack).toContain('nobody catches this')
})
