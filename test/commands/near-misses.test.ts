import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance, nearMisses } from '../../commands/near-misses.js'
import { abstention, servicesOf } from '../support/archive.js'

const SERVICES = servicesOf(() => Promise.resolve(abstention()))

function near(typed: string): string[] {
  return nearMisses(typed, SERVICES, 5).map(({ id }) => id)
}

describe('near misses', () => {
  it.each([
    ['a wrong digit', '05LINDGARD213'],
    ['a digit too many', '05LINDGARD2122'],
    ['a digit missing', '05LINDGARD21'],
    ['another year', '04LINDGARD212'],
    ['a slip in the post', '05LINGARD212'],
    ['a slip in the post and a wrong digit', '05LINGARD213'],
    ['no year', 'Lindgard 211'],
  ])('find the cable through %s', (_, typed) => {
    expect(near(typed)).toContain('05LINDGARD212')
  })

  it('put the nearest first', () => {
    expect(near('06TARSUND1408')[0]).toBe('06TARSUND1407')
  })

  it('find nothing for what is far from everything', () => {
    expect(near('09NOWHERE99999')).toEqual([])
    expect(near('what is this')).toEqual([])
  })
})

describe('the distance of two words', () => {
  it('is none for the same, and the same both ways', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(distance(a, a)).toBe(0)
        expect(distance(a, b)).toBe(distance(b, a))
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
        expect(distance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
      }),
    )
  })

  it.each([
    ['kitten', 'sitting', 3],
    ['PARIS', 'PARS', 1],
    ['', 'ABC', 3],
  ])('from %s to %s is %i', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected)
  })
})
