import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/cables/sentences.js'
import { embedParagraphs, type PassageEmbedder } from '../../src/library/embed-paragraphs.js'
import { verify } from '../../src/library/verify.js'
import { inventedCable, inventedParts, inventedTokens, inventedVector } from '../support/invented-cables.js'
import { LibraryFixture } from '../support/library-fixture.js'

const DIMENSION = 24
const fixture = new LibraryFixture(DIMENSION)

const FERRY = 'The ferry left at noon. Nobody saw it again. Was it lost?'
const HARBOUR = 'The harbour is closed.'
/** Takes several windows. */
const LONG = Array.from({ length: 12 }, (_, at) => `Witness ${at} saw it.`).join(' ')

/** Parts that were embedded. */
const seen: string[] = []

/** Reads passages of 24 words; what it gives for a part depends on the part alone. */
const embedder: PassageEmbedder = {
  passageTokens: 24,
  countTokens: (words) => Promise.resolve(words.map(() => 1)),
  embedParts: (passages) => {
    seen.push(...passages.flatMap(([, ...parts]) => parts))
    return Promise.resolve(passages.map((parts) => inventedParts(parts, DIMENSION)))
  },
}

async function embedPending(): Promise<void> {
  const pending = fixture.library.pendingParagraphs(1000)
  fixture.library.putVectors(await embedParagraphs(pending, embedder, new AbortController().signal))
}

function paragraphsOf(...ids: string[]): number[] {
  const { library } = fixture
  const all = library.open.paragraphs(library.paragraphIds({}))
  return all.filter(({ cable }) => ids.includes(cable.id)).map(({ id }) => id)
}

/** Whether a paragraph's sentence vectors are those of these texts, in this order. */
function expectVectorsOf(paragraph: number | undefined, texts: readonly string[]): void {
  const found = fixture.library.sentenceVectors([paragraph ?? 0]).get(paragraph ?? 0)
  expect(found?.count).toBe(texts.length)
  texts.forEach((text, at) => {
    const own = inventedVector(text, DIMENSION)
    const other = inventedVector('something else', DIMENSION)
    expect(found?.similarity(at, own)).toBeCloseTo(1, 1)
    const dot = own.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0)
    expect(Math.abs((found?.similarity(at, other) ?? NaN) - dot)).toBeLessThan(0.01)
  })
}

function sentencesOf(text: string): string[] {
  return splitSentences(text).map((sentence) => sentence.text)
}

function onFile<T>(use: (db: Database.Database) => T): T {
  const db = new Database(join(fixture.dataDir, 'library.sqlite'))
  try {
    return use(db)
  } finally {
    db.close()
  }
}

function rows(): number {
  return onFile((db) => Number(db.prepare('SELECT count(*) FROM sentence_vectors').pluck().get()))
}

