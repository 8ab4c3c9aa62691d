import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LabelSet } from '../../embeddings/label-set.js'

test('a set of labels is a set of numbers', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.oneof(fc.nat({ max: 200 }), fc.nat({ max: 5_000_000 })))),
      (steps) => {
        const labels = new LabelSet()
        const truth = new Set<number>()
        for (const [add, label] of steps) {
          if (add) {
            labels.add(label)
            truth.add(label)
          } else {
            expect(labels.delete(label)).toBe(truth.delete(label))
          }
        }
        expect([...labels]).toEqual([...truth].sort((a, b) => a - b))
        expect(labels.size).toBe(truth.size)
        for (const [, label] of steps) expect(labels.has(label)).toBe(truth.has(label))
      },
    ),
  )
})
