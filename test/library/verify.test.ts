import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import type { PassageEmbedder } from '../../src/library/ingest.js'
import { reembed } from '../../src/library/model-change.js'
import { verify } from '../../src/library/verify.js'
import { IndexFixture } from '../support/index-fixture.js'
import { inventedCable, inventedParts } from '../support/invented-cables.js'

const fixture = new IndexFixture()

const embedder: PassageEmbedder = {
  passageTokens: 100,
  countTokens: (words) => Promise.resolve(words.map(() => 1)),
  embedParts: (passages) => Promise.resolve(passages.map((parts) => inventedParts(parts, fixture.dimension))),
}

beforeEach(async () => {
  fixture.put(
    inventedCable('06EASTPORT1', ['The harbour is closed.', 'The minister resigned.'], {
      references: ['05OLDTOWN1'],
    }),
    inventedCable('06EASTPORT2', ['Nothing of note.']),
  )
  fixture.embedAll()
  await (await fixture.openIndex()).snapshot()
})

/** Changes the file behind the library's back. */
function damage(sql: string): void {
  const db = new Database(join(fixture.dataDir, 'library.sqlite'))
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}

async function verified(repair = false) {
  return verify(fixture.library, await fixture.openIndex(), { repair })
}

test('a sound library has no fault, and what waits to be embedded is none', async () => {
  fixture.put(inventedCable('06EASTPORT3', ['Not embedded yet.']))
  expect(await verified()).toEqual({
    cables: 3,
    paragraphs: 4,
    vectors: 3,
    pending: 1,
    faults: [],
    repaired: [],
  })
})

describe('a fault is named, and what is derived is mended on request', () => {
  const derived: [string, string, RegExp][] = [
    ['words that were lost', `INSERT INTO words (words) VALUES ('delete-all')`, /word index/],
    ['a count that is wrong', `UPDATE meta SET value = 7 WHERE name = 'paragraphs'`, /counts 7 paragraphs/],
    ['a count of vectors that is wrong', 'UPDATE models SET vectors = 9', /other vectors/],
    [
      'a vector whose bytes changed',
      'UPDATE vectors SET vector = zeroblob(64) WHERE id = 2',
      /vector of paragraph 2 of 06EASTPORT1 is damaged/,
    ],
    ['a vector that was cut short', `UPDATE vectors SET vector = x'00' WHERE id = 2`, /is damaged/],
    [
      'a vector of another text',
      `UPDATE vectors SET passage_hash = x'00' WHERE id = 3`,
      /made of another text/,
    ],
    [
      'sentence vectors that are missing',
      'DELETE FROM sentence_vectors WHERE paragraph = 2',
      /sentence vectors of paragraph 2 of 06EASTPORT1 are missing/,
    ],
  ]
  test.each(derived)('%s', async (_, sql, sentence) => {
    damage(sql)
    const before = await verified()
    expect(before.faults.join('\n')).toMatch(sentence)
    expect(before.repaired).toEqual([])
    const mended = await verified(true)
    expect(mended.faults.join('\n')).toMatch(sentence)
    expect(mended.repaired.length).toBeGreaterThan(0)
    await reembed({ library: fixture.library, embedder, index: await fixture.openIndex() })
    expect(await verified()).toMatchObject({ vectors: 3, pending: 0, faults: [] })
    expect(fixture.found(['harbour'])).toEqual(['06EASTPORT1/1'])
  })

  const original: [string, string, RegExp][] = [
    [
      'a paragraph whose text changed',
      `UPDATE paragraphs SET text = 'Forged.' WHERE id = 1`,
      /06EASTPORT1 is not as it was stored/,
    ],
    [
      'a header that changed',
      `UPDATE cables SET header = replace(header, 'CONFIDENTIAL', 'UNCLASSIFIED') WHERE id = 2`,
      /06EASTPORT2 is not as it was stored/,
    ],
    ['a header that is no JSON', `UPDATE cables SET header = '{' WHERE id = 2`, /06EASTPORT2 cannot be read/],
    [
      'a message that cannot be unpacked',
      `UPDATE messages SET deflated = x'789c00' WHERE cable = 1`,
      /06EASTPORT1 cannot be read/,
    ],
    [
      'a message that is missing',
      'DELETE FROM messages WHERE cable = 1',
      /06EASTPORT1 is not as it was stored/,
    ],
    ['rows without their cable', 'DELETE FROM cables WHERE id = 2', /belong to a row that is not there/],
  ]
  test.each(original)('%s', async (_, sql, sentence) => {
    damage(sql)
    expect((await verified()).faults.join('\n')).toMatch(sentence)
  })

  test('an index on disk that is damaged', async () => {
    const index = await fixture.openIndex()
    const [graph = ''] = readdirSync(fixture.indexDir).filter((name) => name.endsWith('.hnsw'))
    truncateSync(join(fixture.indexDir, graph), 100)
    expect((await verify(fixture.library, index)).faults.join()).toMatch(/index on disk cannot be used/)
    expect((await verify(fixture.library, index, { repair: true })).repaired).toEqual([
      'The vector index was built anew.',
    ])
    expect((await verify(fixture.library, index)).faults).toEqual([])
  })

  test('an index that holds other vectors than the store', async () => {
    const index = await fixture.openIndex()
    const [first] = fixture.library.vectors()
    const other = new Float32Array(fixture.dimension).fill(0.25)
    fixture.library.eraseVectors([first?.label ?? 0])
    const [added] = fixture.embedAll()
    await index.add([{ label: added?.label ?? 0, vector: other }])
    expect((await verify(fixture.library, index)).faults).toEqual([
      '1 vectors of the index are not those of the store.',
    ])
    await verify(fixture.library, index, { repair: true })
    expect((await verify(fixture.library, index)).faults).toEqual([])
  })
})

test('many faults of a kind are counted, not listed', async () => {
  fixture.put(...Array.from({ length: 60 }, (_, at) => inventedCable(`07EASTPORT${at}`, ['Text.'])))
  damage(`UPDATE cables SET content_hash = x'00'`)
  const { faults } = await verified()
  expect(faults.length).toBeLessThan(30)
  expect(faults.join('\n')).toMatch(/\d+ more of the kind/)
})
