import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { PooledEmbeddings } from '../../embeddings/embedder.js'
import { VectorIndex } from '../../embeddings/vector-index.js'
import { readPaths } from '../../src/cables/read.js'
import { ingest, type PassageEmbedder } from '../../src/library/ingest.js'
import { Library } from '../../src/library/library.js'
import { libraryShelf } from '../../src/library/shelf.js'
import { median } from './embedding/measures.js'
import { percentile, printMachine, printTable } from './support/table.js'
import { variedRecords } from './support/varied-archive.js'

/**
 * @module `npm run bench -- ingest [--records 150] [--rounds 5] [--precision int8] [--cables PATH]`: the whole of ingest (read,
 * store, embed, index, save) against embedding the same texts with the same workers and nothing else, in turns. Without a path
 * the cables are a dump with varied text of the sample archive, as long as real ones.
 */

const options = parseArgs({
  args: process.argv.slice(3),
  options: {
    records: { type: 'string', default: '150' },
    rounds: { type: 'string', default: '5' },
    precision: { type: 'string', default: 'int8' },
    cables: { type: 'string' },
  },
}).values

const LOOP_SAMPLE = 5

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-bench-ingest-'))
const cables = options.cables ?? (await writeDump(join(folder, 'cables.csv')))
const embedder = await PooledEmbeddings.create({
  precision: options.precision,
  cacheDir: join(tmpdir(), 'pilcrow-bench-models'),
})

interface Round {
  /** Texts embedded in a second. */
  readonly bare: number
  readonly whole: number
  /** ms */
  readonly loopDelay: number
}

const rounds: Round[] = []
// The first ingest only finds out what is embedded; code and files are warm after it.
const { texts } = await wholeIngest('first')
for (let round = 1; round <= Number(options.rounds); round++) {
  const started = performance.now()
  await embedder.embed(texts)
  const bare = (texts.length / (performance.now() - started)) * 1000
  const { ms, loopDelay } = await wholeIngest(`round-${round}`)
  rounds.push({ bare, whole: (texts.length / ms) * 1000, loopDelay })
  process.stderr.write(`round ${round} of ${options.rounds}\n`)
}
await embedder.close()
rmSync(folder, { recursive: true })
report()

async function wholeIngest(name: string): Promise<{ ms: number; loopDelay: number; texts: string[] }> {
  const dataDir = join(folder, name)
  const embedded: string[] = []
  const recording: PassageEmbedder = {
    passageTokens: embedder.passageTokens,
    countTokens: (words, more) => embedder.countTokens(words, more),
    embedParts: (passages, more) => {
      embedded.push(...passages.map((parts) => parts.join('\n')))
      return embedder.embedParts(passages, more)
    },
  }
  const delay = monitorEventLoopDelay({ resolution: LOOP_SAMPLE })
  delay.enable()
  const started = performance.now()
  const library = Library.open(dataDir)
  library.useModel(embedder)
  const index = await VectorIndex.open({
    dir: join(dataDir, 'index'),
    source: library.storedVectors(),
    embeddings: embedder,
    shelf: libraryShelf(library),
  })
  await ingest({ library, embedder: recording, index, outcomes: readPaths([cables]) })
  library.close()
  const ms = performance.now() - started
  delay.disable()
  rmSync(dataDir, { recursive: true })
  return { ms, loopDelay: delay.percentile(99) / 1e6 - LOOP_SAMPLE, texts: embedded }
}

async function writeDump(path: string): Promise<string> {
  await pipeline(Readable.from(variedRecords(Number(options.records))), createWriteStream(path))
  return path
}

function report(): void {
  printMachine(`${texts.length} passages, ${options.precision}, ${options.rounds} rounds`)
  const shares = rounds.map(({ bare, whole }) => whole / bare)
  printTable(
    ['embedding alone, texts/s', 'whole ingest, texts/s', 'share', 'worst round', 'loop delay p99 ms'],
    [
      [
        median(rounds.map(({ bare }) => bare)).toFixed(1),
        median(rounds.map(({ whole }) => whole)).toFixed(1),
        `${(100 * median(shares)).toFixed(0)}%`,
        `${(100 * percentile(shares, 0)).toFixed(0)}%`,
        median(rounds.map(({ loopDelay }) => loopDelay)).toFixed(1),
      ],
    ],
  )
}
