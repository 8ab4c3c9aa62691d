/** @module A process that fills a store with synthetic vectors and builds its index; the argument is its folder and their number. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BenchStore, openIndex } from './archive.js'
import { BUILT_FILE, type Built } from './figures.js'
import { PARAGRAPHS_PER_CABLE, SyntheticVectors } from './synthetic.js'

const CABLES_AT_ONCE = 1250

const [folder = '', count = ''] = process.argv.slice(2)
const vectors = Number(count)
const store = new BenchStore(folder)
fill()

const curve: { vectors: number; seconds: number }[] = []
const processorBefore = process.cpuUsage()
const started = performance.now()
const index = await openIndex(folder, store, ({ done, total }) => {
  if (done < ((curve.length + 1) * total) / 10) return
  const { user, system } = process.cpuUsage(processorBefore)
  curve.push({ vectors: done, seconds: (user + system) / 1e6 })
  say(`${done} of ${total} indexed after ${Math.round(performance.now() - started) / 1000} s`)
})
const seconds = (performance.now() - started) / 1000
const snapshotStarted = performance.now()
await index.snapshot()
const snapshotSeconds = (performance.now() - snapshotStarted) / 1000
store.close()
await writeFile(join(folder, BUILT_FILE), JSON.stringify({ curve, seconds, snapshotSeconds } satisfies Built))

function fill(): void {
  const synthetic = new SyntheticVectors()
  const cables = Math.ceil(vectors / PARAGRAPHS_PER_CABLE)
  for (let first = 0; first < cables; first += CABLES_AT_ONCE) {
    const numbers = Array.from({ length: Math.min(CABLES_AT_ONCE, cables - first) }, (_, at) => first + at)
    store.put(numbers.flatMap((number) => synthetic.cable(number)))
    say(`${(first + numbers.length) * PARAGRAPHS_PER_CABLE} of ${vectors} stored`)
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