describe('the vectors of sentences', () => {
  test('are as many as the paragraph has sentences, in their order, each its own', async () => {
    fixture.put(inventedCable('06EASTPORT1', [FERRY, HARBOUR, '* * *']))
    await embedPending()
    const [ferry = 0, harbour = 0, stars = 0] = paragraphsOf('06EASTPORT1')
    expectVectorsOf(ferry, sentencesOf(FERRY))
    expectVectorsOf(harbour, [HARBOUR])
    expectVectorsOf(stars, [])
    const { tokens } = fixture.library.sentenceVectors([harbour]).get(harbour) ?? {}
    const { subject } = inventedCable('06EASTPORT1', [])
    expect(tokens).toEqual(inventedTokens(`${subject} ${HARBOUR}`))
    expect([...fixture.library.sentenceVectors([harbour, 999, ferry]).keys()]).toEqual([harbour, ferry])
  })

  test('of a paragraph in several windows are complete too; one that no window holds has the mean of its pieces', async () => {
    const long = `${'Rope '.repeat(30)}sank.`
    const text = `${LONG} ${long} The end.`
    fixture.put(inventedCable('06EASTPORT1', [text]))
    await embedPending()
    const [paragraph = 0] = paragraphsOf('06EASTPORT1')
    expect(fixture.library.vectorsOf([paragraph]).length).toBeGreaterThan(2)
    const vectors = fixture.library.sentenceVectors([paragraph]).get(paragraph)
    const sentences = sentencesOf(text)
    expect(vectors?.count).toBe(sentences.length)
    sentences.forEach((sentence, at) => {
      const similarity = vectors?.similarity(at, inventedVector(sentence, DIMENSION)) ?? NaN
      if (sentence === long) expect(similarity).toBeLessThan(0.9)
      else expect(similarity).toBeCloseTo(1, 1)
    })
    const pieces = seen.filter((part) => /^Rope|sank\.$/.test(part))
    expect(pieces.length).toBeGreaterThan(1)
    const mean = new Float32Array(DIMENSION)
    for (const piece of pieces) {
      inventedVector(piece, DIMENSION).forEach((value, at) => (mean[at] = (mean[at] ?? 0) + value))
    }
    const length = Math.hypot(...mean)
    expect(
      vectors?.similarity(
        12,
        mean.map((value) => value / length),
      ),
    ).toBeCloseTo(1, 1)
  })

  test('stay with a renewed cable where the passage is as it was, and follow it to another place', async () => {
    fixture.put(inventedCable('06EASTPORT1', [FERRY, HARBOUR]))
    await embedPending()
    fixture.put(inventedCable('06EASTPORT1', ['New.', FERRY, 'The harbour is open.']))
    const [fresh = 0, ferry = 0, changed = 0] = paragraphsOf('06EASTPORT1')
    expectVectorsOf(ferry, sentencesOf(FERRY))
    expect([...fixture.library.sentenceVectors([fresh, changed])]).toEqual([])
    expect(rows()).toBe(1)
    await embedPending()
    expectVectorsOf(changed, ['The harbour is open.'])
  })

  test('go with the cable, and with the paragraph’s own vectors', async () => {
    fixture.put(inventedCable('06EASTPORT1', [FERRY]), inventedCable('06EASTPORT2', [HARBOUR, FERRY]))
    await embedPending()
    expect(rows()).toBe(3)
    fixture.library.remove(['06EASTPORT1'])
    expect(rows()).toBe(2)
    const [first] = fixture.library.vectors()
    fixture.library.eraseVectors([first?.label ?? 0])
    expect(rows()).toBe(1)
    expect(fixture.library.countPending()).toBe(1)
  })

  test('of two models are never mixed, and the old ones go on request', async () => {
    fixture.put(inventedCable('06EASTPORT1', [FERRY]))
    await embedPending()
    const [ferry = 0] = paragraphsOf('06EASTPORT1')
    fixture.library.useModel({ modelId: 'other', dimension: DIMENSION })
    expect(fixture.library.sentenceVectors([ferry]).size).toBe(0)
    await embedPending()
    expect(rows()).toBe(2)
    fixture.library.dropOtherVectors()
    expect(rows()).toBe(1)
    expectVectorsOf(ferry, sentencesOf(FERRY))
  })

  test('are refused when they are no whole number of vectors', () => {
    fixture.put(inventedCable('06EASTPORT1', [HARBOUR]))
    const [pending] = fixture.library.pendingParagraphs(1)
    if (pending === undefined) throw new Error('nothing is pending')
    const vectors = [inventedVector(HARBOUR, DIMENSION)]
    expect(() => fixture.library.putVectors([{ ...pending, vectors, sentences: new Uint8Array(5) }])).toThrow(
      RangeError,
    )
    expect(fixture.library.countPending()).toBe(1)
  })
})

