import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { BUILT_FILE, type Built, type Measured, RESULTS } from './index/figures.js'
import { printMachine, printTable } from './support/table.js'

/**
 * @module `npm run bench -- index [--sizes 10000,100000,1000000] [--cache FOLDER] [--rebuild]`: the product's index over the
 * product's store, of synthetic vectors (index/synthetic.ts). What was built is kept in the cache, so that searches can be
 * measured again without an hour of building.
 */

const options = parseArgs({
  args: process.argv.slice(3),
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    cache: { type: 'string', default: join(PACKAGE_ROOT, 'data/bench') },
    rebuild: { type: 'boolean', default: false },
  },
}).values

const results: { size: number; built: Built; measured: Measured }[] = []
for (const size of options.sizes.split(',').map(Number)) {
  if (!Number.isInteger(size) || size < 1000) throw new Error('--sizes takes whole numbers from 1000 on')
  const folder = join(options.cache, `index-${size}`)
  const built = await build(folder, size)
  process.stderr.write(`measuring ${size}\n`)
  const line = execFileSync(process.execPath, [program('measure'), folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  results.push({ size, built, measured: JSON.parse(line) as Measured })
}
report()

async function build(folder: string, size: number): Promise<Built> {
  const file = join(folder, BUILT_FILE)
  if (options.rebuild || !existsSync(file)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const child = spawn(process.execPath, [program('build'), folder, String(size)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) throw new Error('the index could not be built')
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Built
}

function program(name: string): string {
  return fileURLToPath(new URL(`./index/${name}.js`, import.meta.url))
}

function report(): void {
  printMachine(`${RESULTS} results a search; 200 questions; 384 dimensions`)
  printTable(
    [
      'vectors',
      'build s',
      'processor s',
      'save s',
      'load s',
      'memory alone s',
      'file MB',
      'memory MB',
      'search p50 ms',
      'p95 ms',
      'recall@10',
    ],
    results.map(({ size, built, measured: { loadSeconds, touchSeconds, memory, searches } }) => [
      size.toLocaleString('en'),
      built.seconds.toFixed(0),
      (built.curve.at(-1)?.seconds ?? NaN).toFixed(0),
      built.snapshotSeconds.toFixed(1),
      loadSeconds.toFixed(2),
      touchSeconds.toFixed(2),
      megabytes(graphBytes(size)),
      megabytes(memory),
      ...searchCells(searches[0]),
    ]),
  )
  process.stdout.write('Processor seconds of building, at every tenth:\n\n')
  const tenths = Array.from({ length: 10 }, (_, at) => at)
  printTable(
    ['vectors', ...tenths.map((at) => `${(at + 1) * 10}%`)],
    results.map(({ size, built: { curve } }) => [
      size.toLocaleString('en'),
      ...tenths.map((at) => (curve[at]?.seconds ?? NaN).toFixed(0)),
    ]),
  )
  process.stdout.write('Candidates looked at in an unfiltered search:\n\n')
  printTable(
    ['vectors', 'candidates', 'p50 ms', 'p95 ms', 'recall@10'],
    results.flatMap(({ size, measured }) =>
      measured.efforts.map((found) => [size.toLocaleString('en'), String(found.ef), ...searchCells(found)]),
    ),
  )
  process.stdout.write('Filtered searches:\n\n')
  printTable(
    ['vectors', 'that pass the filter', 'p50 ms', 'p95 ms', 'recall@10', 'fewest results'],
    results.flatMap(({ size, measured }) =>
      measured.searches
        .slice(1)
        .map((found) => [
          size.toLocaleString('en'),
          found.filter,
          ...searchCells(found),
          String(found.fewest),
        ]),
    ),
  )
}

function searchCells(figures: Measured['searches'][number] | undefined): string[] {
  if (figures === undefined) return ['', '', '']
  return [figures.p50.toFixed(2), figures.p95.toFixed(2), figures.recall.toFixed(3)]
}

function graphBytes(size: number): number {
  const folder = join(options.cache, `index-${size}`, 'index')
  const graph = readdirSync(folder).find((name) => name.endsWith('.hnsw'))
  return graph === undefined ? NaN : statSync(join(folder, graph)).size
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0)
}
