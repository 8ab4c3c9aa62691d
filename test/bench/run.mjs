// npm run bench -- NAME [OPTIONS]: compiles the product and the benchmarks, then runs test/bench/NAME.ts.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(dirname(here))
const name = process.argv[2] ?? ''
if (!/^[\w-]+$/.test(name) || !existsSync(join(here, `${name}.ts`))) {
  process.stderr.write('usage: npm run bench -- answer | embed | index | ingest | synthetic-csv [OPTIONS]\n')
  process.exit(2)
}
const node = (...args) => execFileSync(process.execPath, args, { stdio: ['ignore', 2, 2] })
node(join(root, 'src/launch.mjs'), '--build')
node(createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', here)
await import(join(root, 'dist.bench/test/bench', `${name}.js`))
