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

  it.each([
    ['demarche', 'word demarche'],
    ['démarche', 'word demarche'],
    ['Demarches', 'word demarche'],
    ['note verbale', 'word note verbale'],
    ['charge d’affaires', 'word chargé d’affaires'],
    ['aide-memoire', 'word aide-mémoire'],
    ['agrement', 'word agrément'],
    ['non paper', 'word non-paper'],
    ['PNG', 'word persona non grata'],
  ])('knows the words of diplomacy: %s', (typed, found) => {
    expect(terms(typed)).toContain(found)
  })

  it('finds no letters inside a word before whole words', () => {
    expect(terms('SBU').every((found) => !found.includes('Salisbury'))).toBe(true)
    expect(terms('SBU')[0]).toMatch(/ SBU$/u)
    expect(terms('human rights')[0]).toBe('tag PHUM')
    expect(terms('ran').join()).not.toContain('Tehran')
  })

  it('finds letters inside a word where nothing else has them', () => {
    expect(terms('elsinki')).toContain('post Embassy Helsinki')
  })

  it('finds TAGS by what they mean', () => {
    expect(terms('corruption')).toContain('tag KCOR')
    expect(terms('corrupt')).toContain('tag KCOR')
  })

  it('finds nothing for nothing, and for words that no cable uses', () => {
    expect(lookUp(' … ', 6)).toEqual([])
    expect(lookUp('xyzzyplugh', 6)).toEqual([])
  })
})
