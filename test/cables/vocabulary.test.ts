import { describe, expect, it } from 'vitest'
import { findDamagedPost, findPost, isPost, postKey, posts } from '../../src/cables/vocabulary/posts.js'
import { findTag, splitGluedTags, tags } from '../../src/cables/vocabulary/tags.js'
import {
  acronyms,
  captions,
  expandAcronym,
  findCaption,
  findMarking,
  findPrecedence,
} from '../../src/cables/vocabulary/terms.js'

describe('posts', () => {
  it('have a name, a place and a kind each', () => {
    expect(posts().length).toBeGreaterThan(350)
    for (const post of posts()) {
      expect(post.key).toMatch(/^[A-Z]{3,32}$/)
      expect(
        [post.display, post.city, post.country, post.kind].every((value) => value !== ''),
        post.key,
      ).toBe(true)
    }
  })

  it.each([
    ['AMEMBASSY RIO DE JANEIRO', 'RIODEJANEIRO'],
    ['Consulate General Ho Chi Minh City', 'HOCHIMINHCITY'],
    ['USUN New York', 'USUNNEWYORK'],
    ['SECSTATE WASHDC', 'STATE'],
    ['Port-au-Prince', 'PORTAUPRINCE'],
    ['São Paulo', 'SAOPAULO'],
    ['QXICO', 'MEXICO'],
    ['NOFORNMOGADISHU', 'MOGADISHU'],
  ])('%s has the key %s', (name, key) => {
    expect(postKey(name)).toBe(key)
    expect(isPost(key)).toBe(true)
    expect(findPost(name)?.key).toBe(key)
  })

  it.each([
    ['BEIJINJG', 'BEIJING'],
    ['SATTE', 'STATE'],
    ['SECTATE', 'STATE'],
    ['AMEMBASSY NAIROBY', 'NAIROBI'],
    ['KUALA LUMP', 'KUALALUMPUR'],
    ['ADDIS', 'ADDISABABA'],
    ['UNESCO', 'UNESCOPARIS'],
    ['Nairobi', 'NAIROBI'],
    // Two posts begin so, or none is near.
    ['PORTO', null],
    ['SANTI', 'SANTIAGO'],
    ['LAMPS', null],
    ['ROE', null],
    ['', null],
  ])('%s, damaged, means %s', (name, key) => {
    expect(findDamagedPost(name)).toBe(key)
  })

  it('are all found by the names that they are shown by', () => {
    expect(posts().filter(({ display, city }) => findPost(display)?.city !== city)).toEqual([])
  })
})

describe('TAGS', () => {
  it('have one meaning or name each', () => {
    expect(tags().length).toBeGreaterThan(700)
    for (const tag of tags()) expect(`${tag.name}${tag.meaning}`, tag.code).not.toBe('')
  })

  it('are found by code in any case', () => {
    expect(findTag('prel')).toMatchObject({ code: 'PREL', kind: 'subject' })
    expect(findTag('MX')).toMatchObject({ kind: 'place', name: 'Mexico' })
    expect(findTag('XYZZY')).toBeNull()
  })

  it('that are glued are taken apart only when they are codes throughout', () => {
    expect(splitGluedTags('PRELPGOVMX')).toEqual(['PREL', 'PGOV', 'MX'])
    expect(splitGluedTags('PRELXYZZ')).toBeNull()
    expect(splitGluedTags('PREL')).toBeNull()
  })
})

describe('short words of a cable', () => {
  it('are explained', () => {
    expect(findCaption('noforn')?.type).toBe('dissemination control')
    expect(findMarking('s//nf')?.full).toBe('SECRET//NOFORN')
    expect(findPrecedence('O')?.precedence).toBe('IMMEDIATE')
    expect(findPrecedence('priority')?.prosign).toBe('P')
    expect(expandAcronym('ANC')).toEqual(['African National Congress'])
    expect(expandAcronym('AG').length).toBeGreaterThan(1)
    expect(expandAcronym('XYZZY')).toEqual([])
  })

  it('have a meaning each', () => {
    expect(captions().every(({ meaning }) => meaning !== '')).toBe(true)
    expect(acronyms().every((acronym) => expandAcronym(acronym).every((sense) => sense !== ''))).toBe(true)
  })
})
