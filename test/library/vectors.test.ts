import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.js'
import { inventedCable } from '../support/invented-cables.js'
import { LibraryFixture } from '../support/library-fixture.js'

const fixture = new LibraryFixture(8)

describe('vectors', () => {
  test('come back as they were stored, under labels of their own', () => {
    fixture.put(inventedCable('06EASTPORT1', ['One.', 'Two.']))
    const [first, second] = fixture.library.pendingParagraphs(10)
    if (first === undefined || second === undefined) throw new Error('nothing is pending')
    const vector = Float32Array.of(0.1, -0.2, 0.3, 0, 0, 0, 0, 1)
    const half = Float32Array.of(0, 0, 0, 0, 0, 0, 0, 1)
    const stored = fixture.library.putVectors([
      { paragraphId: second.paragraphId, passageHash: second.passageHash, vectors: [vector, half] },
    ])
    expect(stored).toEqual(
      [...fixture.library.vectors()].map(({ label, vector: v }) => ({ label, vector: v })),
    )
    expect(fixture.library.vectorsOf([second.paragraphId]).map((v) => v.vector)).toEqual([vector, half])
    expect(fixture.library.countPending()).toBe(1)
    expect(fixture.library.pendingParagraphs(10)).toEqual([first])
    expect(fixture.library.pendingParagraphs(10, first.paragraphId)).toEqual([])
  })

  test('are refused in another length or with values that are no numbers', () => {
    fixture.put(inventedCable('06EASTPORT1', ['One.']))
    const [pending] = fixture.library.pendingParagraphs(1)
    if (pending === undefined) throw new Error('nothing is pending')
    const { paragraphId, passageHash } = pending
    const putOne = (vector: Float32Array) =>
      fixture.library.putVectors([{ paragraphId, passageHash, vectors: [vector] }])
    expect(() => putOne(new Float32Array(7))).toThrow(RangeError)
    expect(() => putOne(new Float32Array(8).fill(NaN))).toThrow(RangeError)
    expect(fixture.library.counts().vectors).toBe(0)
  })

  test('are passed over for a paragraph that went while it was embedded', () => {
    fixture.put(inventedCable('06EASTPORT1', ['One.']))
    const [pending] = fixture.library.pendingParagraphs(1)
    if (pending === undefined) throw new Error('nothing is pending')
    fixture.library.remove(['06EASTPORT1'])
    expect(fixture.library.putVectors([{ ...pending, vectors: [new Float32Array(8)] }])).toEqual([])
  })

  test('of two models are never mixed, and the old ones go on request', () => {
    fixture.put(inventedCable('06EASTPORT1', ['One.', 'Two.']))
    fixture.embedAll()
    const old = fixture.library.storedVectors()
    fixture.library.useModel({ modelId: 'other', dimension: 4 })
    expect(fixture.library.countPending()).toBe(2)
    expect(fixture.library.otherModels()).toEqual(['invented'])
    expect([...fixture.library.vectors()]).toEqual([])
    expect([...fixture.library.storedVectors().labels()]).toEqual([])
    expect(old.modelId).not.toBe(fixture.library.storedVectors().modelId)
    const [pending] = fixture.library.pendingParagraphs(1)
    if (pending === undefined) throw new Error('nothing is pending')
    fixture.library.putVectors([{ ...pending, vectors: [Float32Array.of(1, 0, 0, 0)] }])
    expect(fixture.library.dropOtherVectors()).toBe(2)
    expect(fixture.library.counts().vectors).toBe(1)
  })

  test('of a model that changed its dimension under the same name are refused with a sentence', () => {
    fixture.put(inventedCable('06EASTPORT1', ['One.']))
    fixture.embedAll()
    expect(() => {
      fixture.library.useModel({ modelId: 'invented', dimension: 9 })
    }).toThrow(UserError)
  })

  test('that were damaged on disk are not given out', () => {
    fixture.put(inventedCable('06EASTPORT1', ['One.', 'Two.']))
    const [first, second] = fixture.embedAll()
    const db = new Database(join(fixture.dataDir, 'library.sqlite'))
    db.prepare('UPDATE vectors SET vector = zeroblob(32) WHERE id = ?').run(first?.label)
    db.close()
    expect([...fixture.library.vectors()].map(({ label }) => label)).toEqual([second?.label])
    expect(fixture.library.vectorsOf(fixture.library.paragraphIds({}))).toHaveLength(1)
  })
})
