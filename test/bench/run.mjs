// npm run bench -- NAME [OPTIONS]: compiles the product and the benchmarks, then runs test/bench/NAME.ts.
import { existsSync } from 'node:fs'
import { importCompiled } from '../support/import-compiled.mjs'

const name = process.argv[2] ?? ''
if (!/^[\w-]+$/.test(name) || !existsSync(new URL(`${name}.ts`, import.meta.url))) {
  process.stderr.write(
    'usage: npm run bench -- answer | embed | fit | index | ingest | sizes | synthetic-csv | training-data [OPTIONS]\n',
  )
  process.exit(2)
}
await importCompiled('bench', name)
