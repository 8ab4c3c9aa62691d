import { describe, expect, it } from 'vitest'
import { QuestionCache } from '../../embeddings/question-cache.js'

describe('the cache of questions', () => {
  it('forgets what was asked longest ago, not what was put in first', () => {
    const cache = new QuestionCache(2)
    cache.set('a', Float32Array.of(1))
    cache.set('b', Float32Array.of(2))
    cache.get('a')
    cache.set('c', Float32Array.of(3))
    expect(cache.get('a')).toEqual(Float32Array.of(1))
    expect(cache.get('b')).toBeUndefined()
    expect(cache.get('c')).toEqual(Float32Array.of(3))
  })
})
