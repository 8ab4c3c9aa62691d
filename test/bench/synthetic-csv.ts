import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { variedRecords } from './support/varied-archive.js'

/**
 * @module `npm run bench -- synthetic-csv OUT.csv [RECORDS=251287] [SEED=1]`: writes a dump in the layout of cables.csv, made of
 * the sample archive with varied text. `OUT.csv.gz` is compressed.
 */

const [out, count = '251287', seed = '1'] = process.argv.slice(3)
if (out === undefined) {
  process.stderr.write('usage: npm run bench -- synthetic-csv OUT.csv [RECORDS] [SEED]\n')
  process.exit(2)
}
const target = createWriteStream(out)
const source = Readable.from(variedRecords(Number(count), Number(seed)))
await (out.endsWith('.gz') ? pipeline(source, createGzip({ level: 1 }), target) : pipeline(source, target))
process.stderr.write(`${count} records in ${out}\n`)
