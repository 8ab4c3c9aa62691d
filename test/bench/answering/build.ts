/**
 * @module A process that fills a library for `answer`: the sample archive, embedded, among cables of varied text with
 * scattered vectors; the arguments are its folder and the number of paragraphs.
 */
import { createWriteStream, rmSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadOutcome } from '../../../src/cables/outcome.js'
import { readPaths } from '../../../src/cables/read.js'
import { ingest } from '../../../src/library/ingest.js'
import { SAMPLE_CABLES, variedRecords } from '../support/varied-archive.js'
import { BUILT_FILE, openBenchApp, say } from './open.js'
import { ScatteringEmbedder } from './scattering-embedder.js'

/** Varied cables have 17 paragraphs on average; those that are left over are not read. */
const FEWEST_PARAGRAPHS_PER_CABLE = 12

// Nobody waits for it: what runs beside goes first.
setPriority(5)
const [folder = '', count = ''] = process.argv.slice(2)
const wanted = Number(count)
const dump = join(folder, 'cables.csv')
await pipeline(
  Readable.from(variedRecords(Math.ceil(wanted / FEWEST_PARAGRAPHS_PER_CABLE))),
  createWriteStream(dump),
)
const app = await openBenchApp(folder)
const { library, embedder, index } = app
await ingest({ library, embedder, index, outcomes: readPaths([SAMPLE_CABLES]) })
say(`${library.counts().cables} cables of the sample archive embedded`)
let told = 0
await ingest({
  library,
  embedder: new ScatteringEmbedder(embedder),
  index,
  outcomes: variedCables(),
  onProgress: ({ embedded }) => {
    if (embedded < told + 10_000) return
    told = embedded
    say(`${embedded} paragraphs stored and indexed`)
  },
})
await app.close()
rmSync(dump)
writeFileSync(join(folder, BUILT_FILE), '')

/** Until there are enough paragraphs; those whose number is that of a sample are left out. */
async function* variedCables(): AsyncGenerator<ReadOutcome> {
  let paragraphs = library.counts().paragraphs
  for await (const outcome of readPaths([dump])) {
    if (paragraphs >= wanted) return
    if (outcome.kind !== 'cable' || library.open.header(outcome.cable.id) !== undefined) continue
    paragraphs += outcome.cable.paragraphs.length
    yield outcome
  }
}