describe('sentence vectors that are missing', () => {
  const missing = (position: number) =>
    `The sentence vectors of paragraph ${position} of 06EASTPORT1 are missing.`

  test('are named once for all windows of the paragraph, and of any model', async () => {
    fixture.put(inventedCable('06EASTPORT1', [HARBOUR, LONG, FERRY]))
    await embedPending()
    const [, witnesses = 0] = paragraphsOf('06EASTPORT1')
    expect(fixture.library.vectorsOf([witnesses]).length).toBeGreaterThan(1)
    fixture.library.useModel({ modelId: 'other', dimension: DIMENSION })
    await embedPending()
    onFile((db) => {
      db.exec('DELETE FROM sentence_vectors WHERE paragraph = 2 OR (paragraph = 3 AND model = 1)')
    })
    expect((await verify(fixture.library, undefined)).faults).toEqual([missing(2), missing(2), missing(3)])
  })

  test('are no fault of a paragraph that waits to be embedded', async () => {
    fixture.put(inventedCable('06EASTPORT1', [HARBOUR]))
    expect(await verify(fixture.library, undefined)).toMatchObject({ pending: 1, faults: [] })
  })

  test('are a fault also where only the whole was embedded, and come with a repair', async () => {
    fixture.put(inventedCable('06EASTPORT1', [HARBOUR]))
    const [pending] = fixture.library.pendingParagraphs(1)
    if (pending === undefined) throw new Error('nothing is pending')
    fixture.library.putVectors([{ ...pending, vectors: [inventedVector(HARBOUR, DIMENSION)] }])
    expect(fixture.library.sentenceVectors([pending.paragraphId]).size).toBe(0)
    expect((await verify(fixture.library, undefined, { repair: true })).faults).toEqual([missing(1)])
    await embedPending()
    expectVectorsOf(pending.paragraphId, [HARBOUR])
    expect((await verify(fixture.library, undefined)).faults).toEqual([])
  })
})

describe('sentence vectors that are damaged', () => {
  const flipped = (blob: Buffer) => Buffer.from(blob.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))
  const cut = (blob: Buffer) => blob.subarray(1)

  test.each([
    ['by one bit', 'vectors', flipped],
    ['by a cut', 'vectors', cut],
    ['by one bit of a token', 'tokens', flipped],
    ['by a cut of the tokens', 'tokens', cut],
  ])('%s are left out and named, and embedded anew after a repair', async (_, column, damaged) => {
    fixture.put(inventedCable('06EASTPORT1', [HARBOUR, LONG]))
    await embedPending()
    const [harbour = 0, witnesses = 0] = paragraphsOf('06EASTPORT1')
    onFile((db) => {
      const blob = db
        .prepare<[number], Buffer>(`SELECT ${column} FROM sentence_vectors WHERE paragraph = ?`)
        .pluck()
        .get(witnesses)
      db.prepare(`UPDATE sentence_vectors SET ${column} = ? WHERE paragraph = ?`).run(
        damaged(blob ?? Buffer.alloc(0)),
        witnesses,
      )
    })
    expect([...fixture.library.sentenceVectors([harbour, witnesses]).keys()]).toEqual([harbour])
    const { faults } = await verify(fixture.library, undefined)
    expect(faults).toEqual(['The sentence vectors of paragraph 2 of 06EASTPORT1 are damaged.'])
    await verify(fixture.library, undefined, { repair: true })
    // All its windows, or the others would pass for the whole.
    expect(fixture.library.vectorsOf([witnesses])).toEqual([])
    expect(fixture.library.countPending()).toBe(1)
    await embedPending()
    expectVectorsOf(witnesses, sentencesOf(LONG))
    expect((await verify(fixture.library, undefined)).faults).toEqual([])
  })

  test('are named also when they are whole but too few', async () => {
    fixture.put(inventedCable('06EASTPORT1', [HARBOUR, FERRY]))
    await embedPending()
    onFile((db) => {
      db.exec(`UPDATE sentence_vectors SET (checksum, vectors, tokens) =
        (SELECT checksum, vectors, tokens FROM sentence_vectors WHERE paragraph = 1) WHERE paragraph = 2`)
    })
    expect((await verify(fixture.library, undefined)).faults).toEqual([
      'The sentence vectors of paragraph 2 of 06EASTPORT1 are not those of its sentences.',
    ])
  })
})
