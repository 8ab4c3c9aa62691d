/**
 * @module `npm run word-vectors`: writes `stems.txt` and `vectors.bin` of this folder from the packaged model. Every whole word of the
 * model's vocabulary is embedded alone; words of one stem are averaged; the mean of all is taken off (words alone have much in common), and
 * the rest is projected on its principal components.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { stemOf } from '../terms.js'
import { PooledEmbeddings } from '../../../embeddings/embedder.js'
import { PACKAGED } from '../../../embeddings/onnx/build-model.js'
import { PACKAGE_ROOT } from '../../../embeddings/package-root.js'
import { principalComponents, project } from './principal-components.js'
import { DIMENSION } from './word-vectors.js'

const vocabulary = z
  .object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) })
  .parse(JSON.parse(readFileSync(PACKAGED.tokenizerPath, 'utf8'))).model.vocab
const words = Object.keys(vocabulary).filter((word) => /^[a-z]{3,}$/.test(word))
const embedder = await PooledEmbeddings.create({
  precision: 'fp32',
  cacheDir: join(tmpdir(), 'pilcrow-word-vectors'),
})
const embedded = await embedder.embed(words)
await embedder.close()

const groups = new Map<string, Float32Array[]>()
words.forEach((word, at) => {
  const vector = embedded[at]
  if (vector) groups.set(stemOf(word), [...(groups.get(stemOf(word)) ?? []), vector])
})
const mean = average(embedded)
const centred = embedded.map((vector) => vector.map((value, at) => value - (mean[at] ?? 0)))
const components = principalComponents(centred, DIMENSION)
const stems = [...groups.keys()].sort()
const table = new Int8Array(stems.length * DIMENSION)
stems.forEach((stem, row) => {
  const members = (groups.get(stem) ?? []).map((vector) =>
    unit(
      project(
        vector.map((value, at) => value - (mean[at] ?? 0)),
        components,
      ),
    ),
  )
  unit(average(members)).forEach((value, at) => {
    table[row * DIMENSION + at] = Math.round(value * 127)
  })
})
const folder = join(PACKAGE_ROOT, 'src', 'retrieval', 'word-vectors')
writeFileSync(join(folder, 'stems.txt'), `${stems.join('\n')}\n`)
writeFileSync(join(folder, 'vectors.bin'), table)
process.stdout.write(`${stems.length} stems of ${words.length} words\n`)

function average(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors)
    vector.forEach((value, at) => (sum[at] = (sum[at] ?? 0) + value / vectors.length))
  return sum
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}
