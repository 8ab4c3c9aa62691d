// Writes a dump in the layout of cables.csv, made of the sample archive with varied text.
//   node test/bench/synthetic-csv.mjs OUT.csv [RECORDS=251287] [SEED=1]      (OUT.csv.gz is compressed)
// Records have numbers of their own, and about the length of the real ones (6 KB).
import { execFileSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createGzip } from 'node:zlib'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
execFileSync(process.execPath, [join(root, 'src', 'launch.mjs'), '--build'], { stdio: ['ignore', 2, 2] })
const { readPaths } = await import(join(root, 'dist/src/cables/read.js'))

const [out, count = '251287', seed = '1'] = process.argv.slice(2)
if (out === undefined) {
  process.stderr.write('usage: node test/bench/synthetic-csv.mjs OUT.csv [RECORDS] [SEED]\n')
  process.exit(2)
}

const cables = []
for await (const outcome of readPaths([join(root, 'samples', 'cables')]))
  if (outcome.kind === 'cable') cables.push(outcome)
// Words of the archive itself, so that varied text has its vocabulary.
const vocabulary = [...new Set(cables.flatMap(({ message }) => message.match(/\b[a-z]{4,12}\b/g) ?? []))]
const random = mulberry32(Number(seed))
const between = (low, high) => low + Math.floor(random() * (high - low + 1))
const pick = (list) => list[Math.floor(random() * list.length)]

const target = createWriteStream(out)
const source = Readable.from(records(Number(count)))
await (out.endsWith('.gz') ? pipeline(source, createGzip({ level: 1 }), target) : pipeline(source, target))
process.stderr.write(`${count} records in ${out}\n`)

function* records(total) {
  for (let row = 1; row <= total; row++) {
    const { cable, message } = pick(cables)
    const [, year = '06', post = 'EASTPORT'] = /^(\d\d)([A-Z]+)/.exec(cable.id) ?? []
    const id = `${year}${post}${row}`
    const text = varied(message.replaceAll('\r\n', '\n'))
    const at = Math.max(0, text.search(/^(?:C O N F|S E C R|UNCLAS|U N C L|CONFIDENTIAL|SECRET|LIMITED)/m))
    const [day, hour = '12:00:00Z'] = (cable.date ?? `20${year}-01-01`).split('T')
    const [y, m, d] = day.split('-').map(Number)
    const fields = [
      row,
      `${m}/${d}/${y} ${hour.slice(0, 5)}`,
      id,
      cable.origin ?? '',
      cable.classification ?? '',
      cable.references.join('|'),
      text.slice(0, at).trimEnd(),
      lengthened(text.slice(at).trimEnd()),
    ]
    yield `${fields.map((field) => `"${String(field).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}\n`
  }
}

/** One word in eight is another one. */
function varied(text) {
  return text.replace(/\b[a-z]{4,12}\b/g, (word) => (random() < 0.125 ? pick(vocabulary) : word))
}

/** Paragraphs before the last are repeated with other words and the next numbers until the length is that of a real cable. */
function lengthened(body) {
  const paragraphs = [...body.matchAll(/^¶? ?\d{1,2}\. .*(?:\n(?!¶? ?\d{1,2}\. ).*)*/gm)]
  const last = paragraphs.at(-1)
  if (!last || paragraphs.length < 3) return body
  let number = Number(/\d+/.exec(last[0])?.[0] ?? 1)
  const wanted = between(2500, 9500)
  const more = []
  for (let length = body.length; length < wanted; length += more.at(-1).length) {
    number++
    more.push(
      `${varied(pick(paragraphs.slice(0, -1))[0])
        .trimEnd()
        .replace(/\d+/, String(number))}\n\n`,
    )
  }
  return `${body.slice(0, last.index)}${last[0].trimEnd().split('\n').slice(0, -1).join('\n') || last[0]}\n\n${more.join('')}${body.slice(last.index + last[0].length)}`.trimEnd()
}

function mulberry32(start) {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
