import { describe, expect, it } from 'vitest'
import { countriesIn, countryOfPost, countryOfTag } from '../../src/cables/vocabulary/countries.js'

describe('countries', () => {
  it.each([
    ['What did the Italian premier say?', ['ITALY']],
    ["Who runs Mexico's navy?", ['MEXICO']],
    ['What did Damascus tell the Saudis?', ['SYRIA', 'SAUDIARABIA']],
    ['a North Korean ship', ['NORTHKOREA']],
    ['the Vatican and Burma', ['HOLYSEE', 'BURMA']],
    ['no country here', []],
  ])('named in "%s" are %j', (text, countries) => {
    expect(countriesIn(text)).toEqual(countries)
  })

  it.each([
    ['MEXICO', 'MX'],
    ['ROME', 'IT'],
    ['VATICAN', 'VT'],
    ['SEOUL', 'KS'],
    ['RANGOON', 'BM'],
  ])('of the post %s is that of the tag %s', (post, tag) => {
    expect(countryOfPost(post)).toBe(countryOfTag(tag))
    expect(countryOfPost(post)).not.toBeNull()
  })

  it('are not made of tags for other things', () => {
    expect(countryOfTag('PTER')).toBeNull()
    expect(countryOfPost('NOWHERE')).toBeNull()
  })
})
