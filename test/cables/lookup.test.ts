import { describe, expect, it } from 'vitest'
import { lookUp } from '../../src/cables/vocabulary/lookup.js'

const terms = (typed: string) => lookUp(typed, 6).map(({ kind, term }) => `${kind} ${term}`)

describe('the glossary', () => {
  it.each([
    ['prel', 'tag PREL'],
    ['PREL', 'tag PREL'],
    ['noforn', 'caption NOFORN'],
    ['mexico', 'post Embassy Mexico City'],
    ['embassy paris', 'post Embassy Paris'],
    ['S/NF', 'marking S/NF'],
    ['flash', 'precedence FLASH'],
    ['A/S', 'acronym A/S'],
  ])('finds %s', (typed, found) => {
    expect(terms(typed)).toContain(found)
  })

  it('puts the very word first, then what begins with it, then what is called so', () => {
    expect(terms('PREL')[0]).toBe('tag PREL')
    expect(terms('external political relations')).toContain('tag PREL')
  })

  it('finds nothing for nothing, and for words that no cable uses', () => {
    expect(lookUp(' … ', 6)).toEqual([])
    expect(lookUp('xyzzyplugh', 6)).toEqual([])
  })
})
