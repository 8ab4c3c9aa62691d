// A process to be killed: ingests invented cables into the folder it is given, and says so after every batch.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { packVectors } from '../../dist/embeddings/packed-vectors.js'
import { packSigns } from '../../dist/embeddings/token-signs.js'
import { VectorIndex } from '../../dist/embeddings/vector-index.js'
import { ingest } from '../../dist/src/library/ingest.js'
import { Library } from '../../dist/src/library/library.js'
import { libraryShelf } from '../../dist/src/library/shelf.js'

const [, , folder, count, mode] = process.argv
const DIMENSION = 8

const library = Library.open(join(folder, 'data'))
library.useModel({ modelId: 'invented', dimension: DIMENSION })
const embedding = mode === 'embed' ? await embeddingParts() : {}
const result = await ingest({
  library,
  ...embedding,
  outcomes: outcomes(Number(count)),
  onProgress: ({ read, embedded }) => process.stdout.write(`${read} ${embedded}\n`),
})
library.close()
process.stdout.write(`${JSON.stringify(result)}\n`)

async function embeddingParts() {
  const embedder = {
    passageTokens: 1000,
    countTokens: async (words) => words.map(() => 1),
    async embedParts(passages) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      return passages.map((parts) => ({
        vector: vectorOf(parts.join('\n')),
        parts: packVectors(parts.slice(1).map(vectorOf), DIMENSION),
        tokens: packSigns(vectorOf(parts.join('\n')), DIMENSION, 0, 1),
      }))
    },
  }
  const index = await VectorIndex.open({
    dir: join(folder, 'index'),
    source: library.storedVectors(),
    embeddings: embedder,
    shelf: libraryShelf(library),
  })
  return { embedder, index }
}

function vectorOf(text) {
  const bytes = createHash('sha256').update(text).digest()
  return Float32Array.from({ length: DIMENSION }, (_, at) => bytes.readInt16LE(2 * at) / 32768)
}

async function* outcomes(cables) {
  for (let serial = 1; serial <= cables; serial += 1) {
    if (serial % 50 === 0)
      yield { kind: 'refused', path: 'invented.csv', line: serial, reason: 'it is no cable' }
    const id = `06EASTPORT${serial}`
    const texts = Array.from({ length: 1 + (serial % 7) }, (_, at) => `Paragraph ${at} of report ${serial}.`)
    const paragraphs = texts.map((text, at) => ({
      position: at + 1,
      number: at + 1,
      marking: 'C',
      heading: null,
      text,
    }))
    const cable = {
      id,
      date: null,
      origin: 'Embassy Eastport',
      classification: 'SECRET',
      captions: [],
      precedence: null,
      subject: `Report ${serial}`,
      tags: ['PREL'],
      references: [`06EASTPORT${serial - 1}`],
      classifiedBy: null,
      reasons: [],
      declassifyOn: null,
      recipients: [],
      infoRecipients: [],
      signer: null,
      summary: null,
      source: { path: 'invented.csv', format: 'csv' },
      paragraphs,
    }
    yield { kind: 'cable', cable, message: texts.join('\n') }
  }
}
