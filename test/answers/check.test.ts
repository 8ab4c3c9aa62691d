import { describe, expect, it } from 'vitest'
import { citationFault, sentenceFault } from '../../src/answers/check.js'
import { passage } from '../support/passages.js'

const found = [
  passage({ position: 3, number: 2, text: 'The dues rose to\n40 crowns a ton.  Captains protested.' }),
  passage({ position: 1, number: null, text: 'No more was said.' }, { id: '87VESKAHOLM13' }),
]
const good = { cable: '87VESKAHOLM12', paragraph: 2, position: 3, quote: 'The dues rose to 40 crowns a ton.' }

describe('the citation check', () => {
  it('lets through a quote that stands in a found paragraph, white space apart', () => {
    expect(citationFault(good, found)).toBeNull()
    expect(sentenceFault({ text: '“…”', citations: [good] }, found)).toBeNull()
  })

  it.each([
    ['another cable', { ...good, cable: '87VESKAHOLM99' }],
    ['another position', { ...good, position: 2 }],
    ['another printed number', { ...good, paragraph: 3 }],
    ['a changed figure', { ...good, quote: 'The dues rose to 41 crowns a ton.' }],
    ['changed case', { ...good, quote: 'the dues rose to 40 crowns a ton.' }],
    ['an empty quote', { ...good, quote: '  ' }],
    ['words of another paragraph', { ...good, quote: 'No more was said.' }],
  ])('refuses %s', (_what, citation) => {
    expect(citationFault(citation, found)).not.toBeNull()
    expect(sentenceFault({ text: '“…”', citations: [good, citation] }, found)).not.toBeNull()
  })

  it('refuses a sentence that cites nothing', () => {
    expect(sentenceFault({ text: 'The dues rose.', citations: [] }, found)).not.toBeNull()
  })
})
